using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using Xinfang.CaseHandling.Api.Documents;
using Xinfang.CaseHandling.Domain;
using Xinfang.Law;
using Xinfang.ServiceDefaults.Http;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.CaseHandling.Api.Petitions;

/// <summary>决定听证: POST /petitions/{id}/hearings, by the head; seven days' notice at least (art. 31 item 6).</summary>
internal static class CallHearing
{
    public sealed record Request(
        DateOnly HeldOn,
        HearingGround? Ground = null,
        [property: StringLength(1000, ErrorMessage = "最多1000个字。")] string? Why = null,
        [property: StringLength(200, ErrorMessage = "最多200个字。")] string? Place = null,
        [property: StringLength(100, ErrorMessage = "最多100个字。")] string? Chair = null,
        [property: MaxLength(20, ErrorMessage = "最多20人。")] IReadOnlyList<string?>? Members = null,
        [property: MaxLength(30, ErrorMessage = "最多30人。")] IReadOnlyList<string?>? Parties = null);

    public sealed record Response(PetitionStatus Status, DateOnly NoticedOn, DateOnly HeldOn, DocumentView Document);

    public static async Task<Results<Ok<Response>, ProblemHttpResult>> Handle(
        Guid id, Request request, CurrentCaller caller, HttpRequest http, CaseHandlingDb db, Dossiers dossiers, LegalClock clock, CancellationToken ct)
    {
        if (await db.OpenAsync(id, caller, ct) is not { } petition) return Problems.NotFound();
        var now = clock.Now();

        if (petition.Refuses(Act.CallHearing, caller.Actor(), now) is { } closed) return closed.ToProblem();
        if (request.Ground is not { } ground) return Refusals.HearingWithoutGround.ToProblem();
        if (petition.CallHearing(caller.Actor(), ground, request.Why ?? "", request.HeldOn, request.Place ?? "", request.Chair ?? "", [.. (request.Members ?? []).OfType<string>()], [.. (request.Parties ?? []).OfType<string>()], now).Refused(out var refusal, out var called)) return refusal.ToProblem();

        var (notice, body) = HearingPapers.Notice(petition, called, await dossiers.ReadAsync(id, http, ct));
        await db.IssueAsync(notice, body, ct);
        await db.RecordAsync(petition, Act.CallHearing, caller.Actor(), now, called, ct, notice);
        db.Publish(id, new Contracts.CaseHandling.V1.HearingCalled { PetitionId = id, Organ = petition.Organ, HeldOn = called.HeldOn, CalledAt = now.At, DocumentId = notice.Id, DocumentNumber = notice.Number });
        await db.CommitAsync(ct);
        return TypedResults.Ok(new Response(petition.Status, called.NoticedOn, called.HeldOn, DocumentView.Of(notice)));
    }
}
