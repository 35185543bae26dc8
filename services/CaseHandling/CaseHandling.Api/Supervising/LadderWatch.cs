using Microsoft.EntityFrameworkCore;
using Xinfang.CaseHandling.Api.Watching;
using Xinfang.CaseHandling.Domain;
using Xinfang.CaseHandling.Domain.Supervising;
using Xinfang.Law;

namespace Xinfang.CaseHandling.Api.Supervising;

/// <summary>
/// Climbs the warning ladder of every term that is owed: each step is told once per date, the last one, the breach, proposes supervision.
/// The row of the ladder is locked while it is climbed, so that replicas tell nothing twice; the day of the next step is in it, so that
/// a restart loses nothing. Begins a minute after the start.
/// </summary>
internal sealed class LadderWatch(IServiceScopeFactory scopes, LegalClock clock, TimeProvider time, WarningLadder policy, Proposals.ProposalWatch proposals, ILogger<LadderWatch> log)
    : Watch<LadderWatch.Waiting>(scopes, clock, time, log)
{
    private const int Batch = 200;

    /// <summary>A petition whose next step is reached.</summary>
    public sealed record Waiting(PetitionId Id);

    protected override TimeSpan First => TimeSpan.FromMinutes(1);

    protected override Task<List<Waiting>> NextAsync(CaseHandlingDb db, Waiting? after, CancellationToken ct)
    {
        var (today, id) = (Clock.Now().Date, after?.Id ?? new(Guid.Empty));
        return db.Set<Ladder>().AsNoTracking()
            .Where(ladder => ladder.NextOn <= today && EF.Functions.GreaterThan(ValueTuple.Create(ladder.PetitionId), ValueTuple.Create(id)))
            .OrderBy(ladder => ladder.PetitionId).Select(ladder => new Waiting(ladder.PetitionId)).Take(Batch).ToListAsync(ct);
    }

    protected override Guid IdOf(Waiting found) => found.Id.Value;

    protected override Task AfterScanAsync(CancellationToken ct) => proposals.ScanAsync(ct);

    protected override async Task<bool> TellAsync(CaseHandlingDb db, Waiting found, CancellationToken ct)
    {
        var (id, now) = (found.Id, Clock.Now());
        var ladder = await db.LockLadderAsync(id, ct);
        if (ladder is null || ladder.NextOn > now.Date || await db.OpenAsync(db.Petitions, id, ct) is not { } petition) return false;

        var owed = petition.StartedTerms.Where(term => term.IsOwed()).Select(term => term.Facts.Project(now.Calendar, now.Terms)).ToList();
        var told = 0;
        foreach (var due in owed)
        {
            var step = policy.StepOn(due, now.Date);
            if (step == 0 || ladder.Told.Any(each => each.Term == due.Term.Code && each.DueOn == due.DueOn && each.Percent >= step)) continue;
            told++;
            ladder.Told = [.. ladder.Told, new(due.Term.Code, due.DueOn, step, now.Date)];
            var fact = new TermWarned(due.Term.Code, step, due.StrictDueOn, due.DueOn);
            await db.NoteAsync(id, SupervisingRecord.Warn, PetitionRegulations.Supervision, Person.System, now, fact, ct);
            await db.ProposeSupervisionAsync(petition, fact, now, ct);
            db.Publish(id.Value, new Contracts.CaseHandling.V1.TermWarned
            {
                PetitionId = id.Value, Organ = petition.Organ, Term = fact.Term, Percent = step, StrictDueOn = due.StrictDueOn, DueOn = due.DueOn, NoticedAt = now.At,
            });
        }
        ladder.NextOn = owed.Min(due => policy.NextAfter(due, now.Date)) ?? DateOnly.MaxValue;
        await db.CommitAsync(ct);
        return told > 0;
    }
}
