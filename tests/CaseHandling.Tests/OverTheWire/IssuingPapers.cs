using System.Net;
using System.Text;
using System.Text.Json;
using Xinfang.Contracts.CaseHandling.V1;
using Xinfang.Contracts.Intake.V1;
using Xinfang.Testing;
using static Xinfang.CaseHandling.Tests.OverTheWire.CaseHandlingApp;

namespace Xinfang.CaseHandling.Tests.OverTheWire;

/// <summary>What an act puts on paper besides notices and opinions.</summary>
[Collection(OverTheWire.Name)]
public class IssuingPapers(CaseHandlingApp app)
{
    private const string Head = Zjw + ".head";

    [Fact]
    public async Task A_service_makes_out_its_receipt_with_the_last_day_for_a_review()
    {
        var id = await app.Decided();
        app.Today(2026, 4, 29);
        await app.Done(id, "service", new { method = "Left", servedOn = "2026-04-29", receiver = "信访人本人", note = "拒收，社区工作者见证。" });
        var receipt = await Paper(id, "ServiceReceipt");
        Assert.StartsWith("津南开住建信证〔2026〕", receipt.GetProperty("number").GetString(), StringComparison.Ordinal);
        var text = await Text(id, receipt);
        foreach (var expected in new[] { "张**", "留置送达", "2026年4月29日", "2026年5月29日", "天津市南开区人民政府", "拒收，社区工作者见证。" }) Assert.Contains(expected, text, StringComparison.Ordinal);
        await Files(id, receipt, Zjw + ".officer");
        await Refused(await app.Citizen(id).GetAsync(Path(id, receipt)), 404, "petition.not-found");
        Assert.True((await app.Get($"/petitions/{id}/record/verification", "auditor")).GetProperty("intact").GetBoolean());
    }

