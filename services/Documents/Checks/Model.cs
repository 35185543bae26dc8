namespace Xinfang.Documents.Checks;

/// <summary>How much a finding weighs: a hint is only told, a warning wants an answer, an error stands in the way of the signature.</summary>
public enum Severity { Hint, Warning, Error }

/// <summary>What a paragraph is, as far as rules differ by it.</summary>
public enum ParagraphRole
{
    /// <summary>Ordinary text.</summary>
    Body,

    /// <summary>The petitioner's own words; nobody corrects them.</summary>
    Quoted,

    /// <summary>The facts found.</summary>
    Facts,

    /// <summary>The answer to one claim.</summary>
    Answer,

    /// <summary>救济途径.</summary>
    Remedy,

    /// <summary>附件：1. …</summary>
    Attachment,
}

/// <summary>What kind of document it is, as far as rules differ by it.</summary>
public enum DocumentForm
{
    /// <summary>告知书.</summary>
    Notice,

    /// <summary>答复 to a suggestion (art. 29).</summary>
    Reply,

    /// <summary>信访处理意见书 (art. 32).</summary>
    Opinion,

    /// <summary>复查意见书 (art. 35).</summary>
    Review,

    /// <summary>复核意见书 (art. 36).</summary>
    Recheck,

    /// <summary>送达回证.</summary>
    ServiceReceipt,

    /// <summary>函, 报告, 协议 and others.</summary>
    Other,
}

/// <summary>A paragraph of a document.</summary>
/// <param name="Text">Without its heading.</param>
/// <param name="Role">What it is.</param>
/// <param name="Heading">Heading above it, or null.</param>
public sealed record CheckedParagraph(string Text, ParagraphRole Role = ParagraphRole.Body, string? Heading = null);

/// <summary>A claim and its answer.</summary>
public sealed record CheckedClaim(int Number, bool Answered, string? Reason = null, string? Basis = null);

/// <summary>A document before its signature, with what it is checked against. Pure data: the same input has the same findings.</summary>
public sealed record CheckedDocument
{
    /// <summary>What kind it is.</summary>
    public required DocumentForm Form { get; init; }

    /// <summary>Its paragraphs, in order.</summary>
    public required IReadOnlyList<CheckedParagraph> Paragraphs { get; init; }

    /// <summary>The date in Beijing.</summary>
    public required DateOnly Today { get; init; }

    /// <summary>Full name of the organ that issues it.</summary>
    public required string Issuer { get; init; }

    /// <summary>署名; null where the layout repeats the issuer.</summary>
    public string? SignedAs { get; init; }

    /// <summary>主送: with its colon.</summary>
    public string? Addressee { get; init; }

    /// <summary>Its title; \n where a line is to end. Null where the form prints it.</summary>
    public string? Title { get; init; }

    /// <summary>Names that whoever receives the document must not read: the petitioner's where the accused organ reads it, the accused's where others do.</summary>
    public IReadOnlySet<string> HiddenNames { get; init; } = new HashSet<string>();

    /// <summary>文号, once given.</summary>
    public string? Number { get; init; }

    /// <summary>Days of what happened, in the order of the law: received, accepted, extended, issued, served. Absent ones are left out.</summary>
    public IReadOnlyList<(string What, DateOnly On)> Days { get; init; } = [];

    /// <summary>Last days that people may be promised (rolled), each with the strict one.</summary>
    public IReadOnlyList<(DateOnly StrictDueOn, DateOnly DueOn)> Terms { get; init; } = [];

    /// <summary>The claims; empty where the document has none.</summary>
    public IReadOnlyList<CheckedClaim> Claims { get; init; } = [];

    /// <summary>Full name of the one body a review or recheck may be asked from; null where there is none.</summary>
    public string? ReviewBody { get; init; }

    /// <summary>Numbers of this petition and of its documents; any other number is somebody else's.</summary>
    public IReadOnlySet<string> OwnNumbers { get; init; } = new HashSet<string>();

    /// <summary>机关代字 of the issuer, with 信: numbers that begin with it are known to the register.</summary>
    public string? NumberPrefix { get; init; }

    /// <summary>Telephones that are printed on purpose.</summary>
    public IReadOnlySet<string> OwnPhones { get; init; } = new HashSet<string>();

    /// <summary>Titles of what is attached.</summary>
    public IReadOnlyList<string> Attachments { get; init; } = [];

    /// <summary>What the organ has answered before.</summary>
    public IReadOnlyList<Sketch> Earlier { get; init; } = [];
}

/// <summary>Something a rule has found.</summary>
/// <param name="Rule">L01 … L35.</param>
/// <param name="Severity">What follows from it.</param>
/// <param name="Paragraph">Number of the paragraph, from 1; 0: the document as a whole.</param>
/// <param name="Offset">Where in the paragraph.</param>
/// <param name="Excerpt">The words it is about, for the person who wrote them.</param>
/// <param name="Message">What is wrong, in words that say the repair.</param>
public sealed record Finding(string Rule, Severity Severity, int Paragraph, int Offset, string Excerpt, string Message)
{
    /// <summary>第3段, 全文.</summary>
    public string Where => Paragraph == 0 ? "全文" : $"第{Paragraph}段";
}
