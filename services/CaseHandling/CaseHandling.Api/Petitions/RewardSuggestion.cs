using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using Xinfang.CaseHandling.Domain;
using Xinfang.Law;
using Xinfang.ServiceDefaults.Http;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.CaseHandling.Api.Petitions;

/// <summary>致谢、奖励: POST /petitions/{id}/answer/reward (art. 29).</summary>
internal static class RewardSuggestion
{
    public sealed record Request(
        DateOnly On,
        RewardKind? Kind = null,
        [property: StringLength(2000, ErrorMessage = "最多2000个字。")] string? Note = null);

    public sealed record Response(PetitionStatus Status, RewardKind Kind, DateOnly On);

    public static async Task<Results<Ok<Response>, ProblemHttpResult>> Handle(
        Guid id, Request request, CurrentCaller caller, CaseHandlingDb db, LegalClock clock, CancellationToken ct)
    {
        if (await db.OpenAsync(id, caller, ct) is not { } petition) return Problems.NotFound();
        var now = clock.Now();

        if (petition.Refuses(Act.RewardSuggestion, caller.Actor(), now) is { } closed) return closed.ToProblem();
        if (request.Kind is not { } kind) return Refusals.RewardWithoutKind.ToProblem();
        if (petition.RewardSuggestion(caller.Actor(), kind, request.On, request.Note ?? "", now).Refused(out var refusal, out var rewarded)) return refusal.ToProblem();

        await db.RecordAsync(petition, Act.RewardSuggestion, caller.Actor(), now, rewarded, ct);
        db.Publish(id, new Contracts.CaseHandling.V1.SuggestionRewarded { PetitionId = id, Organ = petition.Organ, Kind = rewarded.Kind.ToString(), RewardedOn = rewarded.On });
        await db.CommitAsync(ct);
        return TypedResults.Ok(new Response(petition.Status, rewarded.Kind, rewarded.On));
    }
}
