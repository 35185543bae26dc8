using Xinfang.Law;

namespace Xinfang.CaseHandling.Domain.Supervising;

/// <summary>Where a reception day stands.</summary>
public enum ReceptionStatus { Planned, Published, Held, Cancelled }

/// <summary>Everything that can be done with a reception day.</summary>
public enum ReceptionAct { Plan, Publish, Book, Hold, Cancel }

/// <summary>领导接访, or 联合接访 by several organs at one place.</summary>
public enum ReceptionKind { Leader, Joint }

/// <summary>What the leader is; the frequency of receptions hangs on it.</summary>
public enum LeaderRank
{
    /// <summary>区委书记、区长.</summary>
    DistrictHead,

    /// <summary>其他区领导.</summary>
    DistrictLeader,

    /// <summary>部门负责人.</summary>
    DepartmentHead,

    /// <summary>街道负责人: received at any time.</summary>
    StreetHead,
}

/// <summary>
/// 接访频次, a policy of the district by the central opinion of 2009: the heads of the district one day a month; the others regularly, which the
/// district sets to a number of months; streets at any time.
/// </summary>
/// <param name="Months">At least one day in so many months; 0 where every day is one.</param>
public sealed record ReceptionFrequency(LeaderRank Rank, string Words, int Months)
{
    /// <summary>By rank.</summary>
    public static IReadOnlyList<ReceptionFrequency> Default { get; } =
    [
        new(LeaderRank.DistrictHead, "区委书记、区长", 1), new(LeaderRank.DistrictLeader, "其他区领导", 1),
        new(LeaderRank.DepartmentHead, "部门负责人", 3), new(LeaderRank.StreetHead, "街道负责人", 0),
    ];

    /// <summary>Of a rank.</summary>
    public static ReceptionFrequency Of(LeaderRank rank) => Default.First(each => each.Rank == rank);

    /// <summary>The first day of the period that this day lies in: periods begin in January.</summary>
    public DateOnly PeriodOf(DateOnly day) => Months == 0 ? new(day.Year, day.Month, 1) : new(day.Year, (day.Month - 1) / Months * Months + 1, 1);
}

/// <summary>A place in the queue of a reception day. Whose petition it is, the petition says; nothing of a person is kept here.</summary>
/// <param name="Slot">From 1.</param>
/// <param name="By">petitioner, or the account that booked.</param>
public sealed record Appointment(Guid PetitionId, int Slot, DateOnly BookedOn, string By);

/// <summary>Somebody was received.</summary>
/// <param name="PetitionId">The petition, where there is one already.</param>
/// <param name="Organ">Who has to follow it up, where something is to be done.</param>
public sealed record ReceptionEntry(string Text, Guid? PetitionId = null, string? FollowUp = null, string? Organ = null, DateOnly? DueOn = null);

/// <summary>What is announced, and what was said.</summary>
public sealed record ReceptionFile
{
    /// <summary>职务, as announced.</summary>
    public string Post { get; init; } = "";

    public string Place { get; init; } = "";
    public string Topic { get; init; } = "";
    public IReadOnlyList<Appointment> Appointments { get; init; } = [];
    public IReadOnlyList<ReceptionEntry> Entries { get; init; } = [];
    public Note? Cancellation { get; init; }
}

/// <summary>What is planned.</summary>
/// <param name="Leader">Account of the leader.</param>
/// <param name="Organs">Organs that take part; several for a joint reception.</param>
public sealed record ReceptionPlan(
    ReceptionKind Kind, DateOnly On, TimeOnly From, TimeOnly Until, string Leader, LeaderRank Rank, string Post, string Place, string Topic,
    int Capacity, IReadOnlyList<string> Organs);

/// <summary>领导接访日, 联合接访 (art. 18): planned, announced to the public, booked, held; what was promised becomes a task.</summary>
public sealed class ReceptionDay : Filed<ReceptionAct, ReceptionStatus, ReceptionFile>
{
    private const int MostPlaces = 50;

    private List<string> _organs = [];

    /// <summary>The flow.</summary>
    public static FlowTable<ReceptionAct, ReceptionStatus> Flow { get; } = new("接访", "reception", SupervisingWords.Of,
        new(ReceptionAct.Plan, "安排接访", Capacity.Overseer | Capacity.Supervisor, [], [ReceptionStatus.Planned], PetitionRegulations.LeadersDuty, "公布以前可以改期",
            SupervisingRefusals.ReceptionIncomplete, SupervisingRefusals.UnknownOrgan, SupervisingRefusals.PastDay),
        new(ReceptionAct.Publish, "公布接访", Capacity.Overseer, [ReceptionStatus.Planned], [ReceptionStatus.Published], PetitionRegulations.Publicity, "公布在网站上，可以预约", SupervisingRefusals.PastDay),
        new(ReceptionAct.Book, "预约接访", Capacity.Petitioner | Capacity.Supervisor | Capacity.Overseer, [ReceptionStatus.Published], [ReceptionStatus.Published], PetitionRegulations.Publicity,
            "给一个号", SupervisingRefusals.ReceptionFull, SupervisingRefusals.AlreadyBooked, SupervisingRefusals.ReceptionOver),
        new(ReceptionAct.Hold, "记录接访", Capacity.Leader | Capacity.Overseer | Capacity.Supervisor, [ReceptionStatus.Published], [ReceptionStatus.Held], PetitionRegulations.LeadersDuty,
            "要办的事成为任务，有责任单位和期限", SupervisingRefusals.WithoutText, SupervisingRefusals.UnknownOrgan, SupervisingRefusals.PastDay, SupervisingRefusals.ReceptionNotYet),
        new(ReceptionAct.Cancel, "取消接访", Capacity.Overseer, [ReceptionStatus.Planned, ReceptionStatus.Published], [ReceptionStatus.Cancelled], PetitionRegulations.Publicity,
            "从公告上撤下，写明理由", SupervisingRefusals.WithoutText));

