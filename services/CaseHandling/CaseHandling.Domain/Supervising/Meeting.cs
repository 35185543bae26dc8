using Xinfang.Law;

namespace Xinfang.CaseHandling.Domain.Supervising;

/// <summary>Where a meeting of the joint conference stands.</summary>
public enum MeetingStatus { Called, Held, Cancelled }

/// <summary>Everything that can be done with a meeting.</summary>
public enum MeetingAct { Call, Hold, Cancel }

/// <summary>A point of the agenda. It may be about a petition or a jurisdiction dispute (art. 24), by id.</summary>
public sealed record AgendaPoint(string Text, Guid? PetitionId = null, Guid? DisputeId = null);

/// <summary>What the meeting decided on a point: who does what until when; for a dispute, which organ is competent.</summary>
/// <param name="Point">Number of the point on the agenda, from 1.</param>
/// <param name="Organ">Who has to do it.</param>
public sealed record Decision(int Point, string Text, string Organ, DateOnly DueOn);

/// <summary>The words of a meeting.</summary>
public sealed record MeetingFile
{
    public string Place { get; init; } = "";

    /// <summary>召集人, by post.</summary>
    public string Chair { get; init; } = "";

    public IReadOnlyList<AgendaPoint> Agenda { get; init; } = [];

    /// <summary>会议纪要.</summary>
    public string? Minutes { get; init; }

    public IReadOnlyList<Decision> Decisions { get; init; } = [];

    /// <summary>Why it was not held.</summary>
    public Note? Cancellation { get; init; }
}

/// <summary>信访工作联席会议 (art. 11 to 13): called with an agenda, held with decisions, each of which becomes a task with an owner and a day.</summary>
public sealed class Meeting : Filed<MeetingAct, MeetingStatus, MeetingFile>
{
    private static readonly MeetingStatus[] Called = [MeetingStatus.Called];
    private List<string> _organs = [];

    /// <summary>The flow.</summary>
    public static FlowTable<MeetingAct, MeetingStatus> Flow { get; } = new("联席会议", "meeting", SupervisingWords.Of,
        new(MeetingAct.Call, "召集会议", Capacity.Overseer, [], Called, PetitionRegulations.JointConference, "参会单位看到议程", SupervisingRefusals.WithoutAgenda, SupervisingRefusals.UnknownOrgan, SupervisingRefusals.PastDay),
        new(MeetingAct.Hold, "记录会议", Capacity.Overseer, Called, [MeetingStatus.Held], PetitionRegulations.JointConference, "每项决定成为一项任务，有责任单位和期限",
            SupervisingRefusals.WithoutText, SupervisingRefusals.NotYetHeld, SupervisingRefusals.UnknownPoint, SupervisingRefusals.UnknownOrgan, SupervisingRefusals.PastDay),
        new(MeetingAct.Cancel, "取消会议", Capacity.Overseer, Called, [MeetingStatus.Cancelled], PetitionRegulations.JointConference, "写明理由，参会单位看到", SupervisingRefusals.WithoutText));

    private Meeting() { } // EF Core

    public DateOnly On { get; private init; }

    /// <summary>Codes of the organs that take part.</summary>
    public IReadOnlyList<string> Organs => _organs;

    public string CalledBy { get; private init; } = "";

    /// <inheritdoc/>
    public override FlowTable<MeetingAct, MeetingStatus> Table() => Flow;

    /// <summary>召集.</summary>
    public static Result<Meeting> Call(
        Guid id, DateOnly on, string place, string chair, IReadOnlyList<AgendaPoint> agenda, IReadOnlyList<string> organs, Func<string, bool> known, Person person, Moment now)
    {
        if (Flow.Refuses(MeetingAct.Call, null, person.Capacity) is { } refusal) return refusal;
        if (agenda.Count == 0 || agenda.Any(point => Blank(point.Text))) return SupervisingRefusals.WithoutAgenda;
        if (organs.Count == 0 || !organs.All(known)) return SupervisingRefusals.UnknownOrgan;
        if (on < now.Date) return SupervisingRefusals.PastDay;
        var meeting = new Meeting
        {
            Id = id, On = on, CalledBy = person.Account, _organs = [.. organs.Distinct()],
            File = new() { Place = place.Trim(), Chair = chair.Trim(), Agenda = [.. agenda.Select(point => point with { Text = point.Text.Trim() })] },
        };
        meeting.Change(MeetingStatus.Called, on);
        return meeting;
    }

    /// <summary>记录会议: minutes, and decisions that name who does what until when.</summary>
    public Result<Meeting> Hold(Person person, string? minutes, IReadOnlyList<Decision> decisions, Func<string, bool> known, Moment now)
    {
        if (Refuses(MeetingAct.Hold, person, now) is { } refusal) return refusal;
        if (Blank(minutes) || decisions.Any(decision => Blank(decision.Text))) return SupervisingRefusals.WithoutText;
        if (decisions.Any(decision => decision.Point < 1 || decision.Point > File.Agenda.Count)) return SupervisingRefusals.UnknownPoint;
        if (decisions.Any(decision => !known(decision.Organ))) return SupervisingRefusals.UnknownOrgan;
        if (decisions.Any(decision => decision.DueOn < On)) return SupervisingRefusals.PastDay;
        File = File with { Minutes = minutes!.Trim(), Decisions = [.. decisions.Select(decision => decision with { Text = decision.Text.Trim() })] };
        Change(MeetingStatus.Held);
        return this;
    }

    /// <summary>取消.</summary>
    public Result<Meeting> Cancel(Person person, string? reason, Moment now)
    {
        if (Refuses(MeetingAct.Cancel, person, now) is { } refusal) return refusal;
        if (Blank(reason)) return SupervisingRefusals.WithoutText;
        File = File with { Cancellation = new(now.Date, person.Account, reason!.Trim()) };
        Change(MeetingStatus.Cancelled);
        return this;
    }

    private protected override Refusal? Guard(MeetingAct act, Person person, Moment now) =>
        act is MeetingAct.Hold && now.Date < On ? SupervisingRefusals.NotYetHeld : null;
}
