using Microsoft.EntityFrameworkCore;
using Npgsql;
using Xinfang.Intake.Domain;
using Xinfang.Law;
using Xinfang.ServiceDefaults.Time;

namespace Xinfang.Intake.Api.Petitions;

/// <summary>
/// 期限重算: after a calendar was corrected, counts the last day of forwarding again for what has not been routed. A date that stays
/// is not touched; one that moves leaves one line in the record. Which dates are out of date is seen from the rows, so a run that was
/// broken off goes on, and a second one finds nothing.
/// </summary>
internal sealed partial class DateCorrection(IServiceScopeFactory scopes, LegalClock clock, TimeProvider time, ILogger<DateCorrection> log) : BackgroundService
{
    private const int Batch = 200;
    private static readonly TimeSpan Every = TimeSpan.FromHours(1);

    /// <summary>Looks through what waits for routing; the number of dates that moved.</summary>
    public async Task<int> RunAsync(CancellationToken ct)
    {
        var (moved, day, id) = (0, DateOnly.MinValue, new PetitionId(Guid.Empty));
        while (true)
        {
            await using var scope = scopes.CreateAsyncScope();
            var db = scope.ServiceProvider.GetRequiredService<IntakeDb>();
            var found = await db.Petitions
                .Where(p => p.FirstRoutedOn == null && EF.Functions.GreaterThan(ValueTuple.Create(p.ForwardStrictDueOn, p.Id), ValueTuple.Create(day, id)))
                .OrderBy(p => p.ForwardStrictDueOn).ThenBy(p => p.Id).Take(Batch).ToListAsync(ct);
            if (found.Count == 0) return moved;
            (day, id) = (found[^1].ForwardStrictDueOn, found[^1].Id);

            var now = clock.Now();
            var corrected = 0;
            foreach (var petition in found)
            {
                var before = petition.Digest();
                if (petition.CorrectDates(now) is not { } fact) continue;
                await db.RecordAsync(petition, before, "CorrectDates", Recording.System, "", now.At, CivilCode.LastDay,
                    new { formerDueOn = fact.FormerDueOn, strictDueOn = fact.StrictDueOn, dueOn = fact.DueOn }, ct);
                corrected++;
            }
            try
            {
                await db.SaveChangesAsync(ct);
                moved += corrected;
            }
            catch (DbUpdateException e) when (e is DbUpdateConcurrencyException || e.InnerException is PostgresException)
            {
                LogPostponed(e); // somebody acted on one of them, or another replica was first: the next run looks again
            }
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            var change = clock.NextChange;
            try
            {
                if (await RunAsync(stoppingToken) is > 0 and var moved) LogCorrected(moved, clock.Calendar.Version);
            }
            catch (Exception e) when (e is NpgsqlException or DbUpdateException or InvalidOperationException && !stoppingToken.IsCancellationRequested)
            {
                LogPostponed(e);
            }
            await time.UntilAsync(Every, change, stoppingToken);
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "The last day of forwarding of {Petitions} petitions moved, calendar {Calendar}")]
    private partial void LogCorrected(int petitions, string calendar);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Counting dates again failed and is repeated")]
    private partial void LogPostponed(Exception exception);
}
