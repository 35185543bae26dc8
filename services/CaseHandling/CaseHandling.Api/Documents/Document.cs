using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Xinfang.CaseHandling.Domain;
using Xinfang.Documents.Checks;
using Xinfang.Documents.Rendering;
using Xinfang.Law;
using Xinfang.ServiceDefaults.Messaging;
using Xinfang.ServiceDefaults.Organs;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.CaseHandling.Api.Documents;

/// <summary>The documents D-05 to D-22 that are issued or received here; names, marks and signatories in <see cref="Signatories"/>.</summary>
internal enum DocumentKind
{
    Acceptance, Declination, Extension, Opinion, Bar, Contestation, ReviewOpinion, RecheckOpinion, HearingNotice, HearingRecord, ServiceReceipt,
    SupervisionLetter, ProposalLetter, MediationAgreement, SettlementAgreement, CompletionReport, Termination, ReviewRequest, ReviewAcceptance, ReviewRejection,
}

/// <summary>A paragraph; the heading starts a section.</summary>
/// <param name="Heading">Above it, or null.</param>
/// <param name="Text">The text.</param>
/// <param name="Role">What the checks before signature take it for; no part of the document.</param>
internal sealed record DocumentParagraph(string? Heading, string Text, [property: JsonIgnore] ParagraphRole Role = ParagraphRole.Body);

/// <summary>The content of a document, encrypted at rest.</summary>
/// <param name="Addressee">As the organ may know the petitioner: masked.</param>
internal sealed record DocumentBody(string Addressee, IReadOnlyList<DocumentParagraph> Paragraphs, IReadOnlyList<string> Basis, string? Remedy)
{
    /// <summary>Stands in rows, parties and paragraphs for the petitioner, whose name differs by who reads.</summary>
    public const string Petitioner = "〈信访人〉";

    /// <summary>Of a form.</summary>
    public IReadOnlyList<PaperRow>? Rows { get; init; }

    /// <summary>Who signs an agreement.</summary>
    public IReadOnlyList<string>? Parties { get; init; }

    /// <summary>Names of what is attached.</summary>
    public IReadOnlyList<string>? Attachments { get; init; }

    /// <summary>签发人, of a report upwards.</summary>
    public string? Signer { get; init; }

    /// <summary>The body of a typed model; its title and number stand on the document.</summary>
    /// <param name="addressee">Whom the reader knows the petitioner as; null: as the paper has it.</param>
    public static DocumentBody Of(Paper paper, IReadOnlyList<Article> basis, string? addressee = null) =>
        new(addressee ?? paper.Addressee ?? "信访人", [.. paper.Paragraphs.Select(paragraph => new DocumentParagraph(paragraph.Heading, paragraph.Text))], [.. basis.Select(article => article.ToString())], null)
        {
            Rows = paper.Rows is [] ? null : paper.Rows,
            Parties = paper.Parties is [] ? null : paper.Parties,
            Attachments = paper.Attachments is [] ? null : paper.Attachments,
            Signer = paper.Signer,
        };

    /// <summary>The body with that name wherever it speaks of the petitioner.</summary>
    public DocumentBody For(string name)
    {
        return this with
        {
            Addressee = name,
            Paragraphs = [.. Paragraphs.Select(paragraph => paragraph with { Text = Named(paragraph.Text) })],
            Rows = Rows?.Select(row => row with { Value = Named(row.Value) }).ToList(),
            Parties = Parties?.Select(Named).ToList(),
        };

        string Named(string text) => text.Replace(Petitioner, name, StringComparison.Ordinal);
    }
}

/// <summary>An issued document. Its text never changes; only the day of service is added.</summary>
internal sealed class Document
{
    private DateOnly? _servedOn;

    private Document() { } // EF Core

    public Guid Id { get; private init; }
    public PetitionId PetitionId { get; private init; }
    public string Organ { get; private init; } = "";
    public DocumentKind Kind { get; private init; }
    public int Year { get; private init; }

    /// <summary>Gap-free per organ, kind and year.</summary>
    public int Serial { get; private set; }

    /// <summary>发文字号: 津南开住建信受〔2026〕31号.</summary>
    public string Number { get; private set; } = "";

    public string Title { get; private init; } = "";
    public DateOnly IssuedOn { get; private init; }

