using Xinfang.Intake.Domain;
using Xinfang.Testing;

namespace Xinfang.Intake.Tests.Domain;

public class TheFlow
{
    public static TheoryData<PetitionStatus, Act> Pairs { get; } = new(
        from status in Enum.GetValues<PetitionStatus>() from act in Enum.GetValues<Act>() select (status, act));

    [Theory, MemberData(nameof(Pairs))]
    public void Every_state_and_act_is_decided_and_the_aggregate_obeys(PetitionStatus status, Act act)
    {
        var refusal = Flow.Refuses(status, act);
        if (refusal is not null)
        {
            Assert.Equal("petition.wrong-state", refusal.Code);
            Assert.NotNull(refusal.Basis);
            Assert.Equal(refusal, Try(Given.In(status), act));
            return;
        }
        var petition = Given.In(status);
        Assert.Null(Try(petition, act));
        Assert.Equal(Flow.After(status, act), petition.Status);
    }

    [Fact]
    public void Is_as_documented() => Approved.Document("docs/intake-flow.md",
        $"# Intake flow\n\nWhat can be done to a petition at the petition office. Return, Decline and Complete are told by the competent organ's events.\nPrinted from `Flow.cs`; a test keeps both equal.\n\n| Act | From | To | Basis |\n|---|---|---|---|\n{Flow.Describe()}\n");

    private static Law.Refusal? Try(Petition petition, Act act)
    {
        var now = Given.On(2026, 5, 4);
        switch (act)
        {
            case Act.Classify: return petition.Classify(Category.Suggestion, "130000", true, "clerk", now).Refused(out var classify, out _) ? classify : null;
            case Act.Forward: return petition.Forward(Given.Urban, Given.Reason, "clerk", now).Refused(out var forward, out _) ? forward : null;
            case Act.Assign: return petition.Assign(Given.Urban, Given.Reason, 30, "请查明责任。", "clerk", now).Refused(out var assign, out _) ? assign : null;
            case Act.Return: return petition.Return("120104-zjw", 1, now.At).Refused(out var returned, out _) ? returned : null;
            case Act.Decline or Act.Complete: return petition.Ends(act, "120104-zjw");
            case Act.Supplement: return petition.Supplement("又漏了一次", false, now).Refused(out var supplement, out _) ? supplement : null;
            default: return petition.Rate(Score.Satisfied, Score.Satisfied, null, null, new(2026, 4, 29), now).Refused(out var rate, out _) ? rate : null;
        }
    }
}
