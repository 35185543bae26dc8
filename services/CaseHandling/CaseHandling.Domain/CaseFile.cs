namespace Xinfang.CaseHandling.Domain;

/// <summary>
/// Everything people said or wrote while the petition was handled. One value, so that it is encrypted at rest as one
/// and no free text can be forgotten in a column of its own.
/// </summary>
public sealed record CaseFile
{
    /// <summary>听取信访人陈述 (art. 31 item 6), oldest first.</summary>
    public IReadOnlyList<Statement> Statements { get; init; } = [];

    /// <summary>One line per claim of the petition; the opinion fills them in (art. 32).</summary>
    public IReadOnlyList<Claim> Claims { get; init; } = [];

    /// <summary>The opinion while it is on its way to the signature.</summary>
    public OpinionDraft? Draft { get; init; }

    /// <summary>Signed opinions that were withdrawn before service, oldest first.</summary>
    public IReadOnlyList<OpinionWithdrawal> Withdrawals { get; init; } = [];

    /// <summary>The facts found (art. 32).</summary>
    public string? Facts { get; init; }

    /// <summary>异议 of every round, oldest first (art. 23 para. 3).</summary>
    public IReadOnlyList<Contestation> Contestations { get; init; } = [];

    public Declination? Declination { get; init; }

    public ExtensionLedger Extensions { get; init; } = new();

    public ServiceReceipt? Service { get; init; }

    /// <summary>What the petitioner may ring about the handling.</summary>
    public string? ContactPhone { get; init; }

    /// <summary>The officer's note on the acceptance.</summary>
    public string? AcceptanceNote { get; init; }

    /// <summary>办结 result; the 办结报告 of an assigned petition (art. 22 para. 1 item 3).</summary>
    public string? Result { get; init; }

    /// <summary>Why a person stood aside (art. 28 para. 3), by account.</summary>
    public IReadOnlyDictionary<string, string> Recusals { get; init; } = new Dictionary<string, string>();

    internal static CaseFile WithClaims(int count) =>
        new() { Claims = [.. Enumerable.Range(1, count).Select(number => new Claim(number))] };
}

/// <summary>The petitioner was heard on this day.</summary>
public sealed record Statement(DateOnly HeardOn, StatementWay Way, string Summary, string By);

/// <summary>A claim by its number in the petition; outcome, reason and basis are absent until the opinion is issued.</summary>
public sealed record Claim(int Number, Outcome? Outcome = null, string? Reason = null, string? Basis = null);

/// <summary>An organ's objection to a routing, and what the office decided.</summary>
public sealed record Contestation(
    int Round, string Organ, DateOnly ContestedOn, string By, string Reason, string? ProposedOrgan,
    bool? Agreed = null, DateOnly? DecidedOn = null, string? DecidedBy = null, string? Decision = null);

/// <summary>Why the petition is not accepted, and which body is the right one.</summary>
public sealed record Declination(Road Road, string Body, string Reason, DateOnly? Until);

/// <summary>送达回证: how, when and to whom the opinion was served.</summary>
public sealed record ServiceReceipt(ServiceMethod Method, DateOnly ServedOn, string Receiver, string? Note);
