using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using Xinfang.Law;
using Xinfang.ServiceDefaults.Http;
using Xinfang.ServiceDefaults.Persistence;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.Insight.Api.Reports;

/// <summary>
/// 修改: PUT /reports/{id}/text with If-Match, the whole text at once. A paragraph whose words changed is a person's from then on, with the figures it had;
/// one with a new key is added, one that is left out is dropped — but what is to be written cannot be dropped.
/// </summary>
internal static class WriteReport
{
    public sealed record Request(
        [property: Required(ErrorMessage = "请写标题。"), StringLength(60, ErrorMessage = "最多60个字。")] string Title,
        [property: Required(ErrorMessage = "至少写一部分。"), MinLength(1, ErrorMessage = "至少写一部分。"), MaxLength(10, ErrorMessage = "最多10部分。"), NoNulls] IReadOnlyList<Section> Sections,
        [property: StringLength(2000, ErrorMessage = "最多2000个字。")] string? Opening = null);

    public sealed record Section(
        [property: Required(ErrorMessage = "请写这一部分的标题。"), StringLength(80, ErrorMessage = "最多80个字。")] string Heading,
        [property: Required(ErrorMessage = "请写段落。"), MaxLength(60, ErrorMessage = "一部分最多60段。"), NoNulls] IReadOnlyList<Paragraph> Paragraphs);

    public sealed record Paragraph(
        [property: Required(ErrorMessage = "段落要有名字。"), StringLength(60, ErrorMessage = "最多60个字。")] string Key,
        [property: Required(ErrorMessage = "请写内容，不要的段落删掉。"), StringLength(5000, ErrorMessage = "一段最多5000个字。")] string Text,
        [property: StringLength(60, ErrorMessage = "最多60个字。")] string? Heading = null);

    public static async Task<Results<Ok<ReportView>, ProblemHttpResult>> Handle(
        Guid id, Request body, HttpRequest http, HttpResponse response, CurrentCaller caller, InsightDb db, LegalClock clock, CancellationToken ct)
    {
        var now = clock.Now();
        if (await db.ReportAsync(id, ct) is not { } report) return Readers.NotFound();
        if (report.Refuses(ReportAct.Write, caller) is { } refusal) return refusal.ToProblem();
        if (ETags.Refuses(http, db.VersionOf(report)) is { } stale) return stale;
        if (body.Sections.SelectMany(section => section.Paragraphs).GroupBy(paragraph => paragraph.Key).Any(same => same.Count() > 1)) return Acting.Wrong("sections", "两个段落的名字一样。");
        var text = Merge(report.Text, body);
        if (report.Text.Paragraphs.Any(open => open.Kind is ParagraphKind.ToWrite && text.Paragraphs.All(each => each.Key != open.Key))) return ReportRefusals.OpenDropped(report.Article).ToProblem();
        var before = RecordChain.DigestOf(report);
        report.Write(text);

        await db.NoteAsync(id, "WriteReport", caller, now, report.Article, new { report.Text.ToWrite, text = RecordChain.DigestOf(text) }, before, report, ct);
        await db.SaveChangesAsync(ct);
        response.SetETag(db.VersionOf(report));
        return TypedResults.Ok(await ReportView.OfAsync(db, report, caller, now.Date, ct));
    }

    private static ReportText Merge(ReportText earlier, Request body)
    {
        var known = earlier.Paragraphs.ToDictionary(paragraph => paragraph.Key, StringComparer.Ordinal);
        return new(body.Title.Trim(), body.Opening?.Trim() ?? "", [.. body.Sections.Select(section => new ReportSection(section.Heading.Trim(), [.. section.Paragraphs.Select(Of)]))]);

        ReportParagraph Of(Paragraph paragraph)
        {
            var (text, heading) = (paragraph.Text.Trim(), string.IsNullOrWhiteSpace(paragraph.Heading) ? null : paragraph.Heading.Trim());
            if (!known.TryGetValue(paragraph.Key, out var before)) return new(paragraph.Key, ParagraphKind.Written, text, heading);
            // A heading may be renumbered without anything else being said.
            return before.Text == text ? before with { Heading = heading } : before with { Heading = heading, Text = text, Kind = ParagraphKind.Written };
        }
    }
}
