using System.Globalization;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Xinfang.CaseHandling.Api.Documents;
using Xinfang.CaseHandling.Domain;
using Xinfang.Documents.Checks;
using Xinfang.Law;
using Xinfang.ServiceDefaults.Http;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.CaseHandling.Api.Quality;

/// <summary>The office's sample of signed opinions: drawn again it is the same, for it depends on seed, organ and month only.</summary>
internal sealed class SampleSettings(IConfiguration configuration)
{
    /// <summary>Share of each organ's opinions of a month; at least one. 本区设定.</summary>
    public double Share { get; } = double.Parse(configuration["Quality:SampleShare"] ?? "0.1", CultureInfo.InvariantCulture);

    public string Seed { get; } = configuration["Quality:SampleSeed"] ?? "120104";
}

/// <summary>抽查: GET /quality/samples?month=2026-04.</summary>
internal static class ListSamples
{
    public sealed record Item(Guid DocumentId, Guid PetitionId, string Organ, string Number, DateOnly IssuedOn, string? ReviewedBy, DateOnly? ReviewedOn, int? Defects);

    public sealed record Response(string Month, double Share, int Documents, IReadOnlyList<Item> Items);

    public static async Task<Results<Ok<Response>, ProblemHttpResult>> Handle(
        CaseHandlingDb db, SampleSettings settings, LegalClock clock, CancellationToken ct, string? month = null)
    {
        var first = new DateOnly(clock.Now().Date.Year, clock.Now().Date.Month, 1);
        if (month is not null && !DateOnly.TryParseExact($"{month}-01", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out first))
            return Problems.Invalid(new Dictionary<string, string[]> { ["month"] = ["月份写成2026-04。"] });

        var (all, drawn) = await DrawAsync(db, settings, first, ct);
        var ids = drawn.Select(document => document.Id).ToList();
        var reviews = await db.Samples.AsNoTracking().Where(review => ids.Contains(review.DocumentId)).ToDictionaryAsync(review => review.DocumentId, ct);
        return TypedResults.Ok(new Response(first.ToString("yyyy-MM", CultureInfo.InvariantCulture), settings.Share, all,
            [.. drawn.Select(document => ItemOf(document, reviews.GetValueOrDefault(document.Id)))]));
    }

    private static Item ItemOf(Document document, SampleReview? review) =>
        new(document.Id, document.PetitionId.Value, document.Organ, document.Number, document.IssuedOn, review?.ReviewedBy, review?.ReviewedOn, review?.Defects);

    /// <summary>The sample of a month: for each organ a share of its opinions. Accusations have none.</summary>
    internal static async Task<(int All, IReadOnlyList<Document> Drawn)> DrawAsync(CaseHandlingDb db, SampleSettings settings, DateOnly first, CancellationToken ct)
    {
        var until = first.AddMonths(1);
        var documents = await db.Documents.AsNoTracking()
            .Where(document => document.Kind == DocumentKind.Opinion && document.State != DocumentState.Withdrawn && document.IssuedOn >= first && document.IssuedOn < until)
            .OrderBy(document => document.Id).ToListAsync(ct);
        return (documents.Count,
        [
            .. documents.GroupBy(document => document.Organ).OrderBy(group => group.Key, StringComparer.Ordinal).SelectMany(group =>
                Sampling.Draw(group.ToList(), document => document.Id, settings.Share, $"{settings.Seed}|{group.Key}|{first:yyyy-MM}")),
        ]);
    }
}
