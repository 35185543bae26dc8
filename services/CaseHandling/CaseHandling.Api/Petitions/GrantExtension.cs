using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using Xinfang.CaseHandling.Api.Documents;
using Xinfang.CaseHandling.Domain;
using Xinfang.Law;
using Xinfang.ServiceDefaults.Http;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.CaseHandling.Api.Petitions;

/// <summary>批准延期: POST /petitions/{id}/extensions, by the head of the organ. Issues the notice; the date moves when it is served.</summary>
internal static class GrantExtension
{
    public sealed record Request(int Days, [property: StringLength(1000, ErrorMessage = "最多1000个字。")] string? Reason = null);

    public sealed record Response(ExtensionStatus Status, int Days, DateOnly GrantedOn, DateOnly StrictDueOn, DateOnly DueOn, DocumentView Document);

    public static async Task<Results<Ok<Response>, ProblemHttpResult>> Handle(
        Guid id, Request request, CurrentCaller caller, HttpRequest http, CaseHandlingDb db, Dossiers dossiers, LegalClock clock, CancellationToken ct)
    {
        if (await db.OpenAsync(id, caller, ct) is not { } petition) return Problems.NotFound();
        var now = clock.Now();

        if (petition.Extend(caller.Actor(), request.Days, request.Reason ?? "", now).Refused(out var refusal, out var granted)) return refusal.ToProblem();

        var (notice, body) = ExtensionNotice.Write(petition, granted, await dossiers.ReadAsync(id, http, ct));
        await db.IssueAsync(notice, body, ct);
        await db.RecordAsync(petition, Act.Extend, caller.Actor(), now, granted, ct, notice);
        await db.CommitAsync(ct);
        return TypedResults.Ok(new Response(
            ExtensionStatus.Granted, granted.Days, granted.On, granted.Answer.StrictDueOn, granted.Answer.DueOn, DocumentView.Of(notice)));
    }
}
