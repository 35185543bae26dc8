using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Xinfang.CaseHandling.Domain;
using Xinfang.Law;
using Xinfang.ServiceDefaults.Http;
using Xinfang.ServiceDefaults.Organs;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.CaseHandling.Api.Documents.Opinions;

/// <summary>The opinion on its way: GET /petitions/{id}/opinion. The draft, its versions, and the document as it would be issued today.</summary>
internal static class GetOpinion
{
    public sealed record VersionView(int Version, DateTimeOffset SavedAt, string By, string Hash);

    public sealed record PreviewView(string Title, string Issuer, string Addressee, IReadOnlyList<DocumentParagraph> Paragraphs, IReadOnlyList<string> Basis, string? Remedy);

    public sealed record Response(OpinionDraft? Draft, IReadOnlyList<VersionView> Versions, IReadOnlyList<OpinionWithdrawal> Withdrawals, PreviewView? Preview, IReadOnlyList<FindingView> Findings);

    public static async Task<Results<Ok<Response>, ProblemHttpResult>> Handle(
        Guid id, CurrentCaller caller, HttpRequest http, HttpResponse response, CaseHandlingDb db, Dossiers dossiers, LegalClock clock, CancellationToken ct)
    {
        if (await db.OpenAsync(id, caller, ct) is not { } petition) return Problems.NotFound();

        var versions = await db.Drafts.AsNoTracking().Where(version => version.PetitionId == petition.Id).OrderBy(version => version.Version).ToListAsync(ct);
        var dossier = await dossiers.ReadAsync(id, http, ct);
        var findings = petition.File.Draft is { } drafted ? await db.CheckAsync(petition, drafted.Text, dossier, clock.Now(), ct) : [];
        response.Headers.CacheControl = "no-store";
        return TypedResults.Ok(new Response(
            petition.File.Draft, [.. versions.Select(version => new VersionView(version.Version, version.SavedAt, version.By, version.Hash))],
            petition.File.Withdrawals, petition.File.Draft is { } draft ? await PreviewAsync(draft) : null,
            petition.File.Draft is { } known ? findings.View(known.Text) : []));

        async Task<PreviewView> PreviewAsync(OpinionDraft draft)
        {
            var (document, body) = HandlingOpinion.Write(petition, draft.Text, clock.Now().Date, dossier,
                Organs.ReviewBodyOf(petition.Organ), await db.DocumentsOfAsync(petition.Id, ct));
            return new(document.Title, Letters.NameOf(petition.Organ), body.Addressee, body.Paragraphs, body.Basis, body.Remedy);
        }
    }
}
