using Microsoft.EntityFrameworkCore;
using Npgsql;
using Xinfang.Intake.Api.Petitions;

namespace Xinfang.Intake.Tests.Petitions;

/// <summary>GET /petitions/counts is on every page of the desk: it must cost what lies on the desk, not what the years have left.</summary>
public class CountingCheaply(IntakeApp app)
{
    private const int History = 8000;

    [Fact]
    public async Task Neither_count_reads_the_whole_table()
    {
        var filed = await app.Submitted();
        var (desk, routed) = await app.Db(db => Task.FromResult((
            CountPetitions.OnDesk(db.Petitions.IgnoreAutoIncludes()).Select(p => p.FirstRoutedOn).ToQueryString(),
            CountPetitions.Routed(db.Petitions.IgnoreAutoIncludes()).ToQueryString())));

        await using var connection = new NpgsqlConnection(app.Database);
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var transaction = await connection.BeginTransactionAsync(TestContext.Current.CancellationToken); // never committed: the other tests see nothing of it
        await Run(connection, $"""
            insert into petition select made.* from petition p, generate_series(1, {History}) n,
                lateral jsonb_populate_record(null::petition, to_jsonb(p) || jsonb_build_object('id', gen_random_uuid(), 'number', 'H' || n, 'status', 'Completed', 'first_routed_on', '2020-01-01')) made
            where p.id = '{filed.Id}'
            """);
        await Run(connection, "analyze petition");

        foreach (var query in new[] { desk, routed })
        {
            var plan = await Explain(connection, query);
            TestContext.Current.TestOutputHelper?.WriteLine(plan);
            Assert.DoesNotContain("Seq Scan", plan, StringComparison.Ordinal);
            Assert.Contains("ix_petition_status", plan, StringComparison.Ordinal);
        }
    }

    private static async Task Run(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 300 };
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }

    private static async Task<string> Explain(NpgsqlConnection connection, string query)
    {
        // The bound is the one parameter; as a comment above the query it is no part of it.
        var sql = string.Join('\n', query.Split('\n').Where(line => !line.StartsWith("--", StringComparison.Ordinal)));
        sql = System.Text.RegularExpressions.Regex.Replace(sql, @"@\w+", (CountPetitions.Most + 1).ToString(System.Globalization.CultureInfo.InvariantCulture));
        await using var command = new NpgsqlCommand("explain (analyze, buffers, timing off) " + sql, connection);
        await using var reader = await command.ExecuteReaderAsync(TestContext.Current.CancellationToken);
        var lines = new List<string>();
        while (await reader.ReadAsync(TestContext.Current.CancellationToken)) lines.Add(reader.GetString(0));
        return string.Join('\n', lines);
    }
}
