using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using Npgsql;
using Xinfang.ServiceDefaults.Http;
using Xinfang.Testing;

namespace Xinfang.Load;

/// <summary>Every query of the test set read to its last page and compared with its answer. Of more than are counted, the newest must come, and be right.</summary>
internal static class SearchChecks
{
    private const int Counted = 5_000;

    public sealed record Result(double Precision, double Recall, IReadOnlyList<string> Wrong);

    public static async Task<Result> RunAsync(ScaleApp app, NpgsqlDataSource database, List<Question> questions)
    {
        Progress.Say("checking the answers");
        using var clerk = app.CreateClient().As("clerk");
        var (right, shown, wanted) = (0, 0, 0);
        List<string> wrong = [];
        for (var q = 0; q < questions.Count; q++)
        {
            var truth = await TruthAsync(database, q);
            var (found, total) = await AllPagesAsync(clerk, questions[q].Body);
            // What was filed while it was measured is right or not by itself; it is not in the truth.
            var known = await KnownAsync(database, found);
            var reachable = Math.Min(truth.Count, Counted - (found.Count - known.Count));
            var hits = known.Count(truth.Contains);
            (right, shown, wanted) = (right + hits, shown + known.Count, wanted + Math.Max(reachable, 0));
            if (hits != known.Count || hits < reachable)
                wrong.Add(string.Create(CultureInfo.InvariantCulture, $"{questions[q].Kind} {JsonSerializer.Serialize(questions[q].Body, JsonRules.Client)}: {hits} right of {known.Count} shown, {truth.Count} wanted, {total} said"));
        }
        wrong.ForEach(Console.Error.WriteLine);
        return new(shown == 0 ? 0 : (double)right / shown, wanted == 0 ? 0 : (double)right / wanted, wrong);
    }

    private static async Task<(List<Guid> Found, int Total)> AllPagesAsync(HttpClient clerk, object body)
    {
        var (found, total, after) = (new List<Guid>(), 0, (string?)null);
        do
        {
            var asked = JsonSerializer.SerializeToNode(body, JsonRules.Client)!.AsObject();
            (asked["limit"], asked["after"]) = (100, after is null ? null : JsonValue.Create(after));
            using var response = await clerk.PostAsJsonAsync(new Uri("/search", UriKind.Relative), asked, JsonRules.Client);
            response.EnsureSuccessStatusCode();
            var answer = await response.Content.ReadFromJsonAsync<JsonElement>();
            if (answer.GetProperty("partly").GetBoolean()) return ([], 0);
            if (after is null) total = answer.GetProperty("total").GetInt32();
            found.AddRange(answer.GetProperty("items").EnumerateArray().Select(row => row.GetProperty("id").GetGuid()));
            after = answer.GetProperty("next").GetString();
        }
        while (after is not null && found.Count < Counted);
        return (found, total);
    }

    private static async Task<HashSet<Guid>> TruthAsync(NpgsqlDataSource database, int question)
    {
        await using var command = database.CreateCommand("select ids from scale_answer where question = $1");
        command.Parameters.Add(new() { Value = question });
        return [.. (Guid[])(await command.ExecuteScalarAsync())!];
    }

    private static async Task<List<Guid>> KnownAsync(NpgsqlDataSource database, List<Guid> found)
    {
        await using var command = database.CreateCommand("select id from petition where id = any ($1) and first_receiver = 'clerk'");
        command.Parameters.Add(new() { Value = found.ToArray() });
        await using var reader = await command.ExecuteReaderAsync();
        List<Guid> known = [];
        while (await reader.ReadAsync()) known.Add(reader.GetGuid(0));
        return known;
    }
}
