using System.Globalization;
using Xinfang.Law;

namespace Xinfang.Insight.Api.Governance.Publishing;

/// <summary>What must be public, by when and under which article.</summary>
internal static class PublishingCalendar
{
    /// <summary>So many days before the term it is reminded of. 本区设定.</summary>
    public const int DaysBefore = 14;

    public static readonly PublishingRule[] Rules = Enum.GetValues<PublishingRule>();

    /// <summary>The reports by their rules. For what article 18 asks no day is set: the office looks it through once a year, until the end of January (本区设定).</summary>
    public static DateOnly DueOn(PublishingRule rule, int year) => rule switch
    {
        PublishingRule.RuleOfLawReportSent => new(year, 3, 1), PublishingRule.RuleOfLawReport => new(year, 4, 1), _ => new(year, 1, 31),
    };

    public static Article BasisOf(PublishingRule? rule) => rule switch
    {
        null => GovernanceLaw.Disclosure, PublishingRule.DisclosureReport => InsightLaw.DisclosureReport, PublishingRule.RuleOfLawReport or PublishingRule.RuleOfLawReportSent => InsightLaw.RuleOfLawReport, _ => PetitionRegulations.Publicity,
    };

    /// <summary>The reports are about the year before.</summary>
    public static string TitleOf(PublishingRule rule, int year) => rule switch
    {
        PublishingRule.Channels => "网络信访渠道、通信地址、咨询投诉电话", PublishingRule.Reception => "信访接待的时间和地点", PublishingRule.Progress => "查询办理进展和结果的方式",
        PublishingRule.Texts => "与信访工作有关的党内法规和法律、法规、规章", PublishingRule.Procedure => "信访事项的处理程序和便民事项",
        PublishingRule.DisclosureReport => string.Create(CultureInfo.InvariantCulture, $"{year - 1}年政府信息公开工作年度报告"),
        PublishingRule.RuleOfLawReportSent => string.Create(CultureInfo.InvariantCulture, $"{year - 1}年法治政府建设年度报告（报送）"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{year - 1}年法治政府建设年度报告（公开）"),
    };
}
