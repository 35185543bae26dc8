using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Xinfang.CaseHandling.Api.Documents;
using Xinfang.CaseHandling.Domain;
using Xinfang.CaseHandling.Domain.Reviews;
using Xinfang.Law;
using Xinfang.ServiceDefaults.Messaging;
using Xinfang.ServiceDefaults.Persistence;

namespace Xinfang.CaseHandling.Api.Petitions;

/// <summary>Reading and checking the record of one petition (留痕).</summary>
internal static class RecordReading
{
    private const string Reading = "Read";

    /// <summary>The act of an entry in Chinese.</summary>
    public static string LabelOf(string act) => act == nameof(Quality.ReviewSample) ? "评查"
        : act == "Decide" ? "作出处理意见" /* before drafts went to a checker */
        : Enum.TryParse<Act>(act, out var known) ? Flow.Of(known).Label
        : Supervising.SupervisingRecord.LabelOf(act) ?? ReviewFlow.LabelOf(act) ?? (act.StartsWith("Care", StringComparison.Ordinal) ? "终结后帮扶" : "查阅");

    public static Task<List<RecordEntry>> RecordOfAsync(this CaseHandlingDb db, PetitionId petition, CancellationToken ct) =>
        db.Record.AsNoTracking().Where(entry => entry.PetitionId == petition.Value).OrderBy(entry => entry.Seq).ToListAsync(ct);

    public static Task<List<DraftVersion>> DraftsOfAsync(this CaseHandlingDb db, PetitionId petition, CancellationToken ct) =>
        db.Drafts.AsNoTracking().Where(draft => draft.PetitionId == petition).ToListAsync(ct);

    /// <summary>Every reading of an accusation leaves a trace (art. 30).</summary>
    public static async Task RecordReadingAsync(this CaseHandlingDb db, Petition petition, Actor actor, Moment now, CancellationToken ct)
    {
        await db.LockAsync(petition, ct); // two who read at the same time both leave a trace
        var digest = RecordChain.DigestOf(petition);
        var facts = new RecordFacts("查阅", JsonSerializer.SerializeToElement(new { }), null, null, null);
        await db.RecordAsync(new RecordDraft(petition.Id.Value, Reading, actor.Id.Value, actor.Organ, now.At,
            PetitionRegulations.Accusation.ToString(), JsonSerializer.Serialize(facts, MessageTypes.Json), digest, digest), ct);
        await db.CommitAsync(ct);
    }

    /// <summary>Checks chain, petition and documents: each document must be the one whose hash its act recorded.</summary>
    /// <param name="reviews">The petition's reviews; each must be as its last act left it.</param>
    public static RecordVerification Verify(
        this CaseHandlingDb db, Petition petition, IReadOnlyList<RecordEntry> entries, IReadOnlyList<Document> documents, IReadOnlyList<DraftVersion> drafts,
        IReadOnlyList<Review>? reviews = null)
    {
        var chain = RecordChain.Verify(entries, RecordChain.DigestOf(petition));
        if (!chain.Intact) return chain;

        var kept = documents.ToDictionary(document => document.Id);
        var versions = drafts.ToDictionary(draft => draft.Version);
        foreach (var entry in entries)
        {
            if (entry.Act == nameof(Act.DraftOpinion) && RecordFacts.Read(entry.Facts).Fact.Deserialize<OpinionDrafted>(MessageTypes.Json) is { } drafted
                && (!versions.TryGetValue(drafted.Version, out var version) || !db.IsWhole(version, drafted.Hash)))
                return new(false, entries.Count, entry.Seq, "这一步存下的稿子被改过或者不见了");
            if (RecordFacts.Read(entry.Facts) is not { DocumentId: { } id, DocumentHash: var hash, DocumentNumber: var number }) continue;
            if (!kept.TryGetValue(id, out var document) || document.Number != number || !db.IsWhole(document, hash))
                return new(false, entries.Count, entry.Seq, "这一步出具的文书被改过或者不见了");
        }
        foreach (var review in reviews ?? [])
        {
            var last = entries.Select(entry => (entry.Seq, Facts: RecordFacts.Read(entry.Facts))).LastOrDefault(entry => entry.Facts.ReviewId == review.Id.Value);
            if (last.Facts?.ReviewDigest != RecordChain.DigestOf(review))
                return new(false, entries.Count, last.Seq, "复查、复核的内容与最后一条记录不符");
        }
        return chain;
    }
}
