using Xinfang.Law;

namespace Xinfang.Portal.Api;

/// <summary>What the petitioner can ask for now.</summary>
public sealed record ReviewRightView(
    string Level, string LevelText, bool Open, bool Late, string? Reason = null, string? Basis = null, OrganView? Body = null,
    string? OpinionNumber = null, DateOnly? ServedOn = null, TermView? Term = null);

/// <summary>What can be asked for about a petition.</summary>
public sealed record ReviewAsk
{
    /// <summary>Number of the petition.</summary>
    public string? Number { get; init; }
    /// <summary>The level that is next.</summary>
    public ReviewRightView? Right { get; init; }
}

/// <summary>A row of the list of reviews.</summary>
public sealed record ReviewRow
{
    /// <summary>The review.</summary>
    public Guid Id { get; init; }
    /// <summary>Number of the petition.</summary>
    public string? Number { get; init; }
    /// <summary>复查 or 复核.</summary>
    public string LevelText { get; init; } = "";
    /// <summary>In Chinese.</summary>
    public string StatusText { get; init; } = "";
    /// <summary>Code of the reviewing body.</summary>
    public string Body { get; init; } = "";
    /// <summary>Code of the organ whose opinion is attacked.</summary>
    public string Respondent { get; init; } = "";
    /// <summary>By the body.</summary>
    public DateOnly ReceivedOn { get; init; }
    /// <summary>Within the 30 days.</summary>
    public bool InTime { get; init; }
    /// <summary>Account of the officer.</summary>
    public string? Officer { get; init; }
    /// <summary>The nearest date.</summary>
    public NextTerm? Next { get; init; }
}

/// <summary>How many reviews lie in which box.</summary>
public sealed record ReviewCounts(int All, int ToAccept, int Handling, int ToServe, int Done, int Against, int Overdue)
{
    /// <summary>Of a box by its name.</summary>
    public int Of(string box) => box switch { "ToAccept" => ToAccept, "Handling" => Handling, "ToServe" => ToServe, "Done" => Done, "Against" => Against, _ => All };
}

/// <summary>A check the service has made of a request.</summary>
public sealed record ReviewCheck(string Check, bool Ok, string Text, string Basis);

/// <summary>An opinion of the chain, in full.</summary>
public sealed record OpinionPaper
{
    /// <summary>The document.</summary>
    public Guid DocumentId { get; init; }
    /// <summary>Opinion, ReviewOpinion, RecheckOpinion.</summary>
    public string Kind { get; init; } = "";
    /// <summary>Its title.</summary>
    public string Title { get; init; } = "";
    /// <summary>Its number.</summary>
    public string Number { get; init; } = "";
    /// <summary>Full name of the organ that signed.</summary>
    public string Issuer { get; init; } = "";
    /// <summary>The day on it.</summary>
    public DateOnly IssuedOn { get; init; }
    /// <summary>The day it was served.</summary>
    public DateOnly? ServedOn { get; init; }
    /// <summary>The text.</summary>
    public IReadOnlyList<DocumentParagraph> Paragraphs { get; init; } = [];
}

/// <summary>What the petitioner wrote.</summary>
public sealed record ReviewApplicationView(string Claims, string Reasons, string? LateReason = null);

/// <summary>A hearing.</summary>
public sealed record ReviewHearingView(DateOnly NoticedOn, DateOnly From, DateOnly To, string Place, string Chair, string Members, string Summary, int Days);

/// <summary>A changed outcome.</summary>
public sealed record ReviewClaimView(int Number, string Outcome, string Reason, string Basis);

/// <summary>The opinion as drafted or signed.</summary>
public sealed record ReviewOpinionView(
    string Outcome, string Facts, string Reason, string Basis, IReadOnlyList<ReviewClaimView>? Claims = null, int? RedoWithinDays = null, string? Demand = null, string? DraftedBy = null);

/// <summary>Why a request was not accepted.</summary>
public sealed record RejectionView(string Ground, string? Body, string Instead, string Reason, DateOnly? Until = null);

