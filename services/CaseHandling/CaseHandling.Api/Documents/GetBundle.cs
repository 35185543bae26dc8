using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http.HttpResults;
using Xinfang.CaseHandling.Api.Petitions;
using Xinfang.CaseHandling.Domain;
using Xinfang.Documents.Rendering;
using Xinfang.Law;
using Xinfang.ServiceDefaults.Http;
using Xinfang.ServiceDefaults.Messaging;
using Xinfang.ServiceDefaults.Persistence;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.CaseHandling.Api.Documents;

/// <summary>
/// 案卷: GET /petitions/{id}/bundle. One ZIP of everything: facts, documents (text, Word, PDF), drafts, how every date was counted, and the record chains of
/// both services. tools/Verifier checks it without any server. Each file's hash is in manifest.json; what the hashes hang on is the record.
/// </summary>
internal static class GetBundle
{
    private sealed record Entry(int Seq, string Act, string By, string Organ, DateTimeOffset At, string? Article, string Facts, string? Before, string After, string PreviousHash, string Hash)
    {
        public static Entry Of(RecordEntry e) => new(
            e.Seq, e.Act, e.By, e.Organ, e.At, e.Article, e.Facts, e.Before, e.After, Convert.ToHexStringLower(e.PreviousHash), Convert.ToHexStringLower(e.Hash));
    }

    private sealed record Manifest(int Format, Guid PetitionId, DateTimeOffset MadeAt, string MadeBy, IReadOnlyDictionary<string, string> Files);

    public static async Task<Results<FileContentHttpResult, ProblemHttpResult>> Handle(
        Guid id, CurrentCaller caller, HttpRequest http, HttpResponse response, CaseHandlingDb db, Dossiers dossiers, DocumentFonts fonts, LegalClock clock, CancellationToken ct)
    {
        if (await db.OpenAsync(id, caller, ct) is not { } petition) return Problems.NotFound();
        var now = clock.Now();
        if (petition.IsSealed()) await db.RecordReadingAsync(petition, caller.Actor(), now, ct);
        if (await dossiers.EvidenceAsync(id, http, ct) is not { } intake) return Dossiers.Unavailable();

        SortedDictionary<string, byte[]> files = new(StringComparer.Ordinal)
        {
            ["intake/evidence.json"] = Encoding.UTF8.GetBytes(intake),
            ["case-handling/petition.json"] = JsonSerializer.SerializeToUtf8Bytes(petition, MessageTypes.Json), // what the last entry's digest is of
            ["case-handling/file.json"] = Json(petition.File),
            ["case-handling/record.json"] = Json((await db.RecordOfAsync(petition.Id, ct)).Select(Entry.Of)),
            ["case-handling/terms.json"] = Json(petition.StartedTerms.Select(term => term.View(now))),
        };
        foreach (var version in await db.DraftsOfAsync(petition.Id, ct)) files[$"drafts/{version.Version}.json"] = db.BytesOf(version);
        foreach (var document in await db.DocumentsOfAsync(petition.Id, ct))
        {
            files[$"documents/{document.Id}.json"] = db.BytesOf(document);
            var paper = PaperOf.Of(document, db.BodyOf(document), null);
            files[$"documents/{document.Id}.docx"] = WordFile.Of(paper);
            if (fonts.Faces() is { } faces) files[$"documents/{document.Id}.pdf"] = PdfFile.Of(paper, faces);
        }
        files["documents/register.json"] = Json((await db.DocumentsOfAsync(petition.Id, ct)).Select(document =>
            new { document.Id, document.Kind, document.Number, document.Title, document.IssuedOn, document.ServedOn, document.State, document.SignedBy, document.WithdrawnOn, document.BodyHash }));

        response.Headers.CacheControl = "no-store";
        return TypedResults.File(Pack(new(1, id, now.At, caller.Account, files.ToDictionary(file => file.Key, file => Convert.ToHexStringLower(SHA256.HashData(file.Value)))), files),
            "application/zip", $"bundle-{id}.zip");
    }

    private static byte[] Pack(Manifest manifest, SortedDictionary<string, byte[]> files)
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            Write("manifest.json", Json(manifest));
            foreach (var (path, bytes) in files) Write(path, bytes);

            void Write(string path, byte[] bytes)
            {
                using var entry = zip.CreateEntry(path, CompressionLevel.Optimal).Open();
                entry.Write(bytes);
            }
        }
        return stream.ToArray();
    }

    private static byte[] Json<T>(T value) => JsonSerializer.SerializeToUtf8Bytes(value, MessageTypes.Json);
}
