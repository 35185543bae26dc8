using System.Text.Json;
using Xinfang.Insight.Api.Measures;

namespace Xinfang.Insight.Tests.Measures;

/// <summary>The measures of the handbook (7.6). Each test has a month of its own.</summary>
public class CountingMeasures(InsightApp app)
{
    private static readonly DateOnly Later = new(2039, 1, 1);

    [Fact, Rule("S-17")]
    public async Task K_01_counts_in_time_late_and_overdue_and_leaves_out_what_is_not_due()
    {
        var month = new DateOnly(2031, 1, 1);
        await Tell(new DateOnly(2031, 1, 26),
            Told.Of(month).Registered().Forwarded(10), Told.Of(month).Registered().Forwarded(15), Told.Of(month).Registered().Forwarded(20), Told.Of(month).Registered(), Told.Of(month.AddDays(20)).Registered());
        Assert.Equal((2, 4, "50.0%"), Read(await Rows("leader", month), "K-01"));
    }

    [Fact, Rule("S-17")]
    public async Task K_02_is_counted_of_each_turn_and_an_agreed_contest_is_nobodys_fault()
    {
        var month = new DateOnly(2031, 2, 1);
        await Tell(Later, Told.Of(month).Registered().Forwarded(1).Accepted(10), Told.Of(month).Registered().Forwarded(1).Declined(20), Told.Of(month).Registered().Forwarded(1), Told.Of(month).Registered().Forwarded(1).Contested(3, true));
        var rows = await Rows("leader", month);
        Assert.Equal((1, 3, "33.3%"), Read(rows, "K-02"));
        Assert.Equal((1, 4, "25.0%"), Read(rows, "K-08"));
    }

    [Fact]
    public async Task K_03_K_04_and_K_05_count_answers_and_ratings_and_silence_is_not_content()
    {
        var month = new DateOnly(2031, 3, 1);
        await Tell(Later, Told.Of(month).Registered().Forwarded(1).Accepted(2).Decided(30).Served(31).Rated(40, "Satisfied", "Dissatisfied"), Told.Of(month).Registered().Forwarded(1).Accepted(2).Decided(90, inTime: false).Served(91),
            Told.Of(month).Registered().Forwarded(1).Accepted(2));
        var rows = await Rows("leader", month);
        Assert.Equal((1, 3, "33.3%"), Read(rows, "K-03"));
        Assert.Equal((1, 2, "50.0%"), Read(rows, "K-04"));
        Assert.Equal((1, 1, "100.0%"), Read(rows, "K-05a"));
        Assert.Equal((0, 1, "0.0%"), Read(rows, "K-05b"));
    }

    [Fact, Rule("S-77")]
    public async Task K_06_asks_whether_anybody_came_again_within_ninety_days_of_completion()
    {
        var month = new DateOnly(2031, 4, 1);
        var (quiet, back, backLate) = (Done(month), Done(month), Done(month));
        var again = new Told(Guid.CreateVersion7(), new(2031, 6, 20)).Registered().Repeats(back.Petition, 1);
        var late = new Told(Guid.CreateVersion7(), new(2031, 12, 20)).Registered().Repeats(backLate.Petition, 1);
        await Tell(Later, quiet, back, backLate, again, late);
        Assert.Equal((2, 3, "66.7%"), Read(await Rows("leader", month), "K-06"));
        Assert.Equal((1, 1, "100.0%"), Read(await Rows("leader", new(2031, 6, 1)), "K-07"));
        var months = (await (await app.As("leader").Get("/cohorts?from=2031-04-01&until=2031-05-01")).Json()).GetProperty("months")[0].GetProperty("shares");
        Assert.Equal([(30, 3), (90, 2), (180, 2)], months.EnumerateArray().Select(share => (share.GetProperty("days").GetInt32(), share.GetProperty("unseen").GetInt32())));
    }

    [Fact, Rule("K-07")]
    public async Task Where_there_is_nothing_to_divide_by_there_is_no_number()
    {
        var rows = await Rows("leader", new(2031, 9, 1));
        Assert.All(rows.Where(row => row.Text("kind") != "Count"), row => Assert.Equal(("—", JsonValueKind.Null), (row.Text("value"), row.TryGetProperty("number", out var number) ? number.ValueKind : JsonValueKind.Null)));
    }

