using Xinfang.CaseHandling.Domain;
using Xinfang.Law;
using Xinfang.Testing;
using static Xinfang.CaseHandling.Tests.Domain.Story;

namespace Xinfang.CaseHandling.Tests.Domain;

[Rule("A-36"), Rule("A-37")]
public class SigningTheOpinion
{
    private static readonly string Hash = new('0', 64);
    private static readonly OpinionText Text = new("主管道塌陷。", Opinions(2), []);

    [Fact]
    public void Goes_from_the_officer_to_the_checker_to_the_head()
    {
        var petition = Heard();
        Assert.Equal(1, Done(petition.DraftOpinion(Officer, Text, true, Hash, "120104", At(2026, 4, 24))).Version);
        Assert.Equal(DraftDesk.Checker, petition.DraftDesk);
        Done(petition.CheckOpinion(Checker, At(2026, 4, 25)));
        Assert.Equal(DraftDesk.Head, petition.DraftDesk);
        Assert.Equal(2, Done(petition.SignOpinion(Head, "120104", At(2026, 4, 27))).Supported);
        Assert.Equal((PetitionStatus.Decided, (DraftDesk?)null, Terms.ServiceOfOpinion.Code), (petition.Status, petition.DraftDesk, petition.NextTerm));
    }

    [Fact]
    public void A_draft_may_be_saved_unfinished_and_stays_with_the_officer()
    {
        var petition = Heard();
        Assert.False(Done(petition.DraftOpinion(Officer, new("查明一半", [new(1)], []), false, Hash, "120104", At(2026, 4, 24))).Submitted);
        Assert.Equal(DraftDesk.Officer, petition.DraftDesk);
        Refused(petition.CheckOpinion(Checker, At(2026, 4, 25)), "opinion.nothing-to-check", PetitionRegulations.Opinion);
        Refused(petition.SignOpinion(Head, "120104", At(2026, 4, 25)), "opinion.not-checked", PetitionRegulations.Opinion);
    }

    [Fact]
    public void Nobody_checks_or_signs_what_they_wrote()
    {
        var all = new Actor(Officer.Id, Organ, Roles.Officer | Roles.Checker | Roles.Head);
        var petition = Heard();
        Done(petition.DraftOpinion(all, Text, true, Hash, "120104", At(2026, 4, 24)));
        Refused(petition.CheckOpinion(all, At(2026, 4, 24)), "opinion.check-of-own-draft", PetitionRegulations.Opinion);
        Done(petition.CheckOpinion(Checker, At(2026, 4, 24)));
        Refused(petition.SignOpinion(all, "120104", At(2026, 4, 24)), "opinion.signature-of-own-draft", PetitionRegulations.Opinion);
        Refused(petition.SignOpinion(Checker with { Roles = Roles.Head }, "120104", At(2026, 4, 24)), "opinion.signature-of-own-draft", PetitionRegulations.Opinion);
    }

    [Fact]
    public void Is_given_back_with_a_remark_and_drafted_anew()
    {
        var petition = Heard();
        Done(petition.DraftOpinion(Officer, Text, true, Hash, "120104", At(2026, 4, 24)));
        Refused(petition.ReturnDraft(Head, "改。", At(2026, 4, 24)), "opinion.nothing-to-return", PetitionRegulations.Opinion);
        Refused(petition.ReturnDraft(Checker, " ", At(2026, 4, 24)), "opinion.return-without-remark", PetitionRegulations.Opinion);
        Assert.Equal(DraftDesk.Checker, Done(petition.ReturnDraft(Checker, "依据写到条。", At(2026, 4, 24))).From);
        Assert.Equal(DraftDesk.Officer, petition.DraftDesk);

        Assert.Equal(2, Done(petition.DraftOpinion(Officer, Text, true, Hash, "120104", At(2026, 4, 25))).Version);
        Done(petition.CheckOpinion(Checker, At(2026, 4, 25)));
        Done(petition.ReturnDraft(Head, "第二项再核实。", At(2026, 4, 25)));
        Assert.Equal(["依据写到条。", "第二项再核实。"], petition.File.Draft!.Remarks.Select(remark => remark.Text));
    }

    [Fact]
    public void A_new_version_takes_back_what_was_checked()
    {
        var petition = Heard();
        Done(petition.DraftOpinion(Officer, Text, true, Hash, "120104", At(2026, 4, 24)));
        Done(petition.CheckOpinion(Checker, At(2026, 4, 24)));
        Done(petition.DraftOpinion(Officer, Text, true, Hash, "120104", At(2026, 4, 25)));
        Refused(petition.SignOpinion(Head, "120104", At(2026, 4, 25)), "opinion.not-checked", PetitionRegulations.Opinion);
    }

    [Fact]
    public void Is_withdrawn_before_service_and_the_term_runs_on_as_it_ran()
    {
        var petition = Decided();
        Refused(petition.WithdrawOpinion(Head, "", At(2026, 4, 28)), "opinion.withdrawal-without-reason", PetitionRegulations.Opinion);
        var withdrawn = Done(petition.WithdrawOpinion(Head, "第二项依据引错了。", At(2026, 4, 28)));

        Assert.Equal(new DateOnly(2026, 5, 11), withdrawn.Answer.DueOn);
        Assert.Equal((PetitionStatus.Accepted, Terms.Completion.Code, (DateOnly?)null), (petition.Status, petition.NextTerm, petition.DecidedOn));
        Assert.All(petition.File.Claims, claim => Assert.Null(claim.Outcome));
        Done(petition.Decide(Officer, "主管道塌陷。", Opinions(2), "120104", At(2026, 4, 29)));
        Assert.Equal(2, petition.File.Draft!.Version);
    }

    [Fact]
    public void Is_not_withdrawn_once_served() =>
        Refused(Served().WithdrawOpinion(Head, "写错了。", At(2026, 4, 30)), "petition.wrong-state", PetitionRegulations.Opinion);
}
