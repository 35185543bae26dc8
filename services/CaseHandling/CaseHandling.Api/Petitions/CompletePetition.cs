using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using Xinfang.CaseHandling.Api.Documents;
using Xinfang.CaseHandling.Domain;
using Xinfang.Contracts.CaseHandling.V1;
using Xinfang.Law;
using Xinfang.ServiceDefaults.Http;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.CaseHandling.Api.Petitions;

/// <summary>办结: POST /petitions/{id}/completion, with the four duties of article 27 checked, the means used (37), the level and the cause (42).</summary>
internal static class CompletePetition
{
    public sealed record LimbRequest(Limb Limb, bool Applies, [property: StringLength(2000, ErrorMessage = "最多2000个字。")] string? Evidence = null);

    public sealed record Request(
        [property: StringLength(5000, ErrorMessage = "最多5000个字。")] string? Result = null,
        [property: MaxLength(8, ErrorMessage = "最多8项。")] IReadOnlyList<LimbRequest?>? Limbs = null,
        ClosingLevel? Level = null,
        RootCause? Cause = null,
        [property: MaxLength(20, ErrorMessage = "最多20项。")] IReadOnlyList<Means>? Measures = null);

    public sealed record Response(PetitionStatus Status, DateOnly CompletedOn, bool InTime);

    public static async Task<Results<Ok<Response>, ProblemHttpResult>> Handle(
        Guid id, Request request, CurrentCaller caller, CaseHandlingDb db, LegalClock clock, CancellationToken ct)
    {
        if (await db.OpenAsync(id, caller, ct) is not { } petition) return Problems.NotFound();
        var now = clock.Now();

        var closing = new Closing(
            [.. (request.Limbs ?? []).OfType<LimbRequest>().Select(limb => new LimbCheck(limb.Limb, limb.Applies, limb.Evidence))],
            request.Level, request.Cause, [.. (request.Measures ?? []).Distinct()]);
        if (petition.Complete(caller.Actor(), request.Result ?? "", closing, now).Refused(out var refusal, out var completed)) return refusal.ToProblem();

        var report = petition.Assigned ? await ReportAsync(db, petition, completed, caller, ct) : null;
        await db.RecordAsync(petition, Act.Complete, caller.Actor(), now, completed, ct, report);
        db.Publish(id, new PetitionCompleted
        {
            PetitionId = id,
            Organ = petition.Organ,
            CompletedAt = now.At,
            InTime = completed.InTime,
            ClosingLevel = completed.Level?.ToString(),
            RootCause = completed.Cause?.ToString(),
        });
        await db.CommitAsync(ct);
        return TypedResults.Ok(new Response(petition.Status, completed.On, completed.InTime));
    }

    /// <summary>办结报告 to the office that has assigned (art. 22 para. 1 item 3).</summary>
    private static async Task<Document> ReportAsync(CaseHandlingDb db, Petition petition, Completed completed, CurrentCaller caller, CancellationToken ct)
    {
        var (report, body) = CompletionReport.Write(petition, completed, caller.Name, await db.DocumentsOfAsync(petition.Id, ct));
        await db.IssueAsync(report, body, ct);
        return report;
    }
}
