namespace Xinfang.CaseHandling.Domain.Supervising;

/// <summary>Which facts of a petition call for supervision by themselves (art. 40 para. 1); pure, so that the table can be read and tested.</summary>
public static class Triggers
{
    /// <summary>So often returned, or contested without ground, is shirking.</summary>
    public const int ShirkingAfter = 2;

    /// <summary>The causes an act on a petition shows. Terms that pass without any act are told by the warning ladder.</summary>
    public static IEnumerable<Trigger> Of(Petition petition, Fact fact)
    {
        if (petition.IsSealed()) yield break;
        switch (fact)
        {
            case Accepted { NoticeInTime: false } or Declined { NoticeInTime: false }:
                yield return OfTerm(petition, Law.Terms.Notice.Code, SupervisionCause.NoticeOverdue);
                break;
            case Decided { InTime: false }:
                yield return OfTerm(petition, petition.AnswerTerm(), SupervisionCause.CompletionOverdue);
                break;
            case ContestationDecided:
                var returned = petition.File.Contestations.Count(each => each.Agreed is true);
                var refused = petition.File.Contestations.Count(each => each.Agreed is false && each.Organ == petition.Organ);
                if (returned >= ShirkingAfter) yield return new(SupervisionCause.Shirking, Count: returned);
                else if (refused >= ShirkingAfter) yield return new(SupervisionCause.Shirking, Count: refused);
                break;
            case Rated { OrganScore: "Dissatisfied" }: // Intake asks for the reason and keeps it
                yield return new(SupervisionCause.Dissatisfied);
                break;
            case EnforcementRefused:
                yield return new(SupervisionCause.NotExecuted);
                break;
            case DefectsFound found:
                if (found.Codes.Contains("H03")) yield return new(SupervisionCause.Perfunctory);
                if (found.Codes.Contains("H04")) yield return new(SupervisionCause.ProcedureSkipped);
                break;
            case TermWarned { Percent: WarningLadder.Breach } breached when CauseOf(breached.Term) is { } cause:
                yield return new(cause, breached.Term, breached.StrictDueOn, breached.DueOn);
                break;
        }
    }

    /// <summary>The office itself forwarded too late (art. 22, 43); null when it did not, or the routing is a later one.</summary>
    public static ViolationCode? LateForwarding(Petition petition, Fact fact, Law.Moment now) =>
        fact is Received { Round: 1, Sealed: false } && now.Date > now.Due(petition.ReceivedByOfficeOn, Law.Terms.Forwarding.Code, "收到").DueOn
            ? ViolationCode.Find("V43-2")
            : null;

    /// <summary>The cause that a breached term shows; null where none does by itself.</summary>
    public static SupervisionCause? CauseOf(string term) =>
        term == Law.Terms.Notice.Code ? SupervisionCause.NoticeOverdue
        : term == Law.Terms.Completion.Code || term == Law.Terms.Redo.Code || term == Law.Terms.SuggestionReply.Code || term == Law.Terms.SimpleComplete.Code ? SupervisionCause.CompletionOverdue
        : term == Law.Terms.AssignmentReport.Code ? SupervisionCause.ReportMissing
        : term == Law.Terms.Enforcement.Code ? SupervisionCause.NotExecuted
        : null;

    private static Trigger OfTerm(Petition petition, string code, SupervisionCause cause) =>
        petition.TermOf(code) is { } term ? new(cause, code, term.StrictDueOn, term.DueOn) : new(cause, code);
}

/// <summary>案卷评查: what a person of the office has found in an opinion, by code. 没有回应请求 (H03) is perfunctory, 程序有缺陷 (H04) a breach of procedure.</summary>
public sealed record DefectsFound(IReadOnlyList<string> Codes) : Fact
{
    public override string Sentence => Codes.Count == 0 ? "评查处理意见书，没有缺陷" : $"评查处理意见书，缺陷{Codes.Count}项";
}
