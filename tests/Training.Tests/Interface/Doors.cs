using System.Text;
using System.Text.Json;

namespace Xinfang.Training.Tests.Interface;

/// <summary>Who gets through which door, and what a door does with nonsense. Every endpoint of the service's own description has a row.</summary>
public class Doors(TrainingApp app)
{
    private const string Everybody = "trainer office-head officer leader", Staff = "trainer office-head", Trainer = "trainer";

    private static readonly Dictionary<string, string> Table = new(StringComparer.Ordinal)
    {
        ["GET /questions"] = Staff, ["GET /questions/counts"] = Staff, ["POST /questions/issue"] = Staff, ["GET /questions/{id}"] = Staff, ["PUT /questions/{id}"] = Trainer,
        ["POST /questions/{id}/review"] = Staff, ["POST /questions/{id}/retirement"] = Staff,
        ["GET /exams"] = Staff, ["GET /exams/{id}"] = Staff, ["PUT /exams/{id}"] = Trainer, ["POST /exams/{id}/opening"] = Trainer, ["POST /exams/{id}/cancellation"] = Trainer,
        ["GET /exams/{id}/to-mark"] = Trainer, ["GET /exams/{id}/results"] = Staff, ["GET /exams/{id}/items"] = Staff, ["POST /exams/{id}/sittings"] = Everybody,
        ["GET /sittings/{id}"] = Everybody, ["GET /sittings/{id}/certificate.pdf"] = Everybody, ["PUT /sittings/{id}/answers/{number}"] = Everybody, ["POST /sittings/{id}/hand-in"] = Everybody, ["PUT /sittings/{id}/marks/{number}"] = Trainer,
        ["GET /my/exams"] = Everybody, ["GET /my/study"] = Everybody, ["GET /my/file"] = Everybody, ["PUT /my/file/objections/{id}"] = Everybody,
        ["GET /sessions"] = Everybody, ["GET /sessions/{id}"] = Everybody, ["PUT /sessions/{id}"] = Trainer, ["POST /sessions/{id}/cancellation"] = Trainer, ["PUT /sessions/{id}/minutes"] = Trainer,
        ["GET /sessions/{id}/sign-in-code"] = Trainer, ["POST /sessions/{id}/attendance"] = Everybody,
        ["GET /hours"] = Staff, ["POST /hours/imports"] = Trainer, ["PUT /trainees/{account}/rank"] = Trainer, ["GET /trainees/{account}/file"] = Staff,
        ["GET /needs"] = Everybody, ["GET /needs/rates"] = Staff, ["POST /needs/search"] = Staff, ["GET /needs/{id}"] = Everybody, ["POST /needs/{id}/acceptance"] = Staff, ["POST /needs/{id}/declination"] = Staff,
        ["POST /needs/{id}/closing"] = Staff, ["PUT /needs/{id}/coaching/{entry}"] = Everybody, ["GET /objections"] = Staff, ["POST /objections/{id}/answer"] = Staff, ["GET /measures"] = "trainer office-head leader",
        ["GET /my/reminders"] = Everybody, ["POST /sessions/{id}/evaluation"] = Everybody, ["GET /sessions/{id}/evaluation"] = Staff,
        ["GET /drills"] = Everybody, ["POST /drills/{script}/runs"] = Everybody, ["GET /drill-runs/{id}"] = Everybody, ["PUT /drill-runs/{id}/steps/{number}"] = Everybody, ["POST /drill-runs/{id}/completion"] = Everybody,
    };

    private static readonly Dictionary<string, string> Accounts = new(StringComparer.Ordinal)
    {
        ["trainer"] = "trainer", ["office-head"] = "office-head", ["officer"] = "120104-jyj.officer", ["leader"] = "leader", ["system"] = "feed-120104-jyj",
    };

    public static TheoryData<string> Rows => [.. Table.Keys];

