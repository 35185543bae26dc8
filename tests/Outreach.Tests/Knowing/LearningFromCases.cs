using Xinfang.Contracts.CaseHandling.V1;
using Xinfang.Contracts.Intake.V1;
using Xinfang.Outreach.Api.Knowing;
using Xinfang.Testing;

namespace Xinfang.Outreach.Tests.Knowing;

/// <summary>From the events of the cases to a draft activity and back to the cases. Each test has months of its own.</summary>
public class LearningFromCases(OutreachApp app)
{
    private const string Housing = "030000", Xingnan = "120104003", HousingOrgan = "120104-zjw";

    [Fact]
    public async Task What_the_events_say_is_counted_once_by_street_category_and_month()
    {
        var on = new DateOnly(2034, 1, 15);
        var (plain, repeat, echo, diverted, declined, undone) = (Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7());
        foreach (var id in new[] { plain, repeat, echo, diverted, declined, undone }) await Petition(id, on);
        var twice = Guid.CreateVersion7();
        for (var time = 0; time < 2; time++) await app.Publish(Registered(plain, on), plain, twice);
        await app.Publish(Confirmed(repeat, "Repeat", 2, 5), repeat);
        await app.Publish(Confirmed(echo, "SameEvent", 1, 5), echo);
        await app.Publish(new PetitionAnswered { PetitionId = diverted, Outcome = "Diverted", AnsweredAt = At(on), DocumentId = Guid.CreateVersion7() }, diverted);
        await app.Publish(new PetitionDeclined { PetitionId = declined, Organ = HousingOrgan, DeclinedAt = At(on), Road = "AdministrativeReview", DocumentId = Guid.CreateVersion7(), DocumentNumber = "津南开住建信不受〔2034〕1号" }, declined);
        await app.Publish(new RepeatUndone { PetitionId = undone, EarlierId = plain, Kind = "Repeat", RepeatRound = 1, UndoneAt = At(on).AddHours(9) }, undone);
        await app.Publish(Confirmed(undone, "Repeat", 2, 5), undone); // comes late: it was taken back since

        await Soon(async () => await Cell(on) is { Petitions: 6, Repeats: 1, Echoes: 1, Diverted: 1, Declined: 1 });
        await app.Sql<object>("delete from heat where month = '2034-01-01'");
        Assert.Equal(6, (await Cell(on))!.Petitions); // counted again from the facts
    }

    [Fact]
    public async Task Of_a_sealed_accusation_nothing_is_kept()
    {
        var (id, on) = (Guid.CreateVersion7(), new DateOnly(2034, 3, 15));
        await app.Publish(Registered(id, on), id);
        await app.Publish(new PetitionClassified { PetitionId = id, Urgent = false, Sealed = true, ClassifiedAt = At(on) }, id);
        await app.Publish(new PetitionForwarded { PetitionId = id, Organ = "120104-jwjw", Round = 1, ClaimCount = 0, ElectronicService = false, Urgent = false, Sealed = true, ReceivedByOfficeOn = on, ForwardedAt = At(on) }, id);
        await OutreachApp.Soon(async () => await app.Sql<bool?>("select sealed and street is null and category is null and organ is null and channel is null from petition_fact where petition_id = $1", id) is true);
        await Cell(on);
        Assert.Null(await app.Sql<object>("select 1 from heat where month = '2034-03-01'"));
    }

