using System.Text.Json.Serialization;
using Xinfang.Law;

namespace Xinfang.Intake.Domain;

/// <summary>信访事项 at the petition office: registered, classified, routed, rated. What the petitioner wrote and who they are lie elsewhere, encrypted.</summary>
public sealed partial class Petition
{
    private readonly List<Routing> _routings = [];

    private Petition() { } // EF Core

    public PetitionId Id { get; private init; }
    public string Number { get; private init; } = "";
    public Channel Channel { get; private init; }
    public bool Anonymous { get; private init; }
    public bool ElectronicService { get; private init; }
    public string? Street { get; private init; }
    public int ClaimCount { get; private init; }

    /// <summary>What the petitioner says it is. The clerk decides.</summary>
    public Category? StatedCategory { get; private init; }

    /// <summary>收到: the day the office received it, which may be before it was registered.</summary>
    public DateOnly ReceivedOn { get; private init; }

    public DateTimeOffset RegisteredAt { get; private init; }

    /// <summary>Not rolled: the office is warned and counted by it.</summary>
    public DateOnly ForwardStrictDueOn { get; private set; }

    /// <summary>Rolled: the petitioner is promised it; late only after it.</summary>
    public DateOnly ForwardDueOn { get; private set; }

    public PetitionStatus Status { get; private set; }
    public Category? Category { get; private set; }
    public string? ContentCode { get; private set; }
    public bool Urgent { get; private set; }

    /// <summary>保密 (art. 30): nobody but the disciplinary organ reads it.</summary>
    public bool Sealed { get; private set; }

    /// <summary>The organ that holds it now; null at the office.</summary>
    public string? Organ { get; private set; }

    /// <summary>How often it has been routed.</summary>
    public int Round { get; private set; }

    /// <summary>首接: the account that was first responsible. Set once, kept through every hand-over.</summary>
    public string? FirstReceiver { get; private set; }

    /// <summary>
    /// The day of the first routing, which meets the term of article 22; where there is none, the day the office answered it itself
    /// or the petitioner took it back. A return does not start that term again.
    /// </summary>
    public DateOnly? FirstRoutedOn { get; private set; }

    public int Supplements { get; private set; }

    /// <summary>How many reports of article 25 have been made of it.</summary>
    public int Escalations { get; private set; }

    /// <summary>How often the petitioner has chased.</summary>
    public int Chases { get; private set; }

    /// <summary>The day of the last chase.</summary>
    public DateOnly? LastChasedOn { get; private set; }

    /// <summary>How many messages the petitioner has left.</summary>
    public int Messages { get; private set; }

    public DateTimeOffset? RatedAt { get; private set; }

    public IReadOnlyList<Routing> Routings => _routings;

    /// <summary>An organ has it and has not ended it.</summary>
    public bool IsRunning => Status is PetitionStatus.Forwarded or PetitionStatus.Assigned;

    /// <summary>登记 (art. 21). The 15 days of article 22 run from the day received, not from the day registered.</summary>
    /// <param name="by">The clerk; null when the petitioner submits online.</param>
    public static Result<Registration> Register(PetitionId id, string number, Entry entry, string? by, Moment now)
    {
        ArgumentNullException.ThrowIfNull(entry);
        if (by is not null && entry.Channel is Channel.Online && !entry.Transferred) return Refusals.OnlineIsForPetitioners;
        if (entry.ReceivedOn > now.Date) return Refusals.NotReceivedYet;
        if (entry.ReceivedOn < PetitionRegulations.InForceFrom) return Refusals.BeforeTheRegulation;

        var forwarding = now.Due(entry.ReceivedOn, Terms.Forwarding, "收到");
        var petition = new Petition
        {
            Id = id,
            Number = number,
            Channel = entry.Channel,
            Anonymous = entry.Anonymous,
            ElectronicService = entry.ElectronicService,
            Street = entry.Street,
            ClaimCount = entry.ClaimCount,
            StatedCategory = entry.StatedCategory,
            ReceivedOn = entry.ReceivedOn,
            RegisteredAt = now.At,
            ForwardStrictDueOn = forwarding.StrictDueOn,
            ForwardDueOn = forwarding.DueOn,
            Status = PetitionStatus.Registered,
            FirstReceiver = entry.Transferred ? null : by, // a system is nobody who receives
        };
        return new Registration(petition, new Registered(id, number, entry.Channel, entry.ReceivedOn, now.At, by, forwarding));
    }

    /// <summary>甄别分类 (art. 22). May be corrected until it is routed; an accusation, once sealed, stays one (art. 30).</summary>
    /// <param name="contents">The tree that the code is chosen from; the general names where none is given.</param>
    public Result<Classified> Classify(Category category, string contentCode, bool urgent, string by, Moment now, ContentTree? contents = null)
    {
        if (Flow.Refuses(Status, Act.Classify) is { } refusal) return refusal;
        if (!(contents ?? ContentTree.General).IsOpen(contentCode)) return Refusals.UnknownContent;
        if (Sealed && category is not Domain.Category.Accusation) return Refusals.SealStays;
        if ((Category, ContentCode, Urgent) == (category, contentCode, urgent)) return Refusals.AlreadyClassified;

        var seals = !Sealed && category is Domain.Category.Accusation;
        (Category, ContentCode, Urgent) = (category, contentCode, urgent);
        Sealed |= seals;
        FirstReceiver ??= by;
        Status = Flow.After(Status, Act.Classify);
        return new Classified(Id, category, contentCode, urgent, Sealed, seals, by, now.At);
    }

