using System.Text.Json;
using Xinfang.Testing;

namespace Xinfang.EndToEnd.Tests.Running;

/// <summary>What happens to the petitions of a year, month by month: each act on its day, the day of the system moved forward to it.</summary>
internal sealed class YearsPetitions(RehearsedSystem system)
{
    private const string Cases = "/api/case-handling/petitions", Petitions = "/api/intake/petitions", Supervision = "/api/case-handling/supervision";

    private readonly SortedList<(DateOnly On, int Order), Func<Task>> _work = [];
    private int _n = 100, _order;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>Plays the year; what was begun in it is brought to its end in the next.</summary>
    public async Task PlayAsync(int year, CancellationToken ct)
    {
        for (var month = 1; month <= 12; month++) Plan(month, new DateOnly(year, month, 5));
        while (_work.Count > 0)
        {
            ct.ThrowIfCancellationRequested();
            var (key, act) = (_work.Keys[0], _work.Values[0]);
            _work.RemoveAt(0);
            await system.ForwardToAsync(key.On);
            await act();
        }
    }

    private void Plan(int month, DateOnly day)
    {
        var organ = MadeUpCases.Departments[month % MadeUpCases.Departments.Count];
        At(day, async () =>
        {
            var filed = await HandledAsync(organ, day);
            await OwnAsync(filed, "/api/intake/progress/rating", new { office = "Satisfied", organ = month % 3 == 0 ? "Dissatisfied" : "FairlySatisfied", organReason = "只修了一半。" });
            if (month % 4 == 0) await SupervisedAsync(filed, organ);
            if (month % 4 == 1) await ReviewedAsync(filed);
            if (month % 4 == 2) await PublishedAsync(filed, organ);
            if (month % 4 == 3) await AgainAsync(filed, organ);
        });
        At(day, () => LateAsync(organ, day, extended: month % 2 == 0));
        At(day, () => DeclinedAsync(organ));
        At(day, () => (month % 4) switch { 0 => SimpleAsync(organ), 1 => ContestedAsync(organ), 2 => AnsweredByTheOfficeAsync(day), _ => WithdrawnAsync(organ) });
    }

    private void At(DateOnly on, Func<Task> act) => _work.Add((on, ++_order), act);

    private async Task<Filed> ReceivedAsync(string organ, bool repeat = false)
    {
        var filed = await ClassifiedAsync();
        await ActAsync("clerk", $"{Petitions}/{filed.Id}/forwarding", new { organ, reason = "属于该单位的职责范围", repeat });
        await system.People.ReachedAsync($"{organ}.officer", "case-handling", filed.Id, "Received", Ct);
        return filed;
    }

    private async Task<Filed> ClassifiedAsync()
    {
        var filed = await system.People.FileAsync(++_n, Ct);
        await system.People.ClassifyAsync(filed.Id, Ct);
        return filed;
    }

    private async Task<Filed> HandledAsync(string organ, DateOnly day)
    {
        var filed = await ReceivedAsync(organ);
        await StepsAsync(filed, organ, day, act => act is "claim");
        var at = TimeProvider.System.GetUtcNow().AddDays(system.Today.DayNumber - People.Today.DayNumber);
        await ActAsync($"{organ}.officer", $"{Cases}/{filed.Id}/contacts", new { at, way = "Phone", reached = true, note = "约了看现场" });
        await StepsAsync(filed, organ, day, act => act is not "claim");
        return filed;
    }

