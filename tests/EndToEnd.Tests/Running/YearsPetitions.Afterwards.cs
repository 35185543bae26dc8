using Xinfang.Testing;

namespace Xinfang.EndToEnd.Tests.Running;

/// <summary>What comes after an answer: told again, reviewed, ordered or asked for anew, carried out, supervised, published.</summary>
internal sealed partial class YearsPetitions
{
    private const string Recheck = "120000";

    private static readonly object Uphold = new { outcome = "Uphold", facts = "处理意见认定的事实清楚。", reason = "适用依据正确。", basis = "《物业管理条例》第五十五条" };

    private static readonly object Revoke = new { outcome = "RevokeAndRedo", facts = "处理意见没有查清支管在谁名下。", reason = "认定事实不清。", basis = "《信访工作条例》第三十五条", redoWithinDays = 30, demand = "查清支管的产权后重新作出处理意见。" };

    private async Task AgainAsync(Filed earlier, string organ)
    {
        var again = await ClassifiedAsync();
        await ActAsync("clerk", $"{Petitions}/{again.Id}/repeats", new { earlier = earlier.Id, kind = "Repeat", reason = "同一个人说同一件事。" });
        await ActAsync("clerk", $"{Petitions}/{again.Id}/assignment", new { organ, reason = "属于该单位的职责范围", reportWithinDays = 30, demand = "请查清并报告结果", repeat = true });
        await system.People.ReachedAsync($"{organ}.officer", "case-handling", again.Id, "Received", Ct);
        await StepsAsync(again, organ, system.Today, act => act is "claim" or "acceptance");
    }

    /// <summary>The petitioner asks for it anew; answered again after an extension.</summary>
    private async Task ReopenedAsync(string organ, DateOnly day)
    {
        var filed = await HandledAsync(organ, day);
        At(day.AddDays(20), async () =>
        {
            await Eventually.Holds(async () => (await ActsAsync(filed)).Contains("Reopen"), TimeSpan.FromSeconds(30), Ct);
            var asked = People.WithTicket(HttpMethod.Post, $"{Cases}/{filed.Id}/reopening", await system.People.TicketAsync(filed, Ct));
            asked.Content = System.Net.Http.Json.JsonContent.Create(new { reason = "还是返水，没有修好" });
            var reopened = await system.People.SendAsync(asked, Ct);
            Assert.True(reopened.IsDone, reopened.ToString());
        });
        At(day.AddDays(75), () => StepsAsync(filed, organ, day.AddDays(75), AfterAcceptance));
    }

    /// <summary>Revoked in review and decided anew on new facts, that of May too late.</summary>
    private async Task RedoneAsync(string organ, DateOnly day)
    {
        var filed = await HandledAsync(organ, day);
        await ReviewedAsync(filed, Revoke);
        var again = day.AddDays(day.Month == 5 ? 40 : 25);
        At(again, async () =>
        {
            await ActAsync($"{organ}.officer", $"{Cases}/{filed.Id}/news", new { whatIsNew = "检测机构出具了新的报告，认定支管断裂。" });
            await StepsAsync(filed, organ, again, AfterAcceptance, "经检测，支管断裂，返水情况属实。");
        });
    }

    /// <summary>Urgent ones; the mediation of June fails, and the petition is answered then.</summary>
    private async Task MediatedAsync(string organ)
    {
        var filed = await ReceivedAsync(organ, urgent: true);
        await StepsAsync(filed, organ, system.Today, act => act is "claim" or "acceptance");
        foreach (var party in new[] { "Petitioner", "Respondent" })
            await ActAsync($"{organ}.officer", $"{Cases}/{filed.Id}/mediation/consents", new { kind = "Mediation", party, on = system.Today, withinDiscretion = true, note = "当面同意" });
        await ActAsync($"{organ}.officer", $"{Cases}/{filed.Id}/mediation", new { mediator = "街道人民调解委员会" });
        var on = system.Today.AddDays(12);
        if (on.Month != 6)
            At(on, () => ActAsync($"{organ}.officer", $"{Cases}/{filed.Id}/mediation/agreement", new { form = "Written", performBy = on.AddDays(30), content = "产权单位修好管道" }));
        else
            At(on, async () =>
            {
                await ActAsync($"{organ}.officer", $"{Cases}/{filed.Id}/mediation/failure", new { reason = "数额谈不拢" });
                await StepsAsync(filed, organ, on, AfterAcceptance);
            });
    }

    private async Task EnforcedAsync(string organ, DateOnly day)
    {
        var filed = await HandledAsync(organ, day);
        At(day.AddDays(30), () => ActAsync($"{organ}.officer", $"{Cases}/{filed.Id}/enforcement", new { item = 1, doneOn = system.Today, evidence = "验收单" }));
    }

    private static bool AfterAcceptance(string act) => act is not ("claim" or "acceptance");

    private async Task<IReadOnlyList<string?>> ActsAsync(Filed filed) =>
        [.. (await system.People.ProgressAsync(filed, Ct)).GetProperty("acts").EnumerateArray().Select(act => act.GetProperty("act").GetString())];

    private async Task ReviewedAsync(Filed filed, object proposal, string body = People.ReviewBody)
    {
        var asking = body == Recheck ? "RequestRecheck" : "RequestReview";
        await Eventually.Holds(async () => (await ActsAsync(filed)).Contains(asking), TimeSpan.FromSeconds(30), Ct);
        var review = $"/api/case-handling/reviews/{await system.People.RequestReviewAsync(filed.Id, await system.People.TicketAsync(filed, Ct), Ct)}";
        foreach (var (act, role, content) in new (string, string, object?)[]
        {
            ("claim", "officer", null), ("acceptance", "officer", null), ("proposal", "officer", proposal), ("decision", "head", null),
            ("service", "officer", new { method = "HandedOver", servedOn = system.Today, receiver = "本人" }),
        })
            await ActAsync($"{body}.{role}", $"{review}/{act}", content);
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
}
