using Xinfang.Law;

namespace Xinfang.Insight.Api;

/// <summary>What the work of this service rests on.</summary>
internal static class InsightLaw
{
    /// <summary>考核: how well petition work is done is appraised (art. 39).</summary>
    public static readonly Article Appraisal = new("信访工作条例", 39);

    /// <summary>重大、紧急 matters are reported and acted on at once (art. 25).</summary>
    public static readonly Article Warning = new("信访工作条例", 25);

    /// <summary>信访情况年度报告 (art. 41).</summary>
    public static readonly Article YearlyReport = new("信访工作条例", 41);

    /// <summary>What is supplied of petitions to inspection bodies and others (art. 41¶2).</summary>
    public static readonly Article Supplying = new("信访工作条例", 41, 2);

    /// <summary>法治政府建设年度报告 (art. 24 of the rules on its supervision).</summary>
    public static readonly Article RuleOfLawReport = new("法治政府建设与责任落实督察工作规定", 24);

    /// <summary>政府信息公开工作年度报告: by 31 January, to the authority in charge and to everybody; its parts are those of article 50.</summary>
    public static readonly Article DisclosureReport = new("政府信息公开条例", 49);

    /// <summary>谁执法谁普法: each organ teaches the law it applies, by a list of its duties.</summary>
    public static readonly Article EachOrganTeaches = new("法治宣传教育法", 9);

    /// <summary>Cadres of petition work are taught and trained (art. 16).</summary>
    public static readonly Article Teaching = new("信访工作条例", 16);
}
