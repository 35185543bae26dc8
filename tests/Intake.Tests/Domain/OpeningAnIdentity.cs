using Xinfang.Intake.Domain;
using Xinfang.Law;

namespace Xinfang.Intake.Tests.Domain;

public class OpeningAnIdentity
{
    private const string Why = "要上门送达处理意见书。";
    private static readonly Moment Now = Given.On(2026, 3, 5);

    [Fact]
    public void Needs_no_approval_where_nobody_asked_for_secrecy()
    {
        Assert.Null(IdentityOpening.RefusesReading(Given.Forwarded(), protectedIdentity: false, null, RevealPurpose.Contact, Why, Now));
        Assert.Equal("identity.approval-not-needed", Given.No(IdentityOpening.Ask(Given.Forwarded(), protectedIdentity: false, live: false, RevealPurpose.Contact, Why, "a", "o", Now)).Code);
    }

    [Fact]
    public void An_accuser_is_opened_only_by_approval()
    {
        var refusal = IdentityOpening.RefusesReading(Given.Forwarded(), protectedIdentity: true, null, RevealPurpose.Contact, Why, Now);
        Assert.Equal(("identity.approval-needed", PetitionRegulations.Accusation, RefusalKind.Forbidden), (refusal!.Code, refusal.Basis, refusal.Kind));
    }

    [Fact]
    public void It_closes_by_itself()
    {
        var opening = Asked();
        Assert.Null(opening.Decide(grant: true, 24, Why, "office-head", Now));
        Assert.Null(Reading(opening, Now));
        Assert.Null(Reading(opening, Given.On(2026, 3, 6, 9)));
        Assert.Equal("identity.approval-needed", Reading(opening, Given.On(2026, 3, 6, 10))!.Code);
    }

    [Fact]
    public void Waiting_or_refused_it_opens_nothing()
    {
        var opening = Asked();
        Assert.Equal("identity.approval-needed", Reading(opening, Now)!.Code);
        Assert.Null(opening.Decide(grant: false, 0, "没有必要，电话里已经联系上。", "office-head", Now));
        Assert.Equal("identity.approval-needed", Reading(opening, Now)!.Code);
        Assert.False(opening.IsLive(Now.At));
    }

    [Fact]
    public void Nobody_approves_for_themselves()
    {
        var opening = Asked();
        Assert.Equal("identity.own-request", opening.Decide(grant: true, 24, Why, opening.AskedBy, Now)!.Code);
        Assert.Null(opening.DecidedAt);
    }

    [Theory, InlineData(0), InlineData(-1), InlineData(73)]
    public void It_lasts_at_most_three_days(int hours) => Assert.Equal("identity.hours", Asked().Decide(grant: true, hours, Why, "office-head", Now)!.Code);

    [Fact]
    public void Is_decided_once()
    {
        var opening = Asked();
        Assert.Null(opening.Decide(grant: true, 72, Why, "office-head", Now));
        Assert.Equal("identity.decided", opening.Decide(grant: false, 0, Why, "office-head", Now)!.Code);
    }

    [Fact]
    public void Is_asked_once_at_a_time() =>
        Assert.Equal("identity.asked", Given.No(IdentityOpening.Ask(Given.Forwarded(), protectedIdentity: true, live: true, RevealPurpose.Contact, Why, "a", "o", Now)).Code);

    [Theory, InlineData(""), InlineData("看看"), InlineData(null)]
    public void Says_what_for(string? reason)
    {
        Assert.Equal("identity.reason", IdentityOpening.RefusesReading(Given.Forwarded(), protectedIdentity: false, null, RevealPurpose.Contact, reason, Now)!.Code);
        Assert.Equal("identity.reason", Given.No(IdentityOpening.Ask(Given.Forwarded(), protectedIdentity: true, live: false, RevealPurpose.Contact, reason, "a", "o", Now)).Code);
        Assert.Equal("identity.reason", Asked().Decide(grant: true, 24, reason, "office-head", Now)!.Code);
        Assert.Equal("identity.purpose", IdentityOpening.RefusesReading(Given.Forwarded(), protectedIdentity: false, null, (RevealPurpose)9, Why, Now)!.Code);
    }

    private static IdentityOpening Asked() =>
        Given.Done(IdentityOpening.Ask(Given.Forwarded(), protectedIdentity: true, live: false, RevealPurpose.Serve, Why, "120104-zjw.officer", "120104-zjw", Now));

    private static Refusal? Reading(IdentityOpening opening, Moment at) =>
        IdentityOpening.RefusesReading(Given.Forwarded(), protectedIdentity: true, opening, RevealPurpose.Serve, Why, at);
}
