namespace Xinfang.Portal.Api;

/// <summary>Why a warning does not stand in the way.</summary>
public sealed record AnswerView(string Rule, string Reason);

/// <summary>What the officer wrote of the opinion.</summary>
public sealed record OpinionTextView(string Facts, IReadOnlyList<ClaimView> Claims, IReadOnlyList<AnswerView> Answers);

/// <summary>退回意见.</summary>
public sealed record RemarkView(int Version, string By, DateOnly On, string Text);

/// <summary>The draft as it stands.</summary>
public sealed record DraftView(int Version, string Desk, string By, DateOnly SavedOn, OpinionTextView Text, string? CheckedBy, DateOnly? CheckedOn, IReadOnlyList<RemarkView> Remarks);

/// <summary>A saved version.</summary>
public sealed record VersionView(int Version, DateTimeOffset SavedAt, string By, string Hash);

/// <summary>作废.</summary>
public sealed record WithdrawalView(DateOnly SignedOn, DateOnly WithdrawnOn, string By, string Reason);

/// <summary>Something the checks before signature found.</summary>
public sealed record FindingView(string Rule, string Severity, int Paragraph, string Where, string Excerpt, string Message, bool Answered);

/// <summary>The opinion on its way to the signature.</summary>
public sealed record OpinionView
{
    /// <summary>Null while nothing is drafted.</summary>
    public DraftView? Draft { get; init; }
    /// <summary>Every saved version.</summary>
    public IReadOnlyList<VersionView> Versions { get; init; } = [];
    /// <summary>Signed opinions that were withdrawn.</summary>
    public IReadOnlyList<WithdrawalView> Withdrawals { get; init; } = [];
    /// <summary>As it would be issued today.</summary>
    public DocumentContent? Preview { get; init; }
    /// <summary>Of the draft.</summary>
    public IReadOnlyList<FindingView> Findings { get; init; } = [];
}

/// <summary>CaseHandling's routes about documents.</summary>
public sealed class DocumentsClient(HttpClient http) : GatewayClient(http, "/api/case-handling")
{
    /// <summary>The opinion on its way.</summary>
    public Task<Answer<OpinionView>> Opinion(Guid petition, CancellationToken ct) => Get<OpinionView>($"/petitions/{petition}/opinion", ct: ct);
}