    [Fact]
    public async Task Every_endpoint_has_a_row()
    {
        using var client = app.Public();
        var described = JsonSerializer.Deserialize<JsonElement>(await client.GetStringAsync(new Uri("/openapi/v1.json", UriKind.Relative), TestContext.Current.CancellationToken)).GetProperty("paths").EnumerateObject()
            .SelectMany(path => path.Value.EnumerateObject().Select(method => $"{method.Name.ToUpperInvariant()} {path.Name}")).Where(door => door != "GET /catalogue").Order(StringComparer.Ordinal);
        Assert.Equal(Table.Keys.Order(StringComparer.Ordinal), described);
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public async Task Only_those_pass_who_may(string door)
    {
        using var nobody = app.Public();
        Assert.Equal(401, await KnockAsync(nobody, door, "{}"));
        foreach (var (name, account) in Accounts)
        {
            using var client = app.As(account, Wire.On(2026, 4, 17));
            var status = await KnockAsync(client, door, "{}");
            // 403 is also a domain's answer; behind these doors with an unknown id none is.
            if (Table[door].Split(' ').Contains(name)) Assert.True(status is not (401 or 403 or >= 500), $"{name} at {door}: {status}");
            else Assert.True(status is 403, $"{name} at {door}: {status}");
        }
    }

    [Theory]
    [MemberData(nameof(Rows))]
    public async Task Nonsense_is_refused_in_words_and_breaks_nothing(string door)
    {
        if (door.StartsWith("GET", StringComparison.Ordinal)) return;
        using var client = app.As("trainer", Wire.On(2026, 4, 17));
        var endless = new string('字', 20_000);
        foreach (var body in (string[])[
            "", "null", "[]", "{", "{\"unknown\":1}",
            $$"""{"kind":"Single","difficulty":1,"competency":"{{endless}}","basis":"{{endless}}","stem":"{{endless}}","explanation":"{{endless}}","options":[null,null],"right":[-1,99]}""",
            $$"""{"title":"{{endless}}","minutes":99999999,"passPercent":-5,"attempts":1000,"opensAt":"0001-01-01T00:00:00Z","closesAt":"9999-12-31T23:59:59Z","blueprint":[null],"organs":[null]}""",
            $$"""{"title":"ab","mode":"Class","form":"Round","topic":"Other","hours":1e20,"startsAt":"2026-05-01T00:00:00Z","endsAt":"9999-12-31T23:59:59Z","place":"{{endless}}"}""",
            $$"""{"text":"{{endless}}","reason":"{{endless}}","result":"{{endless}}","note":"{{endless}}","code":"{{endless}}","rank":"{{endless}}"}""",
            """{"revision":99999999999,"keys":[null],"points":-1e9}""", "{\"text\":\"a\\u0000b\",\"reason\":\"a\\u0000b\"}"])
        {
            var status = await KnockAsync(client, door, body);
            Assert.True(status is (>= 400 and < 500) || (status == 200 && Bodyless(door)), $"{door} answered {status} to {body[..Math.Min(60, body.Length)]}");
        }
    }

    // These take no body; what is sent along is not read.
    private static bool Bodyless(string door) => door is "POST /questions/issue" or "POST /needs/search";

    private static async Task<int> KnockAsync(HttpClient client, string door, string body)
    {
        var (method, path) = (door.Split(' ')[0], door.Split(' ')[1]);
        path = path.Replace("{id}", Guid.CreateVersion7().ToString(), StringComparison.Ordinal).Replace("{entry}", Guid.CreateVersion7().ToString(), StringComparison.Ordinal).Replace("{script}", "no-such-drill", StringComparison.Ordinal).Replace("{number}", "1", StringComparison.Ordinal).Replace("{account}", "nobody-knows", StringComparison.Ordinal);
        using var request = new HttpRequestMessage(new(method), path);
        if (method != "GET") request.Content = new StringContent(body, Encoding.UTF8, "application/json");
        using var answer = await client.SendAsync(request, TestContext.Current.CancellationToken);
        return (int)answer.StatusCode;
    }
}
