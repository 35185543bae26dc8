namespace Xinfang.Portal.Api;

/// <summary>What speaks for or against.</summary>
public sealed record SpeakingPoint(bool Speaks, string Sentence);

/// <summary>A paragraph of a draft.</summary>
public sealed record DraftParagraph(string? Heading, string Text);

/// <summary>What article 19 or 36 may mean, with the notice as it would read.</summary>
/// <param name="Road">Link, FinalBar or Remedy.</param>
public sealed record BarProposalView(string Road, string Sentence, string Basis, OrganView? Organ, string? Title, IReadOnlyList<DraftParagraph> Draft);

/// <summary>An earlier petition and what it may be to this one; a person decides.</summary>
/// <param name="Kinship">Unrelated, SameEvent or Repeat.</param>
public sealed record CandidateRow(
    Guid Id, string Number, string Subject, DateOnly ReceivedOn, string StageText, string? Organ, bool Running,
    double SamePerson, double SameMatter, double SameEvent, string Kinship, IReadOnlyList<SpeakingPoint> Points, BarProposalView? Bar)
{
    /// <summary>It is the same person as far as is known: then the matter is asked for, else the event.</summary>
    public bool OfThePerson => SamePerson >= 0.75;
}

/// <summary>What a clerk has said two petitions to be.</summary>
/// <param name="Kind">Repeat, SameEvent or Unrelated.</param>
public sealed record RepeatLinkView(
    Guid Id, Guid EarlierId, string EarlierNumber, string Kind, int Round, string By, DateTimeOffset At, string? Reason, string? UndoneBy, DateTimeOffset? UndoneAt, string? UndoneReason);

/// <summary>A later petition that points here.</summary>
public sealed record LaterRow(Guid Id, string Number, string Kind, int Round);

/// <summary>Candidates and links of a petition.</summary>
public sealed record CandidatesView(IReadOnlyList<CandidateRow> Items, IReadOnlyList<RepeatLinkView> Links, IReadOnlyList<LaterRow> Later)
{
    /// <summary>What stands.</summary>
    public IEnumerable<RepeatLinkView> Standing => Links.Where(link => link.UndoneAt is null);
}

/// <summary>One of two petitions laid side by side.</summary>
public sealed record ComparedSide(Guid Id, string Number, DateOnly ReceivedOn, string Petitioner, string Text);

/// <summary>A run of characters in both.</summary>
public sealed record PassageView(int InFirst, int LengthInFirst, int InSecond, int LengthInSecond);

/// <summary>Two petitions side by side.</summary>
public sealed record ComparisonView(ComparedSide This, ComparedSide Other, CandidateRow Comparison, IReadOnlyList<PassageView> Passages, int NextRound, RepeatLinkView? Link);

/// <summary>Recognising repeats, through Intake.</summary>
public sealed class RepeatsClient(HttpClient http) : GatewayClient(http, "/api/intake")
{
    /// <summary>Earlier petitions that this one may repeat.</summary>
    public Task<Answer<CandidatesView>> Candidates(Guid petition, CancellationToken ct) => Get<CandidatesView>($"/petitions/{petition}/candidates", ct: ct);

    /// <summary>Both as written, with the passages that both have.</summary>
    public Task<Answer<ComparisonView>> Compare(Guid petition, Guid other, CancellationToken ct) => Get<ComparisonView>($"/petitions/{petition}/candidates/{other}", ct: ct);

    /// <summary>Says what the two are.</summary>
    public Task<Answer<Done>> Confirm(Guid petition, object body, CancellationToken ct) => Post<Done>($"/petitions/{petition}/repeats", body, ct: ct);

    /// <summary>Takes it back.</summary>
    public Task<Answer<Done>> Undo(Guid petition, Guid link, string reason, CancellationToken ct) => Post<Done>($"/petitions/{petition}/repeats/{link}/undoing", new { reason }, ct: ct);
}
