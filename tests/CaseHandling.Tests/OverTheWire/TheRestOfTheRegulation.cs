using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xinfang.CaseHandling.Api.Watching;
using Xinfang.Contracts.CaseHandling.V1;
using Xinfang.Contracts.Intake.V1;
using Xinfang.ServiceDefaults.Organs;
using Xinfang.Testing;
using static Xinfang.CaseHandling.Tests.OverTheWire.CaseHandlingApp;

namespace Xinfang.CaseHandling.Tests.OverTheWire;

[Collection(OverTheWire.Name)]
public class TheRestOfTheRegulation(CaseHandlingApp app)
{
    private const string Head = Zjw + ".head";

    [Fact, Rule("C-01"), Rule("C-05"), Rule("C-06")]
    public async Task A_first_petition_goes_the_simple_way_and_the_notice_says_so()
    {
        app.Today(2026, 3, 5);
        var id = await app.Received();
        await Refused(await app.Act(id, "simple-procedure", new { }), 422, "simple.without-ground", "《信访事项简易办理办法》第四条");
        await app.Done(id, "simple-procedure", new { ground = "ClearAndSmall" });
        Assert.Equal(new DateOnly(2026, 3, 10), (await app.Published<SimpleProcedureChosen>(id)).DueOn);

        var accepted = await app.Done(id, "acceptance");
        Assert.Equal(new DateOnly(2026, 3, 19), (await app.Published<PetitionAccepted>(id)).SimpleDueOn);
        var notice = await app.Get($"/petitions/{id}/documents/{accepted.GetProperty("document").GetProperty("id").GetGuid()}");
        Assert.Contains("10个工作日", notice.GetRawText(), StringComparison.Ordinal);

        await app.Done(id, "simple-procedure/end", new { reason = "要做鉴定。" });
        await app.Published<SimpleProcedureLeft>(id);
        var detail = await app.Detail(id);
        Assert.False(detail.GetProperty("simple").GetBoolean());
        Assert.DoesNotContain(detail.GetProperty("terms").EnumerateArray(), term => term.GetProperty("code").GetString() == "simple-complete");
    }

    [Fact, Rule("C-02")]
    public async Task A_repeat_is_refused_the_simple_way_by_what_the_routing_says()
    {
        app.Today(2026, 3, 5);
        var id = await app.Received(Forwarding() with { Repeat = true });
        await Refused(await app.Act(id, "simple-procedure", new { ground = "ClearAndSmall" }), 409, "simple.repeat", "《信访事项简易办理办法》第四条");
        Assert.True((await app.Detail(id)).GetProperty("repeat").GetBoolean());
    }

    [Fact, Rule("A-32")]
    public async Task Whoever_the_petition_is_about_can_neither_see_nor_claim_it()
    {
        app.Today(2026, 3, 5);
        var id = await app.Received(Forwarding() with { ConcernedAccounts = $"{Zjw}.officer,{Zjw}.checker" });
        await Refused(await app.As(Zjw + ".officer").GetAsync($"/petitions/{id}"), 404, "petition.not-found");
        await Refused(await app.Act(id, "claim"), 404, "petition.not-found");
        await Refused(await app.As(Zjw + ".checker").GetAsync($"/petitions/{id}"), 404, "petition.not-found");
        var mine = await app.Get("/petitions?box=ToClaim&limit=100");
        Assert.DoesNotContain(mine.GetProperty("items").EnumerateArray(), item => item.GetProperty("id").GetGuid() == id);
        Assert.Equal(2, (await app.Detail(id, Head)).GetProperty("recused").GetArrayLength());
    }

