using Xinfang.Law;

namespace Xinfang.Intake.Domain;

/// <summary>What makes a petition urgent (art. 25), or its people in need of care.</summary>
public enum UrgencySignal { SelfHarm, Violence, Grave, Collective, Minors, Livelihood }

/// <summary>A signal and the words that speak for it. It only raises the question; a clerk answers it.</summary>
/// <param name="Confidence">0 to 1; 1 where it was registered and not only read.</param>
public sealed record SignalFound(UrgencySignal Signal, string Name, double Confidence, string InWords, IReadOnlyList<string> Evidence, string Reason, string Basis)
{
    /// <summary>Grave or urgent in the sense of article 25; the others ask for care.</summary>
    public bool OfArticle25 => Signal is UrgencySignal.SelfHarm or UrgencySignal.Violence or UrgencySignal.Grave or UrgencySignal.Collective;
}

/// <summary>
/// 紧急苗头, by fixed words and by what was registered. Not learnt: there are few examples, the office's decisions of the past are no measure
/// of what must not be overlooked, and a word that is found always raises the question.
/// </summary>
public static class Signals
{
    /// <summary>集体访 starts here (handbook 7.5).</summary>
    public const int Collective = 5;

    private static readonly (UrgencySignal Signal, string Name, Article Basis, string[] Words)[] Table =
    [
        (UrgencySignal.SelfHarm, "可能伤害自己", PetitionRegulations.Escalation, ["自杀", "跳楼", "轻生", "不想活", "活不下去", "喝农药", "割腕", "绝食", "寻短见", "死给"]),
        (UrgencySignal.Violence, "可能伤害别人", PetitionRegulations.Escalation, ["爆炸", "炸了", "同归于尽", "报复社会", "砍人", "拿刀", "泼汽油", "放火", "鱼死网破", "后果自负"]),
        (UrgencySignal.Grave, "重大事故、险情", PetitionRegulations.Escalation, ["伤亡", "死亡", "火灾", "塌方", "坍塌", "中毒", "泄漏", "泄露", "燃气", "疫情", "停水停电多日"]),
        (UrgencySignal.Collective, "多人、集体", PetitionRegulations.Representatives, ["群体", "聚集", "堵路", "集体上访", "全体业主", "业主联名", "联名", "几十户", "上百户", "几百户", "全村"]),
        (UrgencySignal.Minors, "涉及未成年人", ProtectionOfMinors.Reporting, ["未成年", "儿童", "幼儿", "婴儿", "小学生", "中学生", "幼儿园", "校园霸凌", "家暴孩子"]),
        (UrgencySignal.Livelihood, "断了生活来源", PetitionRegulations.Resolution, ["没饭吃", "断粮", "无家可归", "露宿", "没钱看病", "停药", "断水断电"]),
    ];

    /// <summary>The signals found, the surest first.</summary>
    /// <param name="people">How many people petition together, as registered.</param>
    public static IReadOnlyList<SignalFound> Of(PetitionText text, int? people = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        return [.. Table.Select(line => Of(line.Signal, line.Name, line.Basis, line.Words, text, people)).OfType<SignalFound>().OrderByDescending(found => found.Confidence).ThenBy(found => found.Signal)];
    }

    private static SignalFound? Of(UrgencySignal signal, string name, Article basis, string[] words, PetitionText text, int? people)
    {
        List<string> found = [.. words.Where(text.Has)];
        if (signal is UrgencySignal.Collective && people >= Collective)
            return new(signal, name, 1, Proposals.InWords(1), found, $"登记了{people}人，5人以上。", basis.ToString());
        if (found.Count == 0) return null;
        var confidence = Math.Round(1 - Math.Pow(0.5, found.Sum(text.WeightOf)), 2);
        return new(signal, name, confidence, Proposals.InWords(confidence), found, $"文字里有：{string.Join("、", found)}。", basis.ToString());
    }
}
