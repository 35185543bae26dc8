using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Xinfang.CaseHandling.Api.Reviews;
using Xinfang.CaseHandling.Domain;
using Xinfang.CaseHandling.Domain.Reviews;
using Xinfang.Contracts.CaseHandling.V1;
using Xinfang.Law;

namespace Xinfang.CaseHandling.Api.Watching;

/// <summary>期限重算 of reviewing bodies: what <see cref="DateCorrection"/> does with petitions, with the reviews and rechecks that are owed. They are few.</summary>
internal sealed partial class DateCorrection
{
    private async Task<Run> CorrectReviewsAsync(CaseHandlingDb db, LegalCalendar calendar, CancellationToken ct)
    {
        var (run, after) = (new Run(0, 0, 0), new ReviewId(Guid.Empty));
        while (await NextReviewsAsync(db, calendar.Version, after, ct) is { Count: > 0 } found)
        {
            foreach (var id in found)
            {
                var moved = await MoveReviewAsync(id, ct);
                run = new(run.Looked + 1, run.Moved + (moved is true ? 1 : 0), run.PassedOver + (moved is null ? 1 : 0));
            }
            after = found[^1];
        }
        return run;
    }

    private static Task<List<ReviewId>> NextReviewsAsync(CaseHandlingDb db, string version, ReviewId after, CancellationToken ct) =>
        db.Reviews.AsNoTracking()
            .Where(r => EF.Property<string?>(r, PetitionMapping.ProjectedWith) != null && EF.Property<string?>(r, PetitionMapping.ProjectedWith) != version)
            .Where(r => EF.Functions.GreaterThan(ValueTuple.Create(r.Id), ValueTuple.Create(after)))
            .OrderBy(r => r.Id).Select(r => r.Id).Take(Batch).ToListAsync(ct);

    /// <summary>Whether a date has moved; null when the review cannot be written now.</summary>
    private async Task<bool?> MoveReviewAsync(ReviewId id, CancellationToken ct)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await using var scope = scopes.CreateAsyncScope();
                return await MoveAsync(scope.ServiceProvider.GetRequiredService<CaseHandlingDb>(), id, clock.Now(), ct);
            }
            catch (Exception e) when (e is DbUpdateException or CryptographicException)
            {
                // Somebody acted on it: it is read again. Or its file cannot be read.
                if (attempt < Tries && e is DbUpdateException) continue;
                LogPassedOver(e, id.Value);
                return null;
            }
        }
    }

    private static async Task<bool> MoveAsync(CaseHandlingDb db, ReviewId id, Moment now, CancellationToken ct)
    {
        if (await db.OpenAsync(db.Reviews, id, ct) is not { } review || await db.OpenAsync(db.Petitions, review.PetitionId, ct) is not { } petition) return false;
        if (review.CorrectDates(now) is not { } corrected)
        {
            await db.Reviews.Where(r => r.Id == id).ExecuteUpdateAsync(r => r.SetProperty(each => EF.Property<string?>(each, PetitionMapping.ProjectedWith), now.Calendar.Version), ct);
            return false;
        }
        await db.RecordAsync(petition, review, ReviewAct.CorrectDates, Actor.System, now, corrected, ct);
        foreach (var term in corrected.Moved)
        {
            db.Publish(petition.Id.Value, new TermCorrected
            {
                PetitionId = petition.Id.Value, Organ = review.Body, Term = term.Term, FormerStrictDueOn = term.FormerStrictDueOn, FormerDueOn = term.FormerDueOn,
                StrictDueOn = term.StrictDueOn, DueOn = term.DueOn, CorrectedAt = now.At,
            });
        }
        await db.CommitAsync(ct);
        return true;
    }
}
