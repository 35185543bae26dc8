namespace Xinfang.Outreach.Api.Catalogue;

/// <summary>A form of outreach (普法形式).</summary>
internal sealed record Form(string Code, string Name);

/// <summary>The forms that the office's yearly report names, in its order, and those in use elsewhere (handbook 9.1).</summary>
internal static class Forms
{
    public static readonly IReadOnlyList<Form> All =
    [
        new("NoticeBoard", "宣传栏"), new("Screen", "电子显示屏"), new("Poster", "张贴海报"), new("Leaflet", "发放宣传折页"), new("JointEvent", "联合主题宣传活动"), new("Counter", "来访接待中释法"),
        new("Online", "网站和新媒体"), new("Banner", "横幅"), new("Exhibition", "展板"), new("Consultation", "现场咨询台"), new("Lecture", "法治讲座"), new("Quiz", "线上答题"),
        new("Broadcast", "广播"), new("Cases", "以案释法"), new("ShortMessage", "短信"),
    ];

    public static bool Knows(string code) => All.Any(form => form.Code == code);

    public static string NameOf(string code) => All.FirstOrDefault(form => form.Code == code)?.Name ?? code;
}

/// <summary>Whom outreach is for.</summary>
internal static class Audiences
{
    public static readonly IReadOnlyList<Form> All =
    [
        new("Residents", "社区居民"), new("Elderly", "老年人"), new("Youth", "学生和青少年"), new("Workers", "职工和新就业群体"), new("Enterprises", "企业和商户"), new("Officials", "机关干部"),
        new("GridWorkers", "网格员和调解员"), new("Visitors", "来访群众"), new("NetUsers", "网上信访群众"),
    ];

    public static bool Knows(string code) => All.Any(audience => audience.Code == code);

    public static string NameOf(string code) => All.FirstOrDefault(audience => audience.Code == code)?.Name ?? code;
}

/// <summary>What is handed out.</summary>
internal static class MaterialKinds
{
    public static readonly IReadOnlyList<Form> All =
        [new("Leaflet", "宣传折页"), new("Handbill", "宣传单"), new("Booklet", "宣传册"), new("Poster", "海报"), new("Board", "展板"), new("Banner", "横幅"), new("Gift", "宣传用品")];

    public static bool Knows(string code) => All.Any(kind => kind.Code == code);
}
