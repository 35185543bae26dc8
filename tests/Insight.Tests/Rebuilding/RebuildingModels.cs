using Microsoft.Extensions.DependencyInjection;
using Xinfang.Insight.Api.Measures;
using Xinfang.Insight.Api.Rebuilding;
using Xinfang.Law;

namespace Xinfang.Insight.Tests.Rebuilding;

/// <summary>Alone: it takes away what the log does not know, and other tests put such things there.</summary>
[CollectionDefinition("Rebuilding", DisableParallelization = true)]
public sealed class AloneWithTheLog;

/// <summary>The models can be made anew from the log at any time.</summary>
[Collection("Rebuilding")]
public class RebuildingModels(InsightApp app)
{
    private static readonly DateOnly Today = new(2039, 1, 1);

    [Fact]
    public async Task What_was_lost_or_spoiled_comes_back_while_events_keep_arriving()
    {
        var ct = TestContext.Current.CancellationToken;
        var month = new DateOnly(2034, 1, 1);
        var told = Enumerable.Range(0, 60).Select(n => Told.Of(month.AddDays(n % 28)).Registered().Forwarded(3).Accepted(8 + (n % 20))).ToList();
        foreach (var each in told) await each.TellAsync(app);
        await app.CountedAsync(told, Today);
        var before = await TotalAsync(month, ct);

        await app.Sql<object>("delete from petition_fact where received_on >= '2034-01-01' and received_on < '2034-01-15'");
        await app.Sql<object>("update petition_fact set accepted_on = null, events = events where received_on >= '2034-01-15' and received_on < '2034-02-01'");
        // In the counting's turn: beside it, both would wait for each other's cells.
        await app.Sql<object>($"do $$ begin perform pg_advisory_xact_lock({Counting.Turn}, 0); delete from cell; end $$");
        var late = Enumerable.Range(0, 20).Select(n => Told.Of(month.AddDays(n)).Registered().Forwarded(2)).ToList();
        var arriving = Task.Run(async () => { foreach (var each in late) await each.TellAsync(app); }, ct);
        await app.Services.GetRequiredService<Rebuild>().RunAsync(null, ct);
        await arriving;
        await app.CountedAsync(late, Today);

        var after = await TotalAsync(month, ct);
        Assert.Equal(before["petitions"] + 20, after["petitions"]);
        Assert.Equal(before["accepted"], after["accepted"]);
        Assert.Equal(before["notice-in-time"], after["notice-in-time"]);
    }

    [Fact]
    public async Task A_part_of_the_figures_is_never_shown_as_the_whole()
    {
        var ct = TestContext.Current.CancellationToken;
        var counting = app.Services.GetRequiredService<Counting>();
        await counting.CountAsync(Today, ct);
        await using (var turn = await app.Source.OpenConnectionAsync(ct)) // as if this version had other formulas, and were still counting
        {
            await using var take = new Npgsql.NpgsqlCommand($"select pg_advisory_lock({Counting.Turn}, 0)", turn);
            await take.ExecuteNonQueryAsync(ct);
            await app.Sql<object>("update counted_state set formulas = 'former'");
            foreach (var question in (string[])["/measures", "/measures/K-01/months", "/counts?by=Street"])
                await (await app.As("leader").Get(question)).Problem(503, "insight.counting");
            await (await app.As("leader").Post("/exports/measures.csv", new { })).Problem(503, "insight.counting");
            await using var give = new Npgsql.NpgsqlCommand($"select pg_advisory_unlock({Counting.Turn}, 0)", turn);
            await give.ExecuteNonQueryAsync(ct);
        }
        await counting.CountAsync(Today, ct);
        Assert.True((await app.As("leader").Get("/measures")).IsSuccessStatusCode);
    }

    [Fact]
    public async Task What_the_log_does_not_know_is_taken_away_and_counted_no_more()
    {
        var ct = TestContext.Current.CancellationToken;
        var (may, june) = (new DateOnly(2019, 5, 1), new DateOnly(2019, 6, 1));
        // The day the rebuild counts for: of another, everything open would be counted again, and nothing be shown.
        var today = app.Services.GetRequiredService<LegalClock>().Now().Date;
        var known = Told.Of(may.AddDays(9)).Registered().Forwarded(3);
        await known.TellAsync(app);
        await app.CountedAsync([known], today);
        var unknown = Guid.CreateVersion7();
        foreach (var table in (string[])["petition_fact", "round_fact"])
            await app.Sql<object>($$"""
                insert into {{table}} select (jsonb_populate_record(null::{{table}}, to_jsonb(f) || jsonb_build_object(
                    'petition_id', $2, 'repeat', true, 'repeat_of', $1, 'received_on', '2019-06-03', 'registered_on', '2019-06-03', 'exchanged_on', '2019-06-06'))).*
                from {{table}} f where petition_id = $1
                """, known.Petition, unknown);
        await app.Sql<object>("delete from counted_state");
        await app.CountedAsync([], today);
        foreach (var basis in Enum.GetValues<Basis>()) Assert.Equal((1L, 1L), await CountedAsync(june, basis));
        Assert.Equal(0, (await TotalAsync(may, ct))["unseen-90"]);

        await app.Services.GetRequiredService<Rebuild>().RunAsync(null, ct);

        Assert.Equal(0, await app.Sql<long>("select (select count(*) from petition_fact where petition_id = $1) + (select count(*) from round_fact where petition_id = $1)", unknown));
        foreach (var basis in Enum.GetValues<Basis>()) Assert.Equal((0L, 0L), await CountedAsync(june, basis));
        foreach (var basis in Enum.GetValues<Basis>()) Assert.Equal((1L, 1L), await CountedAsync(may, basis));
        Assert.Equal(1, (await TotalAsync(may, ct))["unseen-90"]);

        async Task<(long Petitions, long Rounds)> CountedAsync(DateOnly month, Basis basis)
        {
            var counted = await Reading.TotalAsync(app.Source, new(month, month.AddMonths(1), basis), null, today, ct);
            return (counted["petitions"], counted["rounds"]);
        }
    }

    [Fact]
    public async Task An_event_told_twice_is_kept_once()
    {
        var told = Told.Of(new(2034, 3, 1)).Registered();
        var message = Guid.CreateVersion7();
        for (var time = 0; time < 2; time++) await app.PublishAsync(told.Events[0], told.Petition, message);
        await app.PublishAsync(told.Events[1], told.Petition);
        await InsightApp.Soon(async () => await app.Sql<int?>("select events from petition_fact where petition_id = $1", told.Petition) == 2);
    }

    [Fact]
    public async Task An_administrator_rebuilds_and_nobody_else()
    {
        Assert.Equal(403, (int)(await app.As("leader").Post("/rebuilding", new { })).StatusCode);
        await (await app.As("admin").Post("/rebuilding", new { })).Json(202);
        await InsightApp.Soon(async () => (await (await app.As("admin").Get("/rebuilding")).Json()) is var state && !state.GetProperty("running").GetBoolean() && !state.GetProperty("failed").GetBoolean());
    }

    private Task<Counted> TotalAsync(DateOnly month, CancellationToken ct) => Reading.TotalAsync(app.Source, new(month, month.AddMonths(1)), null, Today, ct);
}
