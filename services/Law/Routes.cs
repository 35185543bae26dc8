using System.Collections.Frozen;
using System.Globalization;
using System.Text;
using System.Text.Json.Serialization;

namespace Xinfang.Law;

/// <summary>The six roads of article 31, in its order. Each petition for redress takes exactly one of them.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<StatutoryRoute>))]
public enum StatutoryRoute
{
    /// <summary>（一）诉讼、检察、公安程序.</summary>
    Litigation,

    /// <summary>（二）仲裁.</summary>
    Arbitration,

    /// <summary>（三）党员申诉、申请复审.</summary>
    PartyDiscipline,

    /// <summary>（四）行政复议、裁决、确认、许可、处罚.</summary>
    AdministrativeReview,

    /// <summary>（五）申请查处违法行为、履行保护职责.</summary>
    StatutoryDuty,

    /// <summary>（六）其余的: 处理意见书.</summary>
    Opinion,
}

/// <summary>The unit in which a law states a limit.</summary>
public enum LimitUnit { Days, Months, Years }

/// <summary>The limit that another procedure sets for going there, or for its answer.</summary>
/// <param name="For">What has to be done in it: 申请行政复议.</param>
/// <param name="From">What it runs from: 知道该行政行为.</param>
/// <param name="Basis">The provision that sets it.</param>
/// <param name="ByPetitioner">It binds the petitioner; else the organ that decides.</param>
public sealed record RouteLimit(string For, string From, int Length, LimitUnit Unit, Article Basis, bool ByPetitioner = true)
{
    /// <summary>60日, 6个月, 1年.</summary>
    public string Span => Unit switch { LimitUnit.Months => $"{Length}个月", LimitUnit.Years => $"{Length}年", _ => $"{Length}日" };

    /// <summary>申请行政复议：自知道该行政行为之日起60日内（《行政复议法》第二十条）.</summary>
    public string Sentence => $"{For}：自{From}之日起{Span}内（{Basis}）";

    /// <summary>
    /// The last day when it runs from that day; a last day off rolls to the next working day. Months and years end on the same date
    /// of their last month, or on its last day where it has none.
    /// </summary>
    public DateOnly LastDay(DateOnly from, LegalCalendar calendar)
    {
        ArgumentNullException.ThrowIfNull(calendar);
        return calendar.WorkingDayFrom(Unit switch
        {
            LimitUnit.Months => from.AddMonths(Length),
            LimitUnit.Years => from.AddYears(Length),
            _ => from.AddDays(Length),
        });
    }
}

/// <summary>One road of article 31: whose it is, under which item, and what the letter must tell.</summary>
/// <param name="Name">In a sentence: 应当通过…解决.</param>
/// <param name="Who">Who is responsible for it.</param>
/// <param name="Limits">Of that procedure. Empty where no general law sets one.</param>
/// <param name="Signs">Words of a petition that speak for it; a person decides.</param>
public sealed record RouteLine(StatutoryRoute Route, string Name, string Who, Article Basis, IReadOnlyList<RouteLimit> Limits, IReadOnlyList<string> Signs)
{
    /// <summary>简易办理 is only for the sixth road (《信访事项简易办理办法》第五条).</summary>
    public bool MayBeSimple => Route is StatutoryRoute.Opinion;

    /// <summary>The limits that bind the petitioner, as one text for the letter; empty where there is none.</summary>
    public string LimitText => string.Concat(Limits.Where(limit => limit.ByPetitioner).Select(limit => $"{limit.Sentence}。"));
}

