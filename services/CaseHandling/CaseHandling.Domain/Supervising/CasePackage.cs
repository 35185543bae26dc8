using Xinfang.Law;

namespace Xinfang.CaseHandling.Domain.Supervising;

/// <summary>Where a packaged case stands.</summary>
public enum PackageStatus { Assigned, Planned, Reported, Closed }

/// <summary>Everything that can be done with a packaged case.</summary>
public enum PackageAct { Assign, Plan, Visit, Report, SendBack, Close }

/// <summary>How the leader met the people concerned.</summary>
public enum LeaderVisitWay { Reception, GoingDown, Phone, Meeting }

/// <summary>The leader met the people concerned on this day.</summary>
public sealed record LeaderVisit(DateOnly On, LeaderVisitWay Way, string By, string Text);

/// <summary>The words of a packaged case.</summary>
public sealed record PackageFile
{
    /// <summary>Why a leader takes it in charge.</summary>
    public string Reason { get; init; } = "";

    /// <summary>包案方案.</summary>
    public Note? Plan { get; init; }

    public IReadOnlyList<LeaderVisit> Visits { get; init; } = [];

    /// <summary>What came of it.</summary>
    public Note? Result { get; init; }

    /// <summary>Why the result did not do.</summary>
    public IReadOnlyList<Note> Returns { get; init; } = [];

    /// <summary>销案.</summary>
    public Note? Closing { get; init; }
}

/// <summary>领导包案 (art. 18): one leader has a prominent petition in charge, from the plan over visits to 销案.</summary>
public sealed class CasePackage : Filed<PackageAct, PackageStatus, PackageFile>
{
    private static readonly PackageStatus[] Running = [PackageStatus.Assigned, PackageStatus.Planned];

    /// <summary>The flow.</summary>
    public static FlowTable<PackageAct, PackageStatus> Flow { get; } = new("包案", "package", SupervisingWords.Of,
        new(PackageAct.Assign, "确定包案领导", Capacity.Overseer, [], [PackageStatus.Assigned], PetitionRegulations.LeadersDuty, "领导的工作台上出现这件事",
            SupervisingRefusals.WithoutText, SupervisingRefusals.AlreadyPackaged, SupervisingRefusals.PastDay),
        new(PackageAct.Plan, "定包案方案", Capacity.Leader, Running, [PackageStatus.Planned], PetitionRegulations.LeadersDuty, "写明怎么化解，谁负责",
            SupervisingRefusals.WithoutText, SupervisingRefusals.NotTheLeader),
        new(PackageAct.Visit, "记录接访下访", Capacity.Leader, Running, Running, PetitionRegulations.LeadersDuty, "记入包案记录",
            SupervisingRefusals.WithoutText, SupervisingRefusals.NotTheLeader, SupervisingRefusals.VisitDate),
        new(PackageAct.Report, "报告包案结果", Capacity.Leader, [PackageStatus.Planned], [PackageStatus.Reported], PetitionRegulations.LeadersDuty, "交信访办负责人销案",
            SupervisingRefusals.WithoutText, SupervisingRefusals.NotTheLeader, SupervisingRefusals.WithoutVisit),
        new(PackageAct.SendBack, "继续包案", Capacity.Overseer, [PackageStatus.Reported], [PackageStatus.Planned], PetitionRegulations.LeadersDuty, "问题还没有解决，由原领导继续包", SupervisingRefusals.WithoutText),
        new(PackageAct.Close, "销案", Capacity.Overseer, [PackageStatus.Reported], [PackageStatus.Closed], PetitionRegulations.LeadersDuty, "包案结束，归档", SupervisingRefusals.WithoutText));

    private CasePackage() { } // EF Core

    /// <summary>The petition.</summary>
    public PetitionId PetitionId { get; private init; }

    /// <summary>Account of the leader.</summary>
    public string Leader { get; private init; } = "";

    public DateOnly AssignedOn { get; private init; }

