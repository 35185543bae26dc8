using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using Xinfang.CaseHandling.Api.Documents;
using Xinfang.CaseHandling.Domain;
using Xinfang.Law;
using Xinfang.ServiceDefaults.Http;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.CaseHandling.Api.Petitions;

/// <summary>达成协议: POST /petitions/{id}/mediation/agreement, in writing or recorded (art. 33).</summary>
internal static class AgreeInMediation
{
    public sealed record Request(
        AgreementForm Form,
        DateOnly PerformBy,
        [property: StringLength(10000, ErrorMessage = "最多10000个字。")] string? Content = null,
        [property: StringLength(100, ErrorMessage = "最多100个字。")] string? Respondent = null);

    public sealed record Response(PetitionStatus Status, DateOnly AgreedOn, bool InTime, DateOnly PerformBy, DocumentView Document);

    public static async Task<Results<Ok<Response>, ProblemHttpResult>> Handle(
        Guid id, Request request, CurrentCaller caller, HttpRequest http, CaseHandlingDb db, Dossiers dossiers, LegalClock clock, CancellationToken ct)
    {
        if (await db.OpenAsync(id, caller, ct) is not { } petition) return Problems.NotFound();
        var now = clock.Now();

        if (petition.Agree(caller.Actor(), request.Form, request.Content ?? "", request.PerformBy, now).Refused(out var refusal, out var agreed)) return refusal.ToProblem();

        var (agreement, body) = AgreementDocument.Write(petition, agreed, request.Respondent, await dossiers.ReadAsync(id, http, ct));
        await db.IssueAsync(agreement, body, ct);
        await db.RecordAsync(petition, Act.Agree, caller.Actor(), now, agreed, ct, agreement);
        db.Publish(id, new Contracts.CaseHandling.V1.MediationAgreed { PetitionId = id, Organ = petition.Organ, Kind = agreed.Kind.ToString(), AgreedAt = now.At, InTime = agreed.InTime, PerformDueOn = agreed.PerformBy, DocumentId = agreement.Id, DocumentNumber = agreement.Number });
        await db.CommitAsync(ct);
        return TypedResults.Ok(new Response(petition.Status, agreed.On, agreed.InTime, agreed.PerformBy, DocumentView.Of(agreement)));
    }
}
