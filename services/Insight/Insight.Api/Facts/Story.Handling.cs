using Xinfang.Contracts.CaseHandling.V1;
using Xinfang.Law;

namespace Xinfang.Insight.Api.Facts;

/// <summary>What the competent organ did (arts. 23, 31–34).</summary>
internal sealed partial class Story
{
    private static readonly string[] Answering = [Terms.Completion.Code, Terms.Redo.Code, Terms.SuggestionReply.Code];

    private void TellHandling(object told)
    {
        switch (told)
        {
            case PetitionReceived e: RoundOf(e.Round, e.Organ, Day(e.ReceivedAt)).NoticeDueOn = e.NoticeDueOn; break;
            case AssignmentContested e: RoundOf(e.Round, e.Organ, Day(e.ContestedAt)).ContestedOn = Day(e.ContestedAt); break;
            case ContestationDecided e: Contested(e); break;
            case PetitionAccepted e: Accepted(e); break;
            case PetitionDeclined e: Declined(e); break;
            case PetitionExtended e: (Fact.DueOn, Fact.Extensions) = (e.DueOn, Fact.Extensions + 1); break;
            case PetitionDecided e: Decided(e); break;
            case OpinionWithdrawn e: (Fact.DecidedOn, Fact.DecidedInTime, Fact.DueOn) = (null, null, e.DueOn); break;
            case OpinionServed e: Served(e.ServedOn); break;
            case PetitionCompleted e: Completed(e); break;
            case PetitionReopened e: OwedAgain(e.DueOn); break;
            case PetitionTerminated e: Fact.EndedOn = Day(e.TerminatedAt); break;
            case PetitionBarred e: Barred(e); break;
            case AccusationTransferred e: Fact.EndedOn ??= Day(e.TransferredAt); break;
            case AccusationResultTold e: Fact.EndedOn ??= Day(e.ToldAt); break;
            case SimpleProcedureChosen: (Fact.Simple, Fact.SimpleLeft) = (true, false); break;
            case SimpleProcedureLeft: Fact.SimpleLeft = true; break;
            case PetitionerContacted { First: true } e: (Fact.ContactedOn, Fact.ContactedInTime) = (Day(e.ContactedAt), e.InTime); break;
            case MediationStarted: Fact.Mediation ??= "Started"; break;
            case MediationAgreed e: Agreed(e); break;
            case MediationFailed: Fact.Mediation = "Failed"; break;
            case EnforcementDone e: (Fact.EnforcementDone, Fact.EnforcementLeft) = (Fact.EnforcementDone + 1, e.Left); break;
            case TermCorrected e: Corrected(e); break;
            case TermOverdue e: Fact.OverdueToldOn = Day(e.NoticedAt); break;
            case DefectFound { Source: "Checks" } e: Fact.Defects += e.Count; break;
            default: TellAfterwards(told); break;
        }
    }

    private RoundFact? Current(string organ) => _rounds.FindLast(round => round.Organ == organ);

    private void Contested(ContestationDecided e)
    {
        var round = RoundOf(e.Round, e.Organ, Day(e.DecidedAt));
        round.ContestAgreed = e.Agreed;
        if (e.Agreed) (round.Ended, Fact.Organ) = (true, Fact.Organ == e.Organ ? null : Fact.Organ);
    }

    private void Accepted(PetitionAccepted e)
    {
        (Fact.AcceptedOn, Fact.DueOn, Fact.DeclinedOn) = (Day(e.AcceptedAt), e.DueOn, null);
        Noticed(e.Organ, Day(e.AcceptedAt));
    }

    private void Declined(PetitionDeclined e)
    {
        Fact.DeclinedOn = Day(e.DeclinedAt);
        Noticed(e.Organ, Day(e.DeclinedAt));
    }

    private void Barred(PetitionBarred e)
    {
        Fact.EndedOn = Day(e.BarredAt);
        Noticed(e.Organ, Day(e.BarredAt));
    }

    private void Noticed(string organ, DateOnly on)
    {
        if (Current(organ) is { } round) round.NoticedOn ??= on;
    }

    private void Decided(PetitionDecided e)
    {
        (Fact.DecidedOn, Fact.DecidedInTime) = (Day(e.DecidedAt), e.InTime);
        (Fact.Supported, Fact.Explained, Fact.NotSupported) = (e.Supported, e.Explained, e.NotSupported);
    }

    // What was supported is owed from the service on (art. 32 para. 2).
    private void Served(DateOnly on) => (Fact.ServedOn, Fact.RatingDueOn, Fact.EnforcementLeft) = (on, _ratingDueOn(on), Fact.Supported);

    // Art. 33: an agreement ends the completion term, and is owed as one thing.
    private void Agreed(MediationAgreed e) => (Fact.Mediation, Fact.DecidedOn, Fact.DecidedInTime, Fact.EnforcementLeft) = ("Agreed", Day(e.AgreedAt), e.InTime, 1);

    private void Completed(PetitionCompleted e)
    {
        (Fact.CompletedOn, Fact.CompletedInTime) = (Day(e.CompletedAt), e.InTime);
        (Fact.ClosingLevel, Fact.RootCause) = (e.ClosingLevel, e.RootCause);
    }

    // Taken on anew at the petitioner's wish, or ordered anew by a reviewing body (arts. 35, 36).
    private void OwedAgain(DateOnly dueOn)
    {
        (Fact.DecidedOn, Fact.DecidedInTime, Fact.ServedOn, Fact.CompletedOn, Fact.CompletedInTime) = (null, null, null, null, null);
        (Fact.DueOn, Fact.RatingDueOn, Fact.EnforcementLeft) = (dueOn, null, 0);
    }

    private void Corrected(TermCorrected e)
    {
        if (Answering.Contains(e.Term)) Fact.DueOn = e.DueOn;
        else if (e.Term == Terms.Notice.Code && Current(e.Organ) is { } round) round.NoticeDueOn = e.DueOn;
    }
}
