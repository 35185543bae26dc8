using Xinfang.CaseHandling.Domain;
using Xinfang.Law;
using Xinfang.Testing;
using static Xinfang.CaseHandling.Tests.Domain.Story;

namespace Xinfang.CaseHandling.Tests.Domain;

[Rule("A-41")]
public class MediatingAPetition
{
    [Fact]
    public void Begins_only_when_both_sides_have_agreed()
    {
        var petition = Accepted();
        Assert.Contains("信访人和对方", Refused(petition.Mediate(Officer, "调委会", At(2026, 3, 16)), "mediation.without-consent", PetitionRegulations.Mediation).Message, StringComparison.Ordinal);
        Consents(petition, Party.Petitioner);
        Assert.Contains("还没有记下对方同意", Refused(petition.Mediate(Officer, "调委会", At(2026, 3, 16)), "mediation.without-consent", PetitionRegulations.Mediation).Message, StringComparison.Ordinal);
        Consents(petition, Party.Respondent);
        Refused(petition.Mediate(Officer, null, At(2026, 3, 16)), "mediation.without-mediator", PetitionRegulations.Mediation);
        Done(petition.Mediate(Officer, "街道人民调解委员会", At(2026, 3, 16)));
        Assert.Equal(PetitionStatus.Mediating, petition.Status);
    }

    [Fact]
    public void Stays_within_discretion_and_one_way()
    {
        var petition = Accepted();
        Refused(petition.ConsentToMediation(Officer, MediationKind.Mediation, Party.Petitioner, new(2026, 3, 16), "同意。", withinDiscretion: false, At(2026, 3, 16)),
            "mediation.outside-discretion", PetitionRegulations.Mediation);
        Refused(petition.ConsentToMediation(Officer, MediationKind.Mediation, Party.Petitioner, new(2026, 3, 17), "同意。", true, At(2026, 3, 16)), "consent.date", PetitionRegulations.Mediation);
        Refused(petition.ConsentToMediation(Officer, MediationKind.Mediation, Party.Petitioner, new(2026, 3, 16), "", true, At(2026, 3, 16)), "consent.without-note", PetitionRegulations.Mediation);
        Consents(petition, Party.Petitioner);
        Refused(petition.ConsentToMediation(Officer, MediationKind.Mediation, Party.Petitioner, new(2026, 3, 16), "同意。", true, At(2026, 3, 16)), "consent.already", PetitionRegulations.Mediation);
        Refused(petition.ConsentToMediation(Officer, MediationKind.Settlement, Party.Respondent, new(2026, 3, 16), "同意。", true, At(2026, 3, 16)), "mediation.other-kind", PetitionRegulations.Mediation);
    }

    [Fact]
    public void The_sixty_days_run_on_and_go_on_when_it_fails()
    {
        var petition = Mediating();
        Assert.Equal(Day60, petition.TermOf(Terms.Completion.Code)!.StrictDueOn);
        Refused(petition.FailMediation(Officer, "", At(2026, 4, 20)), "mediation.failed-without-reason", PetitionRegulations.Mediation);

        var failed = Done(petition.FailMediation(Officer, "赔偿数额差得太远。", At(2026, 4, 20)));

        Assert.Equal(PetitionStatus.Accepted, petition.Status);
        Assert.Equal(Day60, failed.Answer.StrictDueOn);
        Assert.Contains(petition.TellTerms(At(2026, 5, 11)), told => told is { Term: "completion", Overdue: true });
        Consents(petition, Party.Petitioner); // and may be tried again
        Assert.Equal(2, petition.File.Mediations.Count);
    }

    [Fact]
    public void An_agreement_ends_the_term_and_is_followed_until_it_is_performed()
    {
        var petition = Mediating();
        Refused(petition.Agree(Officer, AgreementForm.Recorded, "", new(2026, 4, 30), At(2026, 3, 30)), "agreement.without-content", PetitionRegulations.Mediation);
        Refused(petition.Agree(Officer, AgreementForm.Recorded, "修好。", new(2026, 3, 29), At(2026, 3, 30)), "agreement.date-past", PetitionRegulations.Mediation);
        Assert.True(Done(petition.Agree(Officer, AgreementForm.Recorded, "修好管道。", new(2026, 4, 30), At(2026, 3, 30))).InTime);

        Assert.Equal((Terms.Enforcement.Code, new DateOnly(2026, 4, 30)), (petition.NextTerm, petition.NextDueOn));
        Assert.True(Done(petition.Complete(Officer, "达成调解协议。", Closed, At(2026, 4, 1))).InTime);
        Assert.Equal(Terms.Enforcement.Code, petition.NextTerm); // beyond completion
        Done(petition.Enforce(Officer, 1, new(2026, 4, 28), "双方签字的履行确认。", At(2026, 4, 28)));
        Assert.Null(petition.NextTerm);
    }

