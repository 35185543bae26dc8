using Xinfang.Law;

namespace Xinfang.Intake.Domain;

/// <summary>What the petitioner does beside supplementing and rating: withdraws, chases, leaves a message.</summary>
public sealed partial class Petition
{
    private const int UnansweredMessages = 3;

    /// <summary>撤回: the petitioner's own act, never asked for by staff. Open until the opinion has been issued.</summary>
    /// <param name="decided">The organ has issued its opinion.</param>
    /// <param name="confirmed">The petitioner has confirmed that it is of free will.</param>
    public Result<Withdrawn> Withdraw(bool decided, bool confirmed, Moment now)
    {
        if (Flow.Refuses(Status, Act.Withdraw) is { } refusal) return refusal;
        if (Sealed && Organ is not null) return Refusals.AccusationStays;
        if (decided) return Refusals.WithdrawnTooLate;
        if (!confirmed) return Refusals.WithdrawalUnconfirmed;
        FirstRoutedOn ??= now.Date;
        Status = Flow.After(Status, Act.Withdraw);
        return new Withdrawn(Id, Organ, now.At);
    }

    /// <summary>催办: open once the rolled last day of what is due has passed, once a day.</summary>
    /// <param name="due">The term that runs now; null when none does.</param>
    /// <param name="ofOffice">It is the office that has to act.</param>
    public Result<Chased> Chase(DueDate? due, bool ofOffice, Moment now)
    {
        if (Flow.Refuses(Status, Act.Chase) is { } refusal) return refusal;
        if (due is null) return Refusals.NothingToChase;
        if (now.Date <= due.DueOn) return Refusals.ChasedTooEarly(due);
        if (LastChasedOn == now.Date) return Refusals.ChasedToday;
        LastChasedOn = now.Date;
        return new Chased(Id, ofOffice ? null : Organ, due, ++Chases, now.At);
    }

    /// <summary>留言 to the officer, who answers within the district's policy term.</summary>
    /// <param name="unanswered">Messages that wait for an answer.</param>
    public Result<Messaged> Message(string? text, int unanswered, Moment now)
    {
        if (Flow.Refuses(Status, Act.Message) is { } refusal) return refusal;
        if (Sealed) return Refusals.SealedHasNoMessages;
        if (text?.Trim().Length is not (>= 2 and <= 1000)) return Refusals.MessageLength;
        if (unanswered >= UnansweredMessages) return Refusals.MessagesWait;
        return new Messaged(Id, Organ!, ++Messages, now.Due(Terms.MessageReply, "收到留言"), now.At);
    }
}
