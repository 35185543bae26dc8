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
            if (act is not (Act.DecideDispute)) Assert.Equal(refusal, Try(Given.In(status), act)); // there is no dispute to decide outside its one state
            return;
        }
        var petition = Given.In(status);
        Assert.Null(Try(petition, act));
        if (act is not Act.DecideDispute) Assert.Equal(Flow.After(status, act), petition.Status);
    }

    [Fact]
    public void Is_as_documented() => Approved.Document("docs/intake-flow.md",
        $"# Intake flow\n\nWhat can be done to a petition at the petition office. Return, Decline, Complete, Redo and Bar are told by the competent organ's events; Supplement, Rate, Withdraw, Chase, Message and ComplainOfRetaliation are the petitioner's own.\nPrinted from `Flow.cs`; a test keeps both equal.\n\n| Act | From | To | Basis |\n|---|---|---|---|\n{Flow.Describe()}\n");

    private static Law.Refusal? Try(Petition petition, Act act)
    {
        var now = Given.On(2026, 5, 4);
        switch (act)
        {
            case Act.Classify: return petition.Classify(Category.Suggestion, "130000", true, "clerk", now).Refused(out var classify, out _) ? classify : null;
            case Act.Forward: return petition.Forward(Given.Urban, Given.Reason, "clerk", now).Refused(out var forward, out _) ? forward : null;
            case Act.Assign: return petition.Assign(Given.Urban, Given.Reason, 30, "请查明责任。", "clerk", now).Refused(out var assign, out _) ? assign : null;
            case Act.Return: return petition.Return("120104-zjw", 1, now.At).Refused(out var returned, out _) ? returned : null;
            case Act.Decline or Act.Complete or Act.Redo or Act.Bar: return petition.Ends(act, "120104-zjw");
            case Act.Supplement: return petition.Supplement("又漏了一次", false, now).Refused(out var supplement, out _) ? supplement : null;
            case Act.Reply: return petition.Reply("您问的办理时间是工作日九点到十七点。", "clerk", now).Refused(out var reply, out _) ? reply : null;
            case Act.Link: return petition.Link(Given.Forwarded(), true, null, "与长虹街道正在办的那一件是同一件事。", "clerk", now).Refused(out var link, out _) ? link : null;
            case Act.Divert: return petition.Divert(Diversion.InformationDisclosure, "区信息公开窗口", "您要的是文件，走信息公开的渠道。", "clerk", now).Refused(out var divert, out _) ? divert : null;
            case Act.Escalate: return petition.Escalate(Given.Report, Given.Housing, now.At.AddMinutes(-20), "clerk", now, out _).Refused(out var escalate, out _) ? escalate : null;
            case Act.OpenDispute: return petition.OpenDispute([Given.Urban, Given.Street], null, "两个单位都说不归自己管。", "clerk", now, out _).Refused(out var open, out _) ? open : null;
            case Act.DecideDispute:
                petition = Given.Disputed(out var dispute);
                return petition.DecideDispute(dispute, Given.Urban, "协商一致由区城管委办。", false, "clerk", now).Refused(out var decide, out _) ? decide : null;
            case Act.Withdraw: return petition.Withdraw(false, true, now).Refused(out var withdraw, out _) ? withdraw : null;
            case Act.Chase: return petition.Chase(petition.ForwardingTerm(now), false, now).Refused(out var chase, out _) ? chase : null;
            case Act.Message: return petition.Message("什么时候来看？", 0, now).Refused(out var message, out _) ? message : null;
            case Act.CallBack:
                var owed = CallBack.OwedFor(new Rated(petition.Id, "120104-zjw", Score.Satisfied, Score.Dissatisfied, now.At))!;
                return owed.Hold(petition, CallBackWay.Phone, now.Date, CallBackOutcome.Settled, "说已经修好了。", "clerk", now).Refused(out var called, out _) ? called : null;
            case Act.ComplainOfRetaliation: return Flow.Refuses(petition.Status, act);
            default: return petition.Rate(Score.Satisfied, Score.Satisfied, null, null, new(2026, 4, 29), now).Refused(out var rate, out _) ? rate : null;
        }
    }
}
