using Microsoft.EntityFrameworkCore;
using Npgsql;
using Xinfang.Law;
using Xinfang.ServiceDefaults.Time;
using Xinfang.Training.Api.Bank.Generated;

namespace Xinfang.Training.Api.Bank;

/// <summary>
/// 按规则出题: at the start, every day, and when the calendar is corrected, the questions that the law's own data make are compared with
/// those in use; what is no longer right is retired, what is new is issued. One replica works at a time.
/// </summary>
internal sealed partial class Issuing(IServiceScopeFactory scopes, LegalClock clock, TimeProvider time, ILogger<Issuing> log) : BackgroundService
{
    private const long Turn = 0x7175; // of this work, among the advisory locks of the database
    private static readonly TimeSpan Every = TimeSpan.FromHours(24), Retry = TimeSpan.FromSeconds(15);

    /// <summary>What a run did.</summary>
    public sealed record Run(int Issued, int Retired);

    /// <summary>Brings the bank to this state of the law.</summary>
    public static async Task<Run> BringUpToDateAsync(TrainingDb db, LawData law, DateTimeOffset at, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await db.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock({Turn})", ct);
        var inUse = await db.Questions.Where(question => question.Generated && question.State == QuestionState.Active).ToDictionaryAsync(question => question.Series, ct);
        var plan = Reissue.Plan(inUse.ToDictionary(each => each.Key, each => each.Value.Digest), LawQuestions.Of(law));
        if (plan.Issue.Count + plan.Retire.Count == 0) return new(0, 0);

        foreach (var (series, because) in plan.Retire) inUse[series].Retire(because, at);
        await db.SaveChangesAsync(ct); // before the new ones: one question of a series is in use
        var rules = plan.Issue.Select(question => question.Rule).ToList();
        var versions = await db.Questions.Where(question => rules.Contains(question.Series)).GroupBy(question => question.Series)
            .Select(group => new { group.Key, Last = group.Max(question => question.Version) }).ToDictionaryAsync(each => each.Key, each => each.Last, ct);
        db.AddRange(plan.Issue.Select(question => Of(question, versions.GetValueOrDefault(question.Rule) + 1, at)));
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return new(plan.Issue.Count, plan.Retire.Count);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            var (change, wait) = (clock.NextChange, Every);
            try
            {
                var now = clock.Now();
                await using var scope = scopes.CreateAsyncScope();
                var run = await BringUpToDateAsync(scope.ServiceProvider.GetRequiredService<TrainingDb>(), new(now.Terms, now.Calendar, now.Date), now.At, stoppingToken);
                if (run.Issued + run.Retired > 0) LogRun(run.Issued, run.Retired);
            }
            catch (Exception e) when (e is NpgsqlException or DbUpdateException or InvalidOperationException && !stoppingToken.IsCancellationRequested)
            {
                LogPostponed(e);
                wait = Retry;
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            await time.UntilAsync(wait, change, stoppingToken);
        }
    }

    private static Question Of(LawQuestion question, int version, DateTimeOffset at) => new()
    {
        Id = Guid.CreateVersion7(),
        Series = question.Rule,
        Version = version,
        Generated = true,
        Kind = question.Kind,
        Difficulty = question.Difficulty,
        Competency = question.Competency,
        Basis = question.Basis,
        Content = question.Content,
        Digest = question.Digest,
        State = QuestionState.Active,
        By = "system",
        WrittenAt = at,
    };

    [LoggerMessage(Level = LogLevel.Information, Message = "{Issued} questions issued, {Retired} retired")]
    private partial void LogRun(int issued, int retired);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Questions are issued later")]
    private partial void LogPostponed(Exception exception);
}
