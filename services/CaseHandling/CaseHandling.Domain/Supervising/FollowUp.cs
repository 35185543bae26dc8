using Xinfang.Law;

namespace Xinfang.CaseHandling.Domain.Supervising;

/// <summary>Where a task stands.</summary>
public enum FollowUpStatus { Open, Reported, Done }

/// <summary>Everything that can be done with a task.</summary>
public enum FollowUpAct { Set, Report, SendBack, Confirm }

/// <summary>Where a task comes from.</summary>
public enum FollowUpSource { Meeting, Reception }

/// <summary>The words of a task.</summary>
public sealed record FollowUpFile
{
    public string Text { get; init; } = "";

    /// <summary>What the organ reported, oldest first.</summary>
    public IReadOnlyList<Note> Reports { get; init; } = [];

    /// <summary>Why a report did not do.</summary>
    public IReadOnlyList<Note> Returns { get; init; } = [];

    /// <summary>What came of it.</summary>
    public Note? Confirmation { get; init; }
}

/// <summary>落实任务: what a meeting of the joint conference or a leader's reception has decided; an organ owns it until it is confirmed as done.</summary>
public sealed class FollowUp : Filed<FollowUpAct, FollowUpStatus, FollowUpFile>
{
    /// <summary>The flow.</summary>
    public static FlowTable<FollowUpAct, FollowUpStatus> Flow { get; } = new("落实任务", "follow-up", SupervisingWords.Of,
        new(FollowUpAct.Set, "下达任务", Capacity.Overseer | Capacity.Leader | Capacity.Supervisor, [], [FollowUpStatus.Open], PetitionRegulations.JointConference, "责任单位看到任务和期限"),
        new(FollowUpAct.Report, "报告落实", Capacity.Officer | Capacity.Head, [FollowUpStatus.Open], [FollowUpStatus.Reported], PetitionRegulations.JointConference, "交信访办确认", SupervisingRefusals.WithoutText),
        new(FollowUpAct.SendBack, "退回再办", Capacity.Supervisor | Capacity.Overseer, [FollowUpStatus.Reported], [FollowUpStatus.Open], PetitionRegulations.JointConference,
            "责任单位继续落实，期限可以改", SupervisingRefusals.WithoutText, SupervisingRefusals.PastDay),
        new(FollowUpAct.Confirm, "确认办结", Capacity.Supervisor | Capacity.Overseer, [FollowUpStatus.Reported], [FollowUpStatus.Done], PetitionRegulations.JointConference, "任务结束", SupervisingRefusals.WithoutText));

    private FollowUp() { } // EF Core

    public FollowUpSource Source { get; private init; }

    /// <summary>Id of the meeting or the reception day.</summary>
    public Guid SourceId { get; private init; }

    /// <summary>The petition it is about, if it is about one.</summary>
    public Guid? PetitionId { get; private init; }

    /// <summary>The jurisdiction dispute it decides, if it decides one (art. 24).</summary>
    public Guid? DisputeId { get; private init; }

    /// <summary>Who has to do it.</summary>
    public string Organ { get; private init; } = "";

    public DateOnly SetOn { get; private init; }
    public DateOnly DueOn { get; private set; }
    public DateOnly? DoneOn { get; private set; }

    /// <inheritdoc/>
    public override FlowTable<FollowUpAct, FollowUpStatus> Table() => Flow;

    /// <summary>A decision becomes a task.</summary>
    public static Result<FollowUp> Set(
        FollowUpSource source, Guid sourceId, string text, string organ, DateOnly dueOn, Guid? petition, Guid? dispute, Person person, Moment now)
    {
        if (Flow.Refuses(FollowUpAct.Set, null, person.Capacity) is { } refusal) return refusal;
        var task = new FollowUp
        {
            Id = Guid.CreateVersion7(now.At), Source = source, SourceId = sourceId, PetitionId = petition, DisputeId = dispute, Organ = organ, SetOn = now.Date, DueOn = dueOn,
            File = new() { Text = text.Trim() },
        };
        task.Change(FollowUpStatus.Open, dueOn);
        return task;
    }

    /// <summary>报告落实.</summary>
    public Result<FollowUp> Report(Person person, string? text, Moment now)
    {
        if (Refuses(FollowUpAct.Report, person, now) is { } refusal) return refusal;
        if (Blank(text)) return SupervisingRefusals.WithoutText;
        File = File with { Reports = [.. File.Reports, new(now.Date, person.Account, text!.Trim())] };
        Change(FollowUpStatus.Reported, now.Date);
        return this;
    }

    /// <summary>退回再办.</summary>
    public Result<FollowUp> SendBack(Person person, string? reason, DateOnly? dueOn, Moment now)
    {
        if (Refuses(FollowUpAct.SendBack, person, now) is { } refusal) return refusal;
        if (Blank(reason)) return SupervisingRefusals.WithoutText;
        if (dueOn < now.Date) return SupervisingRefusals.PastDay;
        File = File with { Returns = [.. File.Returns, new(now.Date, person.Account, reason!.Trim())] };
        DueOn = dueOn ?? DueOn;
        Change(FollowUpStatus.Open, DueOn);
        return this;
    }

    /// <summary>确认办结.</summary>
    public Result<FollowUp> Confirm(Person person, string? text, Moment now)
    {
        if (Refuses(FollowUpAct.Confirm, person, now) is { } refusal) return refusal;
        if (Blank(text)) return SupervisingRefusals.WithoutText;
        File = File with { Confirmation = new(now.Date, person.Account, text!.Trim()) };
        DoneOn = now.Date;
        Change(FollowUpStatus.Done);
        return this;
    }
}
