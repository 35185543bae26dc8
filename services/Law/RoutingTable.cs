using System.Globalization;
using System.Text;
using System.Text.Json.Serialization;

namespace Xinfang.Law;

/// <summary>What the petition office does with a petition (art. 22 and those around it).</summary>
[JsonConverter(typeof(JsonStringEnumConverter<RoutingAction>))]
public enum RoutingAction
{
    /// <summary>报告 (art. 25), and go on.</summary>
    Escalate,

    /// <summary>不予受理，指向正在办的那一件 (art. 19¶3).</summary>
    Link,

    /// <summary>不再受理 (art. 36¶3).</summary>
    Bar,

    /// <summary>涉法涉诉信件转政法机关 (art. 22¶2).</summary>
    ForwardToPoliticalLegal,

    /// <summary>导入其他渠道，告知 (arts. 20¶2, 22¶2, 31).</summary>
    Divert,

    /// <summary>检举控告转纪检监察机关 (arts. 22¶2, 30).</summary>
    ForwardToDiscipline,

    /// <summary>直接回复.</summary>
    Reply,

    /// <summary>转送；重要的交办 (art. 22¶1).</summary>
    Forward,

    /// <summary>受理争议 (art. 24).</summary>
    Dispute,
}

/// <summary>Whether a line of the table fits.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Fit>))]
public enum Fit
{
    /// <summary>Its condition does not hold.</summary>
    No,

    /// <summary>Something speaks for it: a person has to look.</summary>
    Perhaps,

    /// <summary>Its condition holds.</summary>
    Yes,
}

/// <summary>An answer to one question of the table, and what it rests on.</summary>
public readonly record struct Answered(Fit Fit, string Why)
{
    /// <summary>Holds.</summary>
    public static Answered Yes(string why) => new(Fit.Yes, why);

    /// <summary>Perhaps.</summary>
    public static Answered Perhaps(string why) => new(Fit.Perhaps, why);

    /// <summary>Does not hold.</summary>
    public static Answered No(string why) => new(Fit.No, why);
}

/// <summary>What the routing table asks about a petition.</summary>
/// <param name="Visit">It was brought in person, which decides between forwarding and guiding in matters of litigation.</param>
public sealed record RoutingFacts(
    bool Visit, Answered Urgent, Answered RunningElsewhere, Answered SameAfterRecheck, Answered LitigationRelated, Answered Accusation,
    Answered InformationDisclosure, Answered Answerable, Answered Suggestion, Answered OwnLevel, Answered LowerLevel, Answered ElsewhereCompetent, Answered Unclear);

/// <summary>One evaluated line.</summary>
/// <param name="Number">Its place in the table.</param>
/// <param name="Condition">What it asks.</param>
/// <param name="Action">What to do when it holds.</param>
/// <param name="Doing">The same in words.</param>
/// <param name="Continues">The evaluation goes on below it even when it holds.</param>
/// <param name="Chosen">The first that holds and does not continue.</param>
public sealed record RoutingLine(int Number, string Condition, RoutingAction Action, string Doing, Article Basis, bool Continues, Fit Fit, string Why, bool Chosen);

/// <summary>分办判定表 (art. 22): evaluated top-down, every line with its reason. It proposes; the clerk decides.</summary>
public static class RoutingTable
{
    private sealed record Rule(string Condition, RoutingAction Action, string Doing, Article Basis, Func<RoutingFacts, Answered> Of, bool Continues = false);

    private static readonly Rule[] Rules =
    [
        new("重大、紧急，可能造成社会影响", RoutingAction.Escalate, "按第二十五条报告，同时往下办", PetitionRegulations.Escalation, facts => facts.Urgent, Continues: true),
        new("同一个人的同一件事，别的机关正在期限内办", RoutingAction.Link, "本级不予受理，告诉信访人在哪里办、办到哪一步", PetitionRegulations.HigherLevelBar, facts => facts.RunningElsewhere),
        new("复核以后，还是同样的事实和理由", RoutingAction.Bar, "不再受理，做好疏导、帮扶", PetitionRegulations.FinalBar, facts => facts.SameAfterRecheck),
        new("涉法涉诉，来信（来电、网上）提出的", RoutingAction.ForwardToPoliticalLegal, "转送同级政法机关", PetitionRegulations.ForwardingToPoliticalLegal,
            facts => facts.Visit ? Answered.No("是来访，看下一行") : facts.LitigationRelated),
        new("涉法涉诉，来访提出的", RoutingAction.Divert, "释法明理，引导到政法机关", PetitionRegulations.LitigationVisit,
            facts => facts.Visit ? facts.LitigationRelated : Answered.No("不是来访")),
        new("检举控告党员、公职人员", RoutingAction.ForwardToDiscipline, "保密，按管理权限转送纪检监察机关", PetitionRegulations.ForwardingToDiscipline, facts => facts.Accusation),
        new("其实是政府信息公开申请", RoutingAction.Divert, "告诉信访人走信息公开的渠道", OtherProcedures.InformationDisclosure, facts => facts.InformationDisclosure),
        new("咨询、感谢，能当场答的", RoutingAction.Reply, "直接回复", PetitionRegulations.Registration, facts => facts.Answerable),
        new("建议、意见", RoutingAction.Forward, "转送有权处理的机关，按第二十九条办", PetitionRegulations.Suggestion, facts => facts.Suggestion),
        new("属于本级机关或者它的工作部门", RoutingAction.Forward, "转送；重要的交办", PetitionRegulations.ForwardingToOwnLevel, facts => facts.OwnLevel),
        new("涉及街道等下级机关", RoutingAction.Forward, "转送；重要的交办", PetitionRegulations.ForwardingToLowerLevel, facts => facts.LowerLevel),
        new("归市级或者别的区管", RoutingAction.Divert, "告诉信访人向哪个机关提出", PetitionRegulations.DirectReceipt, facts => facts.ElsewhereCompetent),
        new("说不清归谁，或者两个以上机关都管", RoutingAction.Dispute, "协商；有争议的报共同的上一级，没有共同上一级的由联席会议协调", PetitionRegulations.JurisdictionDispute, facts => facts.Unclear),
    ];

    /// <summary>Every line with its answer; at most one is chosen.</summary>
    public static IReadOnlyList<RoutingLine> Evaluate(RoutingFacts facts)
    {
        ArgumentNullException.ThrowIfNull(facts);
        var lines = new List<RoutingLine>(Rules.Length);
        var chosen = false;
        for (var i = 0; i < Rules.Length; i++)
        {
            var (rule, answer) = (Rules[i], Rules[i].Of(facts));
            var isIt = !chosen && !rule.Continues && answer.Fit is Fit.Yes;
            chosen |= isIt;
            lines.Add(new(i + 1, rule.Condition, rule.Action, rule.Doing, rule.Basis, rule.Continues, answer.Fit, answer.Why, isIt));
        }
        return lines;
    }

    /// <summary>The table as Markdown.</summary>
    public static string Describe()
    {
        var text = new StringBuilder("| # | condition | what to do | action | basis |\n|---|---|---|---|---|\n");
        for (var i = 0; i < Rules.Length; i++)
            text.Append(CultureInfo.InvariantCulture, $"| {i + 1} | {Rules[i].Condition} | {Rules[i].Doing}{(Rules[i].Continues ? " (goes on)" : "")} | `{Rules[i].Action}` | {Rules[i].Basis} |\n");
        return text.ToString();
    }
}
