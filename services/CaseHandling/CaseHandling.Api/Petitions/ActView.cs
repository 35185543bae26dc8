using Xinfang.CaseHandling.Domain;
using Xinfang.Law;

namespace Xinfang.CaseHandling.Api.Petitions;

/// <summary>An act the caller may do now, or may not and why.</summary>
/// <param name="Act">The glossary's word.</param>
/// <param name="Label">In Chinese, verb first.</param>
/// <param name="Open">May be done now.</param>
/// <param name="Consequence">What it brings about, when open.</param>
/// <param name="Reason">Why it is closed: 还没到, 已经过了, 缺什么 or 谁才能办.</param>
/// <param name="Basis">The article.</param>
/// <param name="OpensOn">The first day, where the act is closed because it is too early.</param>
/// <param name="Href">Route of this service.</param>
internal sealed record ActView(
    string Act, string Label, bool Open, string? Consequence, string? Reason, string? Basis, DateOnly? OpensOn, string Href)
{
    /// <summary>Acts of people, with the route of each below the petition.</summary>
    private static readonly IReadOnlyDictionary<Act, string> Routes = new Dictionary<Act, string>
    {
        [Domain.Act.Claim] = "claim",
        [Domain.Act.Accept] = "acceptance",
        [Domain.Act.Decline] = "declination",
        [Domain.Act.Contest] = "contestation",
        [Domain.Act.DecideContestation] = "contestation/decision",
        [Domain.Act.HearStatement] = "statement",
        [Domain.Act.Extend] = "extensions",
        [Domain.Act.ServeExtension] = "extensions/service",
        [Domain.Act.DraftOpinion] = "opinion/draft",
        [Domain.Act.CheckOpinion] = "opinion/check",
        [Domain.Act.ReturnDraft] = "opinion/return",
        [Domain.Act.SignOpinion] = "opinion/signature",
        [Domain.Act.WithdrawOpinion] = "opinion/withdrawal",
        [Domain.Act.Serve] = "service",
        [Domain.Act.Complete] = "completion",
        [Domain.Act.Recuse] = "recusal",
        [Domain.Act.ChooseSimple] = "simple-procedure",
        [Domain.Act.LeaveSimple] = "simple-procedure/end",
        [Domain.Act.StudySuggestion] = "study",
        [Domain.Act.AnswerSuggestion] = "answer",
        [Domain.Act.CarryOutAdoption] = "answer/measure",
        [Domain.Act.RewardSuggestion] = "answer/reward",
        [Domain.Act.ConsentToMediation] = "mediation/consents",
        [Domain.Act.Mediate] = "mediation",
        [Domain.Act.Agree] = "mediation/agreement",
        [Domain.Act.FailMediation] = "mediation/failure",
        [Domain.Act.CallHearing] = "hearings",
        [Domain.Act.HoldHearing] = "hearings/record",
        [Domain.Act.CancelHearing] = "hearings/cancellation",
        [Domain.Act.TakeMeasure] = "measures",
        [Domain.Act.Contact] = "contacts",
        [Domain.Act.PlanEnforcement] = "enforcement/plan",
        [Domain.Act.Enforce] = "enforcement",
        [Domain.Act.RefuseEnforcement] = "enforcement/refusal",
        [Domain.Act.ReceiveAccusation] = "accusation/reception",
        [Domain.Act.VerifyAccusation] = "accusation/verification",
        [Domain.Act.TransferAccusation] = "accusation/transfer",
        [Domain.Act.InformOrganisation] = "accusation/organisation",
        [Domain.Act.TellResult] = "accusation/result",
        [Domain.Act.HandOver] = "hand-over",
        [Domain.Act.NameConcerned] = "concerned",
        [Domain.Act.Terminate] = "termination",
        [Domain.Act.StateNews] = "news",
        [Domain.Act.Bar] = "bar",
        [Domain.Act.LinkEarlier] = "earlier",
        [Domain.Act.ProposePublication] = "publication",
        [Domain.Act.ReleasePublication] = "publication/release",
        [Domain.Act.WithdrawPublication] = "publication/withdrawal",
    };

    /// <summary>Refusals that say no more than that there is nothing to do it to; the act is then left out.</summary>
    private static readonly HashSet<Refusal> NothingToSay =
    [
        Refusals.NotSimple, Refusals.AlreadySimple, Refusals.SimpleLeftBefore, Refusals.NothingToEnforce, Refusals.NothingToCarryOut, Refusals.NoHearingCalled, Refusals.HandOverUnclaimed, Refusals.AlreadyConsented,
    ];

    private static readonly HashSet<Act> Quiet =
    [
        Domain.Act.StateNews, Domain.Act.Bar, Domain.Act.LinkEarlier, Domain.Act.ProposePublication, Domain.Act.ReleasePublication, Domain.Act.WithdrawPublication,
    ];

    /// <summary>The route of an act below /petitions/{id}.</summary>
    public static string RouteOf(Act act) => Routes[act];

    /// <summary>The acts a page shows for this caller, open ones first. What can never apply to this petition is left out.</summary>
    public static IReadOnlyList<ActView> For(Petition petition, Actor actor, Moment now) =>
        [.. Routes.Keys.Select(act => Of(petition, Flow.Of(act), actor, now)).OfType<ActView>().OrderByDescending(view => view.Open)];

    private static ActView? Of(Petition petition, Step step, Actor actor, Moment now)
    {
        var refusal = petition.Refuses(step.Act, actor, now);
        var href = $"/petitions/{petition.Id.Value}/{RouteOf(step.Act)}";
        if (refusal is null) return new(step.Act.ToString(), step.Label, true, step.Consequence, null, step.Basis.ToString(), null, href);

        // Whoever cannot do these needs no word of them: they concern few petitions.
        if (Quiet.Contains(step.Act) && refusal != Refusals.ReleaseOfOwnProposal) return null;
        var applies = (step.Act is not (Domain.Act.Extend or Domain.Act.ServeExtension) || petition.Category is Category.Redress)
            && step.Rails?.Contains(petition.Category) is not false && !NothingToSay.Contains(refusal);
        var near = step.From.Contains(petition.Status) || step.Announced.Contains(petition.Status);
        var ofOffice = (actor.Roles & (Roles.Officer | Roles.Checker | Roles.Head)) == 0;
        // Whose desk the draft is not on needs no closed button for giving it back.
        return applies && near && refusal != Refusals.AlreadyClaimed && refusal != Refusals.NothingToReturn && (!ofOffice || (step.Who & Roles.Overseer) != 0)
            ? new(step.Act.ToString(), step.Label, false, null, refusal.Message, refusal.Basis?.ToString(), null, href)
            : null;
    }
}