    [Fact]
    public async Task A_hand_over_keeps_the_first_handler_and_the_contact_is_told_with_its_time()
    {
        var id = await app.Accepted();
        await app.Done(id, "contacts", new { at = "2026-03-11T10:30:00+08:00", way = "Phone", reached = true, note = "约了看现场。" });
        var told = await app.Published<PetitionerContacted>(id);
        Assert.True(told is { First: true, InTime: false });

        await Refused(await app.Act(id, "hand-over", new { officer = "120104-cgw.officer", reason = "归它。" }), 422, "hand-over.outside");
        await app.Done(id, "hand-over", new { officer = Zjw + ".second", reason = "岗位调整。" }, Head);
        await app.Published<PetitionHandedOver>(id);
        var detail = await app.Detail(id);
        Assert.Equal((Zjw + ".officer", Zjw + ".second"), (detail.GetProperty("firstHandler").GetString(), detail.GetProperty("officer").GetString()));
    }

    [Fact, Rule("A-41")]
    public async Task A_mediation_needs_both_consents_and_its_agreement_is_followed_to_the_end()
    {
        var id = await app.Accepted();
        app.Today(2026, 3, 16);
        await app.Done(id, "mediation/consents", Consent("Petitioner"));
        await Refused(await app.Act(id, "mediation", new { mediator = "调委会" }), 409, "mediation.without-consent", "《信访工作条例》第三十三条");
        await app.Done(id, "mediation/consents", Consent("Respondent"));
        await app.Done(id, "mediation", new { mediator = "街道人民调解委员会" });
        Assert.Equal("Mediation", (await app.Published<MediationStarted>(id)).Kind);
        await app.Done(id, "mediation/agreement", new { form = "Written", performBy = "2026-04-15", content = "产权单位修好管道。" });
        Assert.Equal(new DateOnly(2026, 4, 15), (await app.Published<MediationAgreed>(id)).PerformDueOn);
        await app.Done(id, "completion", Completion());
        await app.Done(id, "enforcement", new { item = 1, doneOn = "2026-03-16", evidence = "双方确认。" });
        Assert.Equal(0, (await app.Published<EnforcementDone>(id)).Left);
        Assert.Null((await app.Published<EnforcementDone>(id)).Claim);

        static object Consent(string party) => new { kind = "Mediation", party, on = "2026-03-16", withinDiscretion = true, note = "当面同意。" };
    }

    [Fact, Rule("A-36")]
    public async Task A_hearing_is_called_seven_days_before_by_the_head_and_stops_no_term()
    {
        var id = await app.Accepted();
        app.Today(2026, 3, 16);
        var before = TheStory.Term(await app.Detail(id), "completion").GetProperty("dueOn").GetString();
        await Refused(await app.Act(id, "hearings", Hearing("2026-03-20", "副主任"), Head), 409, "hearing.notice-too-short", "《信访工作条例》第三十一条第（六）项");
        await Refused(await app.Act(id, "hearings", Hearing("2026-03-23", Zjw + ".officer"), Head), 409, "hearing.chair-investigated");
        await Refused(await app.Act(id, "hearings", Hearing("2026-03-23", "副主任")), 403, "duty.missing");
        await app.Done(id, "hearings", Hearing("2026-03-23", "副主任"), Head);
        Assert.Equal(new DateOnly(2026, 3, 23), (await app.Published<HearingCalled>(id)).HeldOn);
        app.Today(2026, 3, 23);
        await app.Done(id, "hearings/record", new { petitionerCame = true, minutes = "各方陈述。", conclusion = "由产权单位维修。" });
        await app.Published<HearingHeld>(id);
        Assert.Equal(before, TheStory.Term(await app.Detail(id), "completion").GetProperty("dueOn").GetString());

        static object Hearing(string on, string chair) => new
        {
            heldOn = on, ground = "Complex", why = "产权历史复杂。", place = "听证室", chair, members = new[] { "听证员甲", "听证员乙" }, parties = new[] { "信访人" },
        };
    }

