using Xinfang.Law;

namespace Xinfang.Intake.Domain;

/// <summary>电话, 上门, 当面.</summary>
public enum CallBackWay { Phone, HomeVisit, InPerson }

/// <summary>What is to be done after it: nothing, more by the organ, 督查; or nobody was reached.</summary>
public enum CallBackOutcome { Settled, MoreToDo, ReferredToSupervision, NotReached }

/// <summary>
/// 回访 (art. 21): whoever has rated the office or the organ 不满意 is asked by the petition office what is wrong. Owed once per rating;
/// what the petitioner says is kept encrypted, beside this.
/// </summary>
public sealed class CallBack
{
    private CallBack() { } // EF Core

    public PetitionId PetitionId { get; private init; }

    /// <summary>The organ that was rated.</summary>
    public string Organ { get; private init; } = "";

    /// <summary>The petition office was rated 不满意.</summary>
    public bool OfOffice { get; private init; }

    /// <summary>The organ was rated 不满意.</summary>
    public bool OfOrgan { get; private init; }

    /// <summary>The day of the rating, from which the district's term runs.</summary>
    public DateOnly OwedFrom { get; private init; }

    public CallBackWay? Way { get; private set; }
    public DateOnly? HeldOn { get; private set; }
    public CallBackOutcome? Outcome { get; private set; }
    public string? By { get; private set; }
    public DateTimeOffset? At { get; private set; }

    /// <summary>What a rating calls for; null when nobody is dissatisfied.</summary>
    public static CallBack? OwedFor(Rated rated)
    {
        ArgumentNullException.ThrowIfNull(rated);
        var (office, organ) = (rated.Office is Score.Dissatisfied, rated.OrganScore is Score.Dissatisfied);
        return office || organ ? new() { PetitionId = rated.Id, Organ = rated.Organ, OfOffice = office, OfOrgan = organ, OwedFrom = Moment.DateIn(rated.At) } : null;
    }

    /// <summary>The district's term, as a projection of the day of the rating.</summary>
    public DueDate Due(Moment now) => now.Due(OwedFrom, Terms.CallBack, "评价");

    /// <summary>Why the caller cannot call back, or null.</summary>
    /// <param name="firstReceiver">The account the rating of the office is about.</param>
    public Refusal? Refuses(string? firstReceiver, string by) =>
        At is not null ? Refusals.CalledBackBefore : OfOffice && firstReceiver == by ? Refusals.CallBackOfOwnWork : null;

    /// <summary>记下回访. After the term it is still open, and counts as late.</summary>
    /// <param name="said">What the petitioner said.</param>
    public Result<CalledBack> Hold(Petition petition, CallBackWay way, DateOnly heldOn, CallBackOutcome outcome, string? said, string by, Moment now)
    {
        ArgumentNullException.ThrowIfNull(petition);
        if ((Flow.Refuses(petition.Status, Act.CallBack) ?? Refuses(petition.FirstReceiver, by)) is { } refusal) return refusal;
        if (!Enum.IsDefined(way)) return Refusals.CallBackWay;
        if (!Enum.IsDefined(outcome)) return Refusals.CallBackOutcome;
        if (heldOn < OwedFrom || heldOn > now.Date) return Refusals.CallBackWhen;
        if (said?.Trim().Length is not (>= 4 and <= 2000)) return Refusals.CallBackText;

        (Way, HeldOn, Outcome, By, At) = (way, heldOn, outcome, by, now.At);
        return new CalledBack(PetitionId, Organ, way, heldOn, outcome, heldOn <= Due(now).DueOn, by, now.At);
    }
}
