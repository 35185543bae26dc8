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

/// <summary>送达意见书: POST /petitions/{id}/service. The right to ask for a review runs from the day of service.</summary>
internal static class ServeOpinion
{
    public sealed record Request(
        ServiceMethod Method, DateOnly ServedOn,
        [property: StringLength(100, ErrorMessage = "最多100个字。")] string? Receiver = null,
        [property: StringLength(1000, ErrorMessage = "最多1000个字。")] string? Note = null);

    public sealed record Response(PetitionStatus Status, DateOnly ServedOn, string? ReviewBody, DateOnly? ReviewStrictDueOn, DateOnly? ReviewDueOn, DocumentView Document);

    public static async Task<Results<Ok<Response>, ProblemHttpResult>> Handle(
        Guid id, Request request, CurrentCaller caller, CaseHandlingDb db, LegalClock clock, CancellationToken ct)
    {
        if (await db.OpenAsync(id, caller, ct) is not { } petition) return Problems.NotFound();
        var now = clock.Now();

        var receipt = new ServiceReceipt(request.Method, request.ServedOn, request.Receiver ?? "", request.Note);
        if (petition.Serve(caller.Actor(), receipt, Organs.ReviewBodyOf(petition.Organ)?.Code, now).Refused(out var refusal, out var served))
            return refusal.ToProblem();

        var opinion = await db.LastDocumentAsync(petition.Id, DocumentKind.Opinion, ct);
        opinion.ServedOn = served.ServedOn;
        var (proof, form) = ServiceReceiptForm.Write(
            petition, opinion, served.Method, served.ServedOn, petition.File.Service!.Receiver, petition.File.Service.Note, served.ReviewRequest, now, db.BodyOf(opinion).Addressee);
        await db.IssueAsync(proof, form, ct);
        await db.RecordAsync(petition, Act.Serve, caller.Actor(), now, served, ct, proof);
        db.Publish(id, new OpinionServed
        {
            PetitionId = id,
            Organ = petition.Organ,
            ServedOn = served.ServedOn,
            Method = served.Method.ToString(),
            ReviewBody = served.ReviewBody,
            ReviewStrictDueOn = served.ReviewRequest?.StrictDueOn,
            ReviewDueOn = served.ReviewRequest?.DueOn,
            DocumentId = opinion.Id,
        });
        await db.CommitAsync(ct);
        return TypedResults.Ok(new Response(
            petition.Status, served.ServedOn, served.ReviewBody, served.ReviewRequest?.StrictDueOn, served.ReviewRequest?.DueOn, DocumentView.Of(opinion)));
    }
}
