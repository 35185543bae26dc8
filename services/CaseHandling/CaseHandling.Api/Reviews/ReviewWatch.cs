using Microsoft.EntityFrameworkCore;
using Xinfang.CaseHandling.Api.Watching;
using Xinfang.CaseHandling.Domain;
using Xinfang.CaseHandling.Domain.Reviews;
using Xinfang.Contracts.CaseHandling.V1;
using Xinfang.Law;

namespace Xinfang.CaseHandling.Api.Reviews;

/// <summary>Tells reviewing bodies of dates: near and past, each once per date. The day to tell is in the review's row. Runs at start, too.</summary>
internal sealed class ReviewWatch(IServiceScopeFactory scopes, LegalClock clock, TimeProvider time, ILogger<ReviewWatch> log) : Watch<ReviewWatch.Due>(scopes, clock, time, log)
{
    private const int Batch = 200;

    /// <summary>A review with something to tell.</summary>
    public sealed record Due(ReviewId Id, PetitionId Petition);

    protected override Task<List<Due>> NextAsync(CaseHandlingDb db, Due? after, CancellationToken ct)
    {
        var (today, id) = (Clock.Now().Date, after?.Id ?? new(Guid.Empty));
        return db.Reviews.AsNoTracking()
            .Where(r => r.WatchOn <= today && EF.Functions.GreaterThan(ValueTuple.Create(r.Id), ValueTuple.Create(id)))
            .OrderBy(r => r.Id).Select(r => new Due(r.Id, r.PetitionId)).Take(Batch).ToListAsync(ct);
    }

    protected override Guid IdOf(Due found) => found.Id.Value;

    protected override async Task<bool> TellAsync(CaseHandlingDb db, Due found, CancellationToken ct)
    {
        await db.LockAsync(found.Petition, ct);
        if (await db.OpenAsync(db.Reviews, found.Id, ct) is not { } review || await db.OpenAsync(db.Petitions, found.Petition, ct) is not { } petition) return false;
        var now = Clock.Now();
        var facts = review.TellTerms(now);
        if (facts.Count == 0) return false;

        foreach (var fact in facts)
        {
            await db.RecordAsync(petition, review, fact.Overdue ? ReviewAct.TellOverdue : ReviewAct.TellDueSoon, Actor.System, now, fact, ct);
            Publish(db, review, fact, now);
        }
        await db.CommitAsync(ct);
        return true;
    }

    private static void Publish(CaseHandlingDb db, Review review, ReviewTermTold told, Moment now)
    {
        var id = review.PetitionId.Value;
        if (told.Overdue)
            db.Publish(id, new TermOverdue { PetitionId = id, Organ = review.Body, Term = told.Term, StrictDueOn = told.StrictDueOn, DueOn = told.DueOn, NoticedAt = now.At });
        else
            db.Publish(id, new TermDueSoon { PetitionId = id, Organ = review.Body, Term = told.Term, StrictDueOn = told.StrictDueOn, DueOn = told.DueOn, NoticedAt = now.At });
    }
}
