namespace Xinfang.Insight.Tests.Reports;

/// <summary>A figure that was reported stays what it was, whatever is told later.</summary>
public class FreezingFigures(InsightApp app)
{
    private static readonly DateOnly Later = new(2070, 1, 1);
    private readonly Desk _desk = new(app);

    [Fact, Rule("S-78")]
    public async Task The_same_snapshot_gives_the_same_figure_after_new_events_and_a_new_draft_takes_a_new_one()
    {
        var at = Wire.On(2042, 1, 5);
        await Tell(Many(2041, 22));
        var report = await _desk.DraftAsync("Petitions", 2041);
        var old = report.GetProperty("snapshot").Id();
        Assert.Contains("2041年共登记信访事项22件次", Desk.Words(report), StringComparison.Ordinal);
        var frozen = await Raw(old);

        await Tell(Many(2041, 3));
        Assert.Equal(frozen, await Raw(old));
        Assert.Contains("共登记信访事项22件次", Desk.Words(await _desk.ReadAsync(report.Id(), at)), StringComparison.Ordinal);

        await (await _desk.WriteAsync(report.Id(), Desk.Filled(report, "提出建议两件，都采纳了。"), at)).Json();
        var anew = await (await _desk.As("clerk", at).Post($"/reports/{report.Id()}/redrafting", new { })).Json();
        Assert.Contains("共登记信访事项25件次", Desk.Words(anew), StringComparison.Ordinal);
        Assert.Contains("提出建议两件，都采纳了。", Desk.Words(anew), StringComparison.Ordinal);
        Assert.Equal(("0", "clerk"), (anew.Text("toWrite"), anew.Text("draftedBy")));
        Assert.NotEqual(old, anew.GetProperty("snapshot").Id());
        Assert.Equal(frozen, await Raw(old));
    }

    [Fact]
    public async Task The_year_before_is_what_was_approved_of_it_not_what_has_come_to_light_since()
    {
        await Tell(Many(2045, 21));
        var approved = await _desk.ApprovedAsync("Petitions", 2045);
        await Tell([.. Many(2045, 4), .. Many(2046, 42)]);
        var report = await _desk.DraftAsync("Petitions", 2046);
        Assert.Contains("2046年共登记信访事项42件次，同比上升100.0%", Desk.Words(report), StringComparison.Ordinal);
        var snapshot = await (await _desk.As("auditor", Wire.On(2047, 1, 5)).Get($"/snapshots/{report.GetProperty("snapshot").Id()}")).Json();
        Assert.Equal((await _desk.ReadAsync(approved, Wire.On(2047, 1, 5))).GetProperty("snapshot").Text("id"), snapshot.GetProperty("content").GetProperty("yearBefore").Text("snapshot"));
    }

    [Fact]
    public async Task A_scorecard_has_the_organs_that_had_something()
    {
        await Tell(Many(2048, 24));
        var report = await _desk.DraftAsync("Scorecard", 2048);
        var table = report.GetProperty("text").GetProperty("sections")[0].GetProperty("paragraphs")[0].GetProperty("table");
        Assert.Equal("区住建委", table.GetProperty("rows")[0][0].GetString());
    }

    [Fact]
    public async Task An_analysis_of_a_week_counts_its_days()
    {
        await Tell([.. Enumerable.Range(0, 5).Select(day => Done(new DateOnly(2049, 3, 1).AddDays(day)))]);
        var at = Wire.On(2049, 3, 9);
        var report = await (await _desk.As("clerk", at).Put($"/reports/{Guid.CreateVersion7()}", new { kind = "Situation", year = 2049, span = "Week", number = 9 })).Json();
        Assert.Equal(("2049-03-01", "2049-03-08"), (report.Text("from"), report.Text("until")));
        Assert.Contains("2049年第9周共登记信访事项5件次", Desk.Words(report), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_changes_a_snapshot_past_the_service_is_found_out()
    {
        var report = await _desk.DraftAsync("RuleOfLaw", 2060);
        var id = report.GetProperty("snapshot").Id();
        Assert.Equal("True", (await (await _desk.As("leader", Wire.On(2061, 1, 5)).Get($"/snapshots/{id}")).Json()).Text("intact"));
        await app.Sql<object>("update report_snapshot set content = jsonb_set(content, '{now,figures,0,part}', '999') where id = $1", id);
        Assert.Equal("False", (await (await _desk.As("leader", Wire.On(2061, 1, 5)).Get($"/snapshots/{id}")).Json()).Text("intact"));
    }

    private async Task<string> Raw(Guid snapshot) => (await app.Sql<string>("select content::text || hash from report_snapshot where id = $1", snapshot))!;

    private async Task Tell(IReadOnlyCollection<Told> told)
    {
        foreach (var each in told) await each.TellAsync(app);
        await app.CountedAsync(told, Later);
    }

    private static List<Told> Many(int year, int count) => [.. Enumerable.Range(0, count).Select(day => Done(new DateOnly(year, 2, 1).AddDays(day)))];

    private static Told Done(DateOnly on) => Told.Of(on).Registered().Forwarded(1).Accepted(5).Decided(30).Served(31).Completed(32).Rated(33);
}