    [Fact]
    public async Task The_receipt_of_an_extension_promises_no_review()
    {
        var id = await app.Accepted();
        app.Today(2026, 4, 20);
        await app.Done(id, "extensions", new { days = 10, reason = "管道检测报告还没有出具，检测机构书面说明需要到5月中旬。" }, Head);
        await app.Done(id, "extensions/service", new { servedOn = "2026-04-20", method = "HandedOver" });
        var text = await Text(id, await Paper(id, "ServiceReceipt"));
        Assert.Contains("延长信访事项办理期限告知书", text, StringComparison.Ordinal);
        Assert.DoesNotContain("复查", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_agreement_is_each_partys_to_have_with_the_full_name_on_the_petitioners_own_copy()
    {
        var id = await app.Accepted();
        app.Today(2026, 3, 16);
        foreach (var party in new[] { "Petitioner", "Respondent" }) await app.Done(id, "mediation/consents", new { kind = "Mediation", party, on = "2026-03-16", withinDiscretion = true, note = "当面同意。" });
        await app.Done(id, "mediation", new { mediator = "街道人民调解委员会" });
        await app.Done(id, "mediation/agreement", new { form = "Written", performBy = "2026-04-15", content = "产权单位修好管道\n赔偿地板2000元", respondent = "示例物业公司" });
        var agreement = await Paper(id, "MediationAgreement");
        Assert.Equal(agreement.GetProperty("id").GetGuid(), (await app.Published<MediationAgreed>(id)).DocumentId);
        var text = await Text(id, agreement);
        foreach (var expected in new[] { "甲方（信访人）张**", "乙方示例物业公司", "（二）赔偿地板2000元。", "2026年4月15日前履行完毕", "司法确认" }) Assert.Contains(expected, text, StringComparison.Ordinal);
        Assert.DoesNotContain(FullName, text, StringComparison.Ordinal);
        await Files(id, agreement, Head);
        var own = await app.Citizen(id).GetAsync(Path(id, agreement));
        Assert.Contains($"甲方（信访人）{FullName}", await own.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact, Rule("A-17")]
    public async Task An_assignment_is_reported_on_when_it_is_completed()
    {
        app.Today(2026, 3, 5);
        var id = await app.Received(); // a forwarding: nobody wants a report
        var assigned = Guid.CreateVersion7();
        await app.PublishAsync(new PetitionAssigned
        {
            PetitionId = assigned, Number = "120104-20260302-0002", Organ = Zjw, Round = 1, Category = "Redress", ClaimCount = 2, ElectronicService = false, Urgent = false, Sealed = false,
            ReceivedByOfficeOn = new(2026, 3, 2), AssignedAt = new(2026, 3, 5, 2, 0, 0, TimeSpan.Zero), ReportDueOn = new(2026, 6, 3),
        });
        await app.Published<PetitionReceived>(assigned);
        foreach (var each in new[] { id, assigned })
        {
            app.Today(2026, 3, 11);
            await app.Done(each, "acceptance");
            app.Today(2026, 3, 19);
            await app.Done(each, "statement", new { heardOn = "2026-03-19", way = "OnSite", summary = "现场听取陈述。" });
            app.Today(2026, 4, 27);
            await app.Decide(each);
            await app.Done(each, "service", new { method = "HandedOver", servedOn = "2026-04-27", receiver = "信访人本人" });
            await app.Done(each, "completion", Completion());
        }
        var report = await Paper(assigned, "CompletionReport");
        var text = await Text(assigned, report);
        foreach (var expected in new[] { "2026年3月11日受理", "现场听取信访人陈述", "第一项请求", "送达回证（津南开住建信证〔2026〕", "请求复查" }) Assert.Contains(expected, text, StringComparison.Ordinal);
        await Files(assigned, report, "supervisor");
        await Refused(await app.Citizen(assigned).GetAsync(Path(assigned, report)), 404, "petition.not-found");
        Assert.DoesNotContain((await app.Detail(id)).GetProperty("documents").EnumerateArray(), each => each.GetProperty("kind").GetString() == "CompletionReport");
    }

    [Fact]
    public async Task A_contestation_is_a_letter_to_the_office()
    {
        app.Today(2026, 3, 5);
        var id = await app.Received();
        await app.Done(id, "contestation", new { reason = "该处管道由城管委负责养护", proposedOrgan = "120104-cgw" });
        var letter = await Paper(id, "Contestation", "office-head");
        var text = await Text(id, letter, "office-head");
        foreach (var expected in new[] { "由城管委负责养护。", "建议由天津市南开区城市管理委员会办理" }) Assert.Contains(expected, text, StringComparison.Ordinal);
        await Files(id, letter, "office-head");
        await Refused(await app.Citizen(id).GetAsync(Path(id, letter)), 404, "petition.not-found");
    }

    [Fact]
    public async Task An_end_without_an_answer_is_told_in_writing()
    {
        var id = await app.Accepted();
        await app.Done(id, "termination", new { ground = "PetitionerDied", reason = "死亡证明在案，继承人书面放弃。" }, Head);
        var notice = await Paper(id, "Termination");
        Assert.Equal(notice.GetProperty("id").GetGuid(), (await app.Published<PetitionTerminated>(id)).DocumentId);
        var own = await (await app.Citizen(id).GetAsync(Path(id, notice))).Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Contains("信访人死亡，没有人承继。", own, StringComparison.Ordinal);
        Assert.DoesNotContain("死亡证明", own, StringComparison.Ordinal);
        await Files(id, notice, Zjw + ".officer");
    }

    private async Task<JsonElement> Paper(Guid id, string kind, string account = Zjw + ".officer") =>
        Assert.Single((await app.Detail(id, account)).GetProperty("documents").EnumerateArray(), each => each.GetProperty("kind").GetString() == kind);

    private async Task<string> Text(Guid id, JsonElement document, string account = Zjw + ".officer") =>
        string.Join('\n', (await app.Get(Path(id, document), account)).GetProperty("paragraphs").EnumerateArray().Select(paragraph => $"{paragraph.GetProperty("heading")}\n{paragraph.GetProperty("text")}"));

    private async Task Files(Guid id, JsonElement document, string account)
    {
        foreach (var (format, begin) in new[] { ("docx", "PK"), ("pdf", "%PDF") })
        {
            var file = await app.As(account).GetAsync($"{Path(id, document)}.{format}");
            Assert.Equal(HttpStatusCode.OK, file.StatusCode);
            Assert.StartsWith(begin, Encoding.Latin1.GetString(await file.Content.ReadAsByteArrayAsync()), StringComparison.Ordinal);
        }
    }

    private static string Path(Guid id, JsonElement document) => $"/petitions/{id}/documents/{document.GetProperty("id").GetGuid()}";
}
