using Xinfang.Documents.Rendering;
using Xinfang.Law;
using Xinfang.ServiceDefaults.Organs;

namespace Xinfang.Insight.Api.Reports;

/// <summary>A report as it is laid out (GB/T 9704-2012): the yearly ones as files, analyses and scorecards without the red head.</summary>
internal static class ReportPaper
{
    public static Paper Of(Report report, Snapshot snapshot)
    {
        var file = AddresseeOf(report.Kind) is not null;
        return new()
        {
            Layout = file ? PaperLayout.File : PaperLayout.Notice,
            Issuer = Organs.Find(Organs.Office)!.Name,
            Title = Broken(report.Text.Title),
            Addressee = AddresseeOf(report.Kind),
            Paragraphs = [.. Opening(report.Text), .. report.Text.Sections.SelectMany(section => section.Paragraphs.SelectMany(Of).Prepend(new PaperParagraph("", section.Heading)))],
            Date = report.ApprovedOn,
            Note = NoteOf(report, snapshot),
            CopiesTo = report.Kind is ReportKind.RuleOfLaw ? "区委全面依法治区委员会办公室" : null,
            PrintedBy = file ? Organs.Find(Organs.Office)!.Name : null,
            Mark = report.Status switch { ReportStatus.Drafted => "草稿", ReportStatus.Withdrawn => "作废", _ => null },
        };
    }

    /// <summary>To whom it is sent; null where it is no file. 区政府办公室 is in charge of the disclosure of the district.</summary>
    public static string? AddresseeOf(ReportKind kind) => kind switch { ReportKind.Disclosure => "区政府办公室", ReportKind.Duties => "区司法局", ReportKind.Training => "区委组织部", ReportKind.RuleOfLaw or ReportKind.Petitions => "区委、区政府，市信访办公室", _ => null };

    /// <summary>How the figures were counted, and where they are frozen.</summary>
    public static string NoteOf(Report report, Snapshot snapshot) => $"数字按{Day(report.Basis)}统计，见{ChineseDates.WithYear(Moment.DateIn(snapshot.TakenAt))}快照{snapshot.Hash[..8]}";

    public static string Day(Measures.Basis basis) => basis switch { Measures.Basis.Registered => "登记日期", Measures.Basis.Exchanged => "交换日期", _ => "信访日期" };

    private static IEnumerable<PaperParagraph> Opening(ReportText text) => text.Opening.Length > 0 ? [new(text.Opening)] : [];

    private static IEnumerable<PaperParagraph> Of(ReportParagraph paragraph)
    {
        yield return new(paragraph.Text, paragraph.Heading is { Length: > 0 } heading ? heading : null, 2, paragraph.Table is { } table ? new(table.Caption, table.Columns, table.Rows) : null);
    }

    // A line of the title has 20 characters: what is longer ends its first line before 政府信息公开, after 年度, or after the period.
    private static string Broken(string title)
    {
        if (Grid.WidthOf(title) <= 18) return title;
        var at = title.IndexOf("政府信息公开", StringComparison.Ordinal) is var disclosure and > 0 ? disclosure : title.IndexOf("年度", StringComparison.Ordinal) is var year and >= 0 ? year + 2 : title.IndexOf("信访", StringComparison.Ordinal);
        return at <= 0 ? title : $"{title[..at]}\n{title[at..]}";
    }
}
