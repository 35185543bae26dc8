using Xinfang.Law;

namespace Xinfang.Intake.Domain;

/// <summary>
/// 来访号: somebody's turn in the reception hall on one day, called to a window and received there. It knows a number and no person: who they are is
/// asked at the window and kept with the petition.
/// </summary>
public sealed class Turn
{
    /// <summary>So many calls before a number may be passed over.</summary>
    public const int CallsBeforeAbsent = 2;

    /// <summary>As many people as one slip can stand for.</summary>
    public const int MostPeople = 200;

    private readonly List<TurnCompany> _company = [];

    private Turn() { } // EF Core

    public Guid Id { get; private init; }
    public DateOnly Day { get; private init; }

    /// <summary>From 1 each day.</summary>
    public int Number { get; private init; }

    public TurnKind Kind { get; private init; }
    public int People { get; private init; }

    /// <summary>优先: old, ill, disabled, pregnant, with a small child.</summary>
    public bool Priority { get; private init; }

    public TurnStatus Status { get; private set; }

    /// <summary>The organ whose window it waits for; null for any window of the office.</summary>
    public string? Organ { get; private set; }

    public DateTimeOffset TakenAt { get; private init; }

    /// <summary>Where it stands in the queue: the earlier the sooner, after those with priority.</summary>
    public DateTimeOffset QueuedAt { get; private set; }

    public int? Window { get; private set; }
    public string? Account { get; private set; }
    public int Calls { get; private set; }
    public DateTimeOffset? CalledAt { get; private set; }
    public DateTimeOffset? ReceivedAt { get; private set; }
    public DateTimeOffset? EndedAt { get; private set; }
    public TurnOutcome? Outcome { get; private set; }
    public PetitionId? PetitionId { get; private set; }

    /// <summary>Content code of what was explained; null where nothing was.</summary>
    public string? CounselTopic { get; private set; }

    /// <summary>Title of the leaflet handed over.</summary>
    public string? Leaflet { get; private set; }

    /// <summary>Code of the street the matter comes from, where the visitor said it.</summary>
    public string? Street { get; private set; }

    /// <summary>联合接访: who sat with the receiver.</summary>
    public IReadOnlyList<TurnCompany> Company => _company;

    /// <summary>取号.</summary>
    public static Result<Turn> Take(Guid id, int number, TurnKind kind, int people, bool priority, Moment now)
    {
        if (!Enum.IsDefined(kind)) return Refusals.TurnKindMissing;
        if (people is < 1 or > MostPeople) return Refusals.TurnPeople;
        return new Turn { Id = id, Day = now.Date, Number = number, Kind = kind, People = people, Priority = priority, Status = TurnStatus.Waiting, TakenAt = now.At, QueuedAt = now.At };
    }

    /// <summary>叫号, and again while nobody comes.</summary>
    public Refusal? Call(int window, string account, Moment now)
    {
        if (Status is not (TurnStatus.Waiting or TurnStatus.Called)) return Refusals.TurnNotWaiting;
        if (Status is TurnStatus.Called && Window != window) return Refusals.TurnElsewhere;
        (Status, Window, Account, CalledAt) = (TurnStatus.Called, window, account, now.At);
        Calls++;
        return null;
    }

    /// <summary>开始接待.</summary>
    public Refusal? Receive(string account, Moment now)
    {
        if (Status is not TurnStatus.Called) return Refusals.TurnNotCalled;
        if (Account != account) return Refusals.TurnElsewhere;
        (Status, ReceivedAt) = (TurnStatus.Receiving, now.At);
        return null;
    }

    /// <summary>过号: nobody came to the window that called, however often.</summary>
    public Refusal? PassOver(string account)
    {
        if (Status is not TurnStatus.Called) return Refusals.TurnNotCalled;
        if (Account != account) return Refusals.TurnElsewhere;
        if (Calls < CallsBeforeAbsent) return Refusals.TurnCalledOnce;
        (Status, Window, Account) = (TurnStatus.Absent, null, null);
        return null;
    }

    /// <summary>重新排队: they are there after all. Behind those who wait now.</summary>
    public Refusal? Rejoin(Moment now)
    {
        if (Status is not TurnStatus.Absent) return Refusals.TurnNotAbsent;
        if (Day != now.Date) return Refusals.TurnOfAnotherDay;
        (Status, QueuedAt, Calls) = (TurnStatus.Waiting, now.At, 0);
        return null;
    }

    /// <summary>转到别的窗口: the organ whose matter it is receives them. They keep the place they had by waiting. Whether it has a window open is the hall's to see.</summary>
    /// <param name="organ">Null for the office's own windows.</param>
    public Refusal? Refer(string? organ, string account)
    {
        if (Status is not (TurnStatus.Called or TurnStatus.Receiving)) return Refusals.TurnNotCalled;
        if (Account != account) return Refusals.TurnElsewhere;
        if (organ == Organ) return Refusals.TurnSameWindow;
        (Status, Organ, Window, Account, Calls) = (TurnStatus.Waiting, organ, null, null, 0);
        return null;
    }

    /// <summary>联合接访: another organ sits down with them (art. 18).</summary>
    public Refusal? Join(string organ, string account, Moment now)
    {
        if (Status is not TurnStatus.Receiving) return Refusals.TurnNotReceived;
        if (_company.Exists(each => each.Organ == organ)) return Refusals.TurnJoined;
        _company.Add(new(Id, organ, account, now.At));
        return null;
    }

    /// <summary>结束接待.</summary>
    /// <param name="account">Who received them.</param>
    /// <param name="outcome">What came of it.</param>
    /// <param name="petition">The petition that was registered, supplemented or told about.</param>
    /// <param name="counselTopic">What was explained on the spot, whatever else came of it.</param>
    /// <param name="leaflet">What they took along.</param>
    /// <param name="street">Code of the street the matter comes from; null where nobody said it.</param>
    /// <param name="note">Where they were sent, or what was said; kept encrypted, beside this.</param>
    /// <param name="readBack">The note was read to them and they agree (handbook C-12).</param>
    public Refusal? End(string account, TurnOutcome outcome, PetitionId? petition, string? counselTopic, string? leaflet, string? street, string? note, bool readBack, Moment now)
    {
        if (!Enum.IsDefined(outcome)) return Refusals.TurnOutcomeMissing;
        if (outcome is TurnOutcome.Left)
        {
            if (Status is TurnStatus.Ended) return Refusals.TurnEnded;
            if (Account is not null && Account != account) return Refusals.TurnElsewhere;
        }
        else
        {
            if (Status is not TurnStatus.Receiving) return Refusals.TurnNotReceived;
            if (Account != account) return Refusals.TurnElsewhere;
            if (outcome is TurnOutcome.Registered or TurnOutcome.Supplemented or TurnOutcome.ProgressTold && petition is null) return Refusals.TurnPetitionMissing;
            if (outcome is TurnOutcome.Counselled && counselTopic is null) return Refusals.TurnTopicMissing;
            if (outcome is TurnOutcome.Guided or TurnOutcome.Counselled && note is not { Length: >= 4 }) return Refusals.TurnNoteMissing;
            if (note is not null && !readBack) return Refusals.TurnNotReadBack;
        }
        (Status, Outcome, PetitionId, CounselTopic, Leaflet, Street, EndedAt) = (TurnStatus.Ended, outcome, petition, counselTopic, leaflet, street, now.At);
        return null;
    }
}

/// <summary>An organ that sat with the receiver, and who came.</summary>
public sealed record TurnCompany(Guid TurnId, string Organ, string Account, DateTimeOffset At);
