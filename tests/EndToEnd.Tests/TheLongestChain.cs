using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;
using Xinfang.EndToEnd.Tests.Running;
using Xinfang.Law;
using Xinfang.Testing;

namespace Xinfang.EndToEnd.Tests;

/// <summary>
/// 演练时间: the day of all services is moved forward, so that the longest lawful chain runs in a minute: each step on its last strict
/// day, and each step one day after its last day.
/// </summary>
[Collection(nameof(RehearsedSystem))]
public sealed class TheLongestChain(RehearsedSystem system)
{
    private const string Organ = People.Holder, Officer = $"{Organ}.officer", Head = $"{Organ}.head", Cases = "/api/case-handling/petitions", Reviews = "/api/case-handling/reviews", Recheck = "120000";
    private static readonly object Uphold = new { outcome = "Uphold", facts = "处理意见认定的事实清楚。", reason = "适用依据正确。", basis = "《物业管理条例》第五十五条" };

    [Fact, Rule("A-14"), Rule("A-22"), Rule("A-38"), Rule("A-39"), Rule("A-42"), Rule("A-43"), Rule("A-44"), Rule("A-45")]
    public async Task Each_step_on_its_last_day_is_in_time()
    {
        var filed = await system.People.FileAsync(9001, Ct);
        await system.People.ClassifyAsync(filed.Id, Ct);
        await system.ForwardToAsync((await ForwardingAsync(filed)).StrictDueOn);
        var routed = await ActAsync("clerk", $"/api/intake/petitions/{filed.Id}/forwarding", new { organ = Organ, reason = "属于该单位的职责范围" });
        Assert.False(routed.GetProperty("late").GetBoolean());

        await system.People.ReachedAsync(Officer, "case-handling", filed.Id, "Received", Ct);
        await system.ForwardToAsync((await TermAsync(filed, "notice")).StrictDueOn);
        await CaseAsync(filed, "claim", null);
        await CaseAsync(filed, "acceptance", new { contactPhone = "022-0000 0014" });
        var first = await TermAsync(filed, "completion");
        Assert.Equal(system.Today.AddDays(60), first.StrictDueOn);
        Assert.Equal("InTime", (await TermAsync(filed, "notice")).State);

        await CaseAsync(filed, "statement", new { heardOn = system.Today, way = "Phone", summary = "电话听取信访人陈述。" });
        await system.ForwardToAsync(first.StrictDueOn);
        await CaseAsync(filed, "extensions", new { days = 30, reason = "需要委托鉴定管道渗漏原因" }, Head);
        await CaseAsync(filed, "extensions/service", new { method = "HandedOver", servedOn = system.Today });
        var second = await TermAsync(filed, "completion");
        Assert.Equal(first.StrictDueOn.AddDays(30), second.StrictDueOn);

        await system.ForwardToAsync(second.StrictDueOn);
        await DecideAsync(filed);
        Assert.Equal("InTime", (await TermAsync(filed, "completion")).State);
        await system.ForwardToAsync((await TermAsync(filed, "service-of-opinion")).StrictDueOn);
        await CaseAsync(filed, "service", new { method = "HandedOver", servedOn = system.Today, receiver = "本人" });
        await CaseAsync(filed, "completion", People.Handling(system.Today).Single(step => step.Act == "completion").Body);

        // On the last day the citizen still reads that a review can be asked for, and the day after that it cannot.
        Assert.Equal(system.Today.AddDays(30), (await ToldAsync(filed, "review-request")).StrictDueOn);

        // 30 to ask for a review, 30 to decide it, 30 to ask for a recheck, 30 to decide that (art. 35, 36).
        foreach (var (level, body) in new[] { ("review", People.ReviewBody), ("recheck", Recheck) })
        {
            var asking = await ToldAsync(filed, $"{level}-request");
            await system.ForwardToAsync(asking.StrictDueOn);
            var id = await system.People.RequestReviewAsync(filed.Id, await system.People.TicketAsync(filed, Ct), Ct);
            var own = await ReviewTermAsync(id, body, level);
            Assert.Equal(system.Today.AddDays(30), own.StrictDueOn);
            await system.ForwardToAsync(own.StrictDueOn);
            await DecideReviewAsync(id, body);
            Assert.Equal("InTime", (await ReviewTermAsync(id, body, level)).State);
            await ServeReviewAsync(id, body);
            await Eventually.Holds(async () => (await system.People.ProgressAsync(filed, Ct)).GetProperty("stage").GetString() == (level == "review" ? "Reviewed" : "Ended"), TimeSpan.FromSeconds(30), Ct);
        }
        await AssertIntactAsync(filed);
    }

