using Xinfang.Law;

namespace Xinfang.CaseHandling.Domain;

/// <summary>建议意见类 (art. 29): studied, adopted as a whole or in part or not, answered; what was adopted is followed until it is done.</summary>
public sealed partial class Petition
{
    /// <summary>研究论证: whoever took part, and what they came to.</summary>
    public Result<SuggestionStudied> StudySuggestion(Actor actor, DateOnly on, IReadOnlyList<string> participants, string conclusion, Moment now)
    {
        if (Refuses(Act.StudySuggestion, actor, now) is { } refusal) return refusal;
        if (on < ReceivedOn || on > now.Date) return Refusals.StudyDate(ReceivedOn);
        List<string> present = [.. participants.Where(each => !string.IsNullOrWhiteSpace(each)).Select(each => each.Trim()).Distinct()];
        if (present.Count == 0) return Refusals.StudyWithoutParticipants;
        if (string.IsNullOrWhiteSpace(conclusion)) return Refusals.StudyWithoutConclusion;

        File = File with { Studies = [.. File.Studies, new(on, present, conclusion.Trim(), actor.Id.Value)] };
        return Changed(new SuggestionStudied(on, present.Count));
    }

    /// <summary>答复建议: ends the district's term for the reply. There is no statement, no legal basis and no review.</summary>
    public Result<SuggestionAnswered> AnswerSuggestion(Actor actor, SuggestionAnswer answer, Moment now)
    {
        if (Refuses(Act.AnswerSuggestion, actor, now) is { } refusal) return refusal;
        if (RefusesAnswer(answer, now) is { } wrong) return wrong;

        var adopted = IsAdopted(answer.Adoption);
        (Status, DecidedOn) = (PetitionStatus.Decided, now.Date);
        File = File with
        {
            Answer = new(answer.Adoption, answer.Reply.Trim(), answer.Reward, NullIfBlank(answer.Reason), adopted ? NullIfBlank(answer.Measure) : null, adopted ? answer.MeasureDueOn : null),
        };
        var inTime = Finish(AnswerTerm(), now.Date);
        Start(now.Due(Terms.ServiceOfOpinion.Code, "答复建议"));
        if (File.Answer.MeasureDueOn is { } due) Start(now.Due(now.Date, Terms.Adoption with { Days = due.DayNumber - now.Date.DayNumber }, "答复建议"));
        return Changed(new SuggestionAnswered(now.Date, inTime, answer.Adoption, answer.Reward, File.Answer.MeasureDueOn));
    }

    /// <summary>落实采纳措施: what was adopted has been done, with what shows it.</summary>
    public Result<AdoptionCarriedOut> CarryOutAdoption(Actor actor, DateOnly doneOn, string result, Moment now)
    {
        if (Refuses(Act.CarryOutAdoption, actor, now) is { } refusal) return refusal;
        if (doneOn < DecidedOn || doneOn > now.Date) return Refusals.AdoptionDate(DecidedOn.GetValueOrDefault());
        if (string.IsNullOrWhiteSpace(result)) return Refusals.AdoptionWithoutResult;

        File = File with { Answer = File.Answer! with { MeasureDoneOn = doneOn, MeasureResult = result.Trim() } };
        return Changed(new AdoptionCarriedOut(doneOn, Finish(Terms.Adoption.Code, doneOn)));
    }

    /// <summary>致谢、奖励. Thanks are open for whatever was answered, a reward only for what was adopted; each kind once.</summary>
    public Result<SuggestionRewarded> RewardSuggestion(Actor actor, RewardKind kind, DateOnly on, string note, Moment now)
    {
        if (Refuses(Act.RewardSuggestion, actor, now) is { } refusal) return refusal;
        if (kind is not RewardKind.Thanks && !IsAdopted(File.Answer!.Adoption)) return Refusals.RewardWithoutAdoption;
        if (File.Rewards.Any(each => each.Kind == kind)) return Refusals.RewardedBefore;
        if (on < DecidedOn || on > now.Date) return Refusals.RewardDate(DecidedOn.GetValueOrDefault());
        if (string.IsNullOrWhiteSpace(note)) return Refusals.RewardWithoutNote;

        File = File with { Rewards = [.. File.Rewards, new(kind, on, note.Trim(), actor.Id.Value)] };
        return Changed(new SuggestionRewarded(kind, on));
    }

    private static bool IsAdopted(SuggestionOutcome adoption) => adoption is SuggestionOutcome.Adopted or SuggestionOutcome.PartlyAdopted;

    private Refusal? RefusesCarryingOut() => File.Answer is { Measure: not null, MeasureDoneOn: null } ? null : Refusals.NothingToCarryOut;

    private static Refusal? RefusesAnswer(SuggestionAnswer answer, Moment now)
    {
        var adopted = IsAdopted(answer.Adoption);
        if (string.IsNullOrWhiteSpace(answer.Reply)) return Refusals.AnswerWithoutReply;
        if (answer.Reward && !adopted) return Refusals.RewardWithoutAdoption;
        if (answer.Adoption is not SuggestionOutcome.Adopted && string.IsNullOrWhiteSpace(answer.Reason)) return Refusals.AnswerWithoutReason;
        if (adopted && (string.IsNullOrWhiteSpace(answer.Measure) || answer.MeasureDueOn is null)) return Refusals.AnswerWithoutMeasure;
        return adopted && answer.MeasureDueOn <= now.Date ? Refusals.AnswerMeasureDate : null;
    }
}
