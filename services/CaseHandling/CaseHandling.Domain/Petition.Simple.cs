using Xinfang.Law;

namespace Xinfang.CaseHandling.Domain;

/// <summary>简易办理 (C-01 to C-08): accepted in 3 and answered in 10 working days. The ordinary terms run on beside the short ones, so that a switch keeps their dates.</summary>
public sealed partial class Petition
{
    /// <summary>简易办理 is chosen and has not been left.</summary>
    public bool Simple { get; private set; }

    /// <summary>适用简易办理: the competent organ decides (C-03).</summary>
    public Result<SimpleChosen> ChooseSimple(Actor actor, SimpleAnswers answers, Moment now)
    {
        if (Refuses(Act.ChooseSimple, actor, now) is { } refusal) return refusal;
        if (SimpleAdmission.Refuses(this, answers) is { } excluded) return excluded;

        Simple = true;
        File = File with { Simple = new(answers.Ground, NullIfBlank(answers.Note), answers.PaperWanted, now.Date, actor.Id.Value) };
        var accept = now.Due(ReceivedOn, Terms.SimpleAccept.Code, "收到");
        Start(accept);
        return Changed(new SimpleChosen(answers.Ground, DueDates.Of(accept)));
    }

    /// <summary>转为普通程序 (C-08): the ordinary terms count from their original days.</summary>
    public Result<SimpleLeft> LeaveSimple(Actor actor, string reason, Moment now)
    {
        if (Refuses(Act.LeaveSimple, actor, now) is { } refusal) return refusal;
        if (string.IsNullOrWhiteSpace(reason)) return Refusals.SimpleLeftWithoutReason;

        Simple = false;
        File = File with { Simple = File.Simple! with { LeftOn = now.Date, LeftBy = actor.Id.Value, Reason = reason.Trim() } };
        Drop(Terms.SimpleAccept.Code, Terms.SimpleComplete.Code);
        return Changed(new SimpleLeft(AcceptedOn is null ? null : AnswerDates()));
    }

    private Refusal? RefusesSimple(Moment now)
    {
        if (Simple) return Refusals.AlreadySimple;
        if (File.Simple is not null) return Refusals.SimpleLeftBefore;
        var last = now.Due(ReceivedOn, Terms.SimpleAccept.Code, "收到").DueOn;
        return now.Date > last ? Refusals.SimpleTooLate(last) : null;
    }
}
