using CsCheck;
using Xinfang.CaseHandling.Domain;
using Xinfang.Law;
using Xinfang.Testing;
using static Xinfang.CaseHandling.Tests.Domain.Story;

namespace Xinfang.CaseHandling.Tests.Domain;

public class ExtendingTheTerm
{
    private const string Reason = "房屋检测报告五月中旬才能出具。";

    [Fact, Rule("A-39")]
    public void Moves_the_date_only_when_the_notice_is_served()
    {
        var petition = Accepted();

        var granted = Done(petition.Extend(Head, 20, Reason, At(2026, 4, 20)));
        Assert.Equal(new DueDates(new(2026, 5, 30), new(2026, 6, 1)), granted.Answer);
        Assert.Equal(new DateOnly(2026, 5, 11), petition.NextDueOn);

        var served = Done(petition.ServeExtension(Officer, new(2026, 4, 22), ServiceMethod.Post, At(2026, 4, 22)));
        Assert.Equal(new DueDates(new(2026, 5, 30), new(2026, 6, 1)), served.Answer);
        Assert.Equal(new DateOnly(2026, 6, 1), petition.NextDueOn);
    }

    [Fact, Rule("A-39")]
    public void Is_the_heads_to_approve()
    {
        var refusal = Refused(Accepted().Extend(Officer, 10, Reason, At(2026, 4, 20)), "duty.missing", PetitionRegulations.Extension);
        Assert.Equal((RefusalKind.Forbidden, "只有承办单位负责人能批准延期。"), (refusal.Kind, refusal.Message));
    }

    [Fact, Rule("A-39")]
    public void Is_open_on_the_sixtieth_day_and_closed_on_the_next_even_when_the_date_was_rolled()
    {
        Done(Accepted().Extend(Head, 10, Reason, On(Day60)));
        Refused(Accepted().Extend(Head, 10, Reason, On(Day60.AddDays(1))), "extension.too-late", PetitionRegulations.Extension);
    }

    [Fact]
    public void Must_be_served_by_the_sixtieth_day_though_the_service_may_be_entered_later()
    {
        var petition = Granted(20, new(2026, 5, 8));
        Refused(petition.ServeExtension(Officer, new(2026, 5, 11), ServiceMethod.Post, At(2026, 5, 12)), "extension.served-too-late", PetitionRegulations.Extension);
        Assert.Equal(new DateOnly(2026, 5, 11), petition.NextDueOn);
        Done(petition.ServeExtension(Officer, Day60, ServiceMethod.Post, At(2026, 5, 12)));
    }

    [Fact]
    public void Cannot_be_served_before_it_was_granted_or_in_the_future()
    {
        Refused(Granted(20, new(2026, 4, 20)).ServeExtension(Officer, new(2026, 4, 19), ServiceMethod.Post, At(2026, 4, 22)), "service.date", PetitionRegulations.Extension);
        Refused(Granted(20, new(2026, 4, 20)).ServeExtension(Officer, new(2026, 4, 23), ServiceMethod.Post, At(2026, 4, 22)), "service.date", PetitionRegulations.Extension);
        Refused(Accepted().ServeExtension(Officer, new(2026, 4, 22), ServiceMethod.Post, At(2026, 4, 22)), "extension.none-granted", PetitionRegulations.Extension);
    }

    [Fact]
    public void Online_service_needs_the_petitioners_consent() =>
        Assert.True(Granted(20, new(2026, 4, 20)).ServeExtension(Officer, new(2026, 4, 22), ServiceMethod.Electronic, At(2026, 4, 22)).Refused(out var refusal, out _)
            && refusal.Code == "service.electronic-without-consent");

    [Theory]
    [InlineData(31, "extension.too-long")]
    [InlineData(0, "extension.without-days")]
    [InlineData(-1, "extension.without-days")]
    public void Is_one_to_thirty_days(int days, string code) => Refused(Accepted().Extend(Head, days, Reason, At(2026, 4, 20)), code, PetitionRegulations.Extension);

    [Fact, Rule("A-39")]
    public void Several_sum_to_thirty_at_most()
    {
        var petition = Effective(20, new(2026, 4, 20));

        Refused(petition.Extend(Head, 11, Reason, At(2026, 5, 8)), "extension.too-long", PetitionRegulations.Extension);
        Done(petition.Extend(Head, 10, Reason, At(2026, 5, 8)));
        var served = Done(petition.ServeExtension(Officer, new(2026, 5, 9), ServiceMethod.HandedOver, At(2026, 5, 9)));

        Assert.Equal(new DateOnly(2026, 6, 9), served.Answer.StrictDueOn); // acceptance + 60 + 30, rolled once
        Refused(petition.Extend(Head, 1, Reason, On(Day60)), "extension.too-long", PetitionRegulations.Extension);
    }

