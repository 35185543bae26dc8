using Xinfang.Law;

namespace Xinfang.Insight.Api.Governance;

/// <summary>What the office's law-based work rests on.</summary>
internal static class GovernanceLaw
{
    /// <summary>党委领导、政府落实、联席会议协调、信访部门推动、各方齐抓共管 (art. 7).</summary>
    public static readonly Article Pattern = new(PetitionRegulations.Title, 7);

    /// <summary>The committee carries out what is decided above and orders who answers for what (art. 9).</summary>
    public static readonly Article Committee = new(PetitionRegulations.Title, 9);

    /// <summary>The government decides by law, gathers all forces and settles the great problems (art. 10).</summary>
    public static readonly Article Government = new(PetitionRegulations.Title, 10);

    /// <summary>What was not looked at for legality, or failed, is not put to the meeting; by analogy for the office's own weighty matters.</summary>
    public static readonly Article Legality = new("重大行政决策程序暂行条例", 25);

    /// <summary>集体讨论 comes before the decision; by analogy as above.</summary>
    public static readonly Article Together = new("重大行政决策程序暂行条例", 30);

    /// <summary>亲自部署、亲自过问、亲自协调、亲自督办. It binds heads of committees and governments; the office's report applies it to its own head.</summary>
    public static readonly Article FirstResponsible = new("党政主要负责人履行推进法治建设第一责任人职责规定", 4);

    /// <summary>主动公开.</summary>
    public static readonly Article Disclosure = new("政府信息公开条例", 20);

    /// <summary>选拔任用的原则.</summary>
    public static readonly Article Selection = new("党政领导干部选拔任用工作条例", 2);

    /// <summary>支出以经批准的预算为依据.</summary>
    public static readonly Article Finance = new("预算法", 13);

    /// <summary>按照规定的采购方式和采购程序.</summary>
    public static readonly Article Procurement = new("政府采购法", 64);
}

/// <summary>Years and days that can be meant.</summary>
internal static class Sane
{
    public const int FirstYear = 2000, LastYear = 2100;

    public static bool Year(int year) => year is >= FirstYear and <= LastYear;

    public static bool Day(DateOnly day) => Year(day.Year);
}
