using Microsoft.EntityFrameworkCore;
using Xinfang.CaseHandling.Domain;
using Xinfang.Contracts.CaseHandling.V1;
using Xinfang.Law;

namespace Xinfang.CaseHandling.Api.Watching;

/// <summary>
/// Tells organs of dates: near (three quarters used or three days left) and past (the strict day is over), each once per date.
/// The day to tell is in an index of open petitions, and what was told is one row, so neither history nor a restart nor another
/// replica matters. Runs at start, too.
/// </summary>
internal sealed class DeadlineWatch(IServiceScopeFactory scopes, LegalClock clock, TimeProvider time, ILogger<DeadlineWatch> log) : Watch<DeadlineWatch.Due>(scopes, clock, time, log)
{
    private const int Batch = 500;

    /// <summary>A petition with something to tell.</summary>
    public sealed record Due(DateOnly On, PetitionId Id);

    protected override Task<List<Due>> NextAsync(CaseHandlingDb db, Due? after, CancellationToken ct)
    {
        var (today, on, id) = (Clock.Now().Date, after?.On ?? DateOnly.MinValue, after?.Id ?? new(Guid.Empty));
        return db.Petitions.AsNoTracking()
            .Where(p => p.WatchOn <= today && EF.Functions.GreaterThan(ValueTuple.Create(p.WatchOn, p.Id), ValueTuple.Create((DateOnly?)on, id)))
            .OrderBy(p => p.WatchOn).ThenBy(p => p.Id)
            .Select(p => new Due(p.WatchOn!.Value, p.Id)).Take(Batch).ToListAsync(ct);
    }

    protected override Guid IdOf(Due found) => found.Id.Value;

    protected override async Task<bool> TellAsync(CaseHandlingDb db, Due found, CancellationToken ct)
    {
        var id = found.Id;
        await db.LockAsync(id, ct);
        if (await db.OpenAsync(db.Petitions, id, ct) is not { } petition) return false;
        var now = Clock.Now();
        var facts = petition.TellTerms(now);
        if (facts.Count == 0) return false;

        foreach (var fact in facts)
        {
            db.Add(new ToldTerm { PetitionId = id.Value, Round = petition.Round, Term = fact.Term, Overdue = fact.Overdue, StrictDueOn = fact.StrictDueOn });
            await db.RecordAsync(petition, fact.Overdue ? Act.TellOverdue : Act.TellDueSoon, Actor.System, now, fact, ct);
            Publish(db, petition, fact, now);
        }
        await db.CommitAsync(ct);
        return true;
    }

    private static void Publish(CaseHandlingDb db, Petition petition, TermTold told, Moment now)
    {
        var id = petition.Id.Value;
        if (told.Overdue)
            db.Publish(id, new TermOverdue { PetitionId = id, Organ = petition.Organ, Term = told.Term, StrictDueOn = told.StrictDueOn, DueOn = told.DueOn, NoticedAt = now.At });
        else
            db.Publish(id, new TermDueSoon { PetitionId = id, Organ = petition.Organ, Term = told.Term, StrictDueOn = told.StrictDueOn, DueOn = told.DueOn, NoticedAt = now.At });
    }
}