    [Fact, Rule("A-30"), Rule("A-40"), Rule("A-51")]
    public async Task A_file_closes_with_its_four_duties_and_what_is_owed_is_followed_and_told_when_overdue()
    {
        var id = await app.Decided();
        app.Today(2026, 4, 29);
        await app.Done(id, "service", new { method = "HandedOver", servedOn = "2026-04-29", receiver = "信访人本人" });
        await Refused(await app.Act(id, "completion", new { result = "已办。" }), 422, "completion.limb-unchecked", "《信访工作条例》第二十七条");
        await app.Done(id, "completion", Completion());
        var completed = await app.Published<PetitionCompleted>(id);
        Assert.Equal(("District", "FailedToAct"), (completed.ClosingLevel, completed.RootCause));
        Assert.Contains((await app.Get("/petitions?box=ToEnforce&limit=100")).GetProperty("items").EnumerateArray(), item => item.GetProperty("id").GetGuid() == id);

        await app.Done(id, "enforcement/plan", new { item = 1, dueOn = "2026-05-06", plan = "节后施工。" });
        await app.Done(id, "enforcement/refusal", new { item = 1, reason = "产权单位称没有资金。" });
        Assert.Equal(1, (await app.Published<EnforcementRefused>(id)).Claim);
        var proposed = Assert.Single((await app.Get($"/supervision/petitions/{id}", "supervisor")).GetProperty("supervisions").EnumerateArray());
        Assert.Equal(("NotExecuted", "Proposed"), (proposed.GetProperty("cause").GetString(), proposed.GetProperty("status").GetString()));
        app.Today(2026, 5, 8);
        await app.Services.GetRequiredService<DeadlineWatch>().ScanAsync(TestContext.Current.CancellationToken);
        Assert.Equal("enforcement", (await app.Published<TermOverdue>(id)).Term);
        Assert.True((await app.Detail(id)).GetProperty("chain").GetProperty("intact").GetBoolean());
    }

    [Fact]
    public async Task The_petitioner_has_it_reopened_with_the_ticket_while_the_window_is_open_and_is_answered_anew()
    {
        var id = await app.Decided();
        app.Today(2026, 4, 29);
        await app.Done(id, "service", new { method = "HandedOver", servedOn = "2026-04-29", receiver = "信访人本人" });
        await app.Done(id, "completion", Completion());
        var route = $"/petitions/{id}/reopening";
        await Refused(await app.Anonymous().PostAsJsonAsync(route, new { reason = "还是返水，没有修好。" }), 401, "ticket.required");
        await Refused(await app.As(Zjw + ".officer").PostAsJsonAsync(route, new { reason = "还是返水，没有修好。" }), 401, "ticket.required");
        await Refused(await app.Citizen(Guid.CreateVersion7()).PostAsJsonAsync(route, new { reason = "还是返水，没有修好。" }), 404, "petition.not-found");
        app.Today(2026, 5, 20);
        var answer = await app.Citizen(id).PostAsJsonAsync(route, new { reason = "还是返水，没有修好。" });
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(new DateOnly(2026, 7, 19), (await app.Published<PetitionReopened>(id)).StrictDueOn);
        Assert.Equal("Accepted", (await app.Detail(id)).GetProperty("status").GetString());

        await app.Done(id, "statement", new { heardOn = "2026-05-20", way = "Visit", summary = "当面听取，说管道又返水。" });
        await app.Decide(id);
        Assert.Equal("Decided", (await app.Detail(id)).GetProperty("status").GetString());
        Assert.Equal([1, 2], (await app.Get($"/petitions/{id}/opinion")).GetProperty("versions").EnumerateArray().Select(version => version.GetProperty("version").GetInt32()));
        Assert.True((await app.Detail(id)).GetProperty("chain").GetProperty("intact").GetBoolean());
    }

