using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xinfang.CaseHandling.Api.Watching;
using Xinfang.CaseHandling.Domain;
using Xinfang.Contracts.CaseHandling.V1;
using Xinfang.Law;
using static Xinfang.CaseHandling.Tests.OverTheWire.CaseHandlingApp;

namespace Xinfang.CaseHandling.Tests.OverTheWire;

/// <summary>A corrected notice moves all and only the dates that still run, each once; real PostgreSQL and RabbitMQ.</summary>
public sealed class CorrectingTheCalendar : IAsyncLifetime
{
    private readonly CaseHandlingApp _app = new();

    // Accepted on 11 March 2026: day 60 is Sunday 10 May, rolled to Monday the 11th. The correction makes that Monday a day off.
    private static readonly LegalCalendar Corrected = With("2026-05-11");

    public ValueTask InitializeAsync() => _app.InitializeAsync();

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task Moves_what_runs_and_leaves_what_is_done_closed_or_elsewhere()
    {
        var open = await _app.Accepted();
        var closed = await _app.Decided();
        await _app.Done(closed, "service", new { method = "HandedOver", servedOn = "2026-04-27", receiver = "本人" });
        await _app.Done(closed, "completion", CaseHandlingApp.Completion());
        var elsewhere = await _app.Received(); // received on 27 April: notice until 12 May
        var before = await Terms(closed);

        Assert.True(Clock.Use(Corrected));
        await Eventually(async () => (await Terms(open))["completion"] == new DateOnly(2026, 5, 12));
        await Settled(open, closed, elsewhere);

        var told = await _app.Published<TermCorrected>(open);
        Assert.Equal(("completion", new(2026, 5, 11), new(2026, 5, 12), new(2026, 5, 10)), (told.Term, told.FormerDueOn, told.DueOn, told.StrictDueOn));
        Assert.Equal(before, await Terms(closed));
        Assert.Equal(new DateOnly(2026, 5, 12), (await Terms(elsewhere))["notice"]);
        foreach (var untouched in (Guid[])[closed, elsewhere]) Assert.DoesNotContain("CorrectDates", await Record(untouched));
        Assert.Single(await Record(open), act => act == "CorrectDates");

        var page = await _app.Detail(open);
        Assert.True(page.GetProperty("chain").GetProperty("intact").GetBoolean());
        Assert.Contains("放假安排更正，期限重算：作出处理意见由2026年5月11日改为2026年5月12日", page.GetRawText(), StringComparison.Ordinal);
        // The page of the closed petition still explains the date that was promised.
        var promised = (await _app.Detail(closed)).GetProperty("terms").EnumerateArray().Single(term => term.GetProperty("code").GetString() == "completion");
        Assert.Equal(("2026-05-11", "InTime"), (promised.GetProperty("dueOn").GetString(), promised.GetProperty("state").GetString()));
        Assert.True((await _app.Detail(closed)).GetProperty("chain").GetProperty("intact").GetBoolean());
    }

    [Fact]
    public async Task Happens_once_whoever_runs_it_and_however_often_it_is_broken_off()
    {
        var petitions = new List<Guid>();
        for (var i = 0; i < 5; i++) petitions.Add(await _app.Accepted());
        var (one, two) = (_app.Services.GetRequiredService<DateCorrection>(), ActivatorUtilities.CreateInstance<DateCorrection>(_app.Services));

        Clock.Use(Corrected);
        using (var broken = new CancellationTokenSource())
        {
            var run = two.RunAsync(broken.Token);
            await broken.CancelAsync();
            await Task.WhenAny(run);
        }
        await Task.WhenAll(one.RunAsync(Ct), two.RunAsync(Ct));
        await Settled(petitions);
        await one.RunAsync(Ct);

        foreach (var petition in petitions)
        {
            await _app.Published<TermCorrected>(petition);
            Assert.Single(await Record(petition), act => act == "CorrectDates");
            Assert.Single(_app.Heard<TermCorrected>(petition));
        }
    }

