using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using Xinfang.Outreach.Api.Library;

namespace Xinfang.Outreach.Api.Media;

/// <summary>One page for an electronic display, 16:9, read from five metres: at most four sections, in the reader's order. No inline style or script.</summary>
internal static class Slide
{
    private const int MostSections = 4;

    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    /// <summary>The slide, to be put into a page with screen.css.</summary>
    public static string Body(Printed text)
    {
        var html = new StringBuilder($"<article class=\"slide n{Math.Min(MostSections, text.Sections.Count)}\"><header><p class=\"site\"><span class=\"mark\">信</span><b>{OfficeDetails.Site}</b></p><h1>");
        html.AppendJoin("<br>", text.TitleLines.Select(Encoder.Encode)).Append("</h1><p class=\"lead\">").Append(Encoder.Encode(text.Lead)).Append("</p></header><ol>");
        foreach (var section in text.Sections.Take(MostSections)) Section(html, section);
        html.Append("</ol><footer><div><p class=\"tel\">").Append(OfficeDetails.Phone).Append("</p><p>").Append(Encoder.Encode(text.Basis)).Append("</p></div><figure>").Append(QrSvg.Of(text.Address, "role=\"img\" aria-label=\"二维码\""))
            .Append("<figcaption>扫码看全文</figcaption></figure></footer></article>");
        return html.ToString();
    }

    /// <summary>The slide as a page of its own.</summary>
    /// <param name="stylesheet">Address of screen.css.</param>
    public static string Page(Printed text, string stylesheet) =>
        $"<!doctype html><html lang=\"zh-CN\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"><meta name=\"robots\" content=\"noindex\"><title>{Encoder.Encode(text.Title)}</title>"
        + $"<link rel=\"stylesheet\" href=\"{stylesheet}\"><link rel=\"icon\" href=\"data:,\"></head><body><main>{Body(text)}</main></body></html>";

    /// <summary>An interrupt of a few words, over the whole display.</summary>
    public static string Urgent(string title, string words) =>
        $"<article class=\"slide urgent\"><p class=\"site\"><span class=\"mark\">信</span><b>{OfficeDetails.Site}</b>　紧急通知</p><h1>{Encoder.Encode(title)}</h1><p class=\"lead\">{Encoder.Encode(words)}</p></article>";

    private static void Section(StringBuilder html, MaterialSection section)
    {
        html.Append("<li>");
        if (section.Figure is { } figure) html.Append("<p class=\"figure\"><b>").Append(Encoder.Encode(figure)).Append("</b> ").Append(Encoder.Encode(section.FigureLabel ?? "")).Append("</p>");
        html.Append("<h2>").Append(Encoder.Encode(section.Heading!)).Append("</h2><p>").Append(Encoder.Encode(section.Text!)).Append("</p></li>");
    }
}