    [Fact, Rule("A-14"), Rule("A-22"), Rule("A-23"), Rule("A-31"), Rule("A-38"), Rule("A-39"), Rule("A-42"), Rule("A-43")]
    public async Task Each_step_one_day_late_is_refused_or_marked_with_its_article()
    {
        var filed = await system.People.FileAsync(9002, Ct);
        await system.People.ClassifyAsync(filed.Id, Ct);
        await system.ForwardToAsync((await ForwardingAsync(filed)).DueOn.AddDays(1));
        var routed = await ActAsync("clerk", $"/api/intake/petitions/{filed.Id}/forwarding", new { organ = Organ, reason = "属于该单位的职责范围" });
        Assert.True(routed.GetProperty("late").GetBoolean());

        await system.People.ReachedAsync(Officer, "case-handling", filed.Id, "Received", Ct);
        await CaseAsync(filed, "claim", null);
        await system.ForwardToAsync((await TermAsync(filed, "contest")).DueOn.AddDays(1));
        await RefusedAsync(filed, "contestation", new { reason = "按三定方案由其他单位负责" }, "contestation.too-late", PetitionRegulations.Contest);

        await system.ForwardToAsync((await TermAsync(filed, "notice")).DueOn.AddDays(1));
        await CaseAsync(filed, "acceptance", new { contactPhone = "022-0000 0014" });
        Assert.Equal("Late", (await TermAsync(filed, "notice")).State);
        // The watch has heard that the day moved; nobody has waited for its hour.
        await SaysAsync(filed, "书面告知已过严格届满日");

        await CaseAsync(filed, "statement", new { heardOn = system.Today, way = "Phone", summary = "电话听取信访人陈述。" });
        var completion = await TermAsync(filed, "completion");
        await system.ForwardToAsync(completion.StrictDueOn.AddDays(1));
        await RefusedAsync(filed, "extensions", new { days = 10, reason = "需要委托鉴定管道渗漏原因" }, "extension.too-late", PetitionRegulations.Extension, Head);

        await system.ForwardToAsync(completion.DueOn.AddDays(1));
        await DecideAsync(filed);
        Assert.Equal("Late", (await TermAsync(filed, "completion")).State);
        await SaysAsync(filed, "作出意见（超期）");
        await system.ForwardToAsync((await TermAsync(filed, "service-of-opinion")).DueOn.AddDays(1));
        await CaseAsync(filed, "service", new { method = "HandedOver", servedOn = system.Today, receiver = "本人" });
        Assert.Equal("Late", (await TermAsync(filed, "service-of-opinion")).State);
        await CaseAsync(filed, "completion", People.Handling(system.Today).Single(step => step.Act == "completion").Body);

        await system.ForwardToAsync((await TermAsync(filed, "review-request")).DueOn.AddDays(1));
        var late = await AskAsync(filed, new { claims = "请撤销处理意见", reasons = "处理意见认定错了事实，证据没有看。" });
        Assert.Equal((409, "review.late"), (late.Code, late.Problem));
        Assert.Equal(PetitionRegulations.Review.ToString(), late.Json.GetProperty("basis").GetString());
        // With a reason the body decides whether it was justified; without one of its own it cannot accept.
        var asked = await AskAsync(filed, new { claims = "请撤销处理意见", reasons = "处理意见认定错了事实，证据没有看。", lateReason = "住院到昨天，有出院证明。" });
        Assert.Equal(201, asked.Code);
        var review = asked.Json.GetProperty("id").GetGuid();
        await ReviewAsync(review, "claim", null);
        var groundless = await system.People.SendAsync(await system.People.AsAsync($"{People.ReviewBody}.officer", HttpMethod.Post, $"{Reviews}/{review}/acceptance", new { }), Ct);
        Assert.Equal((422, "review.late-without-ground"), (groundless.Code, groundless.Problem));
        await ReviewAsync(review, "acceptance", new { lateBecause = "住院属于正当理由，出院证明在案。" });
        await system.ForwardToAsync((await ReviewTermAsync(review, People.ReviewBody, "review")).DueOn.AddDays(1));
        await ReviewAsync(review, "proposal", Uphold);
        await ReviewAsync(review, "decision", null, "head");
        Assert.Equal("Late", (await ReviewTermAsync(review, People.ReviewBody, "review")).State);
        await ServeReviewAsync(review, People.ReviewBody);
        await AssertIntactAsync(filed);
    }