    [Fact]
    public async Task Moves_the_date_of_a_review_that_is_owed_and_leaves_one_that_was_decided()
    {
        var reviews = new List<(Guid Petition, Guid Review)>();
        for (var i = 0; i < 2; i++)
        {
            var id = await _app.Decided();
            await _app.Done(id, "service", new { method = "HandedOver", servedOn = "2026-04-27", receiver = "本人" });
            var asked = await _app.Citizen(id).PostAsJsonAsync($"/petitions/{id}/reviews", new { claims = "请撤销处理意见", reasons = "处理意见认定错了事实，证据没有看。" }, Ct);
            reviews.Add((id, (await asked.Content.ReadFromJsonAsync<JsonElement>(Ct)).GetProperty("id").GetGuid()));
        }
        var (open, done) = (reviews[0], reviews[1]);
        var was = await Due(open.Review);
        foreach (var (act, account, body) in new (string, string, object)[]
        {
            ("acceptance", "120104.officer", new { }), ("proposal", "120104.officer", new { outcome = "Uphold", facts = "事实清楚。", reason = "依据正确。", basis = "《物业管理条例》第五十五条" }), ("decision", "120104.head", new { }),
        })
            (await _app.As(account).PostAsJsonAsync($"/reviews/{done.Review}/{act}", body, Ct)).EnsureSuccessStatusCode();

        var corrected = With(was.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        Assert.True(Clock.Use(corrected));
        await Eventually(async () => await Due(open.Review) == corrected.WorkingDayFrom(was.AddDays(1)));
        await Eventually(() => Task.FromResult(_app.Heard<TermCorrected>(open.Petition).Any(told => (told.Organ, told.Term, told.FormerDueOn) == ("120104", "review", was))));
        Assert.Single(await Record(open.Petition), act => act == "ReviewCorrectDates");
        Assert.DoesNotContain("ReviewCorrectDates", await Record(done.Petition));
        Assert.True((await _app.Get($"/reviews/{open.Review}", "120104.officer")).GetProperty("chain").GetProperty("intact").GetBoolean());
    }

    [Fact]
    public async Task Taking_the_correction_back_moves_the_date_back()
    {
        var open = await _app.Accepted();
        Clock.Use(Corrected);
        await Eventually(async () => (await Terms(open))["completion"] == new DateOnly(2026, 5, 12));
        Clock.Use(LegalCalendar.Default);
        await Eventually(async () => (await Terms(open))["completion"] == new DateOnly(2026, 5, 11));
        Assert.True((await _app.Detail(open)).GetProperty("chain").GetProperty("intact").GetBoolean());
    }

    private LegalClock Clock => _app.Services.GetRequiredService<LegalClock>();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private async Task<DateOnly> Due(Guid review) =>
        (await _app.Db(db => db.Reviews.AsNoTracking().SingleAsync(each => each.Id == new Xinfang.CaseHandling.Domain.Reviews.ReviewId(review)))).TermOf(Law.Terms.Review.Code)!.DueOn;

    private static Task Eventually(Func<Task<bool>> condition) => Testing.Eventually.Holds(condition, ct: Ct);

    /// <summary>These petitions are counted with the calendar of now. Others may come from the queue, which tests of other services fill as well.</summary>
    private Task Settled(params IEnumerable<Guid> petitions)
    {
        PetitionId[] ids = [.. petitions.Select(id => new PetitionId(id))];
        return Eventually(async () => !await _app.Db(db => db.Petitions.AnyAsync(p => ids.Contains(p.Id)
            && EF.Property<string?>(p, Api.PetitionMapping.ProjectedWith) != null && EF.Property<string?>(p, Api.PetitionMapping.ProjectedWith) != Clock.Calendar.Version)));
    }

    private async Task<Dictionary<string, DateOnly>> Terms(Guid petition) =>
        (await _app.Db(db => db.Petitions.AsNoTracking().SingleAsync(p => p.Id == new PetitionId(petition)))).StartedTerms.ToDictionary(term => term.Code, term => term.DueOn);

    private Task<List<string>> Record(Guid petition) =>
        _app.Db(db => db.Record.Where(entry => entry.PetitionId == petition).OrderBy(entry => entry.Seq).Select(entry => entry.Act).ToListAsync());

    /// <summary>The calendar of the program with one more day off.</summary>
    private static LegalCalendar With(string dayOff)
    {
        var years = LegalCalendar.Default.Write().ToList();
        years[^1] = years[^1].Replace("\"days\":[", $$"""
            "days":[{"name":"示例","date":"{{dayOff}}","isOffDay":true},
            """, StringComparison.Ordinal);
        return LegalCalendar.Read(years);
    }
}
