namespace Xinfang.Portal.Api;

/// <summary>A notice on its way to a petitioner, as the office sees it.</summary>
public sealed record NoticeRow(
    Guid Id, Guid PetitionId, string Number, string Name, string CauseText, string Basis, string Way, string WayText, string State, string StateText, int Attempts,
    DateTimeOffset CreatedAt, DateTimeOffset? NextAttemptAt = null, DateTimeOffset? SentAt = null, string? FailureText = null, bool HasAddress = false, Guid? PrintList = null,
    string? RegisteredMail = null, DateOnly? ReceivedOn = null, string? ResolutionText = null, string? By = null);

/// <summary>What waits.</summary>
public sealed record NoticeCounts(int Messages, int ToPrint, int Printed, int Failed);

/// <summary>A letter of a list; the address only as long as it lies here.</summary>
public sealed record Letter(NoticeRow Notice, string Name, string? Address = null, DocumentContent? Paper = null);

/// <summary>The letters of a list.</summary>
public sealed record PrintList(Guid Id, IReadOnlyList<Letter> Letters);

/// <summary>A letter that was posted.</summary>
public sealed record Posted(Guid Id, string? RegisteredMail);

/// <summary>What went out to the petitioner.</summary>
public sealed record NoticeLine(string Cause, string Way, string State, DateTimeOffset At, DateTimeOffset? SentAt = null, DateOnly? ReceivedOn = null);

/// <summary>Where the petitioner is told; no way for whoever filed without a name.</summary>
public sealed record ChosenContact(string? Way, string? Phone, string? Address, IReadOnlyList<NoticeLine> Notices);

/// <summary>Notices of Intake.</summary>
public sealed class NoticesClient(HttpClient http) : GatewayClient(http, "/api/intake")
{
    /// <summary>The queue.</summary>
    public Task<Answer<Page<NoticeRow>>> List(string? state, string? way, string? number, string? after, CancellationToken ct) =>
        Get<Page<NoticeRow>>("/notices" + IntakeClient.Query(("state", state), ("way", way), ("number", number), ("after", after)), ct: ct);

    /// <summary>What waits.</summary>
    public Task<Answer<NoticeCounts>> Counts(CancellationToken ct) => Get<NoticeCounts>("/notices/counts", ct: ct);

    /// <summary>retry, letter, resolution, receipt.</summary>
    public Task<Answer<Done>> Act(Guid id, string act, object body, CancellationToken ct) => Post<Done>($"/notices/{id}/{act}", body, ct: ct);

    /// <summary>Puts the letters that wait onto one list.</summary>
    public Task<Answer<Done>> Print(Guid list, CancellationToken ct) => Put<Done>($"/notices/print-lists/{list}", new { }, ct);

    /// <summary>A list.</summary>
    public Task<Answer<PrintList>> PrintList(Guid list, CancellationToken ct) => Get<PrintList>($"/notices/print-lists/{list}", ct: ct);

    /// <summary>Marks letters of a list as posted.</summary>
    public Task<Answer<Done>> Posted(Guid list, DateOnly on, IReadOnlyList<Posted> letters, CancellationToken ct) =>
        Post<Done>($"/notices/print-lists/{list}/posting", new { on, letters }, ct: ct);

    /// <summary>Where the petitioner is told.</summary>
    public Task<Answer<ChosenContact>> Contact(string ticket, CancellationToken ct) => Get<ChosenContact>("/progress/contact", ticket, ct);

    /// <summary>Changes it.</summary>
    public Task<Answer<ChosenContact>> Choose(string ticket, string way, string? phone, string? address, CancellationToken ct) =>
        Post<ChosenContact>("/progress/contact", new { way, phone, address }, ticket, ct: ct);
}
