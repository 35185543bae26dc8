using Xinfang.Law;

namespace Xinfang.Intake.Domain;

/// <summary>通知方式, as the person chose: 网上查看, 短信, 邮寄.</summary>
public enum NoticeWay { Portal, Sms, Post }

/// <summary>待发, 已打印待寄, 已发, 发送失败, 已人工处理.</summary>
public enum NoticeState { Waiting, Printed, Sent, Failed, Resolved }

/// <summary>Why a message did not go out. A code, never what the carrier said: that may repeat a number.</summary>
public enum NoticeFailure { NoMobile, Rejected, Unavailable, Unreadable, ReturnedByPost }

/// <summary>How somebody whom no notice reached was told: 电话, 当面; or could not be.</summary>
public enum NoticeResolution { ByPhone, InPerson, NotReached }

/// <summary>
/// 通知: that something happened to a petition, on its way to the petitioner. What is told is the number and that there is something new,
/// never what it is. The addressee is kept encrypted, beside this.
/// </summary>
public sealed class Notice
{
    private Notice() { } // EF Core

    /// <summary>Goes with the message as the key by which the carrier knows a repeat.</summary>
    public Guid Id { get; private init; }

    public PetitionId PetitionId { get; private init; }
    public NoticeCause Cause { get; private init; }

    /// <summary>Tells facts of one cause apart; with the cause it makes the notice one per fact.</summary>
    public string Key { get; private init; } = "";

    public NoticeWay Way { get; private set; }
    public NoticeState State { get; private set; }

    /// <summary>The paper that belongs into the envelope.</summary>
    public Guid? PaperId { get; private init; }

    public int Attempts { get; private set; }
    public DateTimeOffset CreatedAt { get; private init; }

    /// <summary>When it is tried next; null when nothing more is tried.</summary>
    public DateTimeOffset? NextAttemptAt { get; private set; }

    public NoticeFailure? Failure { get; private set; }
    public DateTimeOffset? SentAt { get; private set; }

    /// <summary>The list it was printed with.</summary>
    public Guid? PrintList { get; private set; }

    /// <summary>挂号信编号; null for an ordinary letter.</summary>
    public string? RegisteredMail { get; private set; }

    /// <summary>The day on the 送达回证, or on which a resolved one was told.</summary>
    public DateOnly? ReceivedOn { get; private set; }

    public NoticeResolution? Resolution { get; private set; }

    /// <summary>The account that printed, posted or resolved it last.</summary>
    public string? By { get; private set; }

    /// <summary>A notice by the way the person chose. On paper goes what the law wants in writing and the office itself has to hand over;
    /// under seal the office writes no address on an envelope (art. 30). The rest is read under the progress page.</summary>
    public static Notice Of(PetitionId petition, NoticeCause cause, string key, NoticeWay chosen, bool underSeal, Guid? paper, DateTimeOffset at)
    {
        var way = chosen is NoticeWay.Post && (underSeal || !NoticeCauses.OnPaper(cause)) ? NoticeWay.Portal : chosen;
        return new()
        {
            Id = Guid.CreateVersion7(at),
            PetitionId = petition,
            Cause = cause,
            Key = key,
            Way = way,
            PaperId = paper,
            CreatedAt = at,
            State = way is NoticeWay.Portal ? NoticeState.Sent : NoticeState.Waiting,
            SentAt = way is NoticeWay.Portal ? at : null,
            NextAttemptAt = way is NoticeWay.Sms ? at : null,
        };
    }

    /// <summary>The carrier has it.</summary>
    public void Sends(DateTimeOffset at) => (State, SentAt, NextAttemptAt, Failure) = (NoticeState.Sent, at, null, null);

