using Xinfang.Law;

namespace Xinfang.CaseHandling.Domain.Supervising;

/// <summary>Where a measure stands.</summary>
public enum MeasureStatus { Imposed, Reported, Lifted }

/// <summary>Everything that can be done with a measure.</summary>
public enum MeasureAct { Impose, Report, SendBack, Lift }

/// <summary>约谈, 通报, 挂牌督办, 限期整改 (art. 39 para. 3).</summary>
public enum MeasureKind { Talk, Circulate, List, Rectify }

/// <summary>The words of a measure.</summary>
public sealed record MeasureFile
{
    /// <summary>Why.</summary>
    public string Reason { get; init; } = "";

    /// <summary>What has to change.</summary>
    public string Demand { get; init; } = "";

    public IReadOnlyList<Note> Reports { get; init; } = [];
    public IReadOnlyList<Note> Returns { get; init; } = [];

    /// <summary>Why it was lifted.</summary>
    public Note? Lifting { get; init; }
}

/// <summary>A measure of the joint conference against an organ that does its petition work badly (art. 39 para. 3): imposed with a day, reported on, lifted.</summary>
public sealed class Measure : Filed<MeasureAct, MeasureStatus, MeasureFile>
{
    /// <summary>The flow.</summary>
    public static FlowTable<MeasureAct, MeasureStatus> Flow { get; } = new("措施", "measure", SupervisingWords.Of,
        new(MeasureAct.Impose, "采取措施", Capacity.Overseer, [], [MeasureStatus.Imposed], PetitionRegulations.Rectification, "单位看到措施、要求和期限",
            SupervisingRefusals.WithoutText, SupervisingRefusals.UnknownOrgan, SupervisingRefusals.PastDay),
        new(MeasureAct.Report, "报告整改", Capacity.Officer | Capacity.Head, [MeasureStatus.Imposed], [MeasureStatus.Reported], PetitionRegulations.Rectification, "交信访办，整改到位的解除措施", SupervisingRefusals.WithoutText),
        new(MeasureAct.SendBack, "继续整改", Capacity.Overseer, [MeasureStatus.Reported], [MeasureStatus.Imposed], PetitionRegulations.Rectification, "措施不解除，按新的期限整改",
            SupervisingRefusals.WithoutText, SupervisingRefusals.PastDay),
        new(MeasureAct.Lift, "解除措施", Capacity.Overseer, [MeasureStatus.Reported], [MeasureStatus.Lifted], PetitionRegulations.Rectification, "措施结束", SupervisingRefusals.WithoutText));

    private Measure() { } // EF Core

    public MeasureKind Kind { get; private init; }

    /// <summary>The organ it is taken against.</summary>
    public string Organ { get; private init; } = "";

    /// <summary>The meeting that decided it.</summary>
    public Guid? MeetingId { get; private init; }

    public DateOnly ImposedOn { get; private init; }
    public DateOnly DueOn { get; private set; }
    public DateOnly? LiftedOn { get; private set; }

    /// <inheritdoc/>
    public override FlowTable<MeasureAct, MeasureStatus> Table() => Flow;

    /// <summary>采取措施.</summary>
    public static Result<Measure> Impose(
        Guid id, MeasureKind kind, string organ, Guid? meeting, string? reason, string? demand, DateOnly dueOn, Func<string, bool> known, Person person, Moment now)
    {
        if (Flow.Refuses(MeasureAct.Impose, null, person.Capacity) is { } refusal) return refusal;
        if (Blank(reason) || Blank(demand)) return SupervisingRefusals.WithoutText;
        if (!known(organ)) return SupervisingRefusals.UnknownOrgan;
        if (dueOn < now.Date) return SupervisingRefusals.PastDay;
        var measure = new Measure
        {
            Id = id, Kind = kind, Organ = organ, MeetingId = meeting, ImposedOn = now.Date, DueOn = dueOn, File = new() { Reason = reason!.Trim(), Demand = demand!.Trim() },
        };
        measure.Change(MeasureStatus.Imposed, dueOn);
        return measure;
    }

    /// <summary>报告整改.</summary>
    public Result<Measure> Report(Person person, string? text, Moment now)
    {
        if (Refuses(MeasureAct.Report, person, now) is { } refusal) return refusal;
        if (Blank(text)) return SupervisingRefusals.WithoutText;
        File = File with { Reports = [.. File.Reports, new(now.Date, person.Account, text!.Trim())] };
        Change(MeasureStatus.Reported, now.Date);
        return this;
    }

    /// <summary>继续整改.</summary>
    public Result<Measure> SendBack(Person person, string? reason, DateOnly? dueOn, Moment now)
    {
        if (Refuses(MeasureAct.SendBack, person, now) is { } refusal) return refusal;
        if (Blank(reason)) return SupervisingRefusals.WithoutText;
        if (dueOn < now.Date) return SupervisingRefusals.PastDay;
        File = File with { Returns = [.. File.Returns, new(now.Date, person.Account, reason!.Trim())] };
        DueOn = dueOn ?? DueOn;
        Change(MeasureStatus.Imposed, DueOn);
        return this;
    }

    /// <summary>解除措施.</summary>
    public Result<Measure> Lift(Person person, string? reason, Moment now)
    {
        if (Refuses(MeasureAct.Lift, person, now) is { } refusal) return refusal;
        if (Blank(reason)) return SupervisingRefusals.WithoutText;
        File = File with { Lifting = new(now.Date, person.Account, reason!.Trim()) };
        LiftedOn = now.Date;
        Change(MeasureStatus.Lifted);
        return this;
    }
}
