using Microsoft.AspNetCore.Http.HttpResults;
using Xinfang.CaseHandling.Domain;
using Xinfang.Contracts.CaseHandling.V1;
using Xinfang.Law;
using Xinfang.ServiceDefaults.Http;
using Xinfang.ServiceDefaults.Organs;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.CaseHandling.Api.Documents.Opinions;

/// <summary>签发处理意见: POST /petitions/{id}/opinion/signature. Gives the number, stamps, and issues 信访处理意见书.</summary>
internal static class SignOpinion
{
    public sealed record Response(PetitionStatus Status, DateOnly DecidedOn, bool InTime, int Supported, int Explained, int NotSupported, DocumentView Document);

    public static async Task<Results<Ok<Response>, ProblemHttpResult>> Handle(
        Guid id, CurrentCaller caller, HttpRequest http, CaseHandlingDb db, Dossiers dossiers, LegalClock clock, CancellationToken ct)
    {
        if (await db.OpenAsync(id, caller, ct) is not { } petition) return Problems.NotFound();
        var now = clock.Now();

        var review = Organs.ReviewBodyOf(petition.Organ);
        if (petition.SignOpinion(caller.Actor(), review?.Code, now).Refused(out var refusal, out var decided)) return refusal.ToProblem();
        if (await dossiers.ReadAsync(id, http, ct) is not { } dossier) return Dossiers.Unavailable();
        var text = petition.File.Draft!.Text;
        if ((await db.CheckAsync(petition, text, dossier, now, ct)) is var findings && findings.Refuses(text) is { } blocked) return findings.ToProblem(blocked, text);

        var (opinion, body) = HandlingOpinion.Write(petition, text, decided.On, dossier, review, await db.DocumentsOfAsync(petition.Id, ct));
        await db.IssueAsync(opinion, body, ct);
        if (OpinionChecks.SketchOf(opinion, text) is { } sketch) db.Add(sketch);
        await db.RecordAsync(petition, Act.SignOpinion, caller.Actor(), now, decided, ct, opinion);
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