    [Fact, Rule("A-23")]
    public async Task Scenario_3_the_fifth_working_day_is_the_last_to_contest()
    {
        var filed = await ReceivedAsync(9003);
        await CaseAsync(filed, "claim", null);
        var contest = await TermAsync(filed, "contest");
        Assert.Equal(5, LegalCalendar.Default.WorkingDaysBetween(system.Today, contest.StrictDueOn));
        await system.ForwardToAsync(contest.StrictDueOn);
        await CaseAsync(filed, "contestation", new { reason = "按三定方案由其他单位负责" });
    }

    [Fact, Rule("A-42"), Rule("P-05")]
    public async Task Scenario_7_thirty_days_that_end_on_a_Saturday_end_on_the_working_day_after_it_and_the_postmark_counts()
    {
        var (first, second) = (await ReceivedAsync(9004), await ReceivedAsync(9005));
        // Served on a Thursday, the thirtieth day is a Saturday.
        var thursday = system.Today;
        while (thursday.DayOfWeek is not DayOfWeek.Thursday || LegalCalendar.Default.IsWorkingDay(thursday.AddDays(30))) thursday = thursday.AddDays(1);
        await system.ForwardToAsync(thursday);
        foreach (var filed in new[] { first, second })
            foreach (var (act, body, role) in People.Handling(system.Today)) await CaseAsync(filed, act, body, $"{Organ}.{role}");
        var last = await TermAsync(first, "review-request");
        Assert.Equal((thursday.AddDays(30), LegalCalendar.Default.WorkingDayFrom(thursday.AddDays(30))), (last.StrictDueOn, last.DueOn));

        await system.ForwardToAsync(last.DueOn.AddDays(3));
        Assert.True((await LetterAsync(first, last.DueOn)).GetProperty("inTime").GetBoolean());
        Assert.False((await LetterAsync(second, last.DueOn.AddDays(1))).GetProperty("inTime").GetBoolean());
    }

