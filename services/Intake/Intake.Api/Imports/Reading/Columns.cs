using Xinfang.Intake.Domain;

namespace Xinfang.Intake.Api.Imports.Reading;

/// <summary>A column of the file.</summary>
/// <param name="Title">The heading, exactly so.</param>
/// <param name="Field">The field of the form it fills, as faults name it.</param>
/// <param name="Needed">The file must have it; a cell may still be empty where the form allows that.</param>
/// <param name="Explanation">How to fill it in.</param>
/// <param name="Example">For the template.</param>
internal sealed record Column(string Title, string Field, bool Needed, string Explanation, string Example);

/// <summary>The columns of an import, in the order of the template. Their order in a file is free.</summary>
internal static class Columns
{
    public const string Number = "外部编号", Channel = "信访形式", ReceivedOn = "收到日期", Anonymous = "不留姓名", Name = "姓名", IdNumber = "身份证号", Phone = "电话",
        Address = "住址", Subject = "一句话", Facts = "经过", Claims = "请求", Category = "信访目的", Street = "街道", Place = "地点", HappenedOn = "哪天开始",
        Electronic = "同意网上送达", People = "人数", CoSigners = "联名的人", Representatives = "代表", Election = "怎样推选的", Oral = "口头提出", ReadBack = "已念给本人听";

    public static IReadOnlyList<Column> All { get; } =
    [
        new(Number, "number", false, "原来系统里的编号，最多60个字，不要重复。有了它，再导一次不会登记两次，改过内容也认得出；没有的，按内容认。不同来源的请加前缀。", "示例-2026-0001"),
        new(Channel, "channel", true, "来信、来访、来电、传真，四个里选一个。网上提交的由信访人自己提交，不能导入。", "来信"),
        new(ReceivedOn, "receivedOn", true, "哪天收到的，期限从这天算。写2026-03-02，或者用Excel的日期。2022年5月1日以前的不能导入。", "2026-03-02"),
        new(Anonymous, "petitioner.anonymous", false, "是或者否，空着就是否。填“是”的，姓名、身份证号、电话、住址都空着。", "否"),
        new(Name, "petitioner.name", true, "姓名或者单位名称。", "张示例"),
        new(IdNumber, "petitioner.idNumber", false, "18位。单元格要设成文本，不然Excel会改掉后几位。电话和身份证号至少填一个。", ""),
        new(Phone, "petitioner.phone", false, "手机号11位；固定电话带区号。", "13000000017"),
        new(Address, "petitioner.address", true, "告知书寄到这里。", "示例路1号"),
        new(Subject, "subject", true, "用一句话说是什么事，2到80个字。", "楼下水管返水没有人修"),
        new(Facts, "facts", true, "经过，10到5000个字。", "2月28日晚上，一楼地漏冒污水，物业和产权单位都说不归自己管。"),
        new(Claims, "claims", true, "希望怎么解决。一条写一行（在格子里按Alt加回车），或者用竖线“|”隔开，1到10条。", "修好主管道|讲清归谁管"),
        new(Category, "category", false, "求决、申诉、意见建议、检举控告里选一个，不清楚就空着。", "求决"),
        new(Street, "street", false, "街道的名称，例如长虹街道，或者九位代码。", "长虹街道"),
        new(Place, "place", false, "事情发生的地点，最多200个字。", ""),
        new(HappenedOn, "happenedOn", false, "事情哪天开始的，写法和收到日期一样。", "2026-02-28"),
        new(Electronic, "electronicService", false, "是或者否，空着就是否。本人同意的才填“是”。", "否"),
        new(People, "people", false, "人数，空着就是1人。", ""),
        new(CoSigners, "coSigners", false, "联名的人，用顿号“、”隔开，不包括前面写的姓名。", ""),
        new(Representatives, "representatives", false, "多人来访推选的代表，用顿号隔开，最多5人。只有来访填。", ""),
        new(Election, "electionNote", false, "代表是怎样推选的。", ""),
        new(Oral, "oral", false, "是或者否。来电的都算口头提出，不用填。", ""),
        new(ReadBack, "readBackConfirmed", false, "口头提出的，写好以后念给本人听、本人确认过的，填“是”。", ""),
    ];

    /// <summary>Heading of the column that a fault speaks of.</summary>
    public static string TitleOf(string field) =>
        All.FirstOrDefault(column => column.Field == field)?.Title
        ?? (field.StartsWith("claims", StringComparison.Ordinal) ? Claims : field is "stepUpGuidance" or "stepUpOrgan" ? Channel : "");

    public static readonly IReadOnlyDictionary<string, Domain.Channel> Channels = new Dictionary<string, Domain.Channel>
    {
        [Words.Of(Domain.Channel.Letter)] = Domain.Channel.Letter,
        [Words.Of(Domain.Channel.Visit)] = Domain.Channel.Visit,
        [Words.Of(Domain.Channel.Phone)] = Domain.Channel.Phone,
        [Words.Of(Domain.Channel.Fax)] = Domain.Channel.Fax,
        ["网上"] = Domain.Channel.Online,
        [Words.Of(Domain.Channel.Online)] = Domain.Channel.Online,
    };

    public static readonly IReadOnlyDictionary<string, Domain.Category> Categories = new Dictionary<string, Domain.Category>
    {
        ["求决"] = Domain.Category.Redress,
        ["申诉"] = Domain.Category.Redress,
        [Words.Of(Domain.Category.Redress)] = Domain.Category.Redress,
        [Words.Of(Domain.Category.Suggestion)] = Domain.Category.Suggestion,
        [Words.Of(Domain.Category.Accusation)] = Domain.Category.Accusation,
    };
}