    /// <summary>The day set for the result.</summary>
    public DateOnly DueOn { get; private init; }

    public DateOnly? ClosedOn { get; private set; }

    /// <summary>How often the leader met the people concerned.</summary>
    public int Visits { get; private set; }

    /// <inheritdoc/>
    public override FlowTable<PackageAct, PackageStatus> Table() => Flow;

    /// <summary>确定包案领导.</summary>
    public static Result<CasePackage> Assign(Guid id, Petition petition, string leader, string? reason, DateOnly dueOn, Person person, Moment now)
    {
        if (Flow.Refuses(PackageAct.Assign, null, person.Capacity) is { } refusal) return refusal;
        if (petition.IsSealed()) return SupervisingRefusals.SealedPetition;
        if (Blank(reason) || Blank(leader)) return SupervisingRefusals.WithoutText;
        if (dueOn < now.Date) return SupervisingRefusals.PastDay;
        var package = new CasePackage
        {
            Id = id, PetitionId = petition.Id, Leader = leader.Trim(), AssignedOn = now.Date, DueOn = dueOn, File = new() { Reason = reason!.Trim() },
        };
        package.Change(PackageStatus.Assigned, dueOn);
        return package;
    }

    /// <summary>定方案.</summary>
    public Result<CasePackage> Plan(Person person, string? plan, Moment now)
    {
        if (Refuses(PackageAct.Plan, person, now) is { } refusal) return refusal;
        if (Blank(plan)) return SupervisingRefusals.WithoutText;
        File = File with { Plan = new(now.Date, person.Account, plan!.Trim()) };
        Change(PackageStatus.Planned, DueOn);
        return this;
    }

    /// <summary>接访、下访、约见.</summary>
    public Result<CasePackage> Visit(Person person, DateOnly on, LeaderVisitWay way, string? text, Moment now)
    {
        if (Refuses(PackageAct.Visit, person, now) is { } refusal) return refusal;
        if (Blank(text)) return SupervisingRefusals.WithoutText;
        if (on > now.Date || on < AssignedOn) return SupervisingRefusals.VisitDate;
        File = File with { Visits = [.. File.Visits, new(on, way, person.Account, text!.Trim())] };
        Visits++;
        Change(Status, DueOn);
        return this;
    }

    /// <summary>报告结果.</summary>
    public Result<CasePackage> Report(Person person, string? result, Moment now)
    {
        if (Refuses(PackageAct.Report, person, now) is { } refusal) return refusal;
        if (Blank(result)) return SupervisingRefusals.WithoutText;
        File = File with { Result = new(now.Date, person.Account, result!.Trim()) };
        Change(PackageStatus.Reported, now.Date);
        return this;
    }

    /// <summary>继续包案.</summary>
    public Result<CasePackage> SendBack(Person person, string? reason, Moment now)
    {
        if (Refuses(PackageAct.SendBack, person, now) is { } refusal) return refusal;
        if (Blank(reason)) return SupervisingRefusals.WithoutText;
        File = File with { Returns = [.. File.Returns, new(now.Date, person.Account, reason!.Trim())] };
        Change(PackageStatus.Planned, DueOn);
        return this;
    }

    /// <summary>销案.</summary>
    public Result<CasePackage> Close(Person person, string? text, Moment now)
    {
        if (Refuses(PackageAct.Close, person, now) is { } refusal) return refusal;
        if (Blank(text)) return SupervisingRefusals.WithoutText;
        File = File with { Closing = new(now.Date, person.Account, text!.Trim()) };
        ClosedOn = now.Date;
        Change(PackageStatus.Closed);
        return this;
    }

    private protected override Refusal? Guard(PackageAct act, Person person, Moment now) =>
        (person.Capacity & Capacity.Leader) != 0 && person.Account != Leader ? SupervisingRefusals.NotTheLeader
        : act is PackageAct.Report && Visits == 0 ? SupervisingRefusals.WithoutVisit
        : null;
}