    private static void Consents(Petition petition, Party party) =>
        Done(petition.ConsentToMediation(Officer, MediationKind.Mediation, party, new(2026, 3, 16), "当面同意。", withinDiscretion: true, At(2026, 4, 20)));
}

[Rule("A-36")]
public class HearingInPublic
{
    private static Result<HearingCalled> Call(Petition petition, DateOnly heldOn, string chair = "区住建委副主任", int members = 2, Actor? by = null) => petition.CallHearing(
        by ?? Head, HearingGround.Complex, "产权历史复杂，各方说法不一。", heldOn, "区信访办听证室", chair, [.. Enumerable.Range(1, members).Select(i => $"听证员{i}")], ["信访人", "物业公司"], At(2026, 3, 16));

    [Fact]
    public void Is_told_of_seven_days_before()
    {
        Refused(Call(Accepted(), new(2026, 3, 22)), "hearing.notice-too-short", PetitionRegulations.Hearing);
        Assert.Equal(new DateOnly(2026, 3, 16), Done(Call(Accepted(), new(2026, 3, 23))).NoticedOn);
    }

    [Fact]
    public void Is_chaired_by_somebody_who_has_not_handled_it()
    {
        Refused(Call(Accepted(), new(2026, 3, 23), chair: Officer.Id.Value), "hearing.chair-investigated", PetitionRegulations.Hearing);
        Refused(Call(Accepted(), new(2026, 3, 23), chair: " "), "hearing.without-chair", PetitionRegulations.Hearing);
        Refused(Call(Accepted(), new(2026, 3, 23), members: 1), "hearing.without-members", PetitionRegulations.Hearing);
        Assert.Equal(RefusalKind.Forbidden, Refused(Call(Accepted(), new(2026, 3, 23), by: Officer), "duty.missing", PetitionRegulations.Hearing).Kind);
    }

    [Fact]
    public void Stops_no_term_and_comes_before_the_opinion()
    {
        var petition = Heard();
        var before = petition.TermOf(Terms.Completion.Code);
        Done(Call(petition, new(2026, 3, 25)));
        Refused(Call(petition, new(2026, 3, 25)), "hearing.waits", PetitionRegulations.Hearing);
        Refused(petition.Decide(Officer, "主管道塌陷。", Opinions(2), "120104", At(2026, 3, 24)), "hearing.waits", PetitionRegulations.Hearing);
        Refused(petition.HoldHearing(Officer, true, "笔录。", "结论。", At(2026, 3, 24)), "hearing.too-early", PetitionRegulations.Hearing);
        Refused(petition.HoldHearing(Officer, true, "", "结论。", At(2026, 3, 25)), "hearing.without-minutes", PetitionRegulations.Hearing);
        Refused(petition.HoldHearing(Officer, true, "笔录。", "", At(2026, 3, 25)), "hearing.without-conclusion", PetitionRegulations.Hearing);

        Done(petition.HoldHearing(Officer, petitionerCame: true, "笔录。", "管道由产权单位修。", At(2026, 3, 25)));

        Assert.Equal(before, petition.TermOf(Terms.Completion.Code));
        Done(petition.Decide(Officer, "主管道塌陷。", Opinions(2), "120104", At(2026, 4, 27)));
    }

    [Fact]
    public void Can_be_cancelled_with_a_reason()
    {
        var petition = Accepted();
        Done(Call(petition, new(2026, 3, 25)));
        Refused(petition.CancelHearing(Head, "", At(2026, 3, 20)), "hearing.cancelled-without-reason", PetitionRegulations.Hearing);
        Done(petition.CancelHearing(Head, "双方愿意调解。", At(2026, 3, 20)));
        Refused(petition.HoldHearing(Officer, true, "笔录。", "结论。", At(2026, 3, 25)), "hearing.none-called", PetitionRegulations.Hearing);
    }
}