    [Fact, Rule("A-45")]
    public async Task Scenario_8_a_hearing_of_four_days_lengthens_a_recheck_and_no_review()
    {
        var filed = await ReceivedAsync(9006);
        foreach (var (act, body, role) in People.Handling(system.Today)) await CaseAsync(filed, act, body, $"{Organ}.{role}");
        foreach (var (level, body, excluded) in new[] { ("review", People.ReviewBody, 0), ("recheck", Recheck, 4) })
        {
            await Eventually.Holds(async () => (await system.People.ProgressAsync(filed, Ct)).GetProperty("acts").EnumerateArray()
                .Any(act => act.GetProperty("act").GetString() == (level == "review" ? "RequestReview" : "RequestRecheck")), TimeSpan.FromSeconds(30), Ct);
            var id = await system.People.RequestReviewAsync(filed.Id, await system.People.TicketAsync(filed, Ct), Ct);
            var due = (await ReviewTermAsync(id, body, level)).StrictDueOn;
            await ReviewAsync(id, "claim", null, "officer", body);
            await ReviewAsync(id, "acceptance", null, "officer", body);
            var noticed = system.Today;
            await system.ForwardToAsync(noticed.AddDays(13));
            var heard = await ReviewAsync(id, "hearings", new
            {
                noticedOn = noticed, from = noticed.AddDays(10), to = noticed.AddDays(13), place = "区机关三楼会议室", chair = "主持人甲", members = "听证员乙、听证员丙",
                summary = "双方陈述、质证，听证员合议。",
            }, "officer", body);
            Assert.Equal((excluded, due.AddDays(excluded)), (heard.GetProperty("excludedDays").GetInt32(), heard.GetProperty("strictDueOn").Deserialize<DateOnly>()));
            await ReviewAsync(id, "proposal", Uphold, "officer", body);
            await ReviewAsync(id, "decision", null, "head", body);
            await ServeReviewAsync(id, body);
        }
    }

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private sealed record Term(DateOnly StrictDueOn, DateOnly DueOn, string State)
    {
        public static Term Of(JsonElement term) => new(
            term.GetProperty("strictDueOn").Deserialize<DateOnly>(), term.GetProperty("dueOn").Deserialize<DateOnly>(), term.GetProperty("state").GetString()!);
    }

    private async Task<Filed> ReceivedAsync(int n)
    {
        var filed = await system.People.FileAsync(n, Ct);
        await system.People.ClassifyAsync(filed.Id, Ct);
        await system.People.ForwardAsync(filed.Id, Organ, Ct);
        await system.People.ReachedAsync(Officer, "case-handling", filed.Id, "Received", Ct);
        return filed;
    }

    private Task<Answer> AskAsync(Filed filed, object body) => system.People.OwnAsync(filed, HttpMethod.Post, $"{Cases}/{filed.Id}/reviews", body, Ct);

    /// <summary>A letter that came today with that postmark, registered by the reviewing body.</summary>
    private async Task<JsonElement> LetterAsync(Filed filed, DateOnly postmarkedOn)
    {
        var answer = await system.People.SendAsync(await system.People.AsAsync($"{People.ReviewBody}.officer", HttpMethod.Put, $"{Reviews}/{Guid.CreateVersion7()}", new
        {
            petitionNumber = filed.Number, level = "Review", way = "Letter", receivedOn = system.Today, postmarkedOn, claims = "请撤销处理意见", reasons = "处理意见认定错了事实，证据没有看。",
        }), Ct);
        return answer.IsDone ? answer.Json : throw new InvalidOperationException(answer.ToString());
    }

    private Task<JsonElement> ReviewAsync(Guid id, string act, object? body, string role = "officer", string of = People.ReviewBody) => ActAsync($"{of}.{role}", $"{Reviews}/{id}/{act}", body);

    private async Task DecideReviewAsync(Guid id, string body)
    {
        foreach (var (act, role, content) in new (string, string, object?)[] { ("claim", "officer", null), ("acceptance", "officer", null), ("proposal", "officer", Uphold), ("decision", "head", null) })
            await ReviewAsync(id, act, content, role, body);
    }

    private Task<JsonElement> ServeReviewAsync(Guid id, string body) => ReviewAsync(id, "service", new { method = "HandedOver", servedOn = system.Today, receiver = "本人" }, "officer", body);

    private async Task<Term> ReviewTermAsync(Guid id, string body, string code) =>
        Term.Of((await system.People.GetAsync($"{body}.officer", $"{Reviews}/{id}", Ct)).Json.GetProperty("terms").EnumerateArray().Single(term => term.GetProperty("code").GetString() == code));

    /// <summary>A term as the citizen reads it, once the petition office has heard of it.</summary>
    private async Task<Term> ToldAsync(Filed filed, string code)
    {
        Term? told = null;
        await Eventually.Holds(async () =>
        {
            var found = (await system.People.ProgressAsync(filed, Ct)).GetProperty("terms").EnumerateArray().Where(term => term.GetProperty("code").GetString() == code).ToList();
            if (found.Count == 1) told = Term.Of(found[0]);
            return told is not null;
        }, TimeSpan.FromSeconds(30), Ct);
        return told!;
    }

