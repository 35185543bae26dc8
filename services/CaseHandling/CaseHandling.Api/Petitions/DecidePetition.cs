using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using Xinfang.CaseHandling.Api.Documents;
using Xinfang.CaseHandling.Domain;
using Xinfang.Contracts.CaseHandling.V1;
using Xinfang.Law;
using Xinfang.ServiceDefaults.Http;
using Xinfang.ServiceDefaults.Organs;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.CaseHandling.Api.Petitions;

/// <summary>作出处理意见: POST /petitions/{id}/opinion. One outcome per claim; issues 信访处理意见书.</summary>
internal static class DecidePetition
{
    public sealed record ClaimRequest(
        int Number, Outcome? Outcome = null,
        [property: StringLength(3000, ErrorMessage = "最多3000个字。")] string? Reason = null,
        [property: StringLength(1000, ErrorMessage = "最多1000个字。")] string? Basis = null);

    public sealed record Request(
        [property: StringLength(10000, ErrorMessage = "最多10000个字。")] string? Facts = null,
        [property: MaxLength(50, ErrorMessage = "最多50项。")] IReadOnlyList<ClaimRequest?>? Claims = null);

    public sealed record Response(PetitionStatus Status, DateOnly DecidedOn, bool InTime, int Supported, int Explained, int NotSupported, DocumentView Document);

    public static async Task<Results<Ok<Response>, ProblemHttpResult>> Handle(
        Guid id, Request request, CurrentCaller caller, HttpRequest http, CaseHandlingDb db, Dossiers dossiers, LegalClock clock, CancellationToken ct)
    {
        if (await db.OpenAsync(id, caller, ct) is not { } petition) return Problems.NotFound();
        var now = clock.Now();

        ClaimDecision[] decisions = [.. (request.Claims ?? []).OfType<ClaimRequest>().Where(claim => claim.Outcome is not null)
            .Select(claim => new ClaimDecision(claim.Number, claim.Outcome.GetValueOrDefault(), claim.Reason ?? "", claim.Basis ?? ""))];
        var review = Organs.ReviewBodyOf(petition.Organ);
        if (petition.Decide(caller.Actor(), request.Facts ?? "", decisions, review?.Code, now).Refused(out var refusal, out var decided))
            return refusal.ToProblem();
        if (await dossiers.ReadAsync(id, http, ct) is not { } dossier) return Dossiers.Unavailable();

        var (opinion, body) = HandlingOpinion.Write(petition, decided, dossier, review, await db.DocumentsOfAsync(petition.Id, ct));
        await db.IssueAsync(opinion, body, ct);
        await db.RecordAsync(petition, Act.Decide, caller.Actor(), now, decided, ct, opinion);
        db.Publish(id, new PetitionDecided
        {
            PetitionId = id,
            Organ = petition.Organ,
            DecidedAt = now.At,
            Supported = decided.Supported,
            Explained = decided.Explained,
            NotSupported = decided.NotSupported,
            InTime = decided.InTime,
            DocumentId = opinion.Id,
            DocumentNumber = opinion.Number,
        });
        await db.CommitAsync(ct);
        return TypedResults.Ok(new Response(
            petition.Status, decided.On, decided.InTime, decided.Supported, decided.Explained, decided.NotSupported, DocumentView.Of(opinion)));
    }
}
