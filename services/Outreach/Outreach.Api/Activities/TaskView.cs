using Xinfang.ServiceDefaults.Organs;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.Outreach.Api.Activities;

/// <summary>What an organ sees of an activity it takes part in: when, where, and its own task. Not the others'.</summary>
internal sealed record TaskView(
    Guid ActivityId, string Title, DateOnly? On, string StreetName, string Community, string Place, string ActivityStatusText, string Task, string Status, string StatusText, string? Note, DateOnly AskedOn, IReadOnlyList<ActView> Acts)
{
    private static readonly (OrganiserAct Act, string Label, string Route)[] Routes =
        [(OrganiserAct.Confirm, "确认参加", "confirmation"), (OrganiserAct.Refuse, "不能参加", "refusal"), (OrganiserAct.Complete, "报完成", "completion")];

    public static TaskView Of(Organiser task, Activity activity, CurrentCaller caller) => new(
        activity.Id, activity.Title, activity.On, Organs.Find(activity.Street)?.ShortName ?? activity.Street, activity.Community, activity.Place, ActivityRefusals.Words(activity.Status),
        task.Task, task.Status.ToString(), ActivityRefusals.Words(task.Status), task.Note, task.AskedOn,
        [.. Routes.Select(each => ActView.Of(each.Act.ToString(), each.Label, $"/tasks/{activity.Id}/{each.Route}", task.Refuses(each.Act, caller, activity.Status))).Where(each => each.Open)]);
}