    [Fact]
    public async Task Days_that_are_no_months_are_counted_by_the_same_formulas_as_months()
    {
        var month = new DateOnly(2032, 1, 1);
        var told = Enumerable.Range(0, 40).Select(n => Some(month.AddDays(n % 31), n)).ToArray();
        await Tell(Later, told);
        var ct = TestContext.Current.CancellationToken;
        var (all, halves) = (new Period(month, month.AddMonths(1)), new[] { new Period(month, new(2032, 1, 17)), new Period(new(2032, 1, 17), month.AddMonths(1)) });
        foreach (var organ in new[] { null, Told.Housing, "120104-nobody" })
        {
            var parts = new List<Counted>();
            foreach (var half in halves) parts.Add(await Reading.TotalAsync(app.Source, half, organ, Later, ct));
            var whole = await Reading.TotalAsync(app.Source, all, organ, Later, ct);
            if (organ is null) Assert.Equal(40, whole["petitions"]);
            AssertSame(whole, Sum(parts));
            foreach (var by in Enum.GetValues<Dimension>())
            {
                var lines = new List<Counted>();
                foreach (var half in halves) lines.AddRange(await Reading.ByAsync(app.Source, half, organ, by, Later, ct));
                var values = lines.GroupBy(line => line.Value).OrderBy(value => value.Key, StringComparer.Ordinal).ToList();
                var known = await Reading.ByAsync(app.Source, all, organ, by, Later, ct);
                Assert.Equal(known.Select(line => line.Value), values.Select(value => value.Key));
                foreach (var (line, value) in known.Zip(values)) AssertSame(line, Sum(value));
            }
        }

        static Counted Sum(IEnumerable<Counted> parts)
        {
            var sum = Counted.Empty("");
            foreach (var part in parts)
            {
                sum.Add(Books.Petitions, part.Petitions);
                sum.Add(Books.Rounds, part.Rounds);
            }
            return sum;
        }

        static void AssertSame(Counted whole, Counted sum)
        {
            Assert.Equal(whole.Petitions, sum.Petitions);
            Assert.Equal(whole.Rounds, sum.Rounds);
        }
    }

    [Fact]
    public async Task An_organ_sees_its_own_figures_and_nobody_elses()
    {
        var month = new DateOnly(2032, 3, 1);
        await Tell(Later, Told.Of(month).Registered().Forwarded(1).Accepted(2), Told.Of(month).Registered().Forwarded(1, Told.Labour).Accepted(2), Told.Of(month).Registered());
        Assert.Equal(1, Read(await Rows("120104-zjw.head", month), "K-00").Part);
        Assert.Equal(3, Read(await Rows("leader", month), "K-00").Part);
        await (await app.As("120104-zjw.head").Get($"/measures?organ={Told.Labour}")).Problem(404, "insight.not-found");
        var lines = (await (await app.As("120104-zjw.head").Get("/measures/K-02/ranking?from=2032-03-01&until=2032-04-01")).Json()).GetProperty("lines");
        Assert.Equal([Told.Housing], lines.EnumerateArray().Select(line => line.Text("value")));
    }

    [Fact, Rule("S-17")]
    public async Task Whoever_has_fewer_than_twenty_cases_has_no_place()
    {
        var month = new DateOnly(2032, 5, 1);
        await Tell(Later, [.. Enumerable.Range(0, 21).Select(n => Told.Of(month).Registered().Forwarded(1).Accepted(n < 3 ? 30 : 5)), .. Enumerable.Range(0, 2).Select(_ => Told.Of(month).Registered().Forwarded(1, Told.Labour).Accepted(5))]);
        var lines = (await (await app.As("leader").Get("/measures/K-02/ranking?by=Organ&from=2032-05-01&until=2032-06-01")).Json()).GetProperty("lines").EnumerateArray().ToList();
        Assert.Equal([(Told.Housing, "1", true), (Told.Labour, "", false)], lines.Select(line => (line.Text("value"), line.TryGetProperty("place", out var place) ? place.ToString() : "", line.GetProperty("enough").GetBoolean())));
        Assert.InRange(lines[0].GetProperty("low").GetDouble(), 0.6, 0.7);
    }

    [Fact, Rule("S-17")]
    public async Task Who_is_equally_good_has_the_same_place()
    {
        var month = new DateOnly(2033, 2, 1);
        await Tell(Later, [.. new[] { (Told.Housing, 5), (Told.Labour, 5), ("120104-cgw", 30) }.SelectMany(organ => Enumerable.Range(0, 20).Select(_ => Told.Of(month).Registered().Forwarded(1, organ.Item1).Accepted(organ.Item2)))]);
        var lines = (await (await app.As("leader").Get("/measures/K-02/ranking?by=Organ&from=2033-02-01&until=2033-03-01")).Json()).GetProperty("lines").EnumerateArray().ToList();
        Assert.Equal([1, 1, 3], lines.Select(line => line.GetProperty("place").GetInt32()));
        Assert.Equal("120104-cgw", lines[^1].Text("value"));
    }

    [Fact]
    public async Task A_figure_leads_to_the_petitions_it_counts()
    {
        var month = new DateOnly(2032, 7, 1);
        var (late, fine, accused) = (Told.Of(month).Registered().Forwarded(20), Told.Of(month).Registered().Forwarded(2), Told.Of(month).Registered().Classified(1, "Accusation", isSealed: true).Forwarded(30, "120104-jwjw", isSealed: true));
        await Tell(Later, late, fine, accused);
        Assert.Equal((1, 3), Read(await Rows("leader", month), "K-01") is var (part, all, _) ? (part, all) : default);
        var items = (await (await app.As("leader").Get("/petitions?counter=office-late&from=2032-07-01&until=2032-08-01")).Json()).GetProperty("items");
        Assert.Equal([late.Petition], items.EnumerateArray().Select(item => item.Id())); // the sealed one is counted and not listed
        var first = await (await app.As("leader").Get("/petitions?from=2032-07-01&until=2032-08-01&limit=1")).Json();
        var second = await (await app.As("leader").Get($"/petitions?from=2032-07-01&until=2032-08-01&limit=1&after={first.Text("next")}")).Json();
        Assert.Equal(2, new[] { first, second }.Select(page => page.GetProperty("items")[0].Id()).Distinct().Count());
    }

