using Xinfang.CaseHandling.Domain;
using Xinfang.Documents.Rendering;

namespace Xinfang.CaseHandling.Api.Documents;

/// <summary>An issued document as it is laid out.</summary>
internal static class PaperOf
{
    /// <param name="document">The document.</param>
    /// <param name="body">Its text.</param>
    /// <param name="addressee">Full name for the petitioner's own copy; else as the body has it, masked.</param>
    public static Paper Of(Document document, DocumentBody body, string? addressee) => Of(document, body.For(addressee ?? body.Addressee), LayoutOf(document.Kind, body));

    private static Paper Of(Document document, DocumentBody body, PaperLayout layout) => new()
    {
        Layout = layout,
        Issuer = Letters.NameOf(document.Organ),
        Title = layout is PaperLayout.Form ? $"{Letters.NameOf(document.Organ)}\n{document.Title}" : document.Title,
        Number = document.Number,
        Signer = body.Signer,
        Addressee = layout is PaperLayout.Form or PaperLayout.Agreement ? null : body.Addressee,
        Rows = body.Rows ?? [],
        Parties = body.Parties ?? [],
        Attachments = body.Attachments ?? [],
        Paragraphs =
        [
            .. body.Paragraphs.Select(paragraph => new PaperParagraph(paragraph.Text, paragraph.Heading)),
            .. body.Remedy is { } remedy && !body.Paragraphs.Any(paragraph => paragraph.Text.Contains(remedy, StringComparison.Ordinal)) ? [new PaperParagraph(remedy)] : Array.Empty<PaperParagraph>(),
        ],
        Date = document.IssuedOn,
        Mark = document.State is DocumentState.Withdrawn ? "作废" : null,
        Note = layout is PaperLayout.File ? "此件送信访人，不公开" : null,
        PrintedBy = layout is PaperLayout.File or PaperLayout.Upward ? Letters.NameOf(document.Organ) : null,
    };

    private static PaperLayout LayoutOf(DocumentKind kind, DocumentBody body) => kind switch
    {
        DocumentKind.Opinion or DocumentKind.ReviewOpinion or DocumentKind.RecheckOpinion or DocumentKind.ProposalLetter => PaperLayout.File,
        DocumentKind.SupervisionLetter or DocumentKind.Contestation => PaperLayout.Letter,
        DocumentKind.CompletionReport => PaperLayout.Upward,
        DocumentKind.MediationAgreement or DocumentKind.SettlementAgreement => PaperLayout.Agreement,
        _ when body.Rows is not null => PaperLayout.Form,
        _ => PaperLayout.Notice,
    };
}
