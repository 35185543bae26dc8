using Xinfang.CaseHandling.Domain;
using Xinfang.CaseHandling.Domain.Reviews;

namespace Xinfang.CaseHandling.Api.Reviews;

/// <summary>An act of a review the caller may do now, or may not and why; on the wire as the acts of a petition.</summary>
internal sealed record ReviewActView(
    string Act, string Label, bool Open, string? Consequence, string? Reason, string? Basis, DateOnly? OpensOn, string Href)
{
    private static readonly IReadOnlyDictionary<ReviewAct, string> Routes = new Dictionary<ReviewAct, string>
    {
        [ReviewAct.Claim] = "claim",
        [ReviewAct.Accept] = "acceptance",
        [ReviewAct.Reject] = "rejection",
        [ReviewAct.Hear] = "hearings",
        [ReviewAct.Propose] = "proposal",
        [ReviewAct.Decide] = "decision",
        [ReviewAct.Serve] = "service",
        [ReviewAct.Recuse] = "recusal",
    };

    /// <summary>The acts a page shows for somebody of the reviewing body, open ones first; others only read.</summary>
    public static IReadOnlyList<ReviewActView> For(Review review, Actor actor) => actor.Organ != review.Body
        ? []
        : [.. Routes.Select(route => Of(review, ReviewFlow.Of(route.Key), route.Value, actor)).OfType<ReviewActView>().OrderByDescending(view => view.Open)];

    private static ReviewActView? Of(Review review, ReviewStep step, string route, Actor actor)
    {
        var refusal = review.Refuses(step.Act, actor);
        var href = $"/reviews/{review.Id.Value}/{route}";
        if (refusal is null)
            return new(step.Act.ToString(), step.LabelOf(review.Level), true, step.ConsequenceOf(review.Level), null, step.BasisOf(review.Level).ToString(), null, href);
        return (step.From.Contains(review.Status) || step.Announced.Contains(review.Status)) && refusal != ReviewRefusals.AlreadyClaimed
            ? new(step.Act.ToString(), step.LabelOf(review.Level), false, null, refusal.Message, refusal.Basis?.ToString(), null, href)
            : null;
    }
}