    [Theory]
    [InlineData("/measures?from=2032-01-02&until=2033-01-02", "until")]
    [InlineData("/measures?from=2032-03-01&until=2032-01-01", "until")]
    [InlineData("/measures?from=0001-01-01", "from")]
    [InlineData("/measures?basis=7", "basis")]
    [InlineData("/petitions?counter=drop+table", "counter")]
    [InlineData("/counts?by=9", "by")]
    public async Task A_question_that_makes_no_sense_is_refused_in_words(string path, string field) =>
        Assert.True((await (await app.As("leader").Get(path)).Json(400)).GetProperty("errors").TryGetProperty(field, out _));

    [Theory]
    [InlineData("measures.csv", "text/csv")]
    [InlineData("counts.xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")]
    [InlineData("petitions.csv", "text/csv")]
    public async Task Figures_leave_as_csv_and_excel(string file, string type)
    {
        using var answer = await app.As("leader").Post($"/exports/{file}?from=2032-07-01&until=2032-08-01", new { });
        Assert.Equal(type, answer.Content.Headers.ContentType?.MediaType);
        Assert.NotEmpty(await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
    }

    [Fact, Rule("A-55")]
    public async Task Who_took_which_figures_away_is_on_record_and_read_by_the_head_and_the_auditor()
    {
        var month = new DateOnly(2032, 9, 1);
        await Tell(Later, Told.Of(month).Registered().Forwarded(1), Told.Of(month).Registered());
        using var taken = await app.As($"{Told.Housing}.head", Wire.On(2032, 10, 8, 9)).Post("/exports/petitions.csv?from=2032-09-01&until=2032-10-01&counter=petitions", new { });
        Assert.True(taken.IsSuccessStatusCode);
        await (await app.As("leader", Wire.On(2032, 10, 8)).Post("/exports/counts.pdf?from=2032-09-01&until=2032-10-01", new { })).Problem(404, "insight.not-found");

        var row = (await (await app.As("auditor").Get("/exports?limit=100")).Json()).GetProperty("items").EnumerateArray().Single(item => item.Text("from") == "2032-09-01");
        Assert.Equal(($"{Told.Housing}.head", "区住建委", "petitions.csv", "petitions", "区住建委", "1"), (row.Text("account"), row.Text("byName"), row.Text("what"), row.Text("detail"), row.Text("scopeName"), row.Text("rows")));
        var entry = await app.Db(db => Task.FromResult(db.Record.Single(entry => entry.PetitionId == row.Id())));
        using var worded = await app.As("leader").Post("/exports/measures.csv?from=2032-09-01&until=2032-11-01&counter=%E5%BC%A0%E4%B8%89&street=%E5%BC%A0%E4%B8%89", new { });
        var facts = await app.Db(db => Task.FromResult(db.Record.Where(each => each.Act == "Export").Select(each => each.Facts).ToList()));
        Assert.All(facts, fact => Assert.DoesNotContain("张三", System.Text.RegularExpressions.Regex.Unescape(fact), StringComparison.Ordinal));
        Assert.Contains(facts, fact => fact.Contains("2032-11-01", StringComparison.Ordinal));
        Assert.Equal(("Export", "《信访工作条例》第四十一条第二款"), (entry.Act, entry.Article));
        await (await app.As("leader").Get("/exports")).Problem(403, "duty.missing");
    }

    private static Told Done(DateOnly day) => Told.Of(day).Registered().Forwarded(1).Accepted(2).Decided(30).Served(31).Completed(40);

    private static Told Some(DateOnly day, int n)
    {
        var told = Told.Of(day).Registered();
        if (n % 5 > 0) told.Forwarded(n % 20, n % 2 == 0 ? Told.Housing : Told.Labour);
        if (n % 5 > 1) told.Accepted(20 + (n % 9));
        if (n % 5 > 2) told.Decided(50, n % 4 != 0).Served(51).Completed(60);
        if (n % 10 == 9) told.Rated(65);
        return told;
    }

    private async Task Tell(DateOnly today, params Told[] told)
    {
        foreach (var each in told) await each.TellAsync(app);
        await app.CountedAsync(told, today);
    }

    private async Task<IReadOnlyList<JsonElement>> Rows(string account, DateOnly month) =>
        [.. (await (await app.As(account).Get($"/measures?from={month:yyyy-MM-dd}&until={month.AddMonths(1):yyyy-MM-dd}")).Json()).GetProperty("rows").EnumerateArray()];

    private static (int Part, int All, string Value) Read(IReadOnlyList<JsonElement> rows, string measure) =>
        rows.Single(row => row.Text("code") == measure) is var row ? (row.GetProperty("part").GetInt32(), row.GetProperty("all").GetInt32(), row.Text("value")) : default;
}