/// <summary>六条途径 (art. 31) as a decision table: evaluated top-down, the first that fits is the road, the last fits always.</summary>
public static class Routes
{
    /// <summary>The six lines in the order of the article.</summary>
    public static IReadOnlyList<RouteLine> All { get; } =
    [
        new(StatutoryRoute.Litigation, "诉讼、检察或者公安程序", "政法机关（法院、检察院、公安机关）", PetitionRegulations.LitigationRoute,
            [
                new("不服行政行为，直接起诉", "知道该行政行为", 6, LimitUnit.Months, OtherProcedures.DirectSuit),
                new("经过行政复议，不服复议决定起诉", "收到复议决定书", 15, LimitUnit.Days, OtherProcedures.SuitAfterReview),
            ],
            ["判决", "裁定", "法院", "起诉", "开庭", "执行局", "检察院", "立案侦查", "派出所", "刑事", "诉讼", "审判", "法官"]),
        new(StatutoryRoute.Arbitration, "仲裁", "仲裁机构", PetitionRegulations.ArbitrationRoute,
            [
                new("劳动争议申请仲裁", "知道权利被侵害", 1, LimitUnit.Years, OtherProcedures.LabourArbitration),
                new("农村土地承包纠纷申请仲裁", "知道权利被侵害", 2, LimitUnit.Years, OtherProcedures.LandContractArbitration),
            ],
            ["仲裁", "劳动合同", "欠薪", "拖欠工资", "经济补偿金", "辞退", "解除劳动", "承包地"]),
        new(StatutoryRoute.PartyDiscipline, "党员申诉、申请复审", "党组织、纪检监察机关", PetitionRegulations.PartyAppealRoute, [],
            ["党纪处分", "党内警告", "开除党籍", "党员申诉", "政务处分", "复审"]),
        new(StatutoryRoute.AdministrativeReview, "行政复议、裁决、确认、许可、处罚等行政程序", "行政机关、行政复议机关", PetitionRegulations.AdministrativeRoute,
            [
                new("申请行政复议", "知道该行政行为", 60, LimitUnit.Days, OtherProcedures.AdministrativeReview),
                new("复议机关作出决定", "受理申请", 60, LimitUnit.Days, OtherProcedures.AdministrativeReviewDecision, ByPetitioner: false),
            ],
            ["行政处罚", "罚款决定", "处罚决定", "行政复议", "许可证", "工伤认定", "征收决定", "行政裁决", "补偿决定"]),
        new(StatutoryRoute.StatutoryDuty, "申请查处违法行为、履行保护职责", "负有该项职责的机关本身", PetitionRegulations.PerformanceRoute, [],
            ["查处", "取缔", "执法", "违法建设", "违建", "无证经营", "履行职责"]),
        new(StatutoryRoute.Opinion, "信访程序，由有权处理的机关出具处理意见书", "有权处理的机关、单位", PetitionRegulations.OpinionRoute,
            [
                new("作出处理意见", "受理", 60, LimitUnit.Days, PetitionRegulations.Completion, ByPetitioner: false),
                new("对处理意见申请复查", "收到处理意见书", 30, LimitUnit.Days, PetitionRegulations.Review),
            ],
            []),
    ];

    private static readonly FrozenDictionary<StatutoryRoute, RouteLine> ByRoute = All.ToFrozenDictionary(line => line.Route);

    /// <summary>The line of a road.</summary>
    public static RouteLine Of(StatutoryRoute route) => ByRoute[route];

    /// <summary>The line whose code another service tells; null for what is no road of article 31.</summary>
    public static RouteLine? Find(string? code) => Enum.TryParse<StatutoryRoute>(code, out var route) && ByRoute.TryGetValue(route, out var line) ? line : null;

    /// <summary>Every line of the table against the words of a petition, with the words found. The sixth speaks where none of the others does.</summary>
    public static IReadOnlyList<RouteHint> Hints(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var found = All.Select(line => new RouteHint(line, [.. line.Signs.Where(sign => text.Contains(sign, StringComparison.Ordinal))])).ToList();
        return found.TrueForAll(hint => hint.Signs.Count == 0) ? [.. found.Select(hint => hint with { Speaks = hint.Line.MayBeSimple })] : found;
    }

    /// <summary>The table as Markdown.</summary>
    public static string Describe()
    {
        var text = new StringBuilder("| 项 | route | who | limit of that procedure | simple procedure |\n|---|---|---|---|---|\n");
        foreach (var line in All)
            text.Append(CultureInfo.InvariantCulture,
                $"| {line.Basis.Provision} | `{line.Route}` {line.Name} | {line.Who} | {(line.Limits.Count == 0 ? "no general limit" : string.Join("<br>", line.Limits.Select(limit => limit.Sentence)))} | {(line.MayBeSimple ? "possible" : "never")} |\n");
        return text.ToString();
    }
}

/// <summary>How one road stands to a petition's words.</summary>
/// <param name="Signs">The words found.</param>
public sealed record RouteHint(RouteLine Line, IReadOnlyList<string> Signs)
{
    /// <summary>Something speaks for it.</summary>
    public bool Speaks { get; init; } = Signs.Count > 0;
}
