using Microsoft.AspNetCore.Http.HttpResults;
using Xinfang.CaseHandling.Api.Documents;
using Xinfang.CaseHandling.Domain;
using Xinfang.Contracts.CaseHandling.V1;
using Xinfang.Law;
using Xinfang.ServiceDefaults.Http;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.CaseHandling.Api.Petitions;

/// <summary>送达延期告知书: POST /petitions/{id}/extensions/service. The extension takes effect.</summary>
internal static class ServeExtension
{
    public sealed record Request(DateOnly ServedOn, ServiceMethod Method);

    public sealed record Response(ExtensionStatus Status, int Days, DateOnly ServedOn, DateOnly StrictDueOn, DateOnly DueOn, DocumentView Document);

    public static async Task<Results<Ok<Response>, ProblemHttpResult>> Handle(
        Guid id, Request request, CurrentCaller caller, CaseHandlingDb db, LegalClock clock, CancellationToken ct)
    {
        if (await db.OpenAsync(id, caller, ct) is not { } petition) return Problems.NotFound();
        var now = clock.Now();

        if (petition.ServeExtension(caller.Actor(), request.ServedOn, request.Method, now).Refused(out var refusal, out var served))
            return refusal.ToProblem();

        var notice = await db.LastDocumentAsync(petition.Id, DocumentKind.Extension, ct);
        notice.ServedOn = served.ServedOn;
        var (proof, form) = ServiceReceiptForm.Write(petition, notice, served.Method, served.ServedOn, null, null, null, now, db.BodyOf(notice).Addressee);
        await db.IssueAsync(proof, form, ct);
        await db.RecordAsync(petition, Act.ServeExtension, caller.Actor(), now, served, ct, proof);
        db.Publish(id, new PetitionExtended
        {
            PetitionId = id,
            Organ = petition.Organ,
            Days = served.Days,
            ServedOn = served.ServedOn,
            StrictDueOn = served.Answer.StrictDueOn,
            DueOn = served.Answer.DueOn,
            DocumentId = notice.Id,
            DocumentNumber = notice.Number,
        });
        await db.CommitAsync(ct);
        return TypedResults.Ok(new Response(
            ExtensionStatus.Effective, served.Days, served.ServedOn, served.Answer.StrictDueOn, served.Answer.DueOn, DocumentView.Of(notice)));
    }
}