    /// <summary>转送 (art. 22). After the 15 days it is still open, and marked late.</summary>
    public Result<Routed> Forward(Target target, string reason, string by, Moment now)
    {
        if ((Flow.Refuses(Status, Act.Forward) ?? Refuses(target, reason)) is { } refusal) return refusal;
        return Route(Act.Forward, target, report: null, by, now);
    }

    /// <summary>交办 (art. 22(3)): as forwarding, with a period in which the organ reports its result.</summary>
    /// <param name="reportWithinDays">Calendar days, 1 to 60.</param>
    public Result<Routed> Assign(Target target, string reason, int reportWithinDays, string demand, string by, Moment now)
    {
        if ((Flow.Refuses(Status, Act.Assign) ?? Refuses(target, reason)) is { } refusal) return refusal;
        if (reportWithinDays is < 1 or > 60) return Refusals.ReportDays;
        if (!IsSentence(demand)) return Refusals.DemandMissing;
        return Route(Act.Assign, target, now.Due(Terms.AssignmentReport with { Days = reportWithinDays }, "交办"), by, now);
    }

    /// <summary>交还 (art. 23¶3): told by the organ's service. Only the routing it speaks of can be taken back.</summary>
    public Result<Returned> Return(string organ, int round, DateTimeOffset at)
    {
        if (Flow.Refuses(Status, Act.Return) is { } refusal) return refusal;
        if (round != Round || organ != Organ) return new Refusal("petition.another-round", "说的是上一次转送，现在的转送不受影响。", PetitionRegulations.Contest);

        _routings.Single(routing => routing.Round == round).Returns(at);
        Status = Flow.After(Status, Act.Return);
        Organ = null;
        return new Returned(Id, organ, round, at);
    }

    /// <summary>The organ has declined or completed it (arts. 23, 34): told by its service.</summary>
    public Refusal? Ends(Act act, string organ)
    {
        if (Flow.Refuses(Status, act) is { } refusal) return refusal;
        if (organ != Organ) return new Refusal("petition.another-round", "说的是别的单位，现在的转送不受影响。", Flow.Basis(act));
        Status = Flow.After(Status, act);
        return null;
    }

    /// <summary>补充材料, open until the organ has ended it.</summary>
    /// <param name="received">The same text has been received before.</param>
    public Result<Supplemented> Supplement(string? text, bool received, Moment now)
    {
        if (Flow.Refuses(Status, Act.Supplement) is { } refusal) return refusal;
        if (text?.Trim().Length is not (>= 2 and <= 5000)) return Refusals.SupplementEmpty;
        if (received) return Refusals.SupplementTwice;
        return new Supplemented(Id, Organ, ++Supplements, now.At);
    }

    /// <summary>评价 (art. 21): once, by the petitioner, within 30 days of the opinion being served; the last day rolls.</summary>
    /// <param name="servedOn">The day the opinion was served, if it was.</param>
    public Result<Rated> Rate(Score office, Score organ, string? officeReason, string? organReason, DateOnly? servedOn, Moment now)
    {
        if (Flow.Refuses(Status, Act.Rate) is { } refusal) return refusal;
        if (Sealed) return Refusals.SealedIsNotRated;
        if (RatedAt is not null) return Refusals.RatedBefore;
        if (servedOn is not { } served || Organ is not { } holder) return Refusals.NotServedYet;
        var window = now.Due(served, Terms.RatingWindow, "送达意见书");
        if (now.Date > window.DueOn) return Refusals.RatingTooLate(window);
        if (office is Score.Dissatisfied && !IsReason(officeReason)) return Refusals.OfficeReasonMissing;
        if (organ is Score.Dissatisfied && !IsReason(organReason)) return Refusals.OrganReasonMissing;

        RatedAt = now.At;
        return new Rated(Id, holder, office, organ, now.At);
    }

    /// <summary>The term of article 22, as a projection of the facts.</summary>
    public DueDate ForwardingTerm(Moment now) => now.Due(ReceivedOn, Terms.Forwarding, "收到");

    /// <summary>期限重算: the last day of forwarding by the calendar in use now, as long as nothing was routed. Null when it stays.</summary>
    public ForwardingCorrected? CorrectDates(Moment now)
    {
        if (FirstRoutedOn is not null || Status is not (PetitionStatus.Registered or PetitionStatus.Classified)) return null;
        var (due, former) = (ForwardingTerm(now), ForwardDueOn);
        if ((due.StrictDueOn, due.DueOn) == (ForwardStrictDueOn, ForwardDueOn)) return null;
        (ForwardStrictDueOn, ForwardDueOn) = (due.StrictDueOn, due.DueOn);
        return new ForwardingCorrected(Id, former, due.StrictDueOn, due.DueOn, now.At);
    }

