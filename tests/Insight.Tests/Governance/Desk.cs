using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Xinfang.Insight.Api.Governance;
using Xinfang.Law;

namespace Xinfang.Insight.Tests.Governance;

/// <summary>What the tests of the law-based work say and do. Each class has years of its own.</summary>
internal static class Desk
{
    /// <summary>The watch looks at all there is, whichever test has made it.</summary>
    public const string OneByOne = "law-based work";

    public const string Organ = "120104-zjw", Other = "120104-cgw", Office = "120104-xfb", Root = "/governance";

    public static Dictionary<string, object?> Task(DateOnly dueOn, string kind = "RoadMap", string organ = Organ, string? pillar = "Prevent", object? milestones = null, string? business = null) => new()
    {
        ["kind"] = kind, ["organ"] = organ, ["title"] = "排查物业矛盾", ["text"] = "每月排查一次，建台账，能当场解决的当场解决。", ["owner"] = "物业科", ["dueOn"] = dueOn, ["pillar"] = pillar, ["source"] = kind is "Superior" or "Instruction" ? "区委2026年1号文件" : null,
        ["business"] = business, ["milestones"] = milestones,
    };

    public static Dictionary<string, object?> Meeting(string kind, DateOnly on, params string[] agenda) => new()
    {
        ["kind"] = kind, ["title"] = "研究信访工作法治化", ["on"] = on, ["place"] = "三楼会议室", ["chair"] = "区信访办主任", ["organs"] = new[] { Office, Organ }, ["agenda"] = agenda.Length > 0 ? agenda : ["物业矛盾怎么从源头减少"],
    };

    public static object Taken(int point, string outcome = "Adopted", DateOnly? dueOn = null, string? organ = Organ) => new { point, outcome, text = "由住建委牵头，三个月内理顺物业交接。", organ, owner = organ is null ? null : "物业科", dueOn, pillar = organ is null ? null : "Prevent" };

    public static async Task<Guid> MakeTask(this InsightApp app, DateOnly madeOn, Dictionary<string, object?> body, string by = "supervisor")
    {
        var id = Guid.CreateVersion7();
        using var maker = app.As(by, At(madeOn));
        Assert.Equal("Open", (await (await maker.Put($"{Root}/tasks/{id}", body)).Json()).Text("status"));
        return id;
    }

    public static async Task<Guid> CallMeeting(this InsightApp app, DateOnly calledOn, Dictionary<string, object?> body)
    {
        var id = Guid.CreateVersion7();
        using var head = app.As("office-head", At(calledOn));
        Assert.Equal("Called", (await (await head.Put($"{Root}/meetings/{id}", body)).Json()).Text("state"));
        return id;
    }

    /// <summary>Reported by the organ's officer, confirmed by supervision.</summary>
    public static async Task Finish(this InsightApp app, Guid task, DateOnly reportedOn, string organ = Organ)
    {
        using var officer = app.As($"{organ}.officer", At(reportedOn));
        using var supervisor = app.As("supervisor", At(reportedOn));
        await (await officer.Post($"{Root}/tasks/{task}/report", new { evidence = "台账12份，照片6张。" })).Json();
        await (await supervisor.Post($"{Root}/tasks/{task}/confirmation", new { remark = "抽查属实。" })).Json();
    }

    public static async Task<JsonElement> Read(this InsightApp app, string path, DateOnly on, string by = "office-head")
    {
        using var reader = app.As(by, At(on));
        return await (await reader.Get($"{Root}/{path}")).Json();
    }

    /// <summary>Part, all and share of a line of the measures.</summary>
    public static async Task<(int Part, int All, double? Value)> Measure(this InsightApp app, string line, DateOnly on)
    {
        var found = (await app.Read($"measures?year={on.Year}", on)).GetProperty("measures").EnumerateArray().Single(each => each.Text("line") == line);
        return (found.GetProperty("part").GetInt32(), found.GetProperty("all").GetInt32(), found.GetProperty("value") is { ValueKind: JsonValueKind.Number } value ? value.GetDouble() : null);
    }

    public static Task<int> Scan(IServiceProvider services, DateOnly on) =>
        services.GetRequiredService<GovernanceWatch>().ScanAsync(services.GetRequiredService<LegalClock>().Now() with { At = At(on) }, TestContext.Current.CancellationToken);

    public static Task<long> Noted(this InsightApp app, Guid id, string act) => app.Sql<long>("select count(*) from record where petition_id = $1 and act = $2", id, act);

    public static DateTimeOffset At(DateOnly day) => Wire.On(day.Year, day.Month, day.Day);
}
