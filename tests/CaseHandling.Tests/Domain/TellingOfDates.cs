using Xinfang.CaseHandling.Domain;
using Xinfang.Law;
using Xinfang.Testing;
using static Xinfang.CaseHandling.Tests.Domain.Story;

namespace Xinfang.CaseHandling.Tests.Domain;

public class TellingOfDates
{
    [Fact]
    public void Is_told_when_three_quarters_are_used_or_three_days_are_left()
    {
        // 15 days from 5 March: three quarters are used on the 12th day, 17 March, which is also three days before the end.
        Assert.Empty(Received().TellTerms(At(2026, 3, 16)));
        var told = Assert.Single(Received().TellTerms(At(2026, 3, 17)));
        Assert.Equal((Terms.Notice.Code, false, new DateOnly(2026, 3, 20)), (told.Term, told.Overdue, told.StrictDueOn));
    }

    [Fact, Rule("A-31")]
    public void Is_told_once_near_and_once_past()
    {
        var petition = Accepted();
        Assert.Equal([false], petition.TellTerms(At(2026, 5, 4)).Select(told => told.Overdue));
        Assert.Empty(petition.TellTerms(At(2026, 5, 5)));
        Assert.Empty(petition.TellTerms(On(Day60)));
        Assert.Equal([true], petition.TellTerms(On(Day60.AddDays(1))).Select(told => told.Overdue));
        Assert.Empty(petition.TellTerms(At(2026, 7, 1)));
    }

    [Fact]
    public void What_is_already_past_is_not_announced_as_near() =>
        Assert.True(Assert.Single(Accepted().TellTerms(At(2026, 6, 1))).Overdue);

    [Fact]
    public void What_is_done_or_only_a_right_is_never_told()
    {
        Assert.Null(Declined().WatchOn);
        Assert.Null(Withdrawn().WatchOn);
        Assert.All(Served().TellTerms(At(2027, 1, 1)), told => Assert.Equal(Terms.Enforcement.Code, told.Term)); // supported claims are owed until done
    }

    [Fact]
    public void Of_several_terms_each_is_told()
    {
        var petition = Assigned();
        Assert.Equal([Terms.Notice.Code, Terms.AssignmentReport.Code], petition.TellTerms(At(2026, 6, 1)).Select(told => told.Term));
    }
}
