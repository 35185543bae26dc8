using Xinfang.Documents.Checks;
using Xinfang.Law;
using Checked = Xinfang.Documents.Checks.ReportSection;

namespace Xinfang.Insight.Api.Reports;

/// <summary>Something the checks have found in a report.</summary>
/// <param name="Section">From 0; null: the report as a whole.</param>
/// <param name="Paragraph">Key; null: the heading of the section, or the report as a whole.</param>
/// <param name="Blocks">Stands in the way of the approval.</param>
internal sealed record ReportFinding(string Rule, Severity Severity, int? Section, string? Paragraph, string Excerpt, string Message, bool Blocks);

/// <summary>What a program can find in a report: the rules of every document, those of R-1, and whether its figures are still those of the snapshot.</summary>
internal static class ReportCheck
{
    /// <summary>Being late is a fact; it is shown and stands in nobody's way.</summary>
    private const string Late = "L36";

    /// <summary>Where a line of the text stands.</summary>
    private sealed record Place(string Line, int? Section = null, ReportParagraph? Paragraph = null, bool Heading = false);

    public static IReadOnlyList<ReportFinding> Of(Report report, DateOnly today)
    {
        var places = Places(report.Text).ToList();
        var found = report.Kind is ReportKind.RuleOfLaw ? AnnualReportLinter.Check(AsAnnual(report, today)) : Linter.Check(AsDocument(places, today));
        return [.. found.Select(each => At(each, places)).OfType<ReportFinding>(), .. Stale(report.Text), .. Missing(report), .. InTime(report, today), .. Unfinished(report, today)];
    }

    /// <summary>In the order in which the linter numbers paragraphs, from 1: title, opening, and of each section its heading and its lines.</summary>
    private static IEnumerable<Place> Places(ReportText text)
    {
        yield return new(text.Title, Heading: true);
        if (text.Opening.Length > 0) yield return new(text.Opening);
        foreach (var (at, section) in text.Sections.Index())
        {
            yield return new(section.Heading, at, Heading: true);
            foreach (var paragraph in section.Paragraphs)
                foreach (var (line, words) in paragraph.Lines.Index())
                    yield return new(words, at, paragraph, paragraph.Heading is { Length: > 0 } && line == 0);
        }
    }

    private static AnnualReport AsAnnual(Report report, DateOnly today) => new()
    {
        Title = [report.Text.Title],
        Opening = report.Text.Opening.Length > 0 ? [report.Text.Opening] : [],
        Sections = [.. report.Text.Sections.Select(section => new Checked(section.Heading, [.. section.Paragraphs.SelectMany(paragraph => paragraph.Lines)]))],
        Year = report.Year,
        Today = today,
        SentOn = report.SentOn,
        PublishedOn = report.PublishedOn,
    };

    private static CheckedDocument AsDocument(IReadOnlyList<Place> places, DateOnly today) => new()
    {
        Form = DocumentForm.Other,
        Issuer = "",
        Today = today,
        Paragraphs = [.. places.Select(place => place.Heading ? new CheckedParagraph("", Heading: place.Line) : new CheckedParagraph(place.Line.EndsWith('：') ? place.Line[..^1] + "。" : place.Line))],
    };

    private static ReportFinding? At(Finding found, IReadOnlyList<Place> places)
    {
        var place = found.Paragraph > 0 && found.Paragraph <= places.Count ? places[found.Paragraph - 1] : null;
        // Of what nobody has written yet it is enough to say so once.
        if (place?.Paragraph is { Kind: ParagraphKind.ToWrite } && found.Rule is not "L24") return null;
        return new(found.Rule, found.Severity, place?.Section, place?.Paragraph?.Key, found.Excerpt, found.Message, found.Severity is Severity.Error && found.Rule is not Late);
    }

    // By what the headings say: the parts of article 50, and the common form's 总体情况.
    private static IEnumerable<ReportFinding> Missing(Report report) => report.Kind is not ReportKind.Disclosure ? [] :
        from part in (string[])["总体情况", "主动公开", "申请", "复议", "问题", "其他"]
        where report.Text.Sections.All(section => !section.Heading.Contains(part, StringComparison.Ordinal))
        select new ReportFinding("L31", Severity.Error, null, null, part, $"缺写“{part}”的部分（《政府信息公开条例》第五十条和统一格式）。", true);

    // Of R-1 its own linter says so.
    private static IEnumerable<ReportFinding> InTime(Report report, DateOnly today)
    {
        if (report.Kind is ReportKind.RuleOfLaw || ReportKinds.Terms(report.Kind, report.Year) is not { } terms) yield break;
        foreach (var (what, on, last) in new[] { ("报送", report.SentOn, terms.SendBy), ("公开", report.PublishedOn, terms.PublishBy) })
            if ((on ?? today) > last)
                yield return new(Late, Severity.Error, null, null, "", $"应当在{ChineseDates.WithYear(last)}前{what}，{(on is { } day ? $"{ChineseDates.WithYear(day)}才{what}" : $"还没有{what}")}（{report.Article}）。", false);
    }

    // A person has put the words of a paragraph otherwise: the figures must still be there.
    private static IEnumerable<ReportFinding> Stale(ReportText text) =>
        from section in text.Sections.Index()
        from paragraph in section.Item.Paragraphs
        where paragraph.Kind is ParagraphKind.Written
        from figure in paragraph.Figures ?? []
        where figure.Value != "—" && !paragraph.Text.Contains(figure.Value.TrimEnd('件'), StringComparison.Ordinal)
        select new ReportFinding("L27", Severity.Warning, section.Index, paragraph.Key, figure.Name, $"快照里“{figure.Name}”是{figure.Value}，这一段里没有这个数：改过数的，按快照改回来。", false);

    private static IEnumerable<ReportFinding> Unfinished(Report report, DateOnly today)
    {
        if (report.Status is ReportStatus.Drafted && report.DraftedOn < report.Until)
            yield return new("L27", Severity.Error, null, null, "", today < report.Until ? "这段时间还没有结束，数还会变：结束以后重新起草。" : "起草的时候这段时间还没有结束：重新起草，换成全部的数。", true);
    }
}
