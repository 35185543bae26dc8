using Xinfang.CaseHandling.Domain;
using Xinfang.CaseHandling.Domain.Reviews;
using Xinfang.Testing;
using static Xinfang.CaseHandling.Tests.Domain.Reviews.ReviewStory;

namespace Xinfang.CaseHandling.Tests.Domain.Reviews;

public class WalkingTheReviewFlow
{
    private static readonly ReviewAct[] OfARequest = [.. Enum.GetValues<ReviewAct>().Where(act => act is not ReviewAct.Request)];

    public static TheoryData<ReviewStatus, ReviewAct, ReviewLevel> Pairs =>
        new MatrixTheoryData<ReviewStatus, ReviewAct, ReviewLevel>(Enum.GetValues<ReviewStatus>(), OfARequest, Enum.GetValues<ReviewLevel>());

    [Theory]
    [MemberData(nameof(Pairs))]
    public void Every_state_and_act_is_open_or_refused_with_an_article(ReviewStatus status, ReviewAct act, ReviewLevel level)
    {
        var step = ReviewFlow.Of(act);
        var review = In(status, level);
        var refusal = review.Refuses(act, new(new("somebody"), review.Body, step.Who));

        if (step.From.Contains(status)) Assert.NotEqual("review.wrong-state", refusal?.Code);
        else Assert.Equal(("review.wrong-state", step.BasisOf(level)), (refusal?.Code, refusal?.Basis));
    }

    [Theory]
    [MemberData(nameof(Pairs))]
    public void Nobody_without_the_role_or_of_another_organ_gets_as_far_as_the_state(ReviewStatus status, ReviewAct act, ReviewLevel level)
    {
        var (step, review) = (ReviewFlow.Of(act), In(status, level));
        foreach (var role in Enum.GetValues<Roles>().Where(role => (role & step.Who) == 0))
            Assert.Equal("review.duty-missing", review.Refuses(act, new(new("somebody"), review.Body, role))?.Code);
        if ((step.Who & Roles.System) == 0)
            Assert.Equal("review.duty-missing", review.Refuses(act, new(new("somebody"), review.Respondent, Roles.Officer | Roles.Head))?.Code);
    }

    [Fact]
    public void Every_guard_names_its_article_and_says_why_in_Chinese()
    {
        foreach (var guard in ReviewFlow.All.SelectMany(step => step.Guards))
        {
            Assert.NotNull(guard.Basis);
            Assert.EndsWith("。", guard.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Every_act_of_the_table_leads_only_where_the_table_says()
    {
        foreach (var (before, act, after) in new (ReviewStatus, ReviewAct, Review)[]
        {
            (ReviewStatus.Requested, ReviewAct.Accept, Accepted()), (ReviewStatus.Requested, ReviewAct.Reject, Rejected()),
            (ReviewStatus.Accepted, ReviewAct.Propose, Proposed()), (ReviewStatus.Accepted, ReviewAct.Decide, Decided()), (ReviewStatus.Decided, ReviewAct.Serve, Served()),
        })
        {
            Assert.Contains(before, ReviewFlow.Of(act).From);
            Assert.Contains(after.Status, ReviewFlow.Of(act).To);
        }
    }

    [Fact]
    public void The_names_in_the_record_lead_back_to_the_label()
    {
        Assert.Equal("受理复查申请", ReviewFlow.LabelOf(ReviewFlow.RecordNameOf(ReviewAct.Accept, ReviewLevel.Review)));
        Assert.Equal("签发复核意见", ReviewFlow.LabelOf(ReviewFlow.RecordNameOf(ReviewAct.Decide, ReviewLevel.Recheck)));
        Assert.Null(ReviewFlow.LabelOf("Accept"));
    }

    [Fact]
    public void The_flow_is_as_documented() => Approved.Document("docs/review-flow.md", ReviewFlow.Describe());
}
