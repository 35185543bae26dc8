using System.Globalization;
using System.Text;
using System.Text.Json;
using Xinfang.ServiceDefaults.Http;

namespace Xinfang.Load;

/// <summary>One message from filing to rating, each person acting through the gateway with their own token.</summary>
internal sealed class Journey(People people, Departments departments, int n, Message message)
{
    private readonly HashSet<Step> _steps = [];
    private readonly Dictionary<(string Organ, string Type), int> _events = [];
    private string _organ = Plan.OrganOf(n);
    private Guid _id;

    public async Task<Played> PlayAsync(CancellationToken ct)
    {
        var filed = await people.FileAsync(Body(), ct);
        _id = filed.GetProperty("id").GetGuid();
        _steps.Add(Step.Filed);
        if (filed.GetProperty("number").GetString() is { Length: > 0 }) _steps.Add(Step.Registered);
        departments.Filed(_id);
        Expect(Plan.Office, "intake.petition-registered");

        await RouteAsync(_organ, ct);
        if (Plan.ContestsAndReturns(n)) await ContestAsync(agreed: true, ct);
        else if (Plan.ContestsInVain(n)) await ContestAsync(agreed: false, ct);

        if (Plan.Declines(n)) await DeclineAsync(ct);
        else await HandleAsync(ct);
        var stage = Plan.Declines(n) ? "Declined" : "Completed";
        if (Plan.Rates(n) && !Plan.Declines(n)) await RateAsync(filed, ct);

        return new(n, _id, filed.GetProperty("number").GetString()!, filed.GetProperty("queryCode").GetString()!, LastFour, stage, _steps, Expected());
    }

    private string LastFour => (n % 10_000).ToString("0000", CultureInfo.InvariantCulture);

    private string Officer => $"{_organ}.officer";

    private async Task RouteAsync(string organ, CancellationToken ct)
    {
        if (_organ == organ && !_steps.Contains(Step.Routed))
        {
            await people.ActAsync("clerk", "classify", $"/api/intake/petitions/{_id}/classification",
                new { category = "Redress", contentCode = "990000", urgent = false }, ct);
            Expect(Plan.Office, "intake.petition-classified");
        }
        _organ = organ;
        if (Plan.IsAssigned(n))
            await people.ActAsync("clerk", "assign", $"/api/intake/petitions/{_id}/assignment",
                new { organ, reason = "属于该单位职责范围", reportWithinDays = 45, demand = "请在期限内报办结报告" }, ct);
        else
            await people.ActAsync("clerk", "forward", $"/api/intake/petitions/{_id}/forwarding", new { organ, reason = "属于该单位职责范围" }, ct);
        ExpectBoth(Plan.IsAssigned(n) ? "intake.petition-assigned" : "intake.petition-forwarded");
        _steps.Add(Step.Routed);
        await people.WaitForAsync(Officer, "routed to available", $"/api/case-handling/petitions/{_id}", "Received", ct);
        ExpectBoth("case-handling.petition-received");
    }

    private async Task ContestAsync(bool agreed, CancellationToken ct)
    {
        await people.ActAsync(Officer, "contest", $"/api/case-handling/petitions/{_id}/contestation", new { reason = "不属于本单位职责范围，按三定方案由其他单位负责。" }, ct);
        ExpectBoth("case-handling.assignment-contested");
        _steps.Add(Step.Contested);
        await people.ActAsync("office-head", "decide contest", $"/api/case-handling/petitions/{_id}/contestation/decision", new { agreed, reason = "经核实" }, ct);
        Expect(Plan.Office, "case-handling.contestation-decided");
        if (!agreed)
        {
            Expect(_organ, "case-handling.contestation-decided");
            return;
        }
        Expect(_organ, "department-feed.petition-returned"); // told instead: it no longer holds the petition
        _steps.Add(Step.Returned);
        await people.WaitForAsync("clerk", "returned to office", $"/api/intake/petitions/{_id}", "Returned", ct);
        await RouteAsync(Plan.SecondOrganOf(n), ct);
    }

    private async Task DeclineAsync(CancellationToken ct)
    {
        await people.ActAsync(Officer, "decline", $"/api/case-handling/petitions/{_id}/declination",
            new { road = "Arbitration", body = "南开区劳动人事争议仲裁院", reason = "属于劳动争议，应当先申请仲裁。" }, ct);
        ExpectBoth("case-handling.petition-declined");
        _steps.Add(Step.Declined);
    }

