using CsCheck;
using Xinfang.Testing;
using static Xinfang.Law.Tests.Given;

namespace Xinfang.Law.Tests;

/// <summary>不计入期限: the hearing in a recheck, and nothing else (art. 36 para. 2).</summary>
public class ExcludingDays
{
    private static readonly DateOnly Received = Day("2026-03-26"), Today = Day("2026-04-30");

    [Fact, Rule("A-45")]
    public void A_hearing_of_four_days_moves_a_recheck_by_four()
    {
        Assert.False(SuspensionLedger.Empty.Suspend(Terms.Recheck, Received, Day("2026-04-07"), Day("2026-04-10"), Today).Refused(out _, out var ledger));

        Assert.Equal(4, ledger.ExcludedDays());
        var due = Loaded.Due(Received, Terms.Recheck, "收到申请", excludedDays: ledger.ExcludedDays());
        Assert.Equal((Day("2026-04-29"), 34), (due.StrictDueOn, due.Days));
    }

    [Fact, Rule("A-45")]
    public void Neither_handling_nor_a_review_is_suspended()
    {
        foreach (var term in Terms.Default.All.Where(term => term.Code != Terms.Recheck.Code))
        {
            Assert.True(SuspensionLedger.Empty.Suspend(term, Received, Day("2026-04-07"), Day("2026-04-10"), Today).Refused(out var refusal, out _));
            Assert.Equal(("suspension.recheck-only", PetitionRegulations.RecheckHearing), (refusal.Code, refusal.Basis));
        }
    }

    [Theory]
    [InlineData("2026-03-26", "2026-03-27")]
    [InlineData("2026-04-10", "2026-04-09")]
    [InlineData("2026-04-29", "2026-05-01")]
    public void A_hearing_lies_after_the_request_in_order_and_in_the_past(string from, string until)
    {
        Assert.True(SuspensionLedger.Empty.Suspend(Terms.Recheck, Received, Day(from), Day(until), Today).Refused(out var refusal, out _));
        Assert.Equal("suspension.days", refusal.Code);
    }

    [Fact]
    public void A_day_in_two_hearings_is_excluded_once() => Gen.Select(Gen.Int[1, 40], Gen.Int[0, 10]).Array[1, 6].Sample(hearings =>
    {
        var ledger = SuspensionLedger.Empty;
        HashSet<DateOnly> days = [];
        foreach (var (start, length) in hearings)
        {
            var (from, until) = (Received.AddDays(start), Received.AddDays(start + length));
            Assert.False(ledger.Suspend(Terms.Recheck, Received, from, until, until).Refused(out _, out var next));
            ledger = next;
            for (var day = from; day <= until; day = day.AddDays(1)) days.Add(day);
        }
        Assert.Equal(days.Count, ledger.ExcludedDays());
    });
}
