using Xinfang.Law;

namespace Xinfang.CaseHandling.Domain;

/// <summary>建议意见类 (art. 29): studied, adopted as a whole or in part or not, and answered.</summary>
public sealed partial class Petition
{
    /// <summary>答复建议: ends the district's term for the reply. There is no statement, no legal basis and no review.</summary>
    public Result<SuggestionAnswered> AnswerSuggestion(Actor actor, SuggestionOutcome adoption, string reply, bool reward, Moment now)
    {
        if (Refuses(Act.AnswerSuggestion, actor, now) is { } refusal) return refusal;
        if (string.IsNullOrWhiteSpace(reply)) return Refusals.AnswerWithoutReply;
        if (reward && adoption is not (SuggestionOutcome.Adopted or SuggestionOutcome.PartlyAdopted)) return Refusals.RewardWithoutAdoption;

        (Status, DecidedOn) = (PetitionStatus.Decided, now.Date);
        File = File with { Answer = new(adoption, reply.Trim(), reward) };
        var inTime = Finish(AnswerTerm(), now.Date);
        Start(now.Due(Terms.ServiceOfOpinion.Code, "答复建议"));
        return Changed(new SuggestionAnswered(now.Date, inTime, adoption, reward));
    }
}
