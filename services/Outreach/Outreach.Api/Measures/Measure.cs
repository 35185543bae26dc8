using System.Globalization;
using Xinfang.Outreach.Api.Quizzes;

namespace Xinfang.Outreach.Api.Measures;

/// <summary>A measure of handbook 9.2, with what it was counted from.</summary>
/// <param name="Code">O-1 … O-10.</param>
/// <param name="Name">In Chinese.</param>
/// <param name="Value">Null where there is nothing to divide by, or where it is not measured; pages show "—".</param>
/// <param name="Part">Counted.</param>
/// <param name="Whole">Of so many; null for a plain number.</param>
/// <param name="Unit">Share, Number, PerCampaign or Points (percentage points more or fewer).</param>
/// <param name="Note">Why there is no value, or what else there is to say.</param>
internal sealed record Measure(string Code, string Name, double? Value, int Part, int? Whole, string Unit, string? Note = null);

/// <summary>What a quarter of a street, or of the district, is measured from.</summary>
/// <param name="Planned">Activities planned for the quarter, what was cancelled included.</param>
/// <param name="FormUses">How often each form was used in what was held.</param>
/// <param name="JointOrgans">Distinct pairs of campaign and joint organ.</param>
/// <param name="Campaigns">Campaigns with something held.</param>
/// <param name="StreetsHeld">Streets with something held.</param>
/// <param name="Streets">Streets looked at.</param>
/// <param name="VisitsCounselled">Turns at the counter in which the law was explained.</param>
/// <param name="Visits">Petitions brought by visit.</param>
/// <param name="KnewBefore">Quiz sheets with everything right before people were taught; null: nobody was asked.</param>
internal sealed record Quarterly(
    int Planned, int Held, IReadOnlyDictionary<string, int> FormUses, int JointOrgans, int Campaigns, int StreetsHeld, int Streets, int Reached, int Materials, int Consultations,
    int VisitsCounselled, int Visits, int ItemsDue, int ItemsInTime, Share? KnewBefore = null, Share? KnewAfter = null);

/// <summary>O-1 to O-10 (handbook 9.2).</summary>
internal static class MeasureTable
{
    private const string Share = "Share", Number = "Number", PerCampaign = "PerCampaign", Points = "Points";

    /// <summary>In the order of their codes.</summary>
    /// <param name="q">The counts.</param>
    /// <param name="forms">Forms that there are to choose among.</param>
    public static IReadOnlyList<Measure> Of(Quarterly q, int forms) =>
    [
        new("O-1", "活动完成率", Ratio(q.Held, q.Planned), q.Held, q.Planned, Share),
        new("O-2", "形式多样性", q.Held == 0 ? null : Ratio(q.FormUses.Count, forms), q.FormUses.Count, forms, Share, Diversity(q)),
        new("O-3", "宣传合力：每个宣传活动的联合单位", Ratio(q.JointOrgans, q.Campaigns), q.JointOrgans, q.Campaigns, PerCampaign),
        new("O-4", "街道覆盖率", Ratio(q.StreetsHeld, q.Streets), q.StreetsHeld, q.Streets, Share),
        new("O-5", "受众人数", q.Reached, q.Reached, null, Number),
        new("O-6", "发放资料", q.Materials, q.Materials, null, Number),
        new("O-7", "现场咨询人次", q.Consultations, q.Consultations, null, Number),
        Known(q.KnewBefore, q.KnewAfter),
        new("O-9", "来访释法率", Ratio(q.VisitsCounselled, q.Visits), q.VisitsCounselled, q.Visits, Share, "释法的人次除以登记的来访件；没有登记成信访件的来访也可能听了释法，所以可能超过100%。"),
        new("O-10", "清单按期完成率", Ratio(q.ItemsInTime, q.ItemsDue), q.ItemsInTime, q.ItemsDue, Share),
    ];

    /// <summary>Shannon's index of the forms used, divided by its maximum: 1 where all used are used alike, 0 for one alone.</summary>
    public static double? Evenness(IReadOnlyDictionary<string, int> uses)
    {
        double all = uses.Values.Sum();
        if (all == 0) return null;
        if (uses.Count == 1) return 0;
        return -uses.Values.Where(each => each > 0).Sum(each => each / all * Math.Log(each / all)) / Math.Log(uses.Count);
    }

    /// <summary>Never a bare claim: both shares and the interval of the change.</summary>
    private static Measure Known(Share? before, Share? after)
    {
        var (was, now) = (before ?? Quizzes.Share.Wilson(0, 0), after ?? Quizzes.Share.Wilson(0, 0));
        var counted = $"宣传前全对{was.Of}/{was.Asked}份，宣传后{now.Of}/{now.Asked}份";
        return Gain.Between(was, now) is { } gain
            ? new("O-8", "知晓率变化", gain.Points, now.Of, null, Points, string.Create(CultureInfo.InvariantCulture, $"{counted}；变化在{gain.Low * 100:+0;-0;0}到{gain.High * 100:+0;-0;0}个百分点之间（95%把握）{(gain.Certain ? "" : "，还不能断定有变化")}。"))
            : new("O-8", "知晓率变化", null, now.Of, null, Points, $"{counted}；前后都有人答才能比。只算本季度结束的测验场次。");
    }

    private static string? Diversity(Quarterly q) => (q.Held, q.FormUses.Count) switch
    {
        (0, _) => null,
        (_, 1) => "只用了一种形式，方式方法单一。",
        (_, < 5) => $"用了{q.FormUses.Count}种形式，少于5种。均匀度{Evenness(q.FormUses):0.00}。",
        _ => $"均匀度{Evenness(q.FormUses):0.00}。",
    };

    private static double? Ratio(int part, int whole) => whole == 0 ? null : (double)part / whole;
}
