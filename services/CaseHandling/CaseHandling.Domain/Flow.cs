using System.Collections.Frozen;
using System.Text;
using Xinfang.Law;
using State = Xinfang.CaseHandling.Domain.PetitionStatus;

namespace Xinfang.CaseHandling.Domain;

/// <summary>One line of the flow: an act, who may do it, in which states, where it leads, under which provision.</summary>
/// <param name="Act">The act.</param>
/// <param name="Label">The act in Chinese, verb first.</param>
/// <param name="Who">Whoever has one of these roles for the organ that holds the petition; the overseer for the office.</param>
/// <param name="From">States in which the act is open.</param>
/// <param name="To">States it may lead to.</param>
/// <param name="Basis">The provision behind the act.</param>
/// <param name="Consequence">What it brings about, one line for the person who is about to do it.</param>
/// <param name="Announced">States in which the closed act is shown with its reason, because it may still come or has just lapsed.</param>
/// <param name="Guards">What may refuse it besides state and role.</param>
/// <param name="ForSealed">Open for accusations too.</param>
public sealed record Step(
    Act Act, string Label, Roles Who, PetitionStatus[] From, PetitionStatus[] To, Article Basis, string Consequence,
    PetitionStatus[] Announced, Refusal[] Guards, bool ForSealed = false);

/// <summary>Which act is open in which state, and the provision behind it. Printed in docs/case-handling-flow.md.</summary>
public static class Flow
{
    private static readonly PetitionStatus[] Anywhere = Enum.GetValues<PetitionStatus>();
    private static readonly PetitionStatus[] Open = [.. Anywhere.Where(Petition.IsOpen)];
    private static readonly DateOnly SomeDay = new(2026, 3, 2);

    private static readonly FrozenDictionary<Act, Step> Steps = new[]
    {
        new Step(Act.Receive, "收到", Roles.System, [State.Returned], [State.Received], PetitionRegulations.Forwarding,
            "告知和异议的期限开始计算", [], [], ForSealed: true),
        new Step(Act.Acknowledge, "签收", Roles.System, Anywhere, Anywhere, PetitionRegulations.Forwarding,
            "不影响期限", [], [], ForSealed: true),
        new Step(Act.Claim, "认领", Roles.Officer, [State.Received, State.Accepted, State.Decided], [State.Received, State.Accepted, State.Decided], PetitionRegulations.Recusal,
            "您成为经办人，同时声明与本件无利害关系；期限不因认领变动", [], [Refusals.AlreadyClaimed, Refusals.Recused], ForSealed: true),
        new Step(Act.Recuse, "回避", Roles.Officer | Roles.Head, [State.Received, State.Accepted, State.Decided], [State.Received, State.Accepted, State.Decided], PetitionRegulations.Recusal,
            "回避的人不再看到这件事，换人办理", [], [Refusals.RecusalOfAnother, Refusals.AlreadyRecused, Refusals.RecusalWithoutReason]),
        new Step(Act.Contest, "提出异议", Roles.Officer, [State.Received], [State.Contested], PetitionRegulations.Contest,
            "交信访办核实；书面告知的期限照常计算", [State.Accepted],
            [Refusals.ContestTooLate(SomeDay), Refusals.ContestWithoutReason, Refusals.ContestForSelf, Refusals.ContestForUnknownOrgan]),
        new Step(Act.DecideContestation, "核实异议", Roles.Overseer, [State.Contested], [State.Returned, State.Received], PetitionRegulations.Contest,
            "同意的退回重新转办，不同意的由原单位办理", [], [Refusals.ContestDecisionWithoutReason]),
        new Step(Act.Accept, "受理", Roles.Officer, [State.Received], [State.Accepted], PetitionRegulations.Notice,
            "出具受理告知书；60日内作出处理意见", [State.Contested], [Refusals.Recused]),
        new Step(Act.Decline, "不予受理", Roles.Officer, [State.Received], [State.Declined], PetitionRegulations.Notice,
            "出具不予受理告知书，告诉信访人应当走哪条路", [State.Contested],
            [Refusals.DeclinedWithoutRoad, Refusals.DeclinedWithoutBody, Refusals.DeclinedWithoutReason, Refusals.DeclinedWithPastDate]),
        new Step(Act.HearStatement, "听取陈述", Roles.Officer, [State.Accepted], [State.Accepted], PetitionRegulations.Hearing,
            "记入办理记录；作出处理意见以前必须听取", [State.Received], [Refusals.StatementDate(SomeDay), Refusals.StatementWithoutSummary]),
        new Step(Act.Extend, "批准延期", Roles.Head, [State.Accepted], [State.Accepted], PetitionRegulations.Extension,
            "出具延长办理期限告知书，送达以后生效；合计不超过30日", [State.Received],
            [
                Refusals.ExtensionForRedressOnly, Refusals.ExtensionTooLate(SomeDay), Refusals.ExtensionPending, Refusals.ExtensionTooLong(30, 0),
                Refusals.ExtensionWithoutDays, Refusals.ExtensionWithoutReason,
            ]),
        new Step(Act.ServeExtension, "送达延期告知书", Roles.Officer, [State.Accepted], [State.Accepted], PetitionRegulations.Extension,
            "办理期限延长", [],
            [Refusals.ExtensionForRedressOnly, Refusals.NoExtensionToServe, Refusals.ExtensionServedTooLate(SomeDay), Refusals.ServiceDate(SomeDay, PetitionRegulations.Extension)]),
        new Step(Act.DraftOpinion, "起草处理意见", Roles.Officer, [State.Accepted], [State.Accepted], PetitionRegulations.Opinion,
            "存下这一稿，送审核人审核；再改要重新审核", [State.Received],
            [
                Refusals.NotHeard, Refusals.NoReviewBody, Refusals.OpinionWithoutFacts, Refusals.ClaimsIncomplete([1]), Refusals.ClaimsUnknown(1),
                Refusals.ClaimWithoutReason(1), Refusals.ClaimWithoutBasis(1),
            ]),
        new Step(Act.CheckOpinion, "审核处理意见", Roles.Checker, [State.Accepted], [State.Accepted], PetitionRegulations.Opinion,
            "送单位负责人签发", [], [Refusals.NothingToCheck, Refusals.CheckOfOwnDraft, Refusals.OpinionBlocked(1)]),
        new Step(Act.ReturnDraft, "退回修改", Roles.Checker | Roles.Head, [State.Accepted], [State.Accepted], PetitionRegulations.Opinion,
            "退给经办人改，写明哪里要改", [], [Refusals.NothingToReturn, Refusals.ReturnWithoutRemark]),
        new Step(Act.SignOpinion, "签发处理意见", Roles.Head, [State.Accepted], [State.Decided], PetitionRegulations.Opinion,
            "编号、用印，出具处理意见书，办理期限到此为止", [State.Received],
            [
                Refusals.NotHeard, Refusals.NotChecked, Refusals.SignatureOfOwnDraft, Refusals.NoReviewBody, Refusals.OpinionBlocked(1),
                Refusals.WarningsUnanswered(1), Refusals.OpinionWithoutFacts, Refusals.ClaimsIncomplete([1]),
            ]),
        new Step(Act.WithdrawOpinion, "作废处理意见书", Roles.Head, [State.Decided], [State.Accepted], PetitionRegulations.Opinion,
            "还没有送达的意见书作废，文号保留；重新起草，办理期限照原来的算", [], [Refusals.WithdrawalWithoutReason]),
        new Step(Act.Serve, "送达意见书", Roles.Officer, [State.Decided], [State.Served], PetitionRegulations.Review,
            "从送达这天起，信访人30日内可以申请复查", [State.Accepted],
            [
                Refusals.ServiceWithoutReceiver, Refusals.ServiceDate(SomeDay), Refusals.ServiceElectronicWithoutConsent, Refusals.ServiceByNoticeTooEarly(SomeDay),
            ]),
        new Step(Act.Complete, "办结", Roles.Officer, [State.Served], [State.Completed], PetitionRegulations.Completion,
            "办理到此结束；交办的同时报送办理结果", [State.Decided], [Refusals.CompletionWithoutResult]),
        new Step(Act.Supplement, "补充材料", Roles.System, Anywhere, Anywhere, PetitionRegulations.Truthfulness, "记入办理记录", [], [], ForSealed: true),
        new Step(Act.Rate, "评价", Roles.System, Anywhere, Anywhere, PetitionRegulations.Rating, "记入办理记录", [], [], ForSealed: true),
        new Step(Act.TellDueSoon, "临期提醒", Roles.System, Anywhere, Anywhere, PetitionRegulations.HandlingLiability, "告诉承办单位期限快到了", [], []),
        new Step(Act.TellOverdue, "超期提醒", Roles.System, Anywhere, Anywhere, PetitionRegulations.HandlingLiability, "告诉承办单位期限已经过了", [], []),
        new Step(Act.CorrectDates, "期限重算", Roles.System, Open, Open, CivilCode.LastDay, "放假安排有更正，没有办完的期限按新的安排重算；已经办完的不变", [], []),
    }.ToFrozenDictionary(step => step.Act);

