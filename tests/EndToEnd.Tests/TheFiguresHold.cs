using Xinfang.EndToEnd.Tests.Interfaces;
using Xinfang.EndToEnd.Tests.Running;
using Xinfang.Testing;

namespace Xinfang.EndToEnd.Tests;

/// <summary>
/// The measures that insight counts from events, against an independent count by SQL over the services' own databases: of every petition that this system has seen,
/// whoever made it, equal to the last one.
/// </summary>
[Collection(nameof(WholeSystem))]
public sealed class TheFiguresHold(WholeSystem system)
{
    private const string Years = "from=2022-01-01&until=2031-01-01";

    [Fact]
    public async Task Every_measure_is_what_the_services_own_databases_say()
    {
        var ct = TestContext.Current.CancellationToken;
        await system.People.HandleAsync(await NewAsync(ct), People.Holder, ct);
        await Rows.SettledAsync(system, ct);
        var expected = await IndependentCount.ReadAsync(system.Database("intake"), system.Database("case-handling"), People.Today, ct);

        IReadOnlyList<string> differences = ["nothing was read"];
        try
        {
            await Eventually.Holds(async () => (differences = await CompareAsync(expected, ct)).Count == 0, TimeSpan.FromSeconds(60), ct);
        }
        catch (TimeoutException)
        {
            Assert.Fail(string.Join('\n', differences));
        }
        Assert.True(expected["petitions"] > 0);
    }

    [Theory]
    [InlineData("Street", "select coalesce(street, ''), count(*) from petition where not sealed group by 1")]
    [InlineData("Channel", "select channel, count(*) from petition group by 1")]
    [InlineData("Content", "select coalesce(left(content_code, 2) || '0000', ''), count(*) from petition where not sealed group by 1")]
    public async Task Counts_by_a_dimension_are_what_the_office_registered(string by, string sql)
    {
        var ct = TestContext.Current.CancellationToken;
        await NewAsync(ct);
        await Rows.SettledAsync(system, ct);
        var expected = (await Rows.ReadAsync(system, "intake", sql, reader => (reader.GetString(0), reader.GetInt64(1)), ct)).Where(row => row.Item1.Length > 0).Order().ToList();
        await Eventually.Holds(async () =>
        {
            var rows = (await system.People.GetAsync("leader", $"/api/insight/counts?by={by}&{Years}", ct)).Json.GetProperty("rows").EnumerateArray();
            return rows.Select(row => (row.GetProperty("value").GetString()!, row.GetProperty("petitions").GetInt64())).Where(row => row.Item1.Length > 0).Order().SequenceEqual(expected);
        }, TimeSpan.FromSeconds(60), ct);
    }

    private async Task<Guid> NewAsync(CancellationToken ct)
    {
        var filed = await system.People.FileAsync(7300, ct);
        await system.People.ClassifyAsync(filed.Id, ct);
        await system.People.ForwardAsync(filed.Id, People.Holder, ct);
        await system.People.ReachedAsync($"{People.Holder}.officer", "case-handling", filed.Id, "Received", ct);
        return filed.Id;
    }

    private async Task<IReadOnlyList<string>> CompareAsync(IReadOnlyDictionary<string, long> expected, CancellationToken ct)
    {
        var counters = (await system.People.GetAsync("leader", $"/api/insight/measures?{Years}", ct)).Json.GetProperty("counters");
        return [.. expected.Where(each => counters.GetProperty(each.Key).GetInt64() != each.Value).Select(each => $"{each.Key}: insight {counters.GetProperty(each.Key)}, by SQL {each.Value}")];
    }
}
