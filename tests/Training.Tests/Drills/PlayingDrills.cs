using System.Text.Json;
using Xinfang.Training.Api.Drills;

namespace Xinfang.Training.Tests.Drills;

public class PlayingDrills(TrainingApp app)
{
    private static readonly DateTimeOffset Now = Wire.On(2026, 4, 17);

    [Fact]
    public async Task A_drill_goes_on_where_it_was_left_and_tells_what_was_right_only_at_the_end()
    {
        using var officer = app.As("120104-zjw.officer", Now);
        var drill = await BeginAsync(officer, "leaking-roof");
        var begins = drill.Text("begins");
        await (await StepAsync(officer, drill.Id(), 1, "Claim", begins)).Json();
        var seen = await (await StepAsync(officer, drill.Id(), 2, "Accept", begins)).Json();
        Assert.Equal(0, seen.GetProperty("lines").GetArrayLength());

        await using var replica = app.Replica(); // another process, after a crash
        using var after = Xinfang.Testing.Tokens.As(replica.CreateClient(), "120104-zjw.officer");
        var again = await BeginAsync(after, "leaking-roof");
        Assert.Equal(drill.Id(), again.Id());
        Assert.Equal(["Claim", "Accept"], again.GetProperty("steps").EnumerateArray().Select(step => step.Text("move")));

        foreach (var (move, at) in ((string[])["Hear", "Investigate", "Opinion:Letter", "Serve:Receipt"]).Select((move, at) => (move, at))) await (await StepAsync(officer, drill.Id(), at + 3, move, begins)).Json();
        var done = await FinishAsync(officer, drill.Id());
        Assert.Equal((100, true), (done.GetProperty("percent").GetInt32(), done.GetProperty("passed").GetBoolean()));
        Assert.Equal(6, done.GetProperty("lines").GetArrayLength());
        await (await StepAsync(officer, drill.Id(), 7, "Recuse", begins)).Problem(409, "drill.finished");
    }

    [Fact]
    public async Task Who_passes_has_the_hours_once_a_year_and_the_best_run_in_the_file()
    {
        using var officer = app.As("120104-mzj.checker", Now);
        for (var run = 0; run < 2; run++)
        {
            var drill = await BeginAsync(officer, "known-face");
            await (await StepAsync(officer, drill.Id(), 1, "Recuse", drill.Text("begins"))).Json();
            await Task.WhenAll(FinishAsync(officer, drill.Id()), FinishAsync(officer, drill.Id()));
        }
        var failed = await BeginAsync(officer, "known-face");
        Assert.Equal(0, (await FinishAsync(officer, failed.Id())).GetProperty("percent").GetInt32());

        Assert.Equal(FinishDrill.Hours, (await (await officer.Get("/my/study?year=2026")).Json()).GetProperty("done").GetDecimal());
        var row = Assert.Single((await (await officer.Get("/my/file")).Json()).GetProperty("drills").EnumerateArray());
        Assert.Equal((3, 100, true), (row.GetProperty("runs").GetInt32(), row.GetProperty("best").GetInt32(), row.GetProperty("passed").GetBoolean()));
        var listed = (await (await officer.Get("/drills")).Json()).GetProperty("items").EnumerateArray().Single(each => each.Text("code") == "known-face");
        Assert.Equal((3, 100), (listed.GetProperty("runs").GetInt32(), listed.GetProperty("best").GetInt32()));
    }

    [Fact]
    public async Task Steps_come_in_order_of_number_and_day_and_from_the_list()
    {
        using var officer = app.As("120104001.officer", Now);
        var drill = await BeginAsync(officer, "dismissed");
        var begins = DateOnly.Parse(drill.Text("begins"), System.Globalization.CultureInfo.InvariantCulture);
        await (await StepAsync(officer, drill.Id(), 2, "Claim", Day(begins))).Problem(409, "drill.not-next");
        await (await StepAsync(officer, drill.Id(), 1, "Claim", Day(begins.AddDays(-1)))).Problem(422, "drill.day");
        await (await StepAsync(officer, drill.Id(), 1, "Route:Bar", Day(begins))).Problem(422, "drill.no-such-move"); // the office's, not an organ's
        await (await StepAsync(officer, drill.Id(), 1, "Claim", Day(begins.AddDays(3)))).Json();
        await (await StepAsync(officer, drill.Id(), 1, "Claim", Day(begins.AddDays(3)))).Json(); // told twice, done once
        await (await StepAsync(officer, drill.Id(), 1, "Accept", Day(begins.AddDays(3)))).Problem(409, "drill.not-next");
        await (await StepAsync(officer, drill.Id(), 2, "Decline:Arbitration", Day(begins.AddDays(2)))).Problem(422, "drill.day");
        using var other = app.As("120104002.officer", Now);
        await (await other.Get($"/drill-runs/{drill.Id()}")).Problem(404, "training.not-found");
        await (await other.Post("/drills/no-such-drill/runs", new { })).Problem(404, "training.not-found");
    }

    [Fact]
    public async Task Two_windows_begin_one_run_and_a_second_run_is_another_case()
    {
        using var officer = app.As("120104003.officer", Now);
        var begun = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => BeginAsync(officer, "cracked-wall")));
        var first = Assert.Single(begun.Select(each => each.Id()).Distinct());
        await FinishAsync(officer, first);
        var second = await BeginAsync(officer, "cracked-wall");
        Assert.NotEqual(begun[0].Text("begins"), second.Text("begins"));
    }

    [Fact]
    public async Task A_drill_touches_no_petition()
    {
        using var officer = app.As("120104004.officer", Now);
        foreach (var script in DrillScripts.All)
        {
            var drill = await BeginAsync(officer, script.Code);
            foreach (var (move, at) in drill.GetProperty("moves").EnumerateArray().Take(20).Select((move, at) => (move.Text("code"), at))) await (await StepAsync(officer, drill.Id(), at + 1, move, drill.Text("begins"))).Json();
            await FinishAsync(officer, drill.Id());
            var texts = string.Concat(drill.GetProperty("story").EnumerateArray());
            Assert.DoesNotMatch("120104-[0-9]{8}-", texts); // no number of a petition
            Assert.DoesNotMatch("[0-9]{11}", texts); // no telephone, no identity number
            Assert.Equal(0, await app.Sql<long>("select count(*) from outbox where petition_id = $1", drill.Id()));
            Assert.Equal(0, await app.Sql<long>("select count(*) from case_fact where petition_id = $1", drill.Id()));
        }
    }

    private static async Task<JsonElement> BeginAsync(HttpClient client, string script) => await (await client.Post($"/drills/{script}/runs", new { })).Json();

    private static Task<HttpResponseMessage> StepAsync(HttpClient client, Guid drill, int number, string move, string on) => client.Put($"/drill-runs/{drill}/steps/{number}", new { move, on });

    private static async Task<JsonElement> FinishAsync(HttpClient client, Guid drill) => await (await client.Post($"/drill-runs/{drill}/completion", new { })).Json();

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
