using Xinfang.Contracts.CaseHandling.V1;

namespace Xinfang.Insight.Api.Facts;

/// <summary>Reviews (arts. 35, 36), supervision and proposals (art. 40), publication.</summary>
internal sealed partial class Story
{
    private const string Pending = nameof(Pending), NotAdopted = nameof(NotAdopted);

    private void TellAfterwards(object told)
    {
        switch (told)
        {
            case ReviewRequested: Fact.Review = Pending; break;
            case ReviewRequestAnswered { Accepted: false, Level: nameof(Fact.Recheck) }: Fact.Recheck = null; break;
            case ReviewRequestAnswered { Accepted: false }: Fact.Review = null; break;
            case ReviewDecided e: Fact.Review = Reviewed(e.Outcome, e.RedoDueOn); break;
            case RecheckRequested: Fact.Recheck = Pending; break;
            case RecheckDecided e: Fact.Recheck = Reviewed(e.Outcome, e.RedoDueOn); break;
            case SupervisionOpened e: Opened(e); break;
            case SupervisionClosed e: Closed(e); break;
            case ProposalIssued: Fact.Proposals++; break;
            case ProposalAnswered e: Answered(e); break;
            case ReplyPublished e: Fact.PublishedOn = Day(e.PublishedAt); break;
            case ReplyWithdrawn: Fact.PublishedOn = null; break;
        }
    }

    private string Reviewed(string outcome, DateOnly? redoDueOn)
    {
        if (redoDueOn is { } due) OwedAgain(due);
        return outcome;
    }

    // A letter that presses again tells of the same supervision with its new day.
    private void Opened(SupervisionOpened e)
    {
        var known = _supervisions.RemoveAll(each => each.Id == e.SupervisionId) > 0;
        _supervisions.Add((e.SupervisionId, e.DueOn));
        if (!known) Fact.Supervisions++;
    }

    private void Closed(SupervisionClosed e)
    {
        Fact.SupervisionsClosed++;
        if (_supervisions.Find(each => each.Id == e.SupervisionId) is { DueOn: var due } && Day(e.ClosedAt) <= due) Fact.SupervisionsClosedInTime++;
    }

    private void Answered(ProposalAnswered e)
    {
        Fact.ProposalsAnswered++;
        if (e.InTime) Fact.ProposalsAnsweredInTime++;
        if (e.Adoption != NotAdopted) Fact.ProposalsAdopted++;
    }
}
