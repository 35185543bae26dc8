using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Npgsql;
using Xinfang.Law;
using Xinfang.Testing;

namespace Xinfang.Load;

/// <summary>
/// Every counter of insight's measures beside an independent calculation in SQL over the tables and records of the services that decided, in a running system:
/// after <c>replay</c>, on its real messages (<see cref="IndependentCount"/>). Exit code 1 if one differs.
/// </summary>
internal static class Figures
{
    public static async Task<int> RunAsync(Options options)
    {
        var gateway = new Uri(options["--gateway"] ?? throw new ArgumentException("figures looks at a running system: --gateway URL --postgres CONNECTION of its server"));
        var server = options["--postgres"] ?? throw new ArgumentException("figures needs --postgres CONNECTION of the server");
        using var http = Citizen.Client(gateway, 4);
        using var question = new HttpRequestMessage(HttpMethod.Get, "/api/insight/measures?from=2022-01-01&until=2031-01-01");
        question.Headers.Authorization = new AuthenticationHeaderValue("Bearer", await new SignIn(SignIn.ClientOf(gateway), SystemUnderTest.DemoPassword).TokenOf("leader"));
        using var answer = await http.SendAsync(question);
        answer.EnsureSuccessStatusCode();
        var counters = (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("counters");

        await using var intake = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(server) { Database = "intakedb" }.ConnectionString);
        await using var caseHandling = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(server) { Database = "casehandlingdb" }.ConnectionString);
        var expected = await IndependentCount.ReadAsync(intake, caseHandling, Moment.DateIn(TimeProvider.System.GetUtcNow()));
        var wrong = 0;
        foreach (var (counter, count) in expected)
        {
            var told = counters.GetProperty(counter).GetInt64();
            if (told != count) wrong++;
            Console.WriteLine($"{counter,-20}{told,10}{count,10}{(told == count ? "" : "  DIFFERS")}");
        }
        Console.WriteLine(JsonSerializer.Serialize(new { command = "figures", petitions = expected["petitions"], counters = expected.Count, wrong }));
        return wrong == 0 ? 0 : 1;
    }
}