    [Fact, Rule("S-38"), Rule("S-45")]
    public async Task A_planted_hot_topic_becomes_a_draft_activity_with_its_figures_and_afterwards_the_cases_say_what_came_of_it()
    {
        await Background(new DateOnly(2036, 3, 1), 3, hot: 30);
        using var outreach = app.As("outreach", Wire.On(2036, 6, 5));
        await (await outreach.Post("/recommendations/search", new { })).Json();
        Assert.Equal("0", (await (await outreach.Post("/recommendations/search", new { })).Json()).Text("found")); // nothing twice

        var found = Assert.Single((await (await outreach.Get("/recommendations?limit=100")).Json()).GetProperty("items").EnumerateArray(), each => each.Text("windowFrom") == "2036-03-01");
        Assert.Equal(("Many", Xingnan, Housing, "2036-05-31", HousingOrgan), (found.Text("signal"), found.Text("street"), found.Text("category"), found.Text("windowUntil"), found.Text("partner")));
        Assert.True(found.GetProperty("low").GetDouble() > 1.5);
        Assert.Contains("兴南街道", found.GetProperty("figures")[0].GetString(), StringComparison.Ordinal);

        var activity = Guid.CreateVersion7();
        using var leader = app.As("leader", Wire.On(2036, 6, 5));
        await (await leader.Post($"/recommendations/{found.Id()}/adoption", new { activityId = activity })).Problem(403, "recommendation.office-only");
        await (await outreach.Post($"/recommendations/{found.Id()}/adoption", new { activityId = activity })).Json();
        await (await outreach.Post($"/recommendations/{found.Id()}/adoption", new { activityId = Guid.CreateVersion7() })).Problem(409, "recommendation.decided");
        await (await outreach.Post($"/recommendations/{found.Id()}/dropping", new { reason = "不办" })).Problem(409, "recommendation.decided");

        var response = await outreach.Get($"/activities/{activity}");
        outreach.DefaultRequestHeaders.Add("If-Match", response.Headers.ETag!.Tag);
        var draft = await response.Json();
        Assert.Equal(("Draft", Xingnan, Housing), (draft.Text("status"), draft.Text("street"), draft.Text("topic")));
        var planned = await (await outreach.Post($"/activities/{activity}/amendment", new
        {
            title = "物业的事怎么办", street = Xingnan, community = "五马路社区", place = "党群服务中心", on = "2036-06-10", forms = new[] { "Consultation" }, audiences = new[] { "Residents" }, topic = Housing,
        })).Json();
        Assert.Equal("Planned", planned.Text("status"));

        using var after = app.As("outreach", Wire.On(2036, 6, 11));
        await (await after.Post($"/activities/{activity}/holding", new { heldOn = "2036-06-10", attendance = 80, summary = "讲了物业管理条例。" })).Json();
        using var early = app.As("outreach", Wire.On(2036, 8, 1));
        Assert.Equal("TooFew", (await (await early.Get($"/activities/{activity}/effect")).Json()).GetProperty("estimate").Text("finding"));

        await Background(new DateOnly(2035, 12, 1), 3, hot: 30); // before: not the months that chose the street
        await Background(new DateOnly(2036, 7, 1), 3, hot: 4);
        using var later = app.As("outreach", Wire.On(2036, 10, 2));
        await (await later.Post("/recommendations/search", new { })).Json();
        var effect = await (await later.Get($"/activities/{activity}/effect")).Json();
        Assert.Equal(("2035-12-01", "2036-02-29", "2036-07-01", "2036-09-30"), (effect.Text("beforeFrom"), effect.Text("beforeUntil"), effect.Text("afterFrom"), effect.Text("afterUntil")));
        Assert.Equal("Fewer", effect.GetProperty("estimate").Text("finding"));
        Assert.True(effect.GetProperty("estimate").GetProperty("high").GetDouble() < 1);
        Assert.Contains("不能都算成宣传的作用", effect.Text("says"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_person_has_dropped_with_a_reason_is_not_proposed_again_the_next_month()
    {
        await Background(new DateOnly(2038, 3, 1), 4, hot: 30);
        using var june = app.As("outreach", Wire.On(2038, 6, 5));
        await (await june.Post("/recommendations/search", new { })).Json();
        var found = Assert.Single((await (await june.Get("/recommendations?limit=100")).Json()).GetProperty("items").EnumerateArray(), each => each.Text("windowFrom") == "2038-03-01");
        await (await june.Post($"/recommendations/{found.Id()}/dropping", new { reason = " " })).Json(400);
        Assert.Equal("Dropped", (await (await june.Post($"/recommendations/{found.Id()}/dropping", new { reason = "街道已经在办" })).Json()).Text("status"));
        using var july = app.As("outreach", Wire.On(2038, 7, 5));
        Assert.Equal("0", (await (await july.Post("/recommendations/search", new { })).Json()).Text("found"));
    }

    private static Task Soon(Func<Task<bool>> condition) => OutreachApp.Soon(condition);

    private async Task<Cell?> Cell(DateOnly on)
    {
        using var outreach = app.As("outreach", Wire.On(on.Year, on.Month + 1, 5));
        await (await outreach.Post("/recommendations/search", new { })).Json();
        return (await app.Db(db => HeatMap.ReadAsync(db, new(on.Year, on.Month, 1), new(on.Year, on.Month + 1, 1), TestContext.Current.CancellationToken))).SingleOrDefault(cell => cell.Street == Xingnan && cell.Category == Housing);
    }

    private async Task Petition(Guid id, DateOnly on)
    {
        await app.Publish(Registered(id, on), id);
        await app.Publish(new PetitionClassified { PetitionId = id, Category = "Redress", ContentCode = "030102", Urgent = false, Sealed = false, ClassifiedAt = At(on) }, id);
    }

    /// <summary>Facts as the events leave them: 12 streets, three categories, four petitions a month each; one street and category hot.</summary>
    private Task Background(DateOnly first, int months, int hot) => app.Db(async db =>
    {
        for (var month = 0; month < months; month++)
            foreach (var street in Enumerable.Range(1, 12).Select(number => $"1201040{number:00}"))
                foreach (var category in new[] { "010000", Housing, "070000" })
                    for (var n = 0; n < (street == Xingnan && category == Housing ? hot : 4); n++)
                        db.Add(new PetitionFact { PetitionId = Guid.CreateVersion7(), ReceivedOn = first.AddMonths(month).AddDays(n % 28), Channel = n % 2 == 0 ? "Letter" : "Phone", Street = street, Category = category, Organ = HousingOrgan });
        await db.SaveChangesAsync(TestContext.Current.CancellationToken);
    });

    private static PetitionRegistered Registered(Guid id, DateOnly on) => new()
    {
        PetitionId = id, Number = "120104-20340115-0001", Channel = "Visit", ReceivedOn = on, RegisteredAt = At(on), Street = Xingnan, ForwardStrictDueOn = on.AddDays(15), ForwardDueOn = on.AddDays(15),
    };

    private static RepeatConfirmed Confirmed(Guid id, string kind, int round, int hour) => new()
    {
        PetitionId = id, EarlierId = Guid.CreateVersion7(), Kind = kind, RepeatRound = round, ConfirmedAt = At(new(2034, 1, 15)).AddHours(hour),
    };

    private static DateTimeOffset At(DateOnly on) => new(on.ToDateTime(new TimeOnly(1, 0)), TimeSpan.Zero);
}
