using Xinfang.CaseHandling.Api.Petitions;
using Xinfang.CaseHandling.Domain.Supervising;
using Xinfang.Law;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.CaseHandling.Api.Supervising.Supervisions;

/// <summary>督办, in lists and in full.</summary>
/// <param name="Trigger">The fact behind it, in one sentence.</param>
/// <param name="Term">Of the answer, once asked.</param>
internal sealed record SupervisionView(
    Guid Id, Guid PetitionId, string? Number, string Organ, string OrganName, int Round, SupervisionCause Cause, string CauseText,
    SupervisionStatus Status, string StatusText, string Trigger, string ProposedBy, DateOnly ProposedOn, string? LetterNumber, DateOnly? OpenedOn,
    string? Supervisor, int Pressings, TermView? Term, DateOnly? AnsweredOn, DateOnly? ClosedOn, IReadOnlyList<string> Demands, string? Remark,
    IReadOnlyList<Note> Answers, IReadOnlyList<Note> PressingNotes, Note? Closing, Note? Dismissal, IReadOnlyList<ActView> Acts)
{
    private static readonly IReadOnlyDictionary<SupervisionAct, string> Routes = new Dictionary<SupervisionAct, string>
    {
        [SupervisionAct.Dismiss] = "dismissal",
        [SupervisionAct.Open] = "letter",
        [SupervisionAct.Answer] = "answer",
        [SupervisionAct.Press] = "pressing",
        [SupervisionAct.Close] = "closure",
    };

    public static SupervisionView Of(Supervision each, string? number, CurrentCaller caller, Moment now)
    {
        var (file, term) = (each.File, each.AnswerTerm(now));
        return new(
            each.Id, each.PetitionId.Value, number, each.Organ, Scopes.NameOf(each.Organ), each.Round, each.Cause, SupervisingWords.Of(each.Cause),
            each.Status, SupervisingWords.Of(each.Status), TriggerOf(each), each.ProposedBy, each.ProposedOn, each.LetterNumber, each.OpenedOn,
            each.Supervisor, each.Pressings, term is null ? null : now.View(term, each.AnsweredOn), each.AnsweredOn, each.ClosedOn, file.Demands, file.Remark,
            file.Answers, file.Pressings, file.Closing, file.Dismissal, SupervisingActs.For(each, caller.Person(), now, Routes, "/supervision/supervisions"));
    }

    public static string TriggerOf(Supervision each) => each switch
    {
        { Term: { } term, TermDueOn: { } due } => $"{Terms.Default.All.First(known => known.Code == term).Name}最晚{ChineseDates.WithYear(due)}，没有按期做到",
        { Cause: SupervisionCause.Shirking, Times: { } times } => $"这件事{times}次退回或者异议不成立",
        { Cause: SupervisionCause.NotExecuted, ProposedBy: "system" } => "单位记下拒不执行支持的意见或者达成的协议",
        { Cause: SupervisionCause.Perfunctory, ProposedBy: "system" } => "案卷评查发现处理意见没有回应请求",
        { Cause: SupervisionCause.ProcedureSkipped, ProposedBy: "system" } => "案卷评查发现程序有缺陷",
        { Cause: SupervisionCause.Dissatisfied } => "信访人评价不满意并写了理由",
        { ProposedBy: not "system" } => "督查人员发现",
        _ => SupervisingWords.Of(each.Cause),
    };
}
