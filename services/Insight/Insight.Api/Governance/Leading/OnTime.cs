using Xinfang.Insight.Api.Governance.Tasks;

namespace Xinfang.Insight.Api.Governance.Leading;

/// <summary>按期: what was done by its day, of what had to be done by now. What is open and not yet due counts on neither side.</summary>
internal static class OnTime
{
    public static Share Of(IReadOnlyCollection<GovernanceTask> tasks, DateOnly today) =>
        new(tasks.Count(task => task.InTime), tasks.Count(task => task.Status is TaskState.Confirmed || (task.Status is not TaskState.Dropped && task.DueOn < today && !WaitsInTime(task))));

    public static Share OfMilestones(IReadOnlyCollection<GovernanceTask> tasks, DateOnly today)
    {
        var steps = tasks.Where(task => task.Status is not TaskState.Dropped).SelectMany(task => task.Milestones).Where(step => step.DoneOn is not null || step.DueOn < today).ToList();
        return new(steps.Count(step => step.DoneOn <= step.DueOn), steps.Count);
    }

    /// <summary>Closed by confirmation, of all that were not dropped.</summary>
    public static Share Closed(IReadOnlyCollection<GovernanceTask> tasks) => new(tasks.Count(task => task.Status is TaskState.Confirmed), tasks.Count(task => task.Status is not TaskState.Dropped));

    // The organ has reported in time; that the office has not looked yet is not the organ's delay.
    private static bool WaitsInTime(GovernanceTask task) => task.Status is TaskState.Reported && task.ReportedOn <= task.DueOn;
}
