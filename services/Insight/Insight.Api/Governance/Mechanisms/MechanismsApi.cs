using Xinfang.Law;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.Insight.Api.Governance.Mechanisms;

internal static class MechanismsApi
{
    public static void MapMechanisms(this RouteGroupBuilder governance)
    {
        var mechanisms = governance.MapGroup("/mechanisms").RequireAuthorization(Readers.Office);
        mechanisms.MapGet("", ListMechanisms.Handle);
        mechanisms.MapGet("/{id:guid}", GetMechanism.Handle).ProducesProblem(StatusCodes.Status404NotFound);
        mechanisms.MapPut("/{id:guid}", EnterMechanism.Handle).RequireAuthorization(Shared.Keepers).For(PetitionRegulations.JointConference);
        mechanisms.MapPost("/{id:guid}/evaluation", EvaluateMechanism.Handle).For(PetitionRegulations.JointConference);
    }
}

/// <summary>An evaluation as a caller sees it.</summary>
internal sealed record MechanismEvaluationView(DateOnly DueOn, DateOnly On, string Result, string ResultText, string Words, int Version, bool InTime);

/// <summary>A mechanism as a caller sees it.</summary>
internal sealed record MechanismView(
    Guid Id, string Title, string? Number, string Owner, DateOnly AdoptedOn, int Version, string Text, DateOnly? EvaluateOn, bool Retired, bool Overdue, DateOnly? OverdueToldOn, IReadOnlyList<MechanismEvaluationView> Evaluations, IReadOnlyList<ActView> Acts)
{
    public static MechanismView Of(Mechanism each, CurrentCaller caller, DateOnly today) => new(
        each.Id, each.Title, each.Number, each.Owner, each.AdoptedOn, each.Version, each.Text, each.EvaluateOn, each.EvaluateOn is null, each.OverdueOn(today), each.OverdueToldOn,
        [.. each.Evaluations.Select(evaluation => new MechanismEvaluationView(evaluation.DueOn, evaluation.On, evaluation.Result.ToString(), Mechanism.Words(evaluation.Result), evaluation.Words, evaluation.Version, evaluation.On <= evaluation.DueOn))],
        [.. new[] { ActView.Of("Evaluate", "评估", $"/governance/mechanisms/{each.Id}/evaluation", each.Refuses(caller)) }.Where(act => act.Open)]);
}
