using Xinfang.Law;

namespace Xinfang.CaseHandling.Domain;

/// <summary>听证 at handling (art. 31 item 6): for grave, complex or doubtful matters. No term stops for it; only the hearing of a recheck does that (art. 36).</summary>
public sealed partial class Petition
{
    /// <summary>Days between the notice and the hearing, at least.</summary>
    public const int HearingNoticeDays = 7;

    private Hearing? WaitingHearing() => File.Hearings is [.., var last] && last.IsWaiting() ? last : null;

    /// <summary>决定听证: time, place, chair, members and parties are told at least seven days before.</summary>
    public Result<HearingCalled> CallHearing(
        Actor actor, HearingGround ground, string why, DateOnly heldOn, string place, string chair, IReadOnlyList<string> members, IReadOnlyList<string> parties, Moment now)
    {
        if (Refuses(Act.CallHearing, actor, now) is { } refusal) return refusal;
        if (string.IsNullOrWhiteSpace(why)) return Refusals.HearingWithoutReason;
        if (heldOn < now.Date.AddDays(HearingNoticeDays)) return Refusals.HearingNoticeTooShort(now.Date.AddDays(HearingNoticeDays));
        if (string.IsNullOrWhiteSpace(place)) return Refusals.HearingWithoutPlace;
        if (string.IsNullOrWhiteSpace(chair)) return Refusals.HearingWithoutChair;
        if (HasHandled(chair.Trim())) return Refusals.HearingChairInvestigated;
        string[] sitting = [.. Named(members)], heard = [.. Named(parties)];
        if (sitting.Length < 2) return Refusals.HearingWithoutMembers;
        if (heard.Length < 1) return Refusals.HearingWithoutParties;

        File = File with { Hearings = [.. File.Hearings, new(ground, why.Trim(), now.Date, heldOn, place.Trim(), chair.Trim(), sitting, heard)] };
        return Changed(new HearingCalled(ground, now.Date, heldOn));
    }

    /// <summary>举行听证, with its record and conclusion.</summary>
    public Result<HearingHeld> HoldHearing(Actor actor, bool petitionerCame, string minutes, string conclusion, Moment now)
    {
        if (Refuses(Act.HoldHearing, actor, now) is { } refusal) return refusal;
        if (string.IsNullOrWhiteSpace(minutes)) return Refusals.HearingWithoutMinutes;
        if (string.IsNullOrWhiteSpace(conclusion)) return Refusals.HearingWithoutConclusion;

        var hearing = WaitingHearing()!;
        Keep(hearing with { Held = true, PetitionerCame = petitionerCame, Minutes = minutes.Trim(), Conclusion = conclusion.Trim() });
        return Changed(new HearingHeld(hearing.HeldOn, petitionerCame));
    }

    /// <summary>取消听证.</summary>
    public Result<HearingCancelled> CancelHearing(Actor actor, string reason, Moment now)
    {
        if (Refuses(Act.CancelHearing, actor, now) is { } refusal) return refusal;
        if (string.IsNullOrWhiteSpace(reason)) return Refusals.HearingCancelledWithoutReason;

        var hearing = WaitingHearing()!;
        Keep(hearing with { CancelledOn = now.Date, Reason = reason.Trim() });
        return Changed(new HearingCancelled(hearing.HeldOn));
    }

    private Refusal? RefusesHoldingHearing(Moment now) =>
        WaitingHearing() is not { } hearing ? Refusals.NoHearingCalled
        : now.Date < hearing.HeldOn ? Refusals.HearingTooEarly(hearing.HeldOn)
        : null;

    private void Keep(Hearing hearing) => File = File with { Hearings = [.. File.Hearings.SkipLast(1), hearing] };

    private static IEnumerable<string> Named(IEnumerable<string> names) => names.Where(name => !string.IsNullOrWhiteSpace(name)).Select(name => name.Trim());
}