    private async Task HandleAsync(CancellationToken ct)
    {
        var path = $"/api/case-handling/petitions/{_id}";
        await people.ActAsync(Officer, "claim", $"{path}/claim", null, ct);
        Expect(Plan.Office, "case-handling.petition-claimed");
        await people.ActAsync(Officer, "accept", $"{path}/acceptance", new { contactPhone = "022-0000 0002" }, ct);
        ExpectBoth("case-handling.petition-accepted");
        _steps.Add(Step.Accepted);
        if (Plan.Extends(n)) await ExtendAsync(path, ct);

        var today = people.Today;
        await people.ActAsync(Officer, "hear statement", $"{path}/statement", new { heardOn = today, way = "Phone", summary = "已听取信访人陈述。" }, ct);
        Expect(Plan.Office, "case-handling.statement-heard");
        await people.ActAsync(Officer, "draft", $"{path}/opinion/draft", new
        {
            facts = "经查，反映的情况属实。",
            claims = new[] { new { number = 1, outcome = n % 4 == 0 ? "Explained" : "Supported", reason = "事实清楚，有依据。", basis = "《物业管理条例》第五十二条" } },
            answers = new[] { new { rule = "L23", reason = "同类事项，事实和依据逐项核对过。" } },
        }, ct);
        await people.ActAsync($"{_organ}.checker", "check", $"{path}/opinion/check", null, ct);
        await people.ActAsync($"{_organ}.head", "decide", $"{path}/opinion/signature", null, ct);
        ExpectBoth("case-handling.petition-decided");
        _steps.Add(Step.Decided);
        await people.ActAsync(Officer, "serve", $"{path}/service", new { method = "HandedOver", servedOn = today, receiver = "本人" }, ct);
        ExpectBoth("case-handling.opinion-served");
        _steps.Add(Step.Served);
        await people.ActAsync(Officer, "complete", $"{path}/completion", new
        {
            result = "意见书已送达，办结。",
            limbs = new object[]
            {
                new { limb = "Resolve", applies = true, evidence = "验收照片在案。" }, new { limb = "Educate", applies = true, evidence = "当面解释了规定。" },
                new { limb = "Relieve", applies = false }, new { limb = "ByLaw", applies = false },
            },
            level = "District",
            cause = "NoFault",
        }, ct);
        ExpectBoth("case-handling.petition-completed");
        _steps.Add(Step.Completed);
    }

    private async Task ExtendAsync(string path, CancellationToken ct)
    {
        await people.ActAsync($"{_organ}.head", "extend", $"{path}/extensions", new { days = 10, reason = "需要委托鉴定。" }, ct);
        await people.ActAsync(Officer, "serve extension", $"{path}/extensions/service", new { servedOn = people.Today, method = "HandedOver" }, ct);
        ExpectBoth("case-handling.petition-extended");
        _steps.Add(Step.Extended);
    }

    private async Task RateAsync(JsonElement filed, CancellationToken ct)
    {
        await people.RateAsync(filed.GetProperty("number").GetString()!, filed.GetProperty("queryCode").GetString()!, LastFour, ct);
        ExpectBoth("intake.petition-rated");
        _steps.Add(Step.Rated);
    }

    private void ExpectBoth(string type)
    {
        Expect(_organ, type);
        Expect(Plan.Office, type);
    }

    private void Expect(string organ, string type) => _events[(organ, type)] = _events.GetValueOrDefault((organ, type)) + 1;

    private HashSet<FeedKey> Expected() => [.. _events.SelectMany(e => Enumerable.Range(1, e.Value)
        .Select(nth => new FeedKey(e.Key.Organ, _id, $"cn.xinfang.{e.Key.Type}.v1", nth)))];

    private object Body() => new
    {
        petitioner = new { name = $"示例{n}", phone = $"1300000{n % 10_000:0000}", address = $"示例路{n % 400 + 1}号", anonymous = false },
        subject = Clip(message.Topic, 2, 80),
        facts = Clip(message.Detail, 10, 5000),
        claims = new[] { Clip(message.Topic, 2, 500) },
        category = "Redress",
        street = $"1201040{n % 12 + 1:00}",
        electronicService = true,
        truthful = true,
        privacyVersion = "2026-11",
    };

    /// <summary>As a form field would give it: what cannot be stored is dropped, a short text is padded, a long one cut between characters.</summary>
    private static string Clip(string text, int least, int most)
    {
        var clean = new StringBuilder();
        foreach (var rune in text.Trim().EnumerateRunes())
            if (clean.Length + rune.Utf16SequenceLength <= most && CleanText.IsClean(rune.ToString())) clean.Append(rune);
        return clean.Length >= least ? clean.ToString().Trim().PadRight(least, '。') : clean.Append('。', least).ToString();
    }
}
