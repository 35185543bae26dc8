using Xinfang.Intake.Domain;
using Xinfang.Law;

namespace Xinfang.Intake.Tests.Domain;

/// <summary>Petitions in the states that the sentences begin with. All people and places are invented.</summary>
internal static class Given
{
    public static readonly Target Housing = new("120104-zjw", Exists: true, OfTheDistrict: true, Disciplinary: false, Successor: null);
    public static readonly Target Urban = new("120104-cgw", Exists: true, OfTheDistrict: true, Disciplinary: false, Successor: null);
    public static readonly Target Street = new("120104001", Exists: true, OfTheDistrict: true, Disciplinary: false, Successor: null);
    public static readonly Target Discipline = new("120104-jwjw", Exists: true, OfTheDistrict: true, Disciplinary: true, Successor: null);

    public const string Reason = "房屋共用管道归区住建委管。";

    public static Moment On(int year, int month, int day, int hour = 10) =>
        new(new DateTimeOffset(year, month, day, hour, 0, 0, TimeSpan.FromHours(8)), LegalCalendar.Default, Terms.Default);

    public static Entry Entry(DateOnly receivedOn, Channel channel = Channel.Online) =>
        new(channel, receivedOn, Anonymous: false, ElectronicService: true, Street: "120104001", ClaimCount: 3, StatedCategory: Category.Redress);

    public static Petition Registered(string? by = null, DateOnly? receivedOn = null)
    {
        var entry = Entry(receivedOn ?? new(2026, 3, 2), by is null ? Channel.Online : Channel.Letter);
        Assert.False(Petition.Register(new(Guid.CreateVersion7()), "120104-20260302-0001", entry, by, On(2026, 3, 2)).Refused(out _, out var registration));
        return registration!.Petition;
    }

    /// <summary>Brought in person, and classified.</summary>
    public static Petition Visit()
    {
        Assert.False(Petition.Register(new(Guid.CreateVersion7()), "120104-20260302-0002", Entry(new(2026, 3, 2), Channel.Visit), "clerk", On(2026, 3, 2)).Refused(out _, out var registration));
        Done(registration!.Petition.Classify(Category.Redress, "080000", urgent: false, "clerk", On(2026, 3, 3)));
        return registration.Petition;
    }

    public static Petition Classified(Category category = Category.Redress)
    {
        var petition = Registered();
        Done(petition.Classify(category, "030000", urgent: false, "clerk", On(2026, 3, 3)));
        return petition;
    }

    public static Petition Forwarded()
    {
        var petition = Classified();
        Done(petition.Forward(Housing, Reason, "clerk", On(2026, 3, 4)));
        return petition;
    }

    public static Petition Returned()
    {
        var petition = Forwarded();
        Done(petition.Return("120104-zjw", 1, On(2026, 3, 9).At));
        return petition;
    }

    public static Petition In(PetitionStatus status)
    {
        switch (status)
        {
            case PetitionStatus.Registered: return Registered();
            case PetitionStatus.Classified: return Classified();
            case PetitionStatus.Forwarded: return Forwarded();
            case PetitionStatus.Returned: return Returned();
            case PetitionStatus.Assigned:
                var assigned = Classified();
                Done(assigned.Assign(Housing, Reason, 30, "请查明维修责任。", "clerk", On(2026, 3, 4)));
                return assigned;
            case PetitionStatus.Replied:
                var replied = Classified();
                Done(replied.Reply("您问的办理时间是工作日九点到十七点。", "clerk", On(2026, 3, 4)));
                return replied;
            case PetitionStatus.Linked:
                var linked = Classified();
                Done(linked.Link(Forwarded(), samePerson: true, until: null, "与长虹街道正在办的那一件是同一件事。", "clerk", On(2026, 3, 4)));
                return linked;
            case PetitionStatus.Diverted:
                var diverted = Classified();
                Done(diverted.Divert(Diversion.OtherOrgan, "河西区信访办公室", "事情发生在河西区，由河西区的机关管。", "clerk", On(2026, 3, 4)));
                return diverted;
            case PetitionStatus.Withdrawn:
                var withdrawn = Classified();
                Done(withdrawn.Withdraw(decided: false, confirmed: true, On(2026, 3, 4)));
                return withdrawn;
            case PetitionStatus.Disputed: return Disputed(out _);
            default:
                var ended = Forwarded();
                Assert.Null(ended.Ends(status is PetitionStatus.Declined ? Act.Decline : status is PetitionStatus.Barred ? Act.Bar : Act.Complete, "120104-zjw"));
                return ended;
        }
    }

    public static Petition Disputed(out Dispute dispute, string? commonSuperior = "120104")
    {
        var petition = Classified();
        Done(petition.OpenDispute([Housing, Urban], commonSuperior, "两个单位都说不归自己管。", "clerk", On(2026, 3, 4), out var opened));
        dispute = opened!;
        return petition;
    }

    public static readonly UrgentReport Report = new("3月4日8时", "虚构路路口", "约30人", "有人在路口聚集。", null, "可能堵塞交通", "已经派人到现场");

    public static T Done<T>(Result<T> result) where T : class
    {
        Assert.False(result.Refused(out var refusal, out var fact), refusal?.Message);
        return fact!;
    }

    public static Refusal No<T>(Result<T> result) where T : class
    {
        Assert.True(result.Refused(out var refusal, out _));
        return refusal!;
    }
}
