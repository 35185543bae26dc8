using System.Collections.Frozen;
using Xinfang.Law;

namespace Xinfang.Intake.Domain;

/// <summary>What a person is told of: what the law wants told, and the steps they wait for.</summary>
public enum NoticeCause
{
    Registered, Routed, Returned, Replied, Linked, Diverted, Withdrawn, MessageAnswered, RetaliationMeasured, CorrectionDecided,
    Accepted, Declined, Extended, DatesCorrected, HearingCalled, HearingCancelled, OpinionServed, Completed, Terminated, Reopened, Enforced, CarriedOut, Rewarded,
    ReviewAnswered, ReviewServed, Barred, Published, AccusationTransferred, AccusationAnswered,
}

/// <summary>The causes, with the provision that wants the person told and whether the office sends the paper.</summary>
public static class NoticeCauses
{
    /// <param name="Basis">The provision that wants it told; where none does, the one by which progress can be asked for.</param>
    /// <param name="OnPaper">Told in writing, and handed over by nobody else: what an organ serves has its own 送达.</param>
    private sealed record Line(string Words, Article Basis, bool OnPaper = false);

    private static readonly FrozenDictionary<NoticeCause, Line> Lines = new Dictionary<NoticeCause, Line>
    {
        [NoticeCause.Registered] = new("登记回执", PetitionRegulations.Registration, OnPaper: true),
        [NoticeCause.Routed] = new("去向告知", PetitionRegulations.Notice, OnPaper: true),
        [NoticeCause.Returned] = new("收回重转", PetitionRegulations.Contest),
        [NoticeCause.Replied] = new("直接回复", PetitionRegulations.Registration, OnPaper: true),
        [NoticeCause.Linked] = new("不予受理告知", PetitionRegulations.HigherLevelBar, OnPaper: true),
        [NoticeCause.Diverted] = new("走别的渠道告知", PetitionRegulations.DirectReceipt, OnPaper: true),
        [NoticeCause.Withdrawn] = new("撤回确认", PetitionRegulations.Form, OnPaper: true),
        [NoticeCause.MessageAnswered] = new("留言的回复", PetitionRegulations.Diligence),
        [NoticeCause.RetaliationMeasured] = new("打击报复反映的处理", PetitionRegulations.Retaliation),
        [NoticeCause.CorrectionDecided] = new("更正申请的答复", Form.Correcting),
        [NoticeCause.Accepted] = new("受理告知", PetitionRegulations.Notice, OnPaper: true),
        [NoticeCause.Declined] = new("不予受理告知", PetitionRegulations.Notice, OnPaper: true),
        [NoticeCause.Extended] = new("延期告知", PetitionRegulations.Extension),
        [NoticeCause.DatesCorrected] = new("日期更正", CivilCode.LastDay),
        [NoticeCause.HearingCalled] = new("听证通知", PetitionRegulations.Hearing, OnPaper: true),
        [NoticeCause.HearingCancelled] = new("听证取消", PetitionRegulations.Hearing),
        [NoticeCause.OpinionServed] = new("书面意见送达", PetitionRegulations.Opinion),
        [NoticeCause.Completed] = new("办结", PetitionRegulations.Completion),
        [NoticeCause.Terminated] = new("终止办理告知", PetitionRegulations.Completion, OnPaper: true),
        [NoticeCause.Reopened] = new("重新办理", PetitionRegulations.Rating),
        [NoticeCause.Enforced] = new("落实", PetitionRegulations.Enforcement),
        [NoticeCause.CarriedOut] = new("采纳的建议落实", PetitionRegulations.Suggestion),
        [NoticeCause.Rewarded] = new("建议的致谢、奖励", PetitionRegulations.Suggestion),
        [NoticeCause.ReviewAnswered] = new("复查复核申请的答复", PetitionRegulations.Review, OnPaper: true),
        [NoticeCause.ReviewServed] = new("复查复核意见送达", PetitionRegulations.Review),
        [NoticeCause.Barred] = new("不再受理告知", PetitionRegulations.FinalBar, OnPaper: true),
        [NoticeCause.Published] = new("答复公开", OtherProcedures.NothingOfThirdParties),
        [NoticeCause.AccusationTransferred] = new("检举控告移送", PetitionRegulations.Accusation),
        [NoticeCause.AccusationAnswered] = new("检举控告的反馈", PetitionRegulations.Accusation),
    }.ToFrozenDictionary();

    /// <summary>For staff; the petitioner is only told that there is something new.</summary>
    public static string Of(NoticeCause cause) => Lines[cause].Words;

    public static Article Basis(NoticeCause cause) => Lines[cause].Basis;

    /// <summary>Goes into an envelope, for whoever wants letters.</summary>
    public static bool OnPaper(NoticeCause cause) => Lines[cause].OnPaper;

    /// <summary>The whole text of a message. Whoever reads it over somebody's shoulder learns that there is a petition, and nothing of it.</summary>
    public static string Text(NoticeCause cause, string number, string office, string phone) => cause is NoticeCause.Registered
        ? $"【{office}】信访编号{number}已登记。有新进展再通知您。查询用登记时给的查询码，或者打{phone}。"
        : $"【{office}】信访编号{number}有新进展，请查询。没有网络的，打{phone}。";
}