    /// <summary>What the record vouches for: every field that an act can change, and those that none may.</summary>
    public PetitionState State => new(
        Id.Value, Number, Channel, Anonymous, ElectronicService, Street, ClaimCount, StatedCategory, ReceivedOn, ForwardStrictDueOn, ForwardDueOn,
        Status, Category, ContentCode, Urgent, Sealed, Organ, Round, FirstReceiver, FirstRoutedOn, Supplements, RatedAt is not null,
        Chases, LastChasedOn, Messages, Escalations);

    private Refusal? Refuses(Target target, string reason)
    {
        ArgumentNullException.ThrowIfNull(target);
        if (!target.Exists) return Refusals.UnknownOrgan;
        if (target.Successor is { } successor) return Refusals.Succeeded(successor);
        if (!target.OfTheDistrict) return Refusals.OutsideTheDistrict;
        if (Sealed && !target.Disciplinary) return Refusals.OnlyToDiscipline;
        // A sealed one has nowhere else to go.
        if (!Sealed && _routings.Exists(routing => routing.Organ == target.Code && routing.ReturnedAt is not null)) return Refusals.ReturnedBefore;
        return IsSentence(reason) ? null : Refusals.ReasonMissing;
    }

    private Routed Route(Act act, Target target, DueDate? report, string by, Moment now)
    {
        var late = FirstRoutedOn is null && now.Date > ForwardDueOn;
        Round++;
        Organ = target.Code;
        FirstReceiver ??= by;
        FirstRoutedOn ??= now.Date;
        Status = Flow.After(Status, act);
        _routings.Add(new Routing(Id, Round, target.Code, now.At, report, late));
        return new Routed(Id, target.Code, Round, late, report, by, now.At);
    }

    private static bool IsSentence(string? text) => text?.Trim().Length is >= 4 and <= 500;

    private static bool IsReason(string? text) => text?.Trim().Length is >= 2 and <= 1000;
}

/// <summary>The state of a petition as its record vouches for it. Instants stay out: PostgreSQL keeps them less finely than the clock.</summary>
public sealed record PetitionState(
    Guid Id, string Number, Channel Channel, bool Anonymous, bool ElectronicService, string? Street, int ClaimCount, Category? StatedCategory,
    DateOnly ReceivedOn, DateOnly ForwardStrictDueOn, DateOnly ForwardDueOn, PetitionStatus Status, Category? Category, string? ContentCode,
    bool Urgent, bool Sealed, string? Organ, int Round, string? FirstReceiver, DateOnly? FirstRoutedOn, int Supplements, bool Rated,
    // Left out while they are nothing, so that what was vouched for before they existed still is.
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] int Chases = 0,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] DateOnly? LastChasedOn = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] int Messages = 0,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] int Escalations = 0);

/// <summary>What a registration knows besides the petitioner and their words.</summary>
/// <param name="Transferred">转入: another body received it first, and its system hands it over.</param>
public sealed record Entry(
    Channel Channel, DateOnly ReceivedOn, bool Anonymous, bool ElectronicService, string? Street, int ClaimCount, Category? StatedCategory,
    bool Transferred = false);

/// <summary>The petition and the fact that brought it.</summary>
public sealed record Registration(Petition Petition, Registered Fact);

/// <summary>The organ a petition is to be routed to, as the table of organs knows it.</summary>
/// <param name="Exists">The code is in the table.</param>
/// <param name="OfTheDistrict">A department or a street of the district; not the petition office, not a superior organ.</param>
/// <param name="Disciplinary">纪检监察机关.</param>
/// <param name="Successor">Name of the organ that has taken over, where it has.</param>
public sealed record Target(string Code, bool Exists, bool OfTheDistrict, bool Disciplinary, string? Successor);

/// <summary>One routing of a petition to an organ.</summary>
public sealed class Routing
{
    private Routing() { } // EF Core

    internal Routing(PetitionId petition, int round, string organ, DateTimeOffset at, DueDate? report, bool late) =>
        (PetitionId, Round, Organ, At, ReportDays, ReportStrictDueOn, ReportDueOn, Late) =
        (petition, round, organ, at, report?.Term.Days, report?.StrictDueOn, report?.DueOn, late);

    public PetitionId PetitionId { get; private init; }
    public int Round { get; private init; }
    public string Organ { get; private init; } = "";
    public DateTimeOffset At { get; private init; }

    /// <summary>Set for an assignment (交办).</summary>
    public int? ReportDays { get; private init; }
    public DateOnly? ReportStrictDueOn { get; private init; }
    public DateOnly? ReportDueOn { get; private init; }

    /// <summary>The first routing, and after the term of article 22.</summary>
    public bool Late { get; private init; }

    public DateTimeOffset? ReturnedAt { get; private set; }

    internal void Returns(DateTimeOffset at) => ReturnedAt = at;
}
