using Microsoft.AspNetCore.Http.HttpResults;
using Xinfang.Documents.Rendering;
using Xinfang.Intake.Api.Persistence;

namespace Xinfang.Intake.Api.Printing;

/// <summary>A document of the petition office as it is laid out, and as a file.</summary>
internal static class Printed
{
    public static IResult Word(DocumentContent content, HttpResponse response) => File(response, WordFile.Of(PaperOf(content)), WordFile.ContentType, $"{content.Title}.docx");

    public static IResult Pdf(DocumentContent content, HttpResponse response, PrintFonts fonts) => fonts.Faces() is { } faces
        ? File(response, PdfFile.Of(PaperOf(content), faces), PdfFile.ContentType, $"{content.Title}.pdf")
        : PrintFonts.Missing();

    private static FileContentHttpResult File(HttpResponse response, byte[] bytes, string type, string name)
    {
        response.Headers.CacheControl = "no-store";
        return TypedResults.File(bytes, type, name);
    }

    internal static Paper PaperOf(DocumentContent content)
    {
        var kind = Enum.Parse<DocumentKind>(content.Kind);
        return new()
        {
            Layout = LayoutOf(kind),
            Issuer = content.Issuer,
            Title = TitleOf(kind, content.Title),
            Number = content.Number, // what is not numbered carries the petition's number in its text
            Addressee = content.Addressee,
            Paragraphs =
            [
                .. content.Paragraphs.Select(paragraph => new PaperParagraph(paragraph.Text, paragraph.Heading)),
                .. content.Remedy is { } remedy && !content.Paragraphs.Any(paragraph => paragraph.Text.Contains(remedy, StringComparison.Ordinal)) ? [new PaperParagraph(remedy)] : Array.Empty<PaperParagraph>(),
            ],
            Date = content.IssuedOn,
            PrintedBy = LayoutOf(kind) is PaperLayout.Upward ? content.Issuer : null,
        };
    }

    private static PaperLayout LayoutOf(DocumentKind kind) => kind switch
    {
        DocumentKind.ForwardingLetter or DocumentKind.AssignmentLetter => PaperLayout.Letter,
        DocumentKind.UrgentReport => PaperLayout.Upward,
        _ => PaperLayout.Notice,
    };

    // In lists the short name is enough; on paper the title says what about.
    private static string TitleOf(DocumentKind kind, string title) => kind switch
    {
        DocumentKind.Forwarding => "信访事项去向告知书",
        DocumentKind.ForwardingLetter => "关于转送信访事项的函",
        DocumentKind.AssignmentLetter => "关于交办信访事项的函",
        DocumentKind.DirectReply => "关于信访事项的回复",
        DocumentKind.Declination => "信访事项不予受理告知书",
        DocumentKind.Guidance => "信访事项告知书",
        DocumentKind.Withdrawal => "信访事项撤回确认书",
        _ => title,
    };
}
