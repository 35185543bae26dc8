using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using Xinfang.CaseHandling.Api.Quality;
using Xinfang.CaseHandling.Domain;
using Xinfang.Law;
using Xinfang.ServiceDefaults.Http;
using Xinfang.ServiceDefaults.Organs;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.CaseHandling.Api.Documents.Opinions;

/// <summary>起草处理意见: POST /petitions/{id}/opinion/draft. Saves a version; sent to the checker unless "submit" is false.</summary>
internal static class DraftOpinion
{
    public sealed record ClaimRequest(
        int Number, Outcome? Outcome = null,
        [property: StringLength(3000, ErrorMessage = "最多3000个字。")] string? Reason = null,
        [property: StringLength(1000, ErrorMessage = "最多1000个字。")] string? Basis = null);

    public sealed record AnswerRequest(
        [property: StringLength(10, ErrorMessage = "最多10个字。")] string Rule,
        [property: StringLength(500, ErrorMessage = "最多500个字。")] string? Reason = null);

    public sealed record Request(
        [property: StringLength(10000, ErrorMessage = "最多10000个字。")] string? Facts = null,
        [property: MaxLength(50, ErrorMessage = "最多50项。")] IReadOnlyList<ClaimRequest?>? Claims = null,
        [property: NoNulls, MaxLength(50, ErrorMessage = "最多50项。")] IReadOnlyList<AnswerRequest?>? Answers = null,
        bool Submit = true);

    /// <param name="Findings">What the checks have found; absent while the petitioner's words cannot be read.</param>
    public sealed record Response(int Version, string Hash, bool Submitted, IReadOnlyList<FindingView>? Findings);

    public static async Task<Results<Ok<Response>, ProblemHttpResult>> Handle(
        Guid id, Request request, CurrentCaller caller, HttpRequest http, CaseHandlingDb db, Dossiers dossiers, LegalClock clock, CancellationToken ct)
    {
        if (await db.OpenAsync(id, caller, ct) is not { } petition) return Problems.NotFound();
        var now = clock.Now();

        var text = new OpinionText(
            request.Facts ?? "",
            [.. (request.Claims ?? []).OfType<ClaimRequest>().Select(claim => new Claim(claim.Number, claim.Outcome, claim.Reason, claim.Basis))],
            [.. (request.Answers ?? []).OfType<AnswerRequest>().Where(answer => !string.IsNullOrWhiteSpace(answer.Reason)).Select(answer => new WarningAnswer(answer.Rule, answer.Reason!))]);
        if (petition.DraftOpinion(caller.Actor(), text, request.Submit, DraftVersion.HashOf(text), Organs.ReviewBodyOf(petition.Organ)?.Code, now).Refused(out var refusal, out var drafted))
            return refusal.ToProblem();

        db.Keep(petition, text, drafted, caller.Actor(), now);
        var findings = await dossiers.ReadAsync(id, http, ct) is { } dossier ? await db.CheckAsync(petition, petition.File.Draft!.Text, dossier, now, ct) : null;
        if (drafted.Submitted && findings is not null) Defect.Note(db, petition, caller.Actor(), drafted.Version, findings, now);
        await db.RecordAsync(petition, Act.DraftOpinion, caller.Actor(), now, drafted, ct);
        await db.CommitAsync(ct);
        return TypedResults.Ok(new Response(drafted.Version, drafted.Hash, drafted.Submitted, findings?.View(petition.File.Draft!.Text)));
    }
}