    /// <summary>It did not go out: tried again after a pause that grows, and given up when the pauses are used up or a repeat cannot help.</summary>
    public void Fails(NoticeFailure failure, IReadOnlyList<TimeSpan> pauses, DateTimeOffset at)
    {
        ArgumentNullException.ThrowIfNull(pauses);
        var again = failure is NoticeFailure.Unavailable && Attempts <= pauses.Count;
        (Failure, State, NextAttemptAt) = (failure, again ? NoticeState.Waiting : NoticeState.Failed, again ? at + pauses[Attempts - 1] : null);
    }

    /// <summary>重发, by a clerk.</summary>
    public Refusal? Retry(string by, Moment now)
    {
        if (State is not NoticeState.Failed || Way is not NoticeWay.Sms) return Refusals.NoticeNotFailed;
        (State, Attempts, NextAttemptAt, Failure, By) = (NoticeState.Waiting, 0, now.At, null, by);
        return null;
    }

    /// <summary>改为邮寄: what no message reached goes by letter.</summary>
    public Refusal? ChangeToPost(bool underSeal, bool hasAddress, string by)
    {
        if (State is not NoticeState.Failed) return Refusals.NoticeNotFailed;
        if (underSeal) return Refusals.NoticeUnderSeal;
        if (!hasAddress) return Refusals.NoticeWithoutAddress;
        (Way, State, NextAttemptAt, Failure, By) = (NoticeWay.Post, NoticeState.Waiting, null, null, by);
        return null;
    }

    /// <summary>人工处理: somebody told the person by telephone or in person, or could not.</summary>
    public Refusal? Resolve(NoticeResolution resolution, DateOnly on, string by, Moment now)
    {
        if (State is not NoticeState.Failed) return Refusals.NoticeNotFailed;
        if (!Enum.IsDefined(resolution)) return Refusals.NoticeResolutionMissing;
        if (on > now.Date || on < Moment.DateIn(CreatedAt)) return Refusals.NoticeDay;
        (State, Resolution, ReceivedOn, By) = (NoticeState.Resolved, resolution, on, by);
        return null;
    }

    /// <summary>The petition was sealed while the letter waited: it is told under the progress page, and no envelope is written (art. 30).</summary>
    public void Withhold(DateTimeOffset at) => (Way, State, SentAt, Failure) = (NoticeWay.Portal, NoticeState.Sent, at, null);

    /// <summary>打印: joins the list of the day, with label and 送达回证.</summary>
    public Refusal? Print(Guid list, string by)
    {
        if (State is not NoticeState.Waiting || Way is not NoticeWay.Post) return Refusals.NoticeNotToPrint;
        (State, PrintList, By) = (NoticeState.Printed, list, by);
        return null;
    }

    /// <summary>寄出.</summary>
    public Refusal? Post(string? registeredMail, DateOnly on, string by, Moment now)
    {
        if (State is not NoticeState.Printed) return Refusals.NoticeNotPrinted;
        if (on > now.Date || on < Moment.DateIn(CreatedAt)) return Refusals.NoticeDay;
        var number = string.IsNullOrWhiteSpace(registeredMail) ? null : registeredMail.Trim().ToUpperInvariant();
        if (number is { Length: < 8 or > 20 } || number?.All(char.IsAsciiLetterOrDigit) is false) return Refusals.RegisteredMailNumber;
        (State, RegisteredMail, SentAt, By) = (NoticeState.Sent, number, now.At, by);
        return null;
    }

    /// <summary>送达回证 came back: received on that day, or the letter was returned and somebody has to see to it.</summary>
    public Refusal? Receive(bool returned, DateOnly on, string by, Moment now)
    {
        if (State is not NoticeState.Sent || Way is not NoticeWay.Post || ReceivedOn is not null) return Refusals.NoticeNotPosted;
        if (on > now.Date || on < Moment.DateIn(CreatedAt)) return Refusals.NoticeDay;
        By = by;
        if (returned) (State, Failure) = (NoticeState.Failed, NoticeFailure.ReturnedByPost);
        else ReceivedOn = on;
        return null;
    }
}