    /// <summary>Accepted late; answered after the term, or in the term that an extension has made.</summary>
    private async Task LateAsync(string organ, DateOnly day, bool extended)
    {
        var filed = await ClassifiedAsync();
        At(day.AddDays(20), async () =>
        {
            await ActAsync("clerk", $"{Petitions}/{filed.Id}/forwarding", new { organ, reason = "属于该单位的职责范围" });
            await system.People.ReachedAsync($"{organ}.officer", "case-handling", filed.Id, "Received", Ct);
            if (extended) await StepsAsync(filed, organ, day.AddDays(20), act => act is "claim" or "acceptance");
        });
        if (extended)
        {
            At(day.AddDays(70), async () =>
            {
                await ActAsync($"{organ}.head", $"{Cases}/{filed.Id}/extensions", new { days = 20, reason = "需要委托鉴定管道渗漏原因" });
                await ActAsync($"{organ}.officer", $"{Cases}/{filed.Id}/extensions/service", new { servedOn = day.AddDays(70), method = "HandedOver" });
            });
            At(day.AddDays(90), () => StepsAsync(filed, organ, day.AddDays(90), act => act is not ("claim" or "acceptance")));
        }
        else
        {
            At(day.AddDays(45), () => StepsAsync(filed, organ, day.AddDays(45), act => act is "claim" or "acceptance"));
            At(day.AddDays(115), () => StepsAsync(filed, organ, day.AddDays(115), act => act is not ("claim" or "acceptance")));
        }
    }

    private async Task DeclinedAsync(string organ)
    {
        var filed = await ReceivedAsync(organ);
        await ActAsync($"{organ}.officer", $"{Cases}/{filed.Id}/declination", new { road = "Arbitration", body = "南开区劳动人事争议仲裁院", reason = "属于劳动争议，应当先申请仲裁。", until = system.Today.AddDays(60) });
    }

    private async Task AgainAsync(Filed earlier, string organ)
    {
        var again = await ClassifiedAsync();
        await ActAsync("clerk", $"{Petitions}/{again.Id}/repeats", new { earlier = earlier.Id, kind = "Repeat", reason = "同一个人说同一件事。" });
        await ActAsync("clerk", $"{Petitions}/{again.Id}/assignment", new { organ, reason = "属于该单位的职责范围", reportWithinDays = 30, demand = "请查清并报告结果", repeat = true });
        await system.People.ReachedAsync($"{organ}.officer", "case-handling", again.Id, "Received", Ct);
        await StepsAsync(again, organ, system.Today, act => act is "claim" or "acceptance");
    }

    private async Task SimpleAsync(string organ)
    {
        var filed = await ReceivedAsync(organ);
        await ActAsync($"{organ}.officer", $"{Cases}/{filed.Id}/claim", null);
        await ActAsync($"{organ}.officer", $"{Cases}/{filed.Id}/simple-procedure", new { ground = "ClearAndSmall" });
        await StepsAsync(filed, organ, system.Today, act => act is not "claim");
    }

    private async Task ContestedAsync(string organ)
    {
        var filed = await ReceivedAsync(organ);
        await ActAsync($"{organ}.officer", $"{Cases}/{filed.Id}/contestation", new { reason = "按三定方案由其他单位负责" });
        await ActAsync("office-head", $"{Cases}/{filed.Id}/contestation/decision", new { agreed = true, reason = "经核实" });
        await system.People.ReachedAsync("clerk", "intake", filed.Id, "Returned", Ct);
        await ActAsync("clerk", $"{Petitions}/{filed.Id}/forwarding", new { organ = People.Holder, reason = "属于该单位的职责范围" });
        await system.People.ReachedAsync($"{People.Holder}.officer", "case-handling", filed.Id, "Received", Ct);
    }

    private async Task AnsweredByTheOfficeAsync(DateOnly day)
    {
        var body = People.Petition(++_n);
        foreach (var online in new[] { "truthful", "privacyVersion" }) body.Remove(online);
        (body["channel"], body["receivedOn"]) = ("Visit", day);
        var id = Guid.CreateVersion7();
        var registered = await system.People.SendAsync(await system.People.AsAsync("clerk", HttpMethod.Put, $"{Petitions}/{id}", body), Ct);
        Assert.True(registered.IsDone, registered.ToString());
        await system.People.ClassifyAsync(id, Ct);
        await ActAsync("clerk", $"{Petitions}/{id}/diversion", new { diversion = "OtherOrgan", whereTo = "河西区信访办公室", text = "事情发生在河西区，由河西区的机关管。" });
    }

