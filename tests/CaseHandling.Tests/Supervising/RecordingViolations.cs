using Xinfang.CaseHandling.Domain.Supervising;
using Xinfang.CaseHandling.Tests.Domain;
using Xinfang.Law;
using Xinfang.Testing;
using static Xinfang.CaseHandling.Tests.Domain.Story;
using static Xinfang.CaseHandling.Tests.Supervising.People;

namespace Xinfang.CaseHandling.Tests.Supervising;

public class RecordingViolations
{
    [Fact]
    public void Every_state_and_act_is_open_or_refused_with_an_article() => FlowChecks.EveryPairIsDecided(Violation.Flow, In);

    [Fact, Rule("A-56"), Rule("A-57"), Rule("A-58"), Rule("A-59"), Rule("A-60")]
    public void Chapter_6_has_a_code_for_every_item_of_its_articles()
    {
        Assert.Equal([(42, 4), (43, 3), (44, 3), (45, 4), (46, 7)], ViolationCode.All.GroupBy(code => code.Article).Select(group => (group.Key, group.Count())));
        Assert.Equal("《信访工作条例》第四十六条第（五）项", ViolationCode.Find("V46-5")!.Basis.ToString());
        Assert.Null(ViolationCode.Find("V47-1"));
        foreach (var (cause, code) in new[]
        {
            (SupervisionCause.NoticeOverdue, "V44-3"), (SupervisionCause.CompletionOverdue, "V45-1"), (SupervisionCause.NotExecuted, "V42-4"), (SupervisionCause.Dissatisfied, null),
        })
            Assert.Equal(code, ViolationCode.Of(cause)?.Code);
    }

    [Fact, Rule("A-57")]
    public void The_office_that_forwards_too_late_is_recorded_too()
    {
        var (petition, received) = CaseHandling.Domain.Petition.Receive(Routing(), At(2026, 3, 18)); // received by the office on 2 March, forwarded by the 17th
        Assert.Equal("V43-2", Triggers.LateForwarding(petition, received, At(2026, 3, 18))?.Code);
        Assert.Null(Triggers.LateForwarding(petition, received, At(2026, 3, 17)));
    }

    [Fact]
    public void A_person_says_what_was_found()
    {
        Refused(Violation.Record(Guid.CreateVersion7(), Story.Accepted(), "V46-1", Organ, "Found", " ", Supervisor, At(2026, 3, 9)), "supervision.without-text", PetitionRegulations.Supervision);
        Refused(Violation.Record(Guid.CreateVersion7(), Story.Accepted(), "V46-8", Organ, "Found", "态度生硬。", Supervisor, At(2026, 3, 9)), "violation.unknown", PetitionRegulations.HandlingLiability);
        Assert.Equal("态度生硬。", Done(Violation.Record(Guid.CreateVersion7(), Story.Accepted(), "V46-1", Organ, "Found", "态度生硬。", Supervisor, At(2026, 3, 9))).File.Finding);
    }

    private static Violation In(ViolationStatus status)
    {
        var violation = Done(Violation.Record(Guid.CreateVersion7(), Story.Accepted(), "V44-3", Organ, "NoticeOverdue", null, Person.System, At(2026, 3, 9)));
        return status switch
        {
            ViolationStatus.Corrected => Done(violation.Correct(OfficeHead, "责令改正，已补发告知书。", At(2026, 3, 10))),
            ViolationStatus.Withdrawn => Done(violation.Withdraw(OfficeHead, "告知书在期限内送达，登记有误。", At(2026, 3, 10))),
            _ => violation,
        };
    }
}
