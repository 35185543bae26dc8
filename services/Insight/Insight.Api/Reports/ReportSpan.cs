using System.Globalization;
using Xinfang.Insight.Api.Measures;
using Xinfang.Law;

namespace Xinfang.Insight.Api.Reports;

/// <summary>Which report (handbook 9.4).</summary>
internal enum ReportKind
{
    /// <summary>R-1 法治政府建设年度报告.</summary>
    RuleOfLaw,

    /// <summary>R-2 信访情况年度报告 (art. 41).</summary>
    Petitions,

    /// <summary>R-3 政府信息公开工作年度报告 (《政府信息公开条例》 art. 49 and 50).</summary>
    Disclosure,

    /// <summary>R-4 信访形势分析.</summary>
    Situation,

    /// <summary>R-5 考核: the organs beside each other.</summary>
    Scorecard,

    /// <summary>R-6 普法责任清单完成情况 (《法治宣传教育法》 art. 9).</summary>
    Duties,

    /// <summary>R-6 培训年度情况 (art. 16).</summary>
    Training,
}

/// <summary>How long a report looks back.</summary>
internal enum Span { Year, Quarter, Month, Week }

/// <summary>The period of a report: 2026年, 2026年第2季度, 2026年3月, 2026年第9周.</summary>
/// <param name="Number">Quarter, month or ISO week of the year; 1 for the year itself.</param>
internal readonly record struct ReportSpan(int Year, Span Span, int Number)
{
    public const int First = 2000, Last = 2100;

    /// <summary>Half open. A week has the days of ISO 8601, Monday to Sunday.</summary>
    public Period Period(Basis basis)
    {
        var from = Span switch
        {
            Span.Year => new DateOnly(Year, 1, 1),
            Span.Quarter => new DateOnly(Year, (Number * 3) - 2, 1),
            Span.Month => new DateOnly(Year, Number, 1),
            _ => DateOnly.FromDateTime(ISOWeek.ToDateTime(Year, Number, DayOfWeek.Monday)),
        };
        return new(from, Span switch { Span.Year => from.AddYears(1), Span.Quarter => from.AddMonths(3), Span.Month => from.AddMonths(1), _ => from.AddDays(7) }, basis);
    }

    public override string ToString() => FormattableString.Invariant(Span switch { Span.Year => $"{Year}年", Span.Quarter => $"{Year}年第{Number}季度", Span.Month => $"{Year}年{Number}月", _ => $"{Year}年第{Number}周" });

    /// <summary>Why there is no such period, at which field; null where there is.</summary>
    public (string Field, string Message)? Wrong(ReportKind kind)
    {
        if (Year is < First or > Last) return ("year", "年份不对。");
        if (!Fits(kind, Span)) return ("span", kind switch { ReportKind.Situation => "信访形势分析按周、月或者季度写。", ReportKind.Scorecard => "考核按年或者季度写。", _ => "年度报告按年写。" });
        var most = Span switch { Span.Year => 1, Span.Quarter => 4, Span.Month => 12, _ => ISOWeek.GetWeeksInYear(Year) };
        return Number < 1 || Number > most ? ("number", $"要在1到{most}之间。") : null;
    }

    private static bool Fits(ReportKind kind, Span span) => kind switch { ReportKind.Situation => span is not Span.Year, ReportKind.Scorecard => span is Span.Year or Span.Quarter, _ => span is Span.Year };
}

/// <summary>What the kinds of reports differ by besides their text.</summary>
internal static class ReportKinds
{
    /// <summary>信访部门的职责：分析研判信访形势 (art. 14).</summary>
    private static readonly Article Analysis = new("信访工作条例", 14);

    public static string Name(ReportKind kind) => kind switch { ReportKind.RuleOfLaw => "法治政府建设年度报告", ReportKind.Petitions => "信访情况年度报告", ReportKind.Disclosure => "政府信息公开工作年度报告", ReportKind.Situation => "信访形势分析", ReportKind.Duties => "普法责任清单完成情况报告", ReportKind.Training => "培训年度情况报告", _ => "考核情况" };

    public static Article BasisOf(ReportKind kind) => kind switch { ReportKind.RuleOfLaw => InsightLaw.RuleOfLawReport, ReportKind.Petitions => InsightLaw.YearlyReport, ReportKind.Disclosure => InsightLaw.DisclosureReport, ReportKind.Situation => Analysis, ReportKind.Duties => InsightLaw.EachOrganTeaches, ReportKind.Training => InsightLaw.Teaching, _ => InsightLaw.Appraisal };

    /// <summary>What the law wants published, and everybody reads.</summary>
    public static readonly ReportKind[] Public = [ReportKind.RuleOfLaw, ReportKind.Disclosure];

    /// <summary>The last days for sending to the government above and for publishing; null where the law sets none.</summary>
    public static (DateOnly SendBy, DateOnly PublishBy)? Terms(ReportKind kind, int year) => kind switch
    {
        ReportKind.RuleOfLaw => (new(year + 1, 3, 1), new(year + 1, 4, 1)),
        ReportKind.Disclosure => (new(year + 1, 1, 31), new(year + 1, 1, 31)),
        _ => null,
    };
}
