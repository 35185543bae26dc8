using Xinfang.Documents.Rendering;
using Xinfang.Intake.Api.Persistence;
using Xinfang.Law;
using Xinfang.ServiceDefaults.Organs;

namespace Xinfang.Intake.Api;

/// <summary>What may be done now, and why not: computed for the caller, so that pages decide nothing.</summary>
internal sealed record ActView(
    string Act, string Label, bool Open, string? Consequence = null, string? Reason = null, string? Basis = null, DateOnly? OpensOn = null, string? Href = null);

/// <summary>A document in a list. <paramref name="Service"/> keeps it and gives its text.</summary>
internal sealed record DocumentView(Guid Id, string Kind, string Title, string? Number, DateOnly IssuedOn, DateOnly? ServedOn, string Service, Guid PetitionId);

/// <summary>A paragraph of a document.</summary>
internal sealed record Paragraph(string? Heading, string Text)
{
    /// <summary>Of a typed model.</summary>
    public static Paragraph Of(PaperParagraph paragraph) => new(paragraph.Heading, paragraph.Text);
}

/// <summary>What a document says, without its head: kept encrypted.</summary>
internal sealed record DocumentText(string Issuer, string Addressee, string AddresseeMasked, IReadOnlyList<Paragraph> Paragraphs, IReadOnlyList<string> Basis, string? Remedy);

/// <summary>A document with its text.</summary>
internal sealed record DocumentContent(
    Guid Id, string Kind, string Title, string? Number, DateOnly IssuedOn, DateOnly? ServedOn, string Service, Guid PetitionId,
    string Issuer, string Addressee, IReadOnlyList<Paragraph> Paragraphs, IReadOnlyList<string> Basis, string? Remedy);

/// <summary>An organ as people read it.</summary>
internal sealed record OrganView(string Code, string Name, string FullName, string Phone)
{
    public static OrganView? Of(string? code) => Organs.Find(code) is { } organ ? new(organ.Code, organ.ShortName, organ.Name, organ.Phone) : null;
}

/// <summary>A line of the record (留痕), in words.</summary>
internal sealed record RecordLine(int Seq, DateTimeOffset At, string Act, string By, string Organ, string? Article, string Text);

/// <summary>Names for sentences.</summary>
internal static class Names
{
    /// <summary>区住建委; the code itself for one the table has lost.</summary>
    public static string Of(string organ) => Organs.Find(organ)?.ShortName ?? organ;

    public static string Office => Of(Organs.Office);

    public static string OfficePhone => Organs.Find(Organs.Office)!.Phone;
}
