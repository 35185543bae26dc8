using Xinfang.Law;

namespace Xinfang.CaseHandling.Domain;

/// <summary>检举控告类 (art. 30), at the disciplinary organ alone. It follows its own rules and terms; the petitioner is told that there is a result, never what it is here.</summary>
public sealed partial class Petition
{
    /// <summary>受理检举控告.</summary>
    public Result<AccusationReceived> ReceiveAccusation(Actor actor, Moment now)
    {
        if (Refuses(Act.ReceiveAccusation, actor, now) is { } refusal) return refusal;
        (Status, AcceptedOn) = (PetitionStatus.Accepted, now.Date);
        TakeInHand(Officer ?? actor.Id, first: true);
        return Changed(new AccusationReceived(now.Date));
    }

    /// <summary>初步核实.</summary>
    public Result<AccusationVerified> VerifyAccusation(Actor actor, Verification finding, string summary, Moment now)
    {
        if (Refuses(Act.VerifyAccusation, actor, now) is { } refusal) return refusal;
        if (string.IsNullOrWhiteSpace(summary)) return Refusals.VerificationWithoutSummary;
        (Status, DecidedOn) = (PetitionStatus.Verified, now.Date);
        File = File with { Accusation = File.Accusation with { Check = new(finding, summary.Trim(), now.Date, actor.Id.Value) } };
        return Changed(new AccusationVerified(now.Date));
    }

    /// <summary>按管理权限移送.</summary>
    public Result<AccusationTransferred> TransferAccusation(Actor actor, string body, string reason, Moment now)
    {
        if (Refuses(Act.TransferAccusation, actor, now) is { } refusal) return refusal;
        if (string.IsNullOrWhiteSpace(body)) return Refusals.TransferWithoutBody;
        if (string.IsNullOrWhiteSpace(reason)) return Refusals.TransferWithoutReason;
        Status = PetitionStatus.Transferred;
        File = File with { Accusation = File.Accusation with { Transfer = new(body.Trim(), reason.Trim(), now.Date, actor.Id.Value) } };
        return Changed(new AccusationTransferred(now.Date));
    }

    /// <summary>告知组织（人事）部门: cadre matters, by 干部管理权限.</summary>
    public Result<OrganisationInformed> InformOrganisation(Actor actor, DateOnly on, string note, Moment now)
    {
        if (Refuses(Act.InformOrganisation, actor, now) is { } refusal) return refusal;
        if (on < ReceivedOn || on > now.Date) return Refusals.InformedDate(ReceivedOn);
        if (string.IsNullOrWhiteSpace(note)) return Refusals.InformedWithoutNote;
        File = File with { Accusation = File.Accusation with { Informed = [.. File.Accusation.Informed, new(on, note.Trim(), actor.Id.Value)] } };
        return Changed(new OrganisationInformed(on));
    }

    /// <summary>反馈结果: that the petitioner was told, on which day and how; the content stays out of records and events.</summary>
    public Result<ResultTold> TellResult(Actor actor, DateOnly on, string note, Moment now)
    {
        if (Refuses(Act.TellResult, actor, now) is { } refusal) return refusal;
        if (on < ReceivedOn || on > now.Date) return Refusals.InformedDate(ReceivedOn);
        if (string.IsNullOrWhiteSpace(note)) return Refusals.InformedWithoutNote;
        (Status, CompletedOn) = (PetitionStatus.Completed, now.Date);
        File = File with { Accusation = File.Accusation with { Told = new(on, note.Trim(), actor.Id.Value) } };
        return Changed(new ResultTold(on));
    }
}
