using Xinfang.EndToEnd.Tests.Running;

namespace Xinfang.EndToEnd.Tests.Interfaces;

/// <summary>Things of supervision to try the endpoints on: made by real acts, either where the act is the next one or at their end.</summary>
internal sealed class SupervisionGround(XinfangSystem system)
{
    private const string Root = "/api/case-handling/supervision";

    /// <param name="Name">Placeholder of the path.</param>
    /// <param name="Collection">Below the root.</param>
    /// <param name="By">Who makes it.</param>
    /// <param name="Body">On a petition.</param>
    /// <param name="Walk">To its end.</param>
    /// <param name="Others">Acts beside that way, with the number of steps before them.</param>
    private sealed record Thing(string Name, string Collection, string By, Func<Guid, object> Body, Step[] Walk, params (int After, Step Step)[] Others);

    private sealed record Step(string Act, string By, object? Body);

    private static readonly string Officer = $"{People.Holder}.officer";

    private static readonly Thing[] Things =
    [
        new("supervision", "supervisions", "supervisor", petition => new { petitionId = petition, cause = "Falsified" },
        [
            new("letter", "supervisor", new { days = 10, demands = new[] { "说明情况" }, remark = "请单位负责人过问。" }),
            new("answer", Officer, new { text = "已经改正。" }),
            new("closure", "supervisor", new { result = "已经改正。" }),
        ],
        (0, new("dismissal", "supervisor", new { reason = "已经办理。" })), (2, new("pressing", "supervisor", new { days = 5, reason = "没有写原因。" }))),
        new("violation", "violations", "supervisor", petition => new { petitionId = petition, code = "V46-1", organ = People.Holder, finding = "态度生硬。" },
            [new("correction", "office-head", new { text = "责令改正，已经道歉。" })], (0, new("withdrawal", "office-head", new { text = "登记有误。" }))),
        new("proposal", "proposals", "supervisor", petition => new { petitionId = petition, kind = "Improvement", addressee = People.Holder, problem = "告知常常超期。", advice = "设专人登记。", consequences = "群众多次催问。" },
        [
            new("signature", "office-head", null),
            new("feedback", Officer, new { adoption = "Adopted", text = "已设专人。" }),
        ],
        (0, new("withdrawal", "supervisor", new { reason = "并入另一份。" }))),
        new("meeting", "meetings", "office-head", petition => new { on = People.Today, place = "三楼会议室", chair = "区长", organs = new[] { People.Holder }, agenda = new[] { new { text = "管道返水", petitionId = petition } } },
            [new("minutes", "office-head", new { minutes = "会议研究了一个议题。", decisions = new[] { new { point = 1, text = "查清产权", organ = People.Holder, dueOn = People.Today.AddDays(10) } } })],
            (0, new("cancellation", "office-head", new { reason = "改期。" }))),
        new("task", "tasks", "", _ => new { },
        [
            new("report", Officer, new { text = "产权已查清。" }),
            new("confirmation", "supervisor", new { text = "属实。" }),
        ],
        (1, new("return", "supervisor", new { reason = "没有附证明。", dueOn = People.Today.AddDays(20) }))),
        new("measure", "measures", "office-head", _ => new { kind = "List", organ = People.Holder, reason = "多次超期。", demand = "一个月内改正。", dueOn = People.Today.AddDays(30) },
        [
            new("report", Officer, new { text = "已经整改。" }),
            new("lifting", "office-head", new { reason = "整改到位。" }),
        ],
        (1, new("return", "office-head", new { reason = "没有到位。", dueOn = People.Today.AddDays(20) }))),
        new("package", "packages", "office-head", petition => new { petitionId = petition, leader = "leader", reason = "多次上访。", dueOn = People.Today.AddDays(30) },
        [
            new("plan", "leader", new { plan = "召集两个单位会商。" }),
            new("visits", "leader", new { on = People.Today, way = "GoingDown", text = "到现场查看。" }),
            new("result", "leader", new { result = "管道已修好。" }),
            new("closure", "office-head", new { text = "同意销案。" }),
        ],
        (3, new("return", "office-head", new { reason = "补偿没有到位。" }))),
        new("day", "reception-days", "supervisor", _ => new
        {
            kind = "Leader", on = People.Today, from = "09:00:00", until = "11:30:00", leader = "leader", rank = "DistrictHead", post = "区长", place = "一楼接待大厅", places = 10, topic = "供暖",
            organs = new[] { People.Holder },
        },
        [
            new("publication", "office-head", null),
            new("minutes", "leader", new { entries = new[] { new { text = "反映供暖不热。", followUp = "入户测温", organ = People.Holder, dueOn = People.Today.AddDays(7) } } }),
        ],
        (1, new("appointments", "supervisor", new { petitionId = Guid.Empty })), (1, new("cancellation", "office-head", new { reason = "改期。" }))),
    ];

