using Xinfang.Law;

namespace Xinfang.Portal.Api;

/// <summary>A recipient of an urgent report (art. 25).</summary>
public sealed record EscalationCopy(string Recipient, string Name, string Basis, string? Way, DateTimeOffset? ReceivedAt, string? Receiver, bool Overdue);

/// <summary>An urgent report: complete only when every mandatory recipient has signed.</summary>
public sealed record EscalationView(
    int Number, OrganView? Organ, DateTimeOffset LearnedAt, DateTimeOffset At, DateTimeOffset WrittenDueAt, bool InTime, bool Complete, IReadOnlyList<string> Missing,
    Guid DocumentId, IReadOnlyList<EscalationCopy> Copies);

/// <summary>A row of the list of urgent reports.</summary>
public sealed record EscalationRow(
    Guid PetitionId, string PetitionNumber, int Number, OrganView? Organ, DateTimeOffset At, DateTimeOffset WrittenDueAt, bool Complete, bool Overdue, IReadOnlyList<string> Missing);

/// <summary>A level of a dispute about who is competent (art. 24).</summary>
public sealed record DisputeStep(string LevelText, DateOnly Since, DateOnly DueOn, bool Overdue, DateTimeOffset? EndedAt, OrganView? Settled, string? Reason);

/// <summary>A dispute about who is competent.</summary>
public sealed record DisputeView(IReadOnlyList<OrganView> Organs, OrganView? CommonSuperior, string Level, string LevelText, bool Open, string? NextText, string? Reason, IReadOnlyList<DisputeStep> Steps);

/// <summary>Who else is part of a petition and how it was brought.</summary>
public sealed record ParticipantsView(
    int People, IReadOnlyList<string> CoSigners, IReadOnlyList<string> Representatives, string? ElectionNote, bool Oral, OrganView? StepUp, string? StepUpGuidance);

/// <summary>One answer to an incident (art. 47).</summary>
public sealed record IncidentStepView(int Number, string ResponseText, string Text, string By, DateTimeOffset At);

/// <summary>An incident (art. 26).</summary>
public sealed record IncidentView(
    Guid Id, string KindText, string Basis, DateTimeOffset OccurredAt, string? PetitionNumber, string Text, string By, bool WithPolice, IReadOnlyList<IncidentStepView> Steps);

/// <summary>A complaint of retaliation (arts. 18, 46).</summary>
public sealed record RetaliationRow(Guid Id, string PetitionNumber, DateTimeOffset At, string Text, string? Measure, string? MeasuredBy, DateTimeOffset? MeasuredAt);

/// <summary>A message of the petitioner to the officer.</summary>
public sealed record MessageRow(int Number, string Text, DateTimeOffset At, DateOnly ReplyDueOn, bool Overdue, string? Reply, DateTimeOffset? RepliedAt, string? Organ = null);

/// <summary>A call-back after dissatisfaction, owed or held.</summary>
public sealed record CallBackView(
    bool OfOffice, bool OfOrgan, OrganView? Organ, TermView Due, string? WayText = null, DateOnly? HeldOn = null, string? OutcomeText = null, string? Said = null, string? By = null);

/// <summary>A call-back that is owed.</summary>
public sealed record CallBackRow(Guid PetitionId, string PetitionNumber, string Subject, OrganView? Organ, bool OfOffice, bool OfOrgan, DateOnly OwedFrom, TermView Due);

/// <summary>A list that has no pages.</summary>
public sealed record Listed<T>(IReadOnlyList<T> Items, string? Number = null);

/// <summary>Intake's acts besides classifying and routing, for staff and for citizens.</summary>
public sealed class IntakeActsClient(HttpClient http) : GatewayClient(http, "/api/intake")
{
    /// <summary>An act of the office on a petition.</summary>
    public Task<Answer<Done>> Act(Guid petition, string act, object body, CancellationToken ct) => Post<Done>($"/petitions/{petition}/{act}", body, ct: ct);

    /// <summary>An act of the citizen.</summary>
    public Task<Answer<Done>> Own(string ticket, string act, object body, CancellationToken ct) => Post<Done>($"/progress/{act}", body, ticket, ct: ct);

    /// <summary>Opens a petition at the desk, or stays on it.</summary>
    public Task<Answer<HoldView>> Hold(Guid petition, bool takeOver, CancellationToken ct) => Post<HoldView>($"/petitions/{petition}/hold", new { takeOver }, ct: ct);

    /// <summary>Several petitions to one organ, each with its reason.</summary>
    public Task<Answer<Listed<ForwardedOne>>> Forward(string organ, IEnumerable<(Guid Id, string Reason)> petitions, CancellationToken ct) =>
        Post<Listed<ForwardedOne>>("/petitions/forwarding", new { organ, items = petitions.Select(one => new { id = one.Id, reason = one.Reason }) }, ct: ct);

    /// <summary>The citizen's own messages.</summary>
    public Task<Answer<Listed<MessageRow>>> OwnMessages(string ticket, CancellationToken ct) => Get<Listed<MessageRow>>("/progress/messages", ticket, ct);

    /// <summary>Messages to the organ that holds the petition.</summary>
    public Task<Answer<Listed<MessageRow>>> Messages(Guid petition, CancellationToken ct) => Get<Listed<MessageRow>>($"/petitions/{petition}/messages", ct: ct);

    /// <summary>Urgent reports, incomplete ones first.</summary>
    public Task<Answer<Listed<EscalationRow>>> Escalations(CancellationToken ct) => Get<Listed<EscalationRow>>("/escalations", ct: ct);

    /// <summary>Call-backs that are owed, the first due first.</summary>
    public Task<Answer<Page<CallBackRow>>> CallBacks(string? after, CancellationToken ct) => Get<Page<CallBackRow>>("/call-backs" + IntakeClient.Query(("after", after)), ct: ct);

    /// <summary>Incidents, newest first.</summary>
    public Task<Answer<Page<IncidentView>>> Incidents(string? after, CancellationToken ct) => Get<Page<IncidentView>>("/incidents" + IntakeClient.Query(("after", after)), ct: ct);

    /// <summary>Notes an incident.</summary>
    public Task<Answer<Done>> NoteIncident(Guid id, string kind, DateTimeOffset occurredAt, string text, string? petitionNumber, CancellationToken ct) =>
        Put<Done>($"/incidents/{id}", new { kind, occurredAt, text, petitionNumber }, ct);

    /// <summary>One step of the answer to an incident.</summary>
    public Task<Answer<Done>> Respond(Guid incident, string response, string text, CancellationToken ct) => Post<Done>($"/incidents/{incident}/responses", new { response, text }, ct: ct);

    /// <summary>Complaints of retaliation.</summary>
    public Task<Answer<Listed<RetaliationRow>>> Retaliation(CancellationToken ct) => Get<Listed<RetaliationRow>>("/retaliation", ct: ct);

    /// <summary>What was done about one.</summary>
    public Task<Answer<Done>> Measure(Guid complaint, string text, CancellationToken ct) => Post<Done>($"/retaliation/{complaint}/measure", new { text }, ct: ct);
}
