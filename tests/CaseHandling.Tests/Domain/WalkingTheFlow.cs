using Xinfang.CaseHandling.Domain;
using Xinfang.Law;
using Xinfang.Testing;
using static Xinfang.CaseHandling.Tests.Domain.Story;

namespace Xinfang.CaseHandling.Tests.Domain;

public class WalkingTheFlow
{
    public static TheoryData<PetitionStatus, Act> Pairs => new MatrixTheoryData<PetitionStatus, Act>(Enum.GetValues<PetitionStatus>(), Enum.GetValues<Act>());

    [Theory, Rule("C-16")]
    [MemberData(nameof(Pairs))]
    public void Every_state_and_act_is_open_or_refused_with_an_article(PetitionStatus status, Act act)
    {
        var (step, petition) = (Flow.Of(act), In(status));
        var refusal = petition.Refuses(act, new(new("somebody"), Organ, step.Who), At(2026, 3, 9));

        if (petition.IsSealed() && !step.ForSealed) Assert.Equal(("petition.sealed", PetitionRegulations.Accusation), (refusal?.Code, refusal?.Basis));
        else if (step.Rails?.Contains(petition.Category) is false) Assert.Equal(("petition.other-rail", step.Basis), (refusal?.Code, refusal?.Basis));
        else if (step.From.Contains(status)) Assert.NotEqual("petition.wrong-state", refusal?.Code);
        else Assert.Equal(("petition.wrong-state", step.Basis), (refusal?.Code, refusal?.Basis));
        if (refusal is not null) Assert.NotNull(refusal.Basis);
    }

    [Fact]
    public void Every_category_state_and_act_is_decided_by_the_table_alone()
    {
        foreach (var category in Enum.GetValues<Category>())
            foreach (var status in Enum.GetValues<PetitionStatus>())
                foreach (var step in Flow.All)
                {
                    var refusal = Flow.Refuses(step.Act, status, category, step.Who);
                    var expected = category is Category.Accusation && !step.ForSealed ? "petition.sealed"
                        : step.Rails?.Contains(category) is false ? "petition.other-rail"
                        : step.From.Contains(status) ? null
                        : "petition.wrong-state";
                    Assert.Equal(expected, refusal?.Code);
                    Assert.True(refusal is null || refusal.Basis is not null, $"{step.Act} in {status} names no article");
                }
    }

    [Theory]
    [MemberData(nameof(Pairs))]
    public void Nobody_without_the_role_gets_as_far_as_the_state(PetitionStatus status, Act act)
    {
        var step = Flow.Of(act);
        foreach (var role in Enum.GetValues<Roles>().Where(role => (role & step.Who) == 0))
        {
            var refusal = In(status).Refuses(act, new(new("somebody"), Organ, role), At(2026, 3, 9));
            Assert.Equal(("duty.missing", step.Basis), (refusal?.Code, refusal?.Basis));
        }
    }

    [Fact]
    public void Every_guard_names_its_article_and_says_why_in_Chinese()
    {
        foreach (var guard in Flow.All.SelectMany(step => step.Guards))
        {
            Assert.NotNull(guard.Basis);
            Assert.EndsWith("。", guard.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Every_act_of_the_table_leads_only_where_the_table_says()
    {
        foreach (var (before, act, after) in new (PetitionStatus, Act, Petition)[]
        {
            (PetitionStatus.Received, Act.Contest, Contested()), (PetitionStatus.Contested, Act.DecideContestation, Returned()),
            (PetitionStatus.Received, Act.Accept, Accepted()), (PetitionStatus.Received, Act.Decline, Declined()),
            (PetitionStatus.Accepted, Act.HearStatement, Heard()), (PetitionStatus.Accepted, Act.SignOpinion, Decided()),
            (PetitionStatus.Decided, Act.Serve, Served()), (PetitionStatus.Served, Act.Complete, Completed()),
            (PetitionStatus.Accepted, Act.Mediate, Mediating()), (PetitionStatus.Mediating, Act.Agree, Settled()),
            (PetitionStatus.Received, Act.ReceiveAccusation, AcceptedAccusation()), (PetitionStatus.Accepted, Act.VerifyAccusation, VerifiedAccusation()),
            (PetitionStatus.Verified, Act.TransferAccusation, TransferredAccusation()),
            (PetitionStatus.Accepted, Act.Withdraw, Withdrawn()), (PetitionStatus.Accepted, Act.Terminate, Terminated()),
        })
        {
            Assert.Contains(before, Flow.Of(act).From);
            Assert.Contains(after.Status, Flow.Of(act).To);
        }
    }

    [Fact]
    public void Every_change_counts_as_a_revision()
    {
        Assert.Equal(1, Received().Revision);
        Assert.Equal(2, Accepted().Revision);
        Assert.Equal(8, Completed().Revision);
    }

    [Fact]
    public void The_flow_is_as_documented() => Approved.Document("docs/case-handling-flow.md", Flow.Describe());
}
