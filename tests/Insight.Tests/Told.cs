using Xinfang.Contracts.CaseHandling.V1;
using Xinfang.Contracts.Intake.V1;
using Xinfang.Insight.Api.Facts;

namespace Xinfang.Insight.Tests;

/// <summary>Events of one petition, one after the other, as the services tell them.</summary>
internal sealed class Told(Guid petition, DateOnly received, string street = "120104001", string channel = "Online", string content = "030101")
{
    public const string Housing = "120104-zjw", Labour = "120104-rsj";

    private readonly List<object> _events = [];
    private string _organ = Housing;
    private int _round;

    public Guid Petition => petition;

    public IReadOnlyList<object> Events => _events;

    public static Told Of(DateOnly received) => new(Guid.CreateVersion7(), received);

    public DateTimeOffset At(int day) => new DateTimeOffset(received.AddDays(day), new TimeOnly(10, 0), TimeSpan.FromHours(8)).ToUniversalTime();

    public Told Registered(int day = 0, int forwardWithin = 15) => Add(new PetitionRegistered
    {
        PetitionId = petition, Number = $"120104-{received:yyyyMMdd}-{petition.ToString()[^4..]}", Channel = channel, ReceivedOn = received, RegisteredAt = At(day), Street = street,
        ForwardStrictDueOn = received.AddDays(forwardWithin), ForwardDueOn = received.AddDays(forwardWithin),
    }).Classified(day);

    public Told Classified(int day, string category = "Redress", bool isSealed = false) =>
        Add(new PetitionClassified { PetitionId = petition, Category = category, ContentCode = content, Urgent = false, Sealed = isSealed, ClassifiedAt = At(day) });

    public Told Forwarded(int day, string organ = Housing, bool isSealed = false)
    {
        (_organ, _round) = (organ, _round + 1);
        Add(new PetitionForwarded { PetitionId = petition, Organ = organ, Round = _round, Category = "Redress", ClaimCount = 1, ElectronicService = true, Urgent = false, Sealed = isSealed, ReceivedByOfficeOn = received, ForwardedAt = At(day) });
        return Add(new PetitionReceived { PetitionId = petition, Organ = organ, Round = _round, Sealed = isSealed, ReceivedAt = At(day), NoticeStrictDueOn = received.AddDays(day + 15), NoticeDueOn = received.AddDays(day + 15) });
    }

    public Told Contested(int day, bool agreed) => Add(new AssignmentContested { PetitionId = petition, Organ = _organ, Round = _round, ContestedAt = At(day) })
        .Add(new ContestationDecided { PetitionId = petition, Organ = _organ, Round = _round, Agreed = agreed, DecidedAt = At(day) });

    public Told Accepted(int day) => Add(new PetitionAccepted { PetitionId = petition, Organ = _organ, AcceptedAt = At(day), StrictDueOn = received.AddDays(day + 60), DueOn = received.AddDays(day + 60), DocumentId = petition, DocumentNumber = "受1" });

    public Told Declined(int day) => Add(new PetitionDeclined { PetitionId = petition, Organ = _organ, DeclinedAt = At(day), Road = "Administrative", DocumentId = petition, DocumentNumber = "不受1" });

    public Told Decided(int day, bool inTime = true) => Add(new PetitionDecided { PetitionId = petition, Organ = _organ, DecidedAt = At(day), Supported = 1, Explained = 0, NotSupported = 0, InTime = inTime, DocumentId = petition, DocumentNumber = "理1" });

    public Told Served(int day) => Add(new OpinionServed { PetitionId = petition, Organ = _organ, ServedOn = received.AddDays(day), Method = "Electronic", DocumentId = petition });

    public Told Completed(int day, bool inTime = true) => Add(new PetitionCompleted { PetitionId = petition, Organ = _organ, CompletedAt = At(day), InTime = inTime, ClosingLevel = "Street" });

    public Told Rated(int day, string office = "Satisfied", string? organ = "FairlySatisfied") => Add(new PetitionRated { PetitionId = petition, Organ = _organ, OfficeScore = office, OrganScore = organ, RatedAt = At(day) });

    public Told Repeats(Guid earlier, int day, int round = 2) => Add(new RepeatConfirmed { PetitionId = petition, EarlierId = earlier, Kind = "Repeat", RepeatRound = round, ConfirmedAt = At(day) });

    public Told RepeatUndone(Guid earlier, int day) => Add(new RepeatUndone { PetitionId = petition, EarlierId = earlier, Kind = "Repeat", RepeatRound = 1, UndoneAt = At(day) });

    public Told Add(object told)
    {
        _events.Add(told);
        return this;
    }

    public Story Folded() => Story.Of(petition, _events, served => served.AddDays(30));

    public async Task TellAsync(InsightApp app)
    {
        foreach (var told in _events) await app.PublishAsync(told, petition);
    }
}
