using System.Globalization;
using Xinfang.Portal.Api;

namespace Xinfang.Portal.Desk.Governance;

/// <summary>A thing on which an act is done: what it is called, what may be done, what its form begins with, and what there is to choose.</summary>
internal sealed record GovernanceThing(string Title, IReadOnlyList<ActView> Acts, IReadOnlyDictionary<string, string> Values, string Version, IReadOnlyList<Choice> Choices)
{
    private static readonly Dictionary<string, string> Nothing = [];

    public ActView? Act(string route) => Acts.FirstOrDefault(act => act.Href?.Split('/')[^1] == route);

    public static Task<Answer<GovernanceThing>> Read(GovernanceClient governance, string kind, Guid id, CancellationToken ct) => kind switch
    {
        "tasks" => Of<GovernanceTask>(governance, $"/tasks/{id}", Of, ct),
        "meetings" => Of<GovernanceMeeting>(governance, $"/meetings/{id}", meeting => new(meeting.Title, meeting.Acts, Nothing, "", [.. meeting.Agenda.Select(point => new Choice(Write(point.Number), $"{point.Number}. {point.Text}"))]), ct),
        "mechanisms" => Of<MechanismView>(governance, $"/mechanisms/{id}", each => new(each.Title, each.Acts, Nothing, "", []), ct),
        "checks" => Of<ComplianceCheckView>(governance, $"/checks/{id}", each => new(each.Item, each.Acts, Nothing, "", []), ct),
        _ => Of<PublishingItemView>(governance, $"/publishing/{id}", each => new(each.Title, each.Acts, Nothing, "", []), ct),
    };

    private static async Task<Answer<GovernanceThing>> Of<T>(GovernanceClient governance, string path, Func<T, GovernanceThing> of, CancellationToken ct) where T : class =>
        (await governance.Read<T>(path, ct)).Refused(out var problem, out var found) ? new(null, problem) : new(of(found), null);

    private static GovernanceThing Of(GovernanceTask task)
    {
        var values = new Dictionary<string, string>
        {
            ["title"] = task.Title, ["text"] = task.Text, ["owner"] = task.Owner, ["dueOn"] = StaffDate.Write(task.DueOn), ["pillar"] = task.Pillar ?? "", ["source"] = task.Source ?? "", ["business"] = task.Business ?? "",
        };
        foreach (var step in task.Milestones) (values[$"milestones-{Write(step.Number)}-text"], values[$"milestones-{Write(step.Number)}-dueOn"]) = (step.Text, StaffDate.Write(step.DueOn));
        return new(task.Title, task.Acts, values, task.Version.ToString(CultureInfo.InvariantCulture), [.. task.Milestones.Where(step => step.DoneOn is null).Select(step => new Choice(Write(step.Number), $"{step.Number}. {step.Text}"))]);
    }

    private static string Write(int number) => number.ToString(CultureInfo.InvariantCulture);
}