/// <summary>A review or recheck in full.</summary>
public sealed record ReviewView
{
    /// <summary>The review.</summary>
    public Guid Id { get; init; }
    /// <summary>The petition.</summary>
    public Guid PetitionId { get; init; }
    /// <summary>Number of the petition.</summary>
    public string? Number { get; init; }
    /// <summary>Review or Recheck.</summary>
    public string Level { get; init; } = "";
    /// <summary>复查 or 复核.</summary>
    public string LevelText { get; init; } = "";
    /// <summary>Requested, Accepted …</summary>
    public string Status { get; init; } = "";
    /// <summary>In Chinese.</summary>
    public string StatusText { get; init; } = "";
    /// <summary>The reviewing body.</summary>
    public OrganView? Body { get; init; }
    /// <summary>Whose opinion is attacked.</summary>
    public OrganView? Respondent { get; init; }
    /// <summary>Who could be asked next.</summary>
    public OrganView? NextBody { get; init; }
    /// <summary>How it came.</summary>
    public string WayText { get; init; } = "";
    /// <summary>The day that counts.</summary>
    public DateOnly RequestedOn { get; init; }
    /// <summary>By the body.</summary>
    public DateOnly ReceivedOn { get; init; }
    /// <summary>Of the letter.</summary>
    public DateOnly? PostmarkedOn { get; init; }
    /// <summary>Within the 30 days.</summary>
    public bool InTime { get; init; }
    /// <summary>Account of the officer.</summary>
    public string? Officer { get; init; }
    /// <summary>How many claims the opinion answers.</summary>
    public int ClaimCount { get; init; }
    /// <summary>What stands now, claim by claim.</summary>
    public IReadOnlyList<ClaimView> AttackedClaims { get; init; } = [];
    /// <summary>Outcome in Chinese, once decided.</summary>
    public string? OutcomeText { get; init; }
    /// <summary>终结.</summary>
    public bool Final { get; init; }
    /// <summary>Days that do not count.</summary>
    public int ExcludedDays { get; init; }
    /// <summary>What the petitioner wrote.</summary>
    public ReviewApplicationView? Application { get; init; }
    /// <summary>Why a late one was accepted.</summary>
    public string? LateAcceptedBecause { get; init; }
    /// <summary>Why it was not accepted.</summary>
    public RejectionView? Rejection { get; init; }
    /// <summary>The ground in Chinese.</summary>
    public string? RejectionText { get; init; }
    /// <summary>Hearings.</summary>
    public IReadOnlyList<ReviewHearingView> Hearings { get; init; } = [];
    /// <summary>The draft or the signed opinion.</summary>
    public ReviewOpinionView? Opinion { get; init; }
    /// <summary>How the opinion was served.</summary>
    public ServiceView? Service { get; init; }
    /// <summary>What the service has checked.</summary>
    public IReadOnlyList<ReviewCheck> Checks { get; init; } = [];
    /// <summary>Dates.</summary>
    public IReadOnlyList<TermView> Terms { get; init; } = [];
    /// <summary>What the caller may do.</summary>
    public IReadOnlyList<ActView> Acts { get; init; } = [];
    /// <summary>The opinions, first to last.</summary>
    public IReadOnlyList<OpinionPaper> Opinions { get; init; } = [];
    /// <summary>Papers of the petition.</summary>
    public IReadOnlyList<DocumentView> Documents { get; init; } = [];
    /// <summary>留痕 of this review.</summary>
    public IReadOnlyList<RecordLine> Record { get; init; } = [];
    /// <summary>Whether the record holds.</summary>
    public ChainCheck? Chain { get; init; }
}

/// <summary>Something done after the end.</summary>
public sealed record CareMeasureView(string Kind, string KindText, DateOnly On, string Note, string By);

/// <summary>终结后的帮扶.</summary>
public sealed record CareView
{
    /// <summary>The day the recheck opinion was served; null while it is not ended.</summary>
    public DateOnly? EndedOn { get; init; }
    /// <summary>Whom the petitioner can turn to.</summary>
    public string? ContactPerson { get; init; }
    /// <summary>Telephone.</summary>
    public string? ContactPhone { get; init; }
    /// <summary>What was done.</summary>
    public IReadOnlyList<CareMeasureView> Measures { get; init; } = [];
    /// <summary>The article.</summary>
    public string? Basis { get; init; }
}

/// <summary>CaseHandling's routes about reviews and rechecks.</summary>
public sealed class ReviewsClient(HttpClient http) : GatewayClient(http, "/api/case-handling")
{
    /// <summary>What the petitioner can ask for now.</summary>
    public Task<Answer<ReviewAsk>> Right(string ticket, Guid petition, CancellationToken ct) => Get<ReviewAsk>($"/petitions/{petition}/reviews", ticket, ct);

    /// <summary>The petitioner asks for it.</summary>
    public Task<Answer<Done>> Ask(string ticket, Guid petition, string claims, string reasons, string? lateReason, CancellationToken ct) =>
        Post<Done>($"/petitions/{petition}/reviews", new { claims, reasons, lateReason }, ticket, ct: ct);

    /// <summary>The list.</summary>
    public Task<Answer<Page<ReviewRow>>> List(string box, string? after, CancellationToken ct) => Get<Page<ReviewRow>>("/reviews" + IntakeClient.Query(("box", box), ("after", after)), ct: ct);

    /// <summary>How many lie in which box.</summary>
    public Task<Answer<ReviewCounts>> Counts(CancellationToken ct) => Get<ReviewCounts>("/reviews/counts", ct: ct);

    /// <summary>A review.</summary>
    public Task<Answer<ReviewView>> Review(Guid id, CancellationToken ct) => Get<ReviewView>($"/reviews/{id}", ct: ct);

    /// <summary>Registers a request that came on paper.</summary>
    public Task<Answer<Done>> Register(Guid id, object body, CancellationToken ct) => Put<Done>($"/reviews/{id}", body, ct);

    /// <summary>An act, by its route below the review.</summary>
    public Task<Answer<Done>> Act(Guid id, string route, object? body, CancellationToken ct) => Post<Done>($"/reviews/{id}/{route}", body, ct: ct);

    /// <summary>Care after the end of a petition.</summary>
    public Task<Answer<CareView>> Care(Guid petition, CancellationToken ct) => Get<CareView>($"/petitions/{petition}/care", ct: ct);

    /// <summary>Names the contact, or notes what was done.</summary>
    public Task<Answer<Done>> Give(Guid petition, string route, object body, CancellationToken ct) => Post<Done>($"/petitions/{petition}/care/{route}", body, ct: ct);
}
