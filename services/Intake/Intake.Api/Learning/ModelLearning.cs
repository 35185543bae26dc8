using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Xinfang.Intake.Api.Persistence;
using Xinfang.Intake.Recognition.Categories;
using Xinfang.ServiceDefaults.Messaging;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.Intake.Api.Learning;

/// <summary>
/// Learns again from the office's decisions once there are enough new ones, behind the work and at low priority, one replica at a time. A new
/// version is kept with its quality; it is put in use only where it judges the decisions that the one in use has not seen at least as well as that one does, or better than the lexicon.
/// </summary>
internal sealed partial class ModelLearning(
    NpgsqlDataSource database, IServiceScopeFactory scopes, Decisions decisions, Models models, PersonalData people, TimeProvider time, ILogger<ModelLearning> log) : BackgroundService
{
    /// <summary>Fewest decisions of a label, of the first version, and between two versions.</summary>
    public const int FewestOfLabel = 5, FewestAtFirst = 100, FewestNew = 50;

    private const int Parts = 3, FewestToCompare = 20;
    private const long Lease = 0x58_46_4C_45_41_52_4E; // one replica learns
    private static readonly TimeSpan Every = TimeSpan.FromMinutes(15);

    // Where too few labels occur there is nothing to learn however often it is read: waited for until more has been decided.
    private readonly Dictionary<Question, int> _waitFor = [];

    /// <summary>Learns one question anew if the lease is free and there is something to learn from; the version, or null.</summary>
    public async Task<int?> LearnAsync(Question question, CancellationToken ct)
    {
        await using var connection = await database.OpenConnectionAsync(ct); // holds the lease, and loses it with the process
        if (!await HoldsAsync(connection, "select pg_try_advisory_lock($1)", ct)) return null;
        try
        {
            var now = time.GetUtcNow(); // what is decided while it learns is new to it
            var known = await decisions.ReadAsync(question, FewestOfLabel, ct);
            if (known.Count < Categorizer.FewestExamples || known.DistinctBy(decision => decision.Label).Take(2).Count() < 2) return null;
            return await KeepAsync(question, known, now, ct);
        }
        finally
        {
            await HoldsAsync(connection, "select pg_advisory_unlock($1)", CancellationToken.None);
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                foreach (var question in Enum.GetValues<Question>())
                {
                    if (await NewAsync(question, stoppingToken) is not { } many || many < _waitFor.GetValueOrDefault(question)) continue;
                    _waitFor[question] = await LearnAsync(question, stoppingToken) is null ? many + FewestNew : 0;
                }
            }
            catch (Exception e) when (e is NpgsqlException or InvalidOperationException or DbUpdateException && !stoppingToken.IsCancellationRequested)
            {
                LogPostponed(e);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
            {
                return;
            }
            await Task.Delay(Every, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    // The more it knows, the less a few more change: a tenth is waited for.
    private async Task<int?> NewAsync(Question question, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var last = await scope.ServiceProvider.GetRequiredService<IntakeDb>().RecognitionModels.AsNoTracking().Where(m => m.Question == question)
            .OrderByDescending(m => m.Version).Select(m => new { m.LearnedAt, m.Examples }).FirstOrDefaultAsync(ct);
        var enough = last is null ? FewestAtFirst : Math.Max(FewestNew, last.Examples / 10);
        return await decisions.CountAsync(question, last?.LearnedAt ?? DateTimeOffset.MinValue, ct) is var many && many >= enough ? many : null;
    }

    private async Task<int> KeepAsync(Question question, IReadOnlyList<Decision> known, DateTimeOffset now, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<IntakeDb>();
        var used = (await Models.VersionsAsync(db, ct)).GetValueOrDefault(question, Models.Lexicon);
        var former = used is Models.Lexicon ? null : await models.OpenAsync(db, question, used, ct);
        var since = former is null ? DateTimeOffset.MinValue : await db.RecognitionModels.Where(m => m.Question == question && m.Version == used).Select(m => m.LearnedAt).SingleAsync(ct);

        List<Example> examples = [.. known.Select(decision => new Example(decision.Wording, decision.Label))];
        var (judged, content) = await BehindTheWork(() => (CrossValidation.Run(examples, Parts, ct), Categorizer.Learn(examples).Write()), ct);
        var quality = Quality.Of([.. judged.OfType<Judged>()]);
        var unseen = Enumerable.Range(0, known.Count).Where(i => known[i].At > since && judged[i] is not null).ToList();
        var (mine, theirs) = (Share(unseen, i => judged[i]!.Right), Share(unseen, i => FirstOf(question, former, known[i]) == known[i].Label));
        var id = Guid.CreateVersion7(now);
        var row = new RecognitionModel
        {
            Question = question,
            Version = 1 + (await db.RecognitionModels.Where(m => m.Question == question).MaxAsync(m => (int?)m.Version, ct) ?? 0),
            Id = id,
            LearnedAt = now,
            Examples = known.Count,
            MacroF1 = quality.MacroF1,
            Accuracy = quality.Accuracy,
            Top2 = quality.Top2,
            CalibrationError = quality.CalibrationError,
            NewDecisions = unseen.Count,
            RightOnNew = mine,
            FormerRightOnNew = theirs,
            Labels = JsonSerializer.Serialize(quality.Labels, MessageTypes.Json),
            Content = people.Encrypt(content, id),
        };
        db.RecognitionModels.Add(row);
        var better = unseen.Count >= FewestToCompare && (former is null ? mine > theirs : mine >= theirs);
        if (better) db.ModelUses.Add(new ModelUse { Question = question, Version = row.Version, By = Recording.System, At = now });
        await db.SaveChangesAsync(ct);
        LogLearnt(question, row.Version, known.Count, quality.MacroF1, better);
        return row.Version;
    }

    private static string? FirstOf(Question question, Models.Opened? former, Decision decision) => former is not null
        ? former.Categorizer.Guess(decision.Wording)[0].Label
        : Lexicon.Of(question, decision.Dossier, decision.Street) is [var first, ..] ? Decision.LabelOf(question, first.Value) : null;

    private static double Share(List<int> of, Func<int, bool> right) => of.Count == 0 ? 0 : (double)of.Count(right) / of.Count;

    private static async Task<T> BehindTheWork<T>(Func<T> work, CancellationToken ct) => await Task.Factory.StartNew(() =>
    {
        Thread.CurrentThread.Priority = ThreadPriority.BelowNormal;
        return work();
    }, ct, TaskCreationOptions.LongRunning, TaskScheduler.Default);

    private static async Task<bool> HoldsAsync(NpgsqlConnection connection, string sql, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        command.Parameters.Add(new NpgsqlParameter<long> { TypedValue = Lease });
        return (bool)(await command.ExecuteScalarAsync(ct))!;
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "{Question} version {Version} learnt from {Examples} decisions, macro-F1 {MacroF1:0.000}, in use: {InUse}")]
    private partial void LogLearnt(Question question, int version, int examples, double macroF1, bool inUse);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Learning from decisions failed and is repeated")]
    private partial void LogPostponed(Exception exception);
}