    /// <summary>The line of an act.</summary>
    public static Step Of(Act act) => Steps[act];

    /// <summary>Every line, in the order in which the acts usually come.</summary>
    public static IEnumerable<Step> All => Steps.Values.OrderBy(step => step.Act);

    /// <summary>Why the act is not open: the wrong person first, then the seal, then the state. Null when it is.</summary>
    public static Refusal? Refuses(Act act, PetitionStatus status, Category category, Roles roles)
    {
        var step = Steps[act];
        if ((step.Who & roles) == 0) return Refusals.NotAllowed(step);
        if (category is Category.Accusation && !step.ForSealed) return Refusals.Sealed;
        return step.From.Contains(status) ? null : Refusals.WrongState(status, step);
    }

    /// <summary>The table as Markdown.</summary>
    public static string Describe()
    {
        var text = new StringBuilder("""
            # CaseHandling flow

            Kept equal to `CaseHandling.Domain/Flow.cs` by a test. *Who* is the role at the organ that holds the petition (System: an event of
            another service; Overseer: the head of the petition office). Accusations (art. 30) are sealed: every act not marked *sealed too* is
            refused with `petition.sealed`.

            | Act | 中文 | Who | From | To | Guards | Basis |
            |---|---|---|---|---|---|---|

            """.ReplaceLineEndings("\n"));
        foreach (var step in All)
            text.Append(System.Globalization.CultureInfo.InvariantCulture,
                $"| {step.Act}{(step.ForSealed ? " (sealed too)" : "")} | {step.Label} | {step.Who} | {Names(step.From)} | {Names(step.To)} | {Guards(step)} | {step.Basis} |\n");
        return text.ToString();
    }

    private static string Names(PetitionStatus[] states) => states.Length == Anywhere.Length ? "any" : string.Join(", ", states);

    private static string Guards(Step step) => step.Guards.Length == 0
        ? "–"
        : string.Join("<br>", step.Guards.Select(guard => $"`{guard.Code}` {guard.Basis?.Short}"));
}
