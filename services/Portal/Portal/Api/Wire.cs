using Xinfang.Law;

namespace Xinfang.Portal.Api;

/// <summary>An act, open or shut, as the service decided for the caller.</summary>
/// <param name="Act">The glossary's name: Accept, Extend, Rate.</param>
/// <param name="Label">What it is called on pages: 申请延期.</param>
/// <param name="Open">May be done now.</param>
/// <param name="Consequence">One line of what it does, when open.</param>
/// <param name="Reason">Why it is shut.</param>
/// <param name="Basis">The article.</param>
/// <param name="OpensOn">The first day it may be done, when it is too early.</param>
/// <param name="Href">The route of the service; the Portal has its own pages.</param>
public sealed record ActView(
    string Act, string Label, bool Open, string? Consequence = null, string? Reason = null,
    string? Basis = null, DateOnly? OpensOn = null, string? Href = null);

/// <summary>A document in a list.</summary>
public sealed record DocumentView
{
    /// <summary>The document.</summary>
    public Guid Id { get; init; }
    /// <summary>Receipt, Acceptance, Opinion …</summary>
    public string Kind { get; init; } = "";
    /// <summary>受理告知书.</summary>
    public string Title { get; init; } = "";
    /// <summary>津南开住建信受〔2026〕31号.</summary>
    public string? Number { get; init; }
    /// <summary>The day on it.</summary>
    public DateOnly? IssuedOn { get; init; }
    /// <summary>The day it was served.</summary>
    public DateOnly? ServedOn { get; init; }
    /// <summary>Stamped, Served, Withdrawn.</summary>
    public string? State { get; init; }
    /// <summary>Which service has it: intake or case-handling.</summary>
    public string? Service { get; init; }
    /// <summary>The petition it belongs to, where the service says so.</summary>
    public Guid? PetitionId { get; init; }
}

/// <summary>A paragraph of a document.</summary>
public sealed record DocumentParagraph(string? Heading, string Text);

/// <summary>A document in full.</summary>
public sealed record DocumentContent
{
    /// <summary>The document.</summary>
    public Guid Id { get; init; }
    /// <summary>Receipt, Acceptance, Opinion …</summary>
    public string Kind { get; init; } = "";
    /// <summary>受理告知书.</summary>
    public string Title { get; init; } = "";
    /// <summary>津南开住建信受〔2026〕31号.</summary>
    public string? Number { get; init; }
    /// <summary>The day on it.</summary>
    public DateOnly? IssuedOn { get; init; }
    /// <summary>The day it was served.</summary>
    public DateOnly? ServedOn { get; init; }
    /// <summary>Full name of the organ that signs.</summary>
    public string Issuer { get; init; } = "";
    /// <summary>Masked in copies for staff.</summary>
    public string? Addressee { get; init; }
    /// <summary>The text.</summary>
    public IReadOnlyList<DocumentParagraph> Paragraphs { get; init; } = [];
    /// <summary>Articles cited.</summary>
    public IReadOnlyList<string> Basis { get; init; } = [];
    /// <summary>What the petitioner may do against it, until when.</summary>
    public string? Remedy { get; init; }
}

/// <summary>An entry of the record (留痕).</summary>
public sealed record RecordLine
{
    /// <summary>Place in the chain.</summary>
    public int Seq { get; init; }
    /// <summary>When.</summary>
    public DateTimeOffset At { get; init; }
    /// <summary>The act, in the glossary's word.</summary>
    public string Act { get; init; } = "";
    /// <summary>Account that acted.</summary>
    public string? By { get; init; }
    /// <summary>Organ that acted.</summary>
    public string? Organ { get; init; }
    /// <summary>Under which article.</summary>
    public string? Article { get; init; }
    /// <summary>The act in Chinese, where the service says it.</summary>
    public string? Label { get; init; }
    /// <summary>One line, for people.</summary>
    public string? Text { get; init; }
}

/// <summary>Whether the record was checked and holds.</summary>
public sealed record ChainCheck
{
    /// <summary>No entry was changed or left out.</summary>
    public bool Intact { get; init; }
    /// <summary>How many were read.</summary>
    public int Entries { get; init; }
    /// <summary>The first entry that does not fit.</summary>
    public int? BrokenAt { get; init; }
    /// <summary>Why it does not.</summary>
    public string? Reason { get; init; }
}

/// <summary>A page of a list.</summary>
/// <param name="Items">The rows.</param>
/// <param name="Next">Cursor of the next page, or null.</param>
public sealed record Page<T>(IReadOnlyList<T> Items, string? Next = null);

/// <summary>A term with the words of what is due in it.</summary>
/// <param name="Label">书面告知.</param>
/// <param name="Term">The date with its sum.</param>
/// <param name="WarningName">预警, 警告, 严重警告, 到期, 超期, where the warning ladder has been climbed.</param>
public sealed record NextTerm(string? Label, TermView? Term, string? WarningName = null);
