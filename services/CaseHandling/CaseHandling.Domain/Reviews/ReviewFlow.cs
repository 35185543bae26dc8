using System.Collections.Frozen;
using System.Globalization;
using System.Text;
using Xinfang.Law;
using State = Xinfang.CaseHandling.Domain.Reviews.ReviewStatus;

namespace Xinfang.CaseHandling.Domain.Reviews;

/// <summary>One line of the flow: an act, who may do it at the reviewing body, in which states, where it leads, under which provision.</summary>
/// <param name="Act">The act.</param>
/// <param name="Label">In Chinese, verb first; {0} is 复查 or 复核.</param>
/// <param name="Who">Role at the reviewing body; the petitioner for the request.</param>
/// <param name="From">States in which the act is open; none for the act that begins it all.</param>
/// <param name="To">States it may lead to.</param>
/// <param name="Basis">The provision of a review; the recheck's is article 36 wherever this is article 35.</param>
/// <param name="Consequence">What it brings about, one line for the person who is about to do it; {0} as in the label.</param>
/// <param name="Announced">States in which the closed act is shown with its reason.</param>
/// <param name="Guards">What may refuse it besides state and role.</param>
public sealed record ReviewStep(
    ReviewAct Act, string Label, Roles Who, ReviewStatus[] From, ReviewStatus[] To, Article Basis, string Consequence,
    ReviewStatus[] Announced, Refusal[] Guards)
{
    /// <summary>受理复查申请, 受理复核申请.</summary>
    public string LabelOf(ReviewLevel level) => string.Format(CultureInfo.InvariantCulture, Label, ReviewWords.Of(level));

    /// <summary>What it brings about at this level.</summary>
    public string ConsequenceOf(ReviewLevel level) => string.Format(CultureInfo.InvariantCulture, Consequence, ReviewWords.Of(level));

    /// <summary>The provision at this level.</summary>
    public Article BasisOf(ReviewLevel level) => Basis == PetitionRegulations.Review ? ReviewRefusals.BasisOf(level) : Basis;
}

/// <summary>Which act of a review or recheck is open in which state. Printed in docs/review-flow.md.</summary>
public static class ReviewFlow
{
    private static readonly DateOnly SomeDay = new(2026, 3, 2);
    private static readonly ReviewStatus[] Open = [State.Requested, State.Accepted];
    private static readonly ReviewStatus[] Owing = [State.Requested, State.Accepted, State.Decided];
    private static readonly ReviewStatus[] Anywhere = Enum.GetValues<ReviewStatus>();

    private static readonly FrozenDictionary<ReviewAct, ReviewStep> Steps = new[]
    {
        new ReviewStep(ReviewAct.Request, "申请{0}", Roles.Petitioner | Roles.Officer, [], [State.Requested], PetitionRegulations.Review,
            "{0}机关从收到这天起30日内作出{0}意见", [],
            [
                ReviewRefusals.NotServed, ReviewRefusals.OnlyRedress, ReviewRefusals.NoBody, ReviewRefusals.ReviewerIsHandler, ReviewRefusals.NotThisBody,
                ReviewRefusals.Final, ReviewRefusals.AlreadyRequested(ReviewLevel.Review, SomeDay), ReviewRefusals.Late(ReviewLevel.Review, SomeDay),
                ReviewRefusals.WithoutClaims, ReviewRefusals.WithoutReasons, ReviewRefusals.ReceivedDate(SomeDay), ReviewRefusals.PostmarkDate, ReviewRefusals.PostmarkWithoutLetter,
            ]),
        new ReviewStep(ReviewAct.Claim, "认领", Roles.Officer, Open, Open, PetitionRegulations.Recusal,
            "您成为经办人，同时声明没有参与过原来的办理、与本件无利害关系；期限不因认领变动", [], [ReviewRefusals.AlreadyClaimed, ReviewRefusals.Recused]),
        new ReviewStep(ReviewAct.Recuse, "回避", Roles.Officer | Roles.Head, [State.Requested, State.Accepted, State.Decided], [State.Requested, State.Accepted, State.Decided], PetitionRegulations.Recusal,
            "回避的人不再看到这份申请，换人办理", [], [ReviewRefusals.RecusalOfAnother, ReviewRefusals.AlreadyRecused, ReviewRefusals.RecusalWithoutReason]),
        new ReviewStep(ReviewAct.Accept, "受理{0}申请", Roles.Officer, [State.Requested], [State.Accepted], PetitionRegulations.Review,
            "出具受理告知书；期限从收到申请算，不从受理算", [], [ReviewRefusals.LateWithoutGround]),
        new ReviewStep(ReviewAct.Reject, "不予受理{0}申请", Roles.Officer, [State.Requested], [State.Rejected], PetitionRegulations.Review,
            "出具不予受理告知书，告诉信访人为什么、现在可以怎么办", [],
            [
                ReviewRefusals.InTime(ReviewLevel.Review), ReviewRefusals.RejectedWithoutReason, ReviewRefusals.RejectedWithoutRoad,
                ReviewRefusals.RejectedWithoutBody, ReviewRefusals.RejectedWithPastDate,
            ]),
        new ReviewStep(ReviewAct.Hear, "记录听证", Roles.Officer, [State.Accepted], [State.Accepted], PetitionRegulations.RecheckHearing,
            "记入{0}记录；复核的听证时间不计入期限，复查的照常计算", [State.Requested],
            [
                ReviewRefusals.HearingDates(SomeDay), ReviewRefusals.HearingAfterTerm(SomeDay), ReviewRefusals.HearingNotice, ReviewRefusals.HearingIncomplete,
                ReviewRefusals.HearingChair, ReviewRefusals.HearingOverlaps,
            ]),
        new ReviewStep(ReviewAct.Propose, "起草{0}意见", Roles.Officer, [State.Accepted], [State.Accepted], PetitionRegulations.Review,
            "送负责人签发；签发前可以重新起草", [State.Requested],
            [
                ReviewRefusals.OpinionWithoutFacts, ReviewRefusals.OpinionWithoutReason, ReviewRefusals.OpinionWithoutBasis, ReviewRefusals.ClaimsIncomplete(1),
                ReviewRefusals.ChangesNothing, ReviewRefusals.ClaimsWithoutChange, ReviewRefusals.RedoWithoutTerm, ReviewRefusals.TermWithoutRedo,
            ]),
        new ReviewStep(ReviewAct.Decide, "签发{0}意见", Roles.Head, [State.Accepted], [State.Decided], PetitionRegulations.Review,
            "出具{0}意见书，期限到此为止；撤销的，原承办单位从今天起按规定的期限重新办理", [State.Requested],
            [ReviewRefusals.NotProposed, ReviewRefusals.SignedByDrafter]),
        new ReviewStep(ReviewAct.Serve, "送达{0}意见书", Roles.Officer, [State.Decided], [State.Served], PetitionRegulations.Review,
            "复查意见送达后，信访人30日内可以申请复核；复核意见送达后，信访终结", [State.Accepted],
            [ReviewRefusals.ServiceWithoutReceiver, ReviewRefusals.ServiceDate(SomeDay), ReviewRefusals.ServiceElectronicWithoutConsent]),
        new ReviewStep(ReviewAct.TellDueSoon, "临期提醒", Roles.System, Anywhere, Anywhere, PetitionRegulations.HandlingLiability, "告诉{0}机关期限快到了", [], []),
        new ReviewStep(ReviewAct.TellOverdue, "超期提醒", Roles.System, Anywhere, Anywhere, PetitionRegulations.HandlingLiability, "告诉{0}机关期限已经过了", [], []),
        new ReviewStep(ReviewAct.CorrectDates, "期限重算", Roles.System, Owing, Owing, CivilCode.LastDay, "放假安排有更正，没有办完的期限按新的安排重算；已经办完的不变", [], []),
    }.ToFrozenDictionary(step => step.Act);

