using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using MassTransit;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Xinfang.Insight.Api.Rebuilding;

namespace Xinfang.Load;

/// <summary>
/// All read models of Insight made anew from the log while events keep arriving. Afterwards every petition of the log must have a row folded from all of
/// its events, and the cells must add up to the rows. Exits 1 if one is missing or counted twice.
/// </summary>
internal static class Rebuilding
{
    public static async Task<int> RunAsync(Options options)
    {
        var (petitions, rate) = (options.Number("--petitions", 1_000_000), options.Number("--rate", 50));
        await using var app = await InsightAtScale.CreateAsync(options, petitions);
        await using var database = NpgsqlDataSource.Create(app.Database + ";Command Timeout=0");
        await InsightAtScale.One(database, "truncate petition_fact, round_fact, cell, stale_month, counted_state; select 0");
        var inLog = await InsightAtScale.One(database, "select count(*) from told");
        app.Start();
        // Before its queue is bound, what is published reaches nobody.
        await app.Services.GetRequiredService<IBusControl>().WaitForHealthStatus(BusHealthStatus.Healthy, TimeSpan.FromMinutes(1));
        var before = Environment.WorkingSet;
        var peak = before;
        using var stop = new CancellationTokenSource();
        var arriving = ArriveAsync(app.Services.GetRequiredService<IBus>(), rate, petitions, stop.Token);
        var said = Stopwatch.GetTimestamp();
        var done = await app.Services.GetRequiredService<Rebuild>().RunAsync(new Reported(count =>
        {
            peak = Math.Max(peak, Environment.WorkingSet);
            if (Stopwatch.GetElapsedTime(said).TotalSeconds < 10) return;
            said = Stopwatch.GetTimestamp();
            Progress.Say($"{count:N0} petitions, {Environment.WorkingSet >> 20} MB");
        }), CancellationToken.None);
        await stop.CancelAsync();
        var arrived = await arriving;
        await Testing.Eventually.Holds(async () => await InsightAtScale.One(database, "select count(*) from told") == inLog + arrived && await InsightAtScale.One(database, "select count(*) from stale_month") == 0, TimeSpan.FromMinutes(5));

        Progress.Say("looking for gaps");
        var known = await InsightAtScale.One(database, "select count(distinct petition_id) from told");
        var wrong = await InsightAtScale.One(database, """
            select count(*) from (select petition_id, count(*) as events from told group by petition_id) t full join petition_fact f using (petition_id) where t.events is distinct from f.events::bigint
            """);
        var counted = await InsightAtScale.One(database, "select coalesce(sum(counts[1]), 0) from cell where book = 'petition' and basis = 0 and organ = '' and dimension = -1");
        var byStreet = await InsightAtScale.One(database, "select coalesce(sum(counts[1]), 0) from cell where book = 'petition' and basis = 0 and organ = '' and dimension = 1");
        var ok = wrong == 0 && counted == known && byStreet == known;
        Console.WriteLine(JsonSerializer.Serialize(new
        {
            command = "rebuild", petitions = known, events = await InsightAtScale.One(database, "select count(*) from told"), arrivedMeanwhile = arrived, seconds = Math.Round(done.Took.TotalSeconds, 1),
            perSecond = Math.Round(done.Petitions / done.Took.TotalSeconds), memoryBeforeMB = before >> 20, memoryPeakMB = peak >> 20, months = done.Months, wrong, counted, byStreet, ok,
        }));
        return ok ? 0 : 1;
    }

    private static async Task<long> ArriveAsync(IBus bus, int rate, int petitions, CancellationToken ct)
    {
        var (log, sent, today) = (new MadeUpLog(null!, 0, seed: 7), 0L, new DateOnly(2026, 12, 1));
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(1.0 / rate));
        try
        {
            for (var n = petitions; await timer.WaitForNextTickAsync(ct); n++)
            {
                var id = Guid.CreateVersion7();
                foreach (var (_, told) in log.StoryOf(id, today.AddDays(-(n % 90)), n).Take(3))
                {
                    await bus.Publish(told, told.GetType(), context => (context.MessageId, context.CorrelationId) = (Guid.CreateVersion7(), id), CancellationToken.None);
                    sent++;
                }
            }
        }
        catch (OperationCanceledException)
        {
            Progress.Say(string.Create(CultureInfo.InvariantCulture, $"{sent} events had arrived meanwhile"));
        }
        return sent;
    }

    private sealed class Reported(Action<long> report) : IProgress<long>
    {
        public void Report(long value) => report(value);
    }
}
