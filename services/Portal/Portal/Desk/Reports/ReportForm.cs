using System.Globalization;
using Xinfang.Portal.Api;
using Xinfang.Portal.Parts;

namespace Xinfang.Portal.Desk.Reports;

/// <summary>The words of a report as fields: s0 is the heading of the first section, k0-1 the key of its second paragraph, h0-1 its heading, t0-1 its text, n0 a new paragraph at its end.</summary>
internal static class ReportForm
{
    public static string Heading(int section) => string.Create(CultureInfo.InvariantCulture, $"s{section}");

    public static string New(int section) => string.Create(CultureInfo.InvariantCulture, $"n{section}");

    public static string Of(char part, int section, int paragraph) => string.Create(CultureInfo.InvariantCulture, $"{part}{section}-{paragraph}");

    public static void Fill(FormState form, ReportView report)
    {
        (form["version"], form["title"], form["opening"]) = (report.Version.ToString(CultureInfo.InvariantCulture), report.Text.Title, report.Text.Opening);
        foreach (var (s, section) in report.Text.Sections.Index())
        {
            form[Heading(s)] = section.Heading;
            foreach (var (p, paragraph) in section.Paragraphs.Index())
                (form[Of('k', s, p)], form[Of('h', s, p)], form[Of('t', s, p)]) = (paragraph.Key, paragraph.Heading ?? "", paragraph.Text);
        }
    }

    /// <summary>What was typed. An emptied paragraph is left out, unless it has to be written.</summary>
    public static object Read(FormState form, ReportView report) => new
    {
        title = form["title"].Trim(),
        opening = form["opening"].Trim(),
        sections = report.Text.Sections.Select((section, s) => new
        {
            heading = form[Heading(s)].Trim(),
            paragraphs = section.Paragraphs.Select((paragraph, p) => (paragraph, p)).Where(each => each.paragraph.Kind == "ToWrite" || form[Of('t', s, each.p)].Trim().Length > 0)
                .Select(each => new { key = form[Of('k', s, each.p)], heading = form[Of('h', s, each.p)].Trim() is { Length: > 0 } heading ? heading : null, text = form[Of('t', s, each.p)].Trim() is { Length: > 0 } text ? text : each.paragraph.Text })
                .Concat(form[New(s)].Trim() is { Length: > 0 } added ? [new { key = Guid.CreateVersion7().ToString(), heading = (string?)null, text = added }] : []).ToList(),
        }).ToList(),
    };
}