    private async Task<Term> ForwardingAsync(Filed filed) =>
        Term.Of((await system.People.ProgressAsync(filed, Ct)).GetProperty("terms").EnumerateArray().Single(term => term.GetProperty("code").GetString() == "forwarding"));

    private async Task<Term> TermAsync(Filed filed, string code) =>
        Term.Of((await PageAsync(filed)).GetProperty("terms").EnumerateArray().Single(term => term.GetProperty("code").GetString() == code));

    private async Task<JsonElement> PageAsync(Filed filed)
    {
        var answer = await system.People.GetAsync(Officer, $"{Cases}/{filed.Id}", Ct);
        return answer.IsDone ? answer.Json : throw new InvalidOperationException(answer.ToString());
    }

    private Task<JsonElement> CaseAsync(Filed filed, string act, object? body, string account = Officer) => ActAsync(account, $"{Cases}/{filed.Id}/{act}", body);

    private Task<JsonElement> ActAsync(string account, string path, object? body) => system.People.ActAsync(account, path, body, Ct);

    private async Task<JsonElement> DecideAsync(Filed filed)
    {
        var decided = default(JsonElement);
        foreach (var (act, body, role) in People.Handling(system.Today).Where(step => step.Act is "opinion/draft" or "opinion/check" or "opinion/signature"))
            decided = await CaseAsync(filed, act, body, $"{People.Holder}.{role}");
        return decided;
    }

    private async Task RefusedAsync(Filed filed, string act, object body, string code, Article basis, string account = Officer)
    {
        var answer = await system.People.SendAsync(await system.People.AsAsync(account, HttpMethod.Post, $"{Cases}/{filed.Id}/{act}", body), Ct);
        Assert.Equal((409, code), (answer.Code, answer.Problem));
        Assert.Equal(basis.ToString(), answer.Json.GetProperty("basis").GetString());
    }

    private Task SaysAsync(Filed filed, string sentence) => Eventually.Holds(async () =>
        (await PageAsync(filed)).GetProperty("record").EnumerateArray().Any(entry => entry.GetProperty("text").GetString()!.Contains(sentence, StringComparison.Ordinal)), ct: Ct);

    private async Task AssertIntactAsync(Filed filed) => Assert.True((await PageAsync(filed)).GetProperty("chain").GetProperty("intact").GetBoolean());
}

/// <summary>A system whose day the tests move; nobody else's.</summary>
public class RehearsedSystem : XinfangSystem
{
    private static readonly Uri Clock = new("/rehearsal/clock", UriKind.Relative), Health = new("/health", UriKind.Relative);

    /// <summary>The day that the system counts with.</summary>
    public DateOnly Today { get; private set; } = People.Today;

    /// <summary>Moves the day, and waits until every service counts with it.</summary>
    public async Task ForwardToAsync(DateOnly day)
    {
        var ct = TestContext.Current.CancellationToken;
        if (day <= Today) return;
        var moved = await People.SendAsync(await People.AsAsync("admin", HttpMethod.Post, Clock.ToString(), new { days = day.DayNumber - Today.DayNumber }), ct);
        Assert.True(moved.IsDone, moved.ToString());
        Today = moved.Json.GetProperty("today").Deserialize<DateOnly>();
        Assert.Equal(day, Today);
        var says = string.Create(CultureInfo.InvariantCulture, $"今天按{ChineseDates.Full(day)}计算");
        foreach (var service in Services)
        {
            using var http = new HttpClient { BaseAddress = Endpoint(service) };
            await Eventually.Holds(async () => (await http.GetFromJsonAsync<JsonElement>(Health, ct)).GetProperty("checks").EnumerateArray()
                .Any(check => check.TryGetProperty("description", out var description) && description.GetString()?.Contains(says, StringComparison.Ordinal) is true), ct: ct);
        }
    }
}

[CollectionDefinition(nameof(RehearsedSystem))]
public sealed class UsesRehearsedSystem : ICollectionFixture<RehearsedSystem>;
