using Xinfang.ServiceDefaults.Security;

namespace Xinfang.Insight.Api.Governance.Meetings;

/// <summary>A point of the agenda as a caller sees it.</summary>
internal sealed record AgendaPointView(int Number, string Text, string? Legality, string? LegalityText, string? Adviser, string? Opinion, DateOnly? OpinionOn);

/// <summary>A decision as a caller sees it.</summary>
internal sealed record DecisionView(int Point, string Outcome, string OutcomeText, string Text, string? Organ, string? OrganName, string? Owner, DateOnly? DueOn, Guid? TaskId);

/// <summary>A participant.</summary>
internal sealed record ParticipantView(string Organ, string OrganName);

/// <summary>A meeting as a caller sees it.</summary>
internal sealed record MeetingView(
    Guid Id, string Kind, string KindText, string Title, DateOnly On, string Place, string Chair, IReadOnlyList<ParticipantView> Organs, string State, string StateText, string? Minutes, string? Reason, string Basis,
    IReadOnlyList<AgendaPointView> Agenda, IReadOnlyList<DecisionView> Decisions, IReadOnlyList<ActView> Acts)
{
    private static readonly (MeetingAct Act, string Label, string Route)[] Routes = [(MeetingAct.Opine, "登记合法性审查意见", "opinions"), (MeetingAct.Hold, "记录会议和决定", "holding"), (MeetingAct.Cancel, "取消会议", "cancellation")];

    public static MeetingView Of(Meeting meeting, CurrentCaller caller) => new(
        meeting.Id, meeting.Kind.ToString(), MeetingFlow.Words(meeting.Kind), meeting.Title, meeting.On, meeting.Place, meeting.Chair, [.. meeting.Organs.Select(each => new ParticipantView(each, Shared.NameOf(each)))],
        meeting.State.ToString(), MeetingFlow.Words(meeting.State), meeting.Minutes, meeting.Reason, meeting.Basis.ToString(),
        [.. meeting.Agenda.Select((each, index) => new AgendaPointView(index + 1, each.Text, each.Opinion?.Finding.ToString(), each.Opinion is { } opinion ? MeetingFlow.Words(opinion.Finding) : null, each.Opinion?.Adviser, each.Opinion?.Text, each.Opinion?.On))],
        [.. meeting.Decisions.Select(each => new DecisionView(each.Point, each.Outcome.ToString(), MeetingFlow.Words(each.Outcome), each.Text, each.Organ, each.Organ is { } organ ? Shared.NameOf(organ) : null, each.Owner, each.DueOn, each.TaskId))],
        [.. Routes.Select(each => ActView.Of(each.Act.ToString(), each.Label, $"/governance/meetings/{meeting.Id}/{each.Route}", meeting.Refuses(each.Act, caller))).Where(each => each.Open)]);
}