    private async Task WithdrawnAsync(string organ)
    {
        var filed = await ReceivedAsync(organ);
        At(system.Today.AddDays(25), async () => // nobody has told anything in time
        {
            await OwnAsync(filed, "/api/intake/progress/chases", null);
            await OwnAsync(filed, "/api/intake/progress/withdrawal", new { confirmed = true, reason = "已经自己解决了" });
        });
    }

    private async Task ReviewedAsync(Filed filed)
    {
        await Eventually.Holds(async () => (await system.People.ProgressAsync(filed, Ct)).GetProperty("acts").EnumerateArray().Any(act => act.GetProperty("act").GetString() == "RequestReview"), TimeSpan.FromSeconds(30), Ct);
        var review = $"/api/case-handling/reviews/{await system.People.RequestReviewAsync(filed.Id, await system.People.TicketAsync(filed, Ct), Ct)}";
        foreach (var (act, role, content) in new (string, string, object?)[]
        {
            ("claim", "officer", null), ("acceptance", "officer", null),
            ("proposal", "officer", new { outcome = "Uphold", facts = "处理意见认定的事实清楚。", reason = "适用依据正确。", basis = "《物业管理条例》第五十五条" }), ("decision", "head", null),
            ("service", "officer", new { method = "HandedOver", servedOn = system.Today, receiver = "本人" }),
        })
            await ActAsync($"{People.ReviewBody}.{role}", $"{review}/{act}", content);
    }

    private async Task SupervisedAsync(Filed filed, string organ)
    {
        foreach (var (thing, body, steps) in new (string, object, (string Act, string By, object? Body)[])[]
        {
            ("supervisions", new { petitionId = filed.Id, cause = "Falsified" },
                [("letter", "supervisor", new { days = 10, demands = new[] { "说明情况" }, remark = "请单位负责人过问。" }), ("answer", $"{organ}.officer", new { text = "已经改正。" }), ("closure", "supervisor", new { result = "已经改正。" })]),
            ("proposals", new { petitionId = filed.Id, kind = "Improvement", addressee = organ, problem = "告知常常超期。", advice = "设专人登记。", consequences = "群众多次催问。" },
                [("signature", "office-head", null), ("feedback", $"{organ}.officer", new { adoption = "Adopted", text = "已设专人。" })]),
        })
        {
            var path = $"{Supervision}/{thing}/{Guid.CreateVersion7()}";
            var made = await system.People.SendAsync(await system.People.AsAsync("supervisor", HttpMethod.Put, path, body), Ct);
            Assert.True(made.IsDone, made.ToString());
            foreach (var step in steps) await ActAsync(step.By, $"{path}/{step.Act}", step.Body);
        }
    }

    private async Task PublishedAsync(Filed filed, string organ)
    {
        await ActAsync($"{organ}.officer", $"{Cases}/{filed.Id}/publication", new { title = "老旧小区排水管道由谁维修", question = "楼下的排水管道返水，物业和产权单位都说不归自己管。", answer = "共用管道由产权单位维修，已经修好。" });
        await ActAsync($"{organ}.checker", $"{Cases}/{filed.Id}/publication/release", null);
    }

    private async Task StepsAsync(Filed filed, string organ, DateOnly day, Func<string, bool> which)
    {
        foreach (var (act, body, role) in People.Handling(day).Where(step => which(step.Act))) await ActAsync($"{organ}.{role}", $"{Cases}/{filed.Id}/{act}", body);
    }

    private Task<JsonElement> ActAsync(string account, string path, object? body) => system.People.ActAsync(account, path, body, Ct);

    /// <summary>The citizen tries again until what the organ did has reached the office.</summary>
    private async Task OwnAsync(Filed filed, string path, object? body)
    {
        Answer? answer = null;
        await Eventually.Holds(async () => (answer = await system.People.OwnAsync(filed, HttpMethod.Post, path, body, Ct)).Problem is not ("petition.changed-meanwhile" or "rating.not-served"), TimeSpan.FromSeconds(30), Ct);
        Assert.True(answer!.IsDone, answer.ToString());
    }
}
