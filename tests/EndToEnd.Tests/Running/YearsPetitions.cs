using System.Text.Json;
using Xinfang.Testing;

namespace Xinfang.EndToEnd.Tests.Running;

/// <summary>What happens to the petitions of a year, month by month: each act on its day, the day of the system moved forward to it.</summary>
internal sealed partial class YearsPetitions(RehearsedSystem system)
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
            if (month % 4 == 1) foreach (var body in new[] { People.ReviewBody, Recheck }) await ReviewedAsync(filed, Uphold, body);
            if (month % 4 == 2) await PublishedAsync(filed, organ);
            if (month % 4 == 3) await AgainAsync(filed, organ);
        });
        At(day, () => LateAsync(organ, day, extended: month % 2 == 0));
        At(day, () => DeclinedAsync(organ));
        At(day, () => (month % 4) switch { 0 => ReopenedAsync(organ, day), 1 => RedoneAsync(organ, day), 2 => MediatedAsync(organ), _ => EnforcedAsync(organ, day) });
        At(day, () => (month % 4) switch { 0 => SimpleAsync(organ), 1 => ContestedAsync(organ), 2 => AnsweredByTheOfficeAsync(day), _ => WithdrawnAsync(organ) });
    }

    private void At(DateOnly on, Func<Task> act) => _work.Add((on, ++_order), act);

    private async Task<Filed> ReceivedAsync(string organ, bool repeat = false, bool urgent = false)
    {
        var filed = await ClassifiedAsync(urgent);
        await ActAsync("clerk", $"{Petitions}/{filed.Id}/forwarding", new { organ, reason = "属于该单位的职责范围", repeat });
        await system.People.ReachedAsync($"{organ}.officer", "case-handling", filed.Id, "Received", Ct);
        return filed;
    }

    private async Task<Filed> ClassifiedAsync(bool urgent = false)
    {
        var filed = await system.People.FileAsync(++_n, Ct);
        await ActAsync("clerk", $"{Petitions}/{filed.Id}/classification", new { category = "Redress", contentCode = "030000", urgent });
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

    private async Task StepsAsync(Filed filed, string organ, DateOnly day, Func<string, bool> which, string facts = "经现场查看，返水情况属实。")
    {
        foreach (var (act, body, role) in People.Handling(day, facts).Where(step => which(step.Act))) await ActAsync($"{organ}.{role}", $"{Cases}/{filed.Id}/{act}", body);
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
