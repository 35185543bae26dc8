using System.Globalization;
using Xinfang.Law;

namespace Xinfang.Intake.Domain;

/// <summary>Where an organ stands seen from the district office (art. 22¶1).</summary>
public enum OrganLevel { Own, Lower, PoliticalLegal, Discipline }

/// <summary>An organ that the words of the petition speak for.</summary>
public sealed record Candidate(string Name, OrganLevel Level, double Confidence, string Reason);

/// <summary>Another petition of the same person.</summary>
/// <param name="SameSubject">It says in the same words what it is about.</param>
/// <param name="Running">An organ has it and has not ended it.</param>
public sealed record Related(Guid Id, string Number, PetitionStatus Status, string? Organ, DateOnly ReceivedOn, bool SameSubject, bool Running);

/// <summary>甄别 (art. 22): what is known of a petition, as answers to the questions of the routing table. Words only ever raise a question; what a clerk has set answers it.</summary>
public static class Screening
{
    private static readonly string[] DisclosureWords = ["信息公开", "依申请公开", "申请公开", "公开文件", "查阅档案"];
    private static readonly string[] AnswerableWords = ["咨询", "请问", "感谢", "谢谢", "表扬", "锦旗"];
    private static readonly string[] Elsewhere =
    [
        "和平区", "河东区", "河西区", "河北区", "红桥区", "东丽区", "西青区", "津南区", "北辰区", "武清区", "宝坻区", "滨海新区", "宁河区", "静海区", "蓟州区",
    ];

    /// <summary>The answers for the table.</summary>
    /// <param name="text">Null when it is sealed: then only that is answered.</param>
    public static RoutingFacts FactsOf(Petition petition, PetitionText? text, IReadOnlyList<Candidate> candidates, IReadOnlyList<Related> related, IReadOnlyList<SignalFound>? signals = null)
    {
        ArgumentNullException.ThrowIfNull(petition);
        if (text is null)
        {
            var closed = Answered.No("保密件，不看内容");
            return new(petition.Channel is Channel.Visit, Urgency(petition, []), closed, closed, closed, Answered.Yes("已经定为检举控告"), closed, closed, closed, closed, closed, closed, closed);
        }
        return new(
            petition.Channel is Channel.Visit, Urgency(petition, [.. (signals ?? Signals.Of(text)).Where(signal => signal.OfArticle25)]), Running(related), AfterRecheck(related), Litigation(text), Accusation(petition, text),
            ByWords(text, DisclosureWords, "说到"), ByWords(text, AnswerableWords, "说到"), Suggestion(petition, text),
            Level(candidates, OrganLevel.Own, "本级部门"), Level(candidates, OrganLevel.Lower, "街道"), ByWords(text, Elsewhere, "说到别的区："), Unclear(candidates));
    }

    private static Answered Urgency(Petition petition, IReadOnlyList<SignalFound> signals) => petition.Urgent
        ? Answered.Yes("分类时定为重大、紧急")
        : signals.Count == 0 ? Answered.No("没有定为重大、紧急，文字里也没有苗头") : Answered.Perhaps($"没有定为紧急，但是：{string.Join("；", signals.Select(signal => $"{signal.Name}，{signal.Reason.TrimEnd('。')}"))}");

    private static Answered Running(IReadOnlyList<Related> related)
    {
        var running = related.Where(other => other.Running).ToList();
        if (running.FirstOrDefault(other => other.SameSubject) is { } same) return Answered.Yes($"同一个人同样的事，{same.Number}正在办");
        return running.Count > 0
            ? Answered.Perhaps($"同一个人还有{running.Count}件在办：{string.Join("、", running.Take(3).Select(other => other.Number))}。看是不是同一件事")
            : Answered.No("没有查到同一个人在办的件");
    }

    private static Answered AfterRecheck(IReadOnlyList<Related> related)
    {
        var ended = related.Where(other => other.Status is PetitionStatus.Completed).ToList();
        return ended.Count > 0
            ? Answered.Perhaps($"同一个人有办结的件：{string.Join("、", ended.Take(3).Select(other => other.Number))}。看是不是已经复核过的同一件事")
            : Answered.No("没有查到同一个人办结的件");
    }

    private static Answered Litigation(PetitionText text)
    {
        var signs = Routes.Of(StatutoryRoute.Litigation).Signs.Where(text.Has).ToList();
        return signs.Count switch
        {
            0 => Answered.No("没有说到诉讼、检察、公安的程序"),
            1 => Answered.Perhaps($"说到{signs[0]}"),
            _ => Answered.Yes($"说到{string.Join("、", signs)}"),
        };
    }

    private static Answered Accusation(Petition petition, PetitionText text) => petition.Category switch
    {
        Category.Accusation => Answered.Yes("已经定为检举控告"),
        not null => Answered.No($"已经定为{Words.Of(petition.Category.Value)}"),
        null => Proposals.CategoriesOf(text).FirstOrDefault(proposal => proposal.Value == nameof(Category.Accusation)) is { } found
            ? Answered.Perhaps(found.Reason.TrimEnd('。'))
            : Answered.No("没有说到违纪违法的人"),
    };

    private static Answered Suggestion(Petition petition, PetitionText text) => petition.Category switch
    {
        Category.Suggestion => Answered.Yes("已经定为建议意见"),
        not null => Answered.No($"已经定为{Words.Of(petition.Category.Value)}"),
        null => Proposals.CategoriesOf(text) is [{ Value: nameof(Category.Suggestion) } first, ..]
            ? Answered.Perhaps(first.Reason.TrimEnd('。'))
            : Answered.No("不像建议意见"),
    };

    private static Answered Level(IReadOnlyList<Candidate> candidates, OrganLevel level, string what)
    {
        if (candidates.Where(candidate => candidate.Level == level).MaxBy(candidate => candidate.Confidence) is not { } best) return Answered.No($"职责目录里没有找到管这件事的{what}");
        var why = $"{best.Name}，把握{best.Confidence.ToString("0.00", CultureInfo.InvariantCulture)}。{best.Reason.TrimEnd('。')}";
        return best.Confidence >= 0.60 ? Answered.Yes(why) : Answered.Perhaps(why);
    }

    private static Answered Unclear(IReadOnlyList<Candidate> candidates)
    {
        var best = candidates.OrderByDescending(candidate => candidate.Confidence).Take(2).ToList();
        if (best.Count == 0) return Answered.Yes("职责目录里一个单位也没有找到");
        return best.Count == 2 && best[0].Confidence < 0.60 && best[0].Confidence - best[1].Confidence < 0.15
            ? Answered.Perhaps($"{best[0].Name}和{best[1].Name}差不多")
            : Answered.No($"{best[0].Name}最像");
    }

    private static Answered ByWords(PetitionText text, string[] words, string said)
    {
        var found = words.Where(text.Has).ToList();
        return found.Count == 0 ? Answered.No("文字里没有") : Answered.Perhaps($"{said}{string.Join("、", found)}");
    }
}
