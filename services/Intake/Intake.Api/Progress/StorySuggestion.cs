using Xinfang.Contracts.CaseHandling.V1;
using Xinfang.Law;
using static Xinfang.Law.ChineseDates;

namespace Xinfang.Intake.Api.Progress;

/// <summary>What becomes of a suggestion, as its author reads it (art. 29).</summary>
internal static class StorySuggestion
{
    public static IEnumerable<(DateTimeOffset At, int Rank, StepView Step)> Done(Situation of)
    {
        foreach (var told in of.Facts.Every<SuggestionStudied>()) yield return (EndOf(told.StudiedOn), 6, Studied(told));
        foreach (var told in of.Facts.Every<AdoptionCarriedOut>()) yield return (EndOf(told.DoneOn), 10, CarriedOut(told));
        foreach (var told in of.Facts.Every<SuggestionRewarded>()) yield return (EndOf(told.RewardedOn), 12, Rewarded(told));
    }

    /// <summary>What the organ still has to do about what it has adopted; none once it is done.</summary>
    public static IEnumerable<StepView> Now(Situation of) =>
        of.Decided is { MeasureDueOn: { } due } decided && of.Facts.Every<AdoptionCarriedOut>().All(told => told.DoneOn < Moment.DateIn(decided.DecidedAt))
            ? [new("adoption", $"现在：{of.Organ}落实采纳的建议", StepState.Now, Text: $"最晚{Full(due)}，日子是它自己在答复里定的。",
                IfNot: $"如果到{MonthDay(due)}还没有做：您可以打{Names.OfficePhone}催。", DueOn: due, Basis: PetitionRegulations.Suggestion.Short)]
            : [];

    private static StepView Studied(SuggestionStudied told) => new("studied", $"{Names.Of(told.Organ)}研究了您的建议", StepState.Done, On: told.StudiedOn,
        Text: "研究的结论写在书面答复里。", Basis: PetitionRegulations.Suggestion.Short);

    private static StepView CarriedOut(AdoptionCarriedOut told) => new("carried-out", "采纳的建议落实了", StepState.Done, On: told.DoneOn,
        Text: told.InTime ? $"{Names.Of(told.Organ)}在答复的日子以前做完。" : $"{Names.Of(told.Organ)}做完了，晚于答复的日子。", Basis: PetitionRegulations.Suggestion.Short);

    private static StepView Rewarded(SuggestionRewarded told) => new("rewarded", told.Kind switch
    {
        "Thanks" => $"{Names.Of(told.Organ)}感谢您的建议",
        "Honour" => $"{Names.Of(told.Organ)}给您荣誉证书",
        _ => $"{Names.Of(told.Organ)}给您奖励",
    }, StepState.Done, On: told.RewardedOn, Text: $"怎么领，打{Names.OfficePhone}问。", Basis: PetitionRegulations.Suggestion.Short);

    private static DateTimeOffset EndOf(DateOnly day) => CaseFactKeeping.StartOf(day).AddDays(1).AddTicks(-1);
}
