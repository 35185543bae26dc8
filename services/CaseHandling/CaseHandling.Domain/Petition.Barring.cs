using Xinfang.Law;

namespace Xinfang.CaseHandling.Domain;

/// <summary>The recheck opinion that ended an earlier petition.</summary>
public sealed record FinalOpinion(PetitionId Petition, string Number, Guid DocumentId, string DocumentNumber, DateOnly ServedOn);

/// <summary>对比: this petition against the one that ended.</summary>
public sealed record Comparison(bool SamePetitioner, bool SameFacts, bool SameReasons, string Note)
{
    /// <summary>Same person, same facts and same reasons (art. 36 para. 3 asks for both facts and reasons).</summary>
    public bool IsTheSame => SamePetitioner && SameFacts && SameReasons;
}

/// <summary>The earlier petition a later one was compared with.</summary>
public sealed record EarlierPetition(FinalOpinion Ended, Comparison Comparison, DateOnly ComparedOn, string By);

/// <summary>After the recheck: the same again is not accepted (art. 36 para. 3); something new is a new petition, linked to the old one.</summary>
public sealed partial class Petition
{
    /// <summary>不再受理: only against a served recheck opinion, on the same facts and reasons, with the comparison written down. A right to review that has merely lapsed is not enough.</summary>
    public Result<Barred> Bar(Actor actor, Comparison comparison, FinalOpinion? ended, Moment now)
    {
        if (Refuses(Act.Bar, actor) is { } refusal) return refusal;
        if (ended is null || ended.Petition == Id) return Refusals.NoRecheckToBar;
        if (!comparison.IsTheSame) return Refusals.BarredButNew;
        if (comparison.Note.Trim().Length < 10) return Refusals.ComparisonWithoutNote;

        Status = PetitionStatus.Barred;
        Officer ??= actor.Id;
        File = File with { Earlier = new(ended, comparison with { Note = comparison.Note.Trim() }, now.Date, actor.Id.Value) };
        var inTime = Finish(Terms.Notice.Code, now.Date);
        Finish(Terms.AssignmentReport.Code, now.Date);
        DropOwedTerms();
        return Changed(new Barred(now.Date, inTime, ended.Petition.Value, ended.DocumentNumber));
    }

    /// <summary>关联前件: there are new facts or reasons; the petition goes on as a new one and points to the old.</summary>
    public Result<EarlierLinked> LinkEarlier(Actor actor, Comparison comparison, FinalOpinion? ended, Moment now)
    {
        if (Refuses(Act.LinkEarlier, actor) is { } refusal) return refusal;
        if (ended is null || ended.Petition == Id) return Refusals.NoRecheckToBar;
        if (comparison.IsTheSame) return Refusals.LinkedButSame;
        if (comparison.Note.Trim().Length < 10) return Refusals.ComparisonWithoutNote;

        File = File with { Earlier = new(ended, comparison with { Note = comparison.Note.Trim() }, now.Date, actor.Id.Value) };
        return Changed(new EarlierLinked(ended.Petition.Value));
    }
}

public sealed record Barred(DateOnly On, bool NoticeInTime, Guid Earlier, string RecheckNumber) : Fact
{
    public override string Sentence => $"不再受理：与已经复核终结的事项（{RecheckNumber}）事实和理由相同";
}

public sealed record EarlierLinked(Guid Earlier) : Fact
{
    public override string Sentence => "有新的事实或者理由，按新事项办理，关联已经复核终结的前件";
}
