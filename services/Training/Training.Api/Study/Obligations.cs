namespace Xinfang.Training.Api.Study;

/// <summary>A topic, with the hours a year asks of everybody (本区设定).</summary>
internal sealed record Topic(string Code, string Name, decimal Hours);

/// <summary>学习专题: those of the office's report, and the work itself.</summary>
internal static class Topics
{
    public static readonly IReadOnlyList<Topic> All =
    [
        new("XiThought", "习近平法治思想", 6), new("LawGovernance", "全面依法治国", 6), new("PartyDiscipline", "全面从严治党", 6),
        new("Regulations", "《信访工作条例》", 6), new("Acceptance", "受理和告知", 3), new("Handling", "办理和处理意见书", 3), new("Other", "其他业务", 0),
    ];

    public static Topic? Find(string? code) => All.FirstOrDefault(topic => topic.Code == code || topic.Name == code);

    public static string NameOf(string code) => Find(code)?.Name ?? code;
}

/// <summary>A yearly obligation of a rank.</summary>
/// <param name="Hours">学时 a year.</param>
/// <param name="Basis">Where the number comes from, for people.</param>
internal sealed record Obligation(string Rank, string Name, decimal Hours, string Basis);

/// <summary>
/// 年度学时要求 as named policies. 《干部教育培训工作条例》 (2023) asks 90 hours or 12 days a year of 乡科级 and below, and of 县处级 and above 550 hours in five
/// years, of which a year's share is counted here. The hours of 天津干部在线学习 are not known from a stored text: no policy until the office enters one.
/// </summary>
internal static class Obligations
{
    public const string Usual = "SectionAndBelow", County = "County";

    /// <summary>学时 a year.</summary>
    public const decimal UsualHours = 90, CountyHours = 110;

    public static readonly IReadOnlyList<Obligation> All =
    [
        new(Usual, "乡科级、一级主任科员及以下", UsualHours, "《干部教育培训工作条例》：每年不少于12天或者90学时"),
        new(County, "县处级及以上", CountyHours, "《干部教育培训工作条例》：每5年不少于550学时，这里按一年110学时看进度"),
    ];

    public static Obligation Of(string rank) => All.FirstOrDefault(each => each.Rank == rank) ?? All[0];
}