    /// <summary>送达. From then on the state is Served.</summary>
    public DateOnly? ServedOn
    {
        get => _servedOn;
        set => (_servedOn, State) = (value, value is null ? State : DocumentState.Served);
    }

    /// <summary>用印, 送达 or 作废; what is drafted or checked has no number and no row here.</summary>
    public DocumentState State { get; private set; } = DocumentState.Signed;

    /// <summary>签发人: the account whose act has signed it.</summary>
    public string SignedBy { get; set; } = "";

    public DateOnly? WithdrawnOn { get; private set; }

    /// <summary>Encrypted <see cref="DocumentBody"/>.</summary>
    public byte[] Body { get; private set; } = [];

    /// <summary>SHA-256 of the body in the clear; the record keeps a copy, so a replaced document is found.</summary>
    public string BodyHash { get; private set; } = "";

    public static Document Draft(Petition petition, DocumentKind kind, DateOnly issuedOn, string title) => Draft(petition.Id, petition.Organ, kind, issuedOn, title);

    /// <summary>Of a body that does not hold the petition but reviews it.</summary>
    public static Document Draft(PetitionId petition, string issuer, DocumentKind kind, DateOnly issuedOn, string title) => new()
    {
        Id = Guid.CreateVersion7(),
        PetitionId = petition,
        Organ = issuer,
        Kind = kind,
        Year = issuedOn.Year,
        Title = title,
        IssuedOn = issuedOn,
    };

    public void Seal(int serial, PersonalData personal, DocumentBody body)
    {
        var text = JsonSerializer.SerializeToUtf8Bytes(body, MessageTypes.Json);
        (Serial, Number) = (serial, NumberOf(Organ, Kind, Year, serial));
        if (State is DocumentState.Signed) State = DocumentState.Stamped;
        (Body, BodyHash) = (personal.Encrypt(text, Id), Convert.ToHexStringLower(SHA256.HashData(text)));
    }

    /// <summary>作废: keeps its row and its number, which is never given again.</summary>
    public void Withdraw(DateOnly on) => (State, WithdrawnOn) = (DocumentState.Withdrawn, on);

    public DocumentBody Open(PersonalData personal) =>
        JsonSerializer.Deserialize<DocumentBody>(personal.DecryptBytes(Body, Id), MessageTypes.Json)!;

    /// <summary>The body as it was hashed.</summary>
    public byte[] Bytes(PersonalData personal) => personal.DecryptBytes(Body, Id);

    /// <summary>Whether the text can still be read and has that hash.</summary>
    public bool IsWhole(PersonalData personal, string? hash)
    {
        try
        {
            return hash == Convert.ToHexStringLower(SHA256.HashData(personal.DecryptBytes(Body, Id)));
        }
        catch (CryptographicException)
        {
            return false;
        }
    }

    private static string NumberOf(string organ, DocumentKind kind, int year, int serial) =>
        $"{Organs.Find(organ)?.DocumentCode ?? organ}信{Signatories.Of(kind).Mark}〔{year}〕{serial}号";
}

/// <summary>A document in a list.</summary>
internal sealed record DocumentView(Guid Id, DocumentKind Kind, string Title, string Number, DateOnly IssuedOn, DateOnly? ServedOn, DocumentState State)
{
    public static DocumentView Of(Document document) =>
        new(document.Id, document.Kind, document.Title, document.Number, document.IssuedOn, document.ServedOn, document.State);
}

internal sealed class DocumentMapping : IEntityTypeConfiguration<Document>
{
    public void Configure(EntityTypeBuilder<Document> builder)
    {
        builder.ToTable("document").HasKey(document => document.Id);
        builder.HasIndex(document => document.PetitionId);
        builder.HasIndex(document => new { document.Organ, document.Kind, document.Year, document.Serial }).IsUnique();
    }
}

/// <summary>The last number given, per organ, kind and year. Only written by <see cref="CaseHandlingDb.IssueAsync"/>.</summary>
internal sealed class DocumentRegister
{
    public required string Organ { get; init; }
    public required DocumentKind Kind { get; init; }
    public required int Year { get; init; }
    public required int Last { get; init; }
}

internal sealed class DocumentRegisterMapping : IEntityTypeConfiguration<DocumentRegister>
{
    public void Configure(EntityTypeBuilder<DocumentRegister> builder) =>
        builder.ToTable("document_register").HasKey(register => new { register.Organ, register.Kind, register.Year });
}
