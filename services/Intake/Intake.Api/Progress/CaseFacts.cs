using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Xinfang.Contracts.CaseHandling.V1;
using Xinfang.Intake.Api.Notices;
using Xinfang.Intake.Api.Persistence;
using Xinfang.Intake.Domain;
using Xinfang.ServiceDefaults.Messaging;

namespace Xinfang.Intake.Api.Progress;

/// <summary>What has been told about a petition, in the order of what happened, whatever the order of the telling.</summary>
internal sealed class CaseFacts(IEnumerable<(string Organ, DateTimeOffset At, object Event)> facts)
{
    private readonly List<(string Organ, DateTimeOffset At, object Event)> _facts = [.. facts.OrderBy(fact => fact.At)];

    /// <summary>Facts of one kind told by this organ, oldest first.</summary>
    public IReadOnlyList<T> All<T>(string? organ) where T : class =>
        [.. _facts.Where(fact => fact.Organ == organ).Select(fact => fact.Event).OfType<T>()];

    /// <summary>The latest of them, or null.</summary>
    public T? Last<T>(string? organ) where T : class => All<T>(organ) is [.., var last] ? last : null;

    /// <summary>Facts of one kind, whichever organ told them.</summary>
    public IReadOnlyList<T> Every<T>() where T : class => [.. _facts.Select(fact => fact.Event).OfType<T>()];

    /// <summary>Opinions that stand: what was withdrawn before service was never the petitioner's to see.</summary>
    public IReadOnlyList<PetitionDecided> Opinions() =>
        [.. Every<PetitionDecided>().Where(decided => Every<OpinionWithdrawn>().All(withdrawn => withdrawn.DocumentId != decided.DocumentId))];

    public DateTimeOffset? UpdatedAt => _facts is [.., var last] ? last.At : null;
}

/// <summary>The projection's two ends: consumers keep facts, reading composes them.</summary>
internal static class CaseFactKeeping
{
    private static readonly Dictionary<string, Type> Types = typeof(Contracts.Subscriptions).Assembly.GetExportedTypes()
        .Where(type => type.Namespace?.EndsWith(".V1", StringComparison.Ordinal) is true)
        .ToDictionary(NameOf, StringComparer.Ordinal);

    /// <summary>Keeps a fact unless it is known; a fact is never overwritten, so neither a repeat nor a late one changes what was told.</summary>
    /// <returns>False when it was known.</returns>
    public static async Task<bool> KeepAsync<T>(this IntakeDb db, Guid petition, string organ, string key, DateTimeOffset at, T fact, CancellationToken ct)
        where T : class
    {
        var (id, name) = (new PetitionId(petition), NameOf(typeof(T)));
        if (await db.CaseFacts.FindAsync([id, name, key], ct) is not null) return false;
        db.CaseFacts.Add(new CaseFact
        {
            PetitionId = id,
            Event = name,
            Key = key,
            Organ = organ,
            At = at.ToUniversalTime(),
            Body = JsonSerializer.Serialize(fact, MessageTypes.Json),
        });
        await db.NotifyOfFactAsync(id, fact, key, at.ToUniversalTime(), ct);
        return true;
    }

    public static async Task<CaseFacts> CaseFactsAsync(this IntakeDb db, Petition petition, CancellationToken ct)
    {
        var rows = await db.CaseFacts.AsNoTracking().Where(f => f.PetitionId == petition.Id).ToListAsync(ct);
        return new CaseFacts(rows.Select(row => (row.Organ, row.At, JsonSerializer.Deserialize(row.Body, Types[row.Event], MessageTypes.Json)!)));
    }

    /// <summary>The start of a day in Beijing.</summary>
    public static DateTimeOffset StartOf(DateOnly day) => new DateTimeOffset(day.ToDateTime(TimeOnly.MinValue), TimeSpan.FromHours(8)).ToUniversalTime();

    private static string NameOf(Type type) => type.FullName!["Xinfang.Contracts.".Length..];
}