    private ReceptionDay() { } // EF Core

    public ReceptionKind Kind { get; private init; }
    public DateOnly On { get; private init; }
    public TimeOnly From { get; private init; }
    public TimeOnly Until { get; private init; }

    /// <summary>Account of the leader.</summary>
    public string Leader { get; private init; } = "";

    public LeaderRank Rank { get; private init; }

    /// <summary>So many people can be received.</summary>
    public int Places { get; private init; }

    /// <summary>So many have booked.</summary>
    public int Booked { get; private set; }

    /// <summary>So many were received.</summary>
    public int Received { get; private set; }

    /// <summary>Codes of the organs that take part.</summary>
    public IReadOnlyList<string> Organs => _organs;

    /// <inheritdoc/>
    public override FlowTable<ReceptionAct, ReceptionStatus> Table() => Flow;

    /// <summary>安排.</summary>
    public static Result<ReceptionDay> Plan(Guid id, ReceptionPlan plan, Func<string, bool> known, Person person, Moment now)
    {
        if (Flow.Refuses(ReceptionAct.Plan, null, person.Capacity) is { } refusal) return refusal;
        if (Blank(plan.Leader) || Blank(plan.Post) || Blank(plan.Place) || plan.Until <= plan.From || plan.Capacity is < 1 or > MostPlaces
            || (plan.Kind is ReceptionKind.Joint && plan.Organs.Distinct().Count() < 2))
            return SupervisingRefusals.ReceptionIncomplete;
        if (!plan.Organs.All(known)) return SupervisingRefusals.UnknownOrgan;
        if (plan.On < now.Date) return SupervisingRefusals.PastDay;
        var day = new ReceptionDay
        {
            Id = id, Kind = plan.Kind, On = plan.On, From = plan.From, Until = plan.Until, Leader = plan.Leader.Trim(), Rank = plan.Rank, Places = plan.Capacity,
            _organs = [.. plan.Organs.Distinct()], File = new() { Post = plan.Post.Trim(), Place = plan.Place.Trim(), Topic = plan.Topic.Trim() },
        };
        day.Change(ReceptionStatus.Planned, plan.On);
        return day;
    }

    /// <summary>公布 (art. 18).</summary>
    public Result<ReceptionDay> Publish(Person person, Moment now)
    {
        if (Refuses(ReceptionAct.Publish, person, now) is { } refusal) return refusal;
        Change(ReceptionStatus.Published, On);
        return this;
    }

    /// <summary>预约: a place for a petition.</summary>
    public Result<Appointment> Book(Person person, Guid petition, Moment now)
    {
        if (Refuses(ReceptionAct.Book, person, now) is { } refusal) return refusal;
        if (File.Appointments.Any(each => each.PetitionId == petition)) return SupervisingRefusals.AlreadyBooked;
        var appointment = new Appointment(petition, File.Appointments.Count + 1, now.Date, person.Account);
        File = File with { Appointments = [.. File.Appointments, appointment] };
        Booked++;
        Change(ReceptionStatus.Published, On);
        return appointment;
    }

    /// <summary>记录接访: who was received about what, and what is to be done by whom until when.</summary>
    public Result<ReceptionDay> Hold(Person person, IReadOnlyList<ReceptionEntry> entries, Func<string, bool> known, Moment now)
    {
        if (Refuses(ReceptionAct.Hold, person, now) is { } refusal) return refusal;
        if (entries.Any(entry => Blank(entry.Text) || (entry.Organ is null) != Blank(entry.FollowUp) || (entry.Organ is null) != (entry.DueOn is null))) return SupervisingRefusals.WithoutText;
        if (entries.Any(entry => entry.Organ is { } organ && !known(organ))) return SupervisingRefusals.UnknownOrgan;
        if (entries.Any(entry => entry.DueOn < On)) return SupervisingRefusals.PastDay;
        File = File with { Entries = [.. entries] };
        Received = entries.Count;
        Change(ReceptionStatus.Held);
        return this;
    }

    /// <summary>取消.</summary>
    public Result<ReceptionDay> Cancel(Person person, string? reason, Moment now)
    {
        if (Refuses(ReceptionAct.Cancel, person, now) is { } refusal) return refusal;
        if (Blank(reason)) return SupervisingRefusals.WithoutText;
        File = File with { Cancellation = new(now.Date, person.Account, reason!.Trim()) };
        Change(ReceptionStatus.Cancelled);
        return this;
    }

    private protected override Refusal? Guard(ReceptionAct act, Person person, Moment now) => act switch
    {
        ReceptionAct.Publish when now.Date > On => SupervisingRefusals.PastDay,
        ReceptionAct.Book when now.Date > On => SupervisingRefusals.ReceptionOver,
        ReceptionAct.Book when Booked >= Places => SupervisingRefusals.ReceptionFull,
        ReceptionAct.Hold when now.Date < On => SupervisingRefusals.ReceptionNotYet,
        _ => null,
    };
}