    public static bool Owns(string path) => path.StartsWith(Root, StringComparison.Ordinal);

    /// <summary>A body that is accepted where the state allows it; null for endpoints without one.</summary>
    public static object? Body(string method, string path, Guid petition)
    {
        if (ThingOf(path) is not { } thing || method == "GET") return null;
        var act = ActOf(path);
        return method == "PUT" ? thing.Body(petition) : act == "appointments" ? new { petitionId = petition } : Steps(thing).First(step => step.Act == act).Body;
    }

    /// <summary>The path with ids of things on which its act is open; of the petition itself where the path is about one.</summary>
    public async Task<(string Path, Guid Id)> OpenAsync(string method, string path, Guid petition, CancellationToken ct)
    {
        if (ThingOf(path) is not { } thing) return (path.Replace("{id}", petition.ToString(), StringComparison.Ordinal), petition);
        var id = Guid.CreateVersion7();
        if (method != "PUT")
        {
            var act = ActOf(path);
            var way = Array.FindIndex(thing.Walk, step => step.Act == act);
            var steps = act.Length == 0 || method == "GET" ? thing.Walk.Length : way >= 0 ? way : thing.Others.First(other => other.Step.Act == act).After;
            id = await MakeAsync(thing, petition, steps, ct);
        }
        return (path.Replace($"{{{thing.Name}}}", id.ToString(), StringComparison.Ordinal), id);
    }

    /// <summary>One of each, at its end.</summary>
    public async Task<IReadOnlyDictionary<string, Guid>> FinishedAsync(Guid petition, CancellationToken ct)
    {
        var made = new Dictionary<string, Guid>();
        foreach (var thing in Things) made[thing.Name] = await MakeAsync(thing, petition, thing.Walk.Length, ct);
        return made;
    }

    private async Task<Guid> MakeAsync(Thing thing, Guid petition, int steps, CancellationToken ct)
    {
        if (thing.Name == "task") return await MakeTaskAsync(thing, petition, steps, ct);
        var id = Guid.CreateVersion7();
        var path = $"{Root}/{thing.Collection}/{id}";
        var made = await system.People.SendAsync(await system.People.AsAsync(thing.By, HttpMethod.Put, path, thing.Body(petition)), ct);
        if (!made.IsDone) throw new InvalidOperationException($"{path}: {made}");
        foreach (var step in thing.Walk.Take(steps)) await system.People.ActAsync(step.By, $"{path}/{step.Act}", step.Body, ct);
        return id;
    }

    /// <summary>Tasks are what meetings decide.</summary>
    private async Task<Guid> MakeTaskAsync(Thing thing, Guid petition, int steps, CancellationToken ct)
    {
        var meeting = await MakeAsync(Things.Single(each => each.Name == "meeting"), petition, 1, ct);
        var held = await system.People.GetAsync("office-head", $"{Root}/meetings/{meeting}", ct);
        var id = held.Json.GetProperty("tasks")[0].GetProperty("id").GetGuid();
        foreach (var step in thing.Walk.Take(steps)) await system.People.ActAsync(step.By, $"{Root}/tasks/{id}/{step.Act}", step.Body, ct);
        return id;
    }

    private static Thing? ThingOf(string path) => Array.Find(Things, thing => path.Contains($"{{{thing.Name}}}", StringComparison.Ordinal));

    private static IEnumerable<Step> Steps(Thing thing) => thing.Walk.Concat(thing.Others.Select(other => other.Step));

    private static string ActOf(string path) => path.Split("}/") is [_, var act] ? act : "";
}