    [Fact]
    public void Waits_for_the_earlier_one_to_be_served() =>
        Refused(Granted(10, new(2026, 4, 20)).Extend(Head, 10, Reason, At(2026, 4, 21)), "extension.pending", PetitionRegulations.Extension);

    [Theory, Rule("A-39")]
    [InlineData("")]
    [InlineData("情况复杂。")]
    public void Needs_a_concrete_reason(string reason) =>
        Refused(Accepted().Extend(Head, 10, reason, At(2026, 4, 20)), "extension.without-reason", PetitionRegulations.Extension);

    [Fact]
    public void Is_for_redress_only() =>
        Refused(Accepted(Category.Suggestion).Extend(Head, 10, Reason, At(2026, 4, 20)), "extension.redress-only", PetitionRegulations.Extension);

    [Fact]
    public void A_warning_given_for_the_old_date_is_given_again_for_the_new_one()
    {
        var petition = Accepted();
        Assert.Single(petition.TellTerms(At(2026, 5, 4)));
        Done(petition.Extend(Head, 20, Reason, At(2026, 5, 4)));
        Done(petition.ServeExtension(Officer, new(2026, 5, 4), ServiceMethod.HandedOver, At(2026, 5, 4)));

        Assert.Empty(petition.TellTerms(At(2026, 5, 9)));
        Assert.Single(petition.TellTerms(At(2026, 5, 27)));
    }

    [Fact, Rule("A-39")]
    public void Whatever_is_tried_the_sum_and_the_dates_keep_the_law() => Gen.Select(Gen.Int[0, 75], Gen.Int[-2, 40], Gen.Int[0, 10])
        .List[1, 12].Sample(tries =>
        {
            var (ledger, day) = (new ExtensionLedger(), AcceptedOn);
            foreach (var (step, days, wait) in tries)
            {
                day = AcceptedOn.AddDays(Math.Max(day.DayNumber - AcceptedOn.DayNumber, step));
                if (!ledger.Grant(days, Reason, Head.Id, day, Day60, 30).Refused(out _, out var granted)) ledger = granted;
                var servedOn = day.AddDays(wait);
                if (!ledger.Serve(servedOn, ServiceMethod.Post, servedOn, Day60).Refused(out _, out var served)) (ledger, day) = (served, servedOn);
            }
            return ledger.GrantedDays() <= 30 && ledger.EffectiveDays() <= ledger.GrantedDays()
                && ledger.Items.All(each => each.Days >= 1 && each.GrantedOn <= Day60 && (each.ServedOn is null || (each.ServedOn <= Day60 && each.ServedOn >= each.GrantedOn)))
                && ledger.Items.SkipLast(1).All(each => each.Status is ExtensionStatus.Effective);
        });

    [Fact]
    public void The_new_date_is_acceptance_plus_sixty_plus_the_effective_days_rolled_once() => Gen.Int[1, 30].List[1, 3].Where(all => all.Sum() <= 30)
        .Select(Gen.Int[0, 700]).Sample((all, offset) =>
        {
            var accepted = new DateOnly(2024, 1, 2).AddDays(offset);
            var petition = Petition.Receive(Routing(), On(accepted)).Petition;
            Done(petition.Accept(Officer, null, null, On(accepted)));
            foreach (var days in all)
            {
                Done(petition.Extend(Head, days, Reason, On(accepted.AddDays(10))));
                Done(petition.ServeExtension(Officer, accepted.AddDays(10), ServiceMethod.Post, On(accepted.AddDays(10))));
            }
            var strict = accepted.AddDays(60 + all.Sum());
            var term = petition.TermOf(Terms.Completion.Code)!;
            return term.StrictDueOn == strict && term.DueOn == LegalCalendar.Default.WorkingDayFrom(strict);
        });

    private static Petition Granted(int days, DateOnly on)
    {
        var petition = Accepted();
        Done(petition.Extend(Head, days, Reason, On(on)));
        return petition;
    }

    private static Petition Effective(int days, DateOnly on)
    {
        var petition = Granted(days, on);
        Done(petition.ServeExtension(Officer, on, ServiceMethod.HandedOver, On(on)));
        return petition;
    }
}