    /// <summary>The line of an act.</summary>
    public static ReviewStep Of(ReviewAct act) => Steps[act];

    /// <summary>Every line, in the order in which the acts usually come.</summary>
    public static IEnumerable<ReviewStep> All => Steps.Values.OrderBy(step => step.Act);

    /// <summary>Why the act is not open: the wrong person first, then the state. Null when it is.</summary>
    public static Refusal? Refuses(ReviewAct act, ReviewStatus status, ReviewLevel level, Roles roles)
    {
        var step = Steps[act];
        if ((step.Who & roles) == 0) return ReviewRefusals.NotAllowed(step, level);
        return step.From.Contains(status) ? null : ReviewRefusals.WrongState(status, level, step);
    }

    /// <summary>The name under which an act stands in the record: ReviewAccept, RecheckDecide.</summary>
    public static string RecordNameOf(ReviewAct act, ReviewLevel level) => $"{level}{act}";

    /// <summary>The label of a name in the record, or null when it is none of these.</summary>
    public static string? LabelOf(string recorded)
    {
        foreach (var level in Enum.GetValues<ReviewLevel>())
            if (recorded.StartsWith(level.ToString(), StringComparison.Ordinal) && Enum.TryParse<ReviewAct>(recorded[level.ToString().Length..], out var act))
                return Of(act).LabelOf(level);
        return null;
    }

    /// <summary>The table as Markdown.</summary>
    public static string Describe()
    {
        var text = new StringBuilder("""
            # Review flow (复查, 复核)

            Kept equal to `CaseHandling.Domain/Reviews/ReviewFlow.cs` by a test. One table for both levels; *Who* is the role at the reviewing body, which
            is the organ one level above the one that issued the opinion. Where the basis is article 35, a recheck stands under article 36 paragraph 1.
            The body's 30 days run from the day it received the request; posting inside the petitioner's 30 days is in time. Days of a hearing are
            excluded from the term of a recheck only. Whoever took part in the earlier handling stands aside: for them the request does not exist.

            | Act | 中文 | Who | From | To | Guards | Basis |
            |---|---|---|---|---|---|---|

            """.ReplaceLineEndings("\n"));
        foreach (var step in All)
            text.Append(CultureInfo.InvariantCulture,
                $"| {step.Act} | {step.LabelOf(ReviewLevel.Review)} / {step.LabelOf(ReviewLevel.Recheck)} | {step.Who} | {Names(step.From)} | {Names(step.To)} | {Guards(step)} | {step.Basis} |\n");
        return text.ToString();
    }

    private static string Names(ReviewStatus[] states) => states.Length == 0 ? "–" : states.Length == Anywhere.Length ? "any" : string.Join(", ", states);

    private static string Guards(ReviewStep step) => step.Guards.Length == 0
        ? "–"
        : string.Join("<br>", step.Guards.Select(guard => $"`{guard.Code}` {guard.Basis?.Short}"));
}