    [Fact]
    public async Task The_head_terminates_and_a_withdrawal_is_noted()
    {
        var id = await app.Accepted();
        await Refused(await app.Act(id, "termination", new { ground = "PetitionerDied", reason = "死亡证明。" }), 403, "duty.missing");
        await app.Done(id, "termination", new { ground = "PetitionerDied", reason = "死亡证明在案，继承人书面放弃。" }, Head);
        Assert.Equal("PetitionerDied", (await app.Published<PetitionTerminated>(id)).Ground);

        var other = await app.Accepted();
        await app.PublishAsync(new PetitionWithdrawn { PetitionId = other, Organ = Zjw, WithdrawnAt = new(2026, 3, 12, 1, 0, 0, TimeSpan.Zero), DocumentId = Guid.CreateVersion7() });
        await Eventually.Holds(async () => (await app.Detail(other)).GetProperty("status").GetString() == "Withdrawn");
        await Refused(await app.Act(other, "statement", new { heardOn = "2026-03-11", way = "Phone", summary = "电话听取。" }), 409, "petition.wrong-state");
    }

    [Fact, Rule("A-34"), Rule("A-19")]
    public async Task An_accusation_is_handled_by_the_disciplinary_organ_and_nothing_of_it_leaves()
    {
        app.Today(2026, 3, 5);
        var forwarding = Forwarding(Organs.Discipline, isSealed: true);
        await app.PublishAsync(forwarding);
        var id = forwarding.PetitionId;
        await Eventually.Holds(async () => await app.Db(db => db.Petitions.AnyAsync(p => p.Id == new Xinfang.CaseHandling.Domain.PetitionId(id))));
        var officer = Organs.Discipline + ".officer";
        await Refused(await app.Act(id, "accusation/reception", null, "office-head"), 404, "petition.not-found");
        await Refused(await app.Act(id, "accusation/reception"), 404, "petition.not-found");

        await app.Done(id, "accusation/reception", null, officer);
        await Refused(await app.Act(id, "statement", new { heardOn = "2026-03-05", way = "Phone", summary = "电话。" }, officer), 409, "petition.sealed", "《信访工作条例》第三十条");
        await app.Done(id, "accusation/verification", new { finding = "PartlyFounded", summary = "绝密核实情况。" }, officer);
        await app.Done(id, "accusation/transfer", new { body = "市纪委监委", reason = "属于市管干部。" }, officer);
        await app.Done(id, "accusation/organisation", new { on = "2026-03-05", note = "区委组织部。" }, officer);
        await app.Done(id, "accusation/result", new { on = "2026-03-05", note = "当面反馈。" }, officer);

        Assert.True((await app.Published<AccusationTransferred>(id)).Sealed);
        Assert.Equal(["Organ", "PetitionId", "Sealed", "ToldAt"], (await app.Published<AccusationResultTold>(id)).GetType().GetProperties().Select(property => property.Name).Order());
        var record = await app.Db(db => db.Record.Where(entry => entry.PetitionId == id).Select(entry => entry.Facts).ToListAsync());
        Assert.DoesNotContain(record, facts => facts.Contains("市纪委", StringComparison.Ordinal) || facts.Contains("PartlyFounded", StringComparison.Ordinal) || facts.Contains("绝密", StringComparison.Ordinal));
        var detail = await app.Detail(id, officer);
        Assert.Equal(("Completed", "PartlyFounded"), (detail.GetProperty("status").GetString(), detail.GetProperty("accusation").GetProperty("check").GetProperty("finding").GetString()));
    }

    [Fact, Rule("A-32")]
    public async Task The_accused_at_the_disciplinary_organ_itself_loses_sight_of_it()
    {
        app.Today(2026, 3, 5);
        var forwarding = Forwarding(Organs.Discipline, isSealed: true);
        await app.PublishAsync(forwarding);
        var id = forwarding.PetitionId;
        await Eventually.Holds(async () => await app.Db(db => db.Petitions.AnyAsync(p => p.Id == new Xinfang.CaseHandling.Domain.PetitionId(id))));
        await app.Done(id, "concerned", new { accounts = new[] { Organs.Discipline + ".officer" }, reason = "被反映的人" }, Organs.Discipline + ".head");
        await Refused(await app.As(Organs.Discipline + ".officer").GetAsync($"/petitions/{id}"), 404, "petition.not-found");
        await Refused(await app.Act(id, "accusation/reception", null, Organs.Discipline + ".officer"), 404, "petition.not-found");
    }
}
