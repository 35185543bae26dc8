using Xinfang.Intake.Domain;
using Xinfang.Law;
using static Xinfang.Law.ChineseDates;

namespace Xinfang.Intake.Api.Progress;

/// <summary>What the petitioner may do now, and why not the rest. Acts that can never apply to this petition are not listed.</summary>
internal static class StoryActs
{
    public static IReadOnlyList<ActView> Of(Situation of)
    {
        List<ActView> acts = [Supplement(of.Petition)];
        if (Chase(of) is { } chase) acts.Add(chase);
        if (of.Stage is not (Stage.Declined or Stage.Replied or Stage.Linked or Stage.Diverted or Stage.Withdrawn or Stage.Barred) && !of.Petition.Sealed)
        {
            if (Flow.Refuses(of.Petition.Status, Act.Message) is null) acts.Add(Message(of));
            acts.Add(Rate(of));
            if (of.Served is not null && of.Terminated is null && of.Stage is not Stage.Ended) acts.Add(Reopen(of));
            if (!of.IsSuggestion) acts.Add(StoryReview.Act(of));
        }
        if (Withdraw(of) is { } withdraw) acts.Add(withdraw);
        acts.Add(new("ComplainOfRetaliation", "反映打击报复", true, "有人因为您信访为难您，写在这里。只有信访办负责人和区纪委监委能看", Basis: Text(PetitionRegulations.Retaliation), Href: "/progress/retaliation"));
        if (!of.Petition.Anonymous)
            acts.Add(new("AskForCorrection", "我的信息", true, "看登记了您的哪些信息；写错了的，可以申请更正", Basis: Text(Form.Correcting), Href: "/progress/corrections"));
        return acts;
    }

    private static ActView? Chase(Situation of)
    {
        if (Flow.Refuses(of.Petition.Status, Act.Chase) is not null || of.Running is not { } due) return null;
        if (of.Now.Date <= due.DueOn)
            return new("Chase", "催办", false, Reason: $"{due.Term.Name}最晚{Full(due.DueOn)}，过了这天可以催", Basis: Text(PetitionRegulations.Supervision), OpensOn: due.DueOn.AddDays(1));
        return of.Petition.LastChasedOn == of.Now.Date
            ? Shut("Chase", "催办", "今天已经催过，明天可以再催", PetitionRegulations.Supervision)
            : new("Chase", "催办", true, $"{due.Term.Name}已经过了最晚的一天，提醒{(of.OfficeActs ? Names.Office : of.Organ)}", Basis: Text(PetitionRegulations.Supervision), Href: "/progress/chase");
    }

    private static ActView Message(Situation of) => new("Message", "留言", true,
        $"写给{of.Organ}的经办人，{Terms.MessageReply.Length}内回复（本区设定）", Basis: Text(PetitionRegulations.Diligence), Href: "/progress/message");

    private static ActView? Withdraw(Situation of) =>
        Flow.Refuses(of.Petition.Status, Act.Withdraw) is not null || of.Decided is not null || of.Declined is not null || (of.Petition.Sealed && of.Petition.Organ is not null)
            ? null
            : new("Withdraw", "撤回", true, "不想再办了，可以撤回。撤回要您自己愿意", Basis: Text(PetitionRegulations.Form), Href: "/progress/withdraw");

    private static ActView Supplement(Petition petition) => Flow.Refuses(petition.Status, Act.Supplement) is { } refusal
        ? Shut("Supplement", "补充材料", refusal.Message, refusal.Basis)
        : new("Supplement", "补充材料", true, "写新情况，经办人能看到", Basis: Text(PetitionRegulations.Form), Href: "/progress/add");

    private static ActView Rate(Situation of)
    {
        if (of.Petition.RatedAt is { } at) return Shut("Rate", "评价", $"{MonthDay(Moment.DateIn(at))}已经评价过，只评一次", PetitionRegulations.Rating);
        if (of.Rating is not { } window) return Shut("Rate", "评价", "收到处理意见后可以", PetitionRegulations.Rating);
        return of.Now.Date > window.DueOn
            ? Shut("Rate", "评价", $"已经过了，{Full(window.DueOn)}截止", PetitionRegulations.Rating)
            : new("Rate", "评价", true, $"给{Names.Office}和{of.Organ}打分，最晚{Full(window.DueOn)}", Basis: window.Basis, Href: "/progress/rate");
    }

    // The window is the one for rating: who is not content may say so there, or have it done again.
    private static ActView Reopen(Situation of) => of.Now.Date > of.Rating!.DueOn
        ? Shut("Reopen", "要求重新办理", $"已经过了，{Full(of.Rating.DueOn)}截止", PetitionRegulations.Rating)
        : new("Reopen", "要求重新办理", true, $"问题没有解决的，{of.Organ}重新办，60日内再给您书面意见，最晚{Full(of.Rating.DueOn)}提出", Basis: of.Rating.Basis, Href: "/progress/reopen");

    private static ActView Shut(string act, string label, string reason, Article? basis) =>
        new(act, label, false, Reason: reason, Basis: basis is null ? null : Text(basis));

    private static string Text(Article article) => article.ToString();
}
