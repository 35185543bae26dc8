using Microsoft.AspNetCore.Http;
using Xinfang.Law;
using Xinfang.Portal.Api;

namespace Xinfang.Portal.Tests;

/// <summary>The one made-up petition of these tests, on 17 April 2026 and after its opinion; every date is counted by Law.</summary>
internal static class Story
{
    public const string Number = "120104-20260302-0001";
    public const string Code = "7K4M29QX";
    public const string LastFour = "0001";
    public static readonly Guid Id = new("019cb000-0000-7000-8000-000000000001");
    public static readonly Guid Receipt = new("019cb000-0000-7000-8000-000000000011");
    public static readonly Guid Acceptance = new("019cb000-0000-7000-8000-000000000012");

    private static readonly DateOnly Today = new(2026, 4, 17);

    public static TermView Term(Term term, DateOnly from, string fromEvent, DateOnly? doneOn = null, DateOnly? today = null) =>
        TermView.Of(LegalCalendar.Default.Due(from, term, fromEvent), today ?? Today, doneOn, LegalCalendar.Default);

    public static TermView Completion => Term(Terms.Completion, new(2026, 3, 11), "受理");
    public static TermView Notice => Term(Terms.Notice, new(2026, 3, 5), "收到转送", new(2026, 3, 11));
    public static TermView Forwarding => Term(Terms.Forwarding, new(2026, 3, 2), "收到");
    public static TermView Overdue => Term(Terms.Completion, new(2026, 2, 9), "受理");

    public static object Filed(string number = Number) => new
    {
        id = Id, number, queryCode = "7K4M-29QX", receivedOn = "2026-03-02", registeredOn = "2026-03-02", terms = new[] { Forwarding },
    };

    public static object Progress => new
    {
        number = Number,
        subject = "一楼下水管返水，物业和产权单位互相推",
        stage = "Accepted",
        organ = new { code = "120104-zjw", name = "区住建委", fullName = "天津市南开区住房和建设委员会", phone = "022-0000 0002" },
        sentence = "区住建委正在办理，最晚2026年5月11日（周一）给您书面处理意见。",
        todo = "您现在不用做什么；有新照片、新情况，可以补充。",
        terms = new[] { Completion, Notice },
        steps = new object[]
        {
            new { key = "received", title = "收到您的信访", state = "Done", at = "2026-03-02T01:42:00Z", text = "当天登记。", documentIds = new[] { Receipt } },
            new { key = "routed", title = "转给区住建委", state = "Done", on = "2026-03-04", late = "比最晚日期早13天", text = "房屋共用管道归区住建委管。", documentIds = Array.Empty<Guid>(), basis = "《条例》第二十二条" },
            new { key = "accepted", title = "区住建委决定受理", state = "Done", on = "2026-03-11", documentIds = new[] { Acceptance }, basis = "《条例》第二十三条" },
            new { key = "handling", title = "现在：核对事实，写处理意见", state = "Now", text = "到时您会收到：《信访处理意见书》。您的3项请求，每一项都写明支持不支持。", late = "已办37天，共60天", dueOn = "2026-05-11", ifNot = "如果到5月11日还没有收到：从5月12日起算超期，区信访办必须督办。", basis = "《条例》第三十四条", documentIds = Array.Empty<Guid>() },
            new { key = "rights", title = "您来评价；不满意可以申请复查", state = "Next", text = "收到意见书之日起30日内。", documentIds = Array.Empty<Guid>() },
        },
        acts = new object[]
        {
            new { act = "Supplement", label = "补充材料", open = true, consequence = "写新情况，经办人能看到", href = "/progress/add" },
            new { act = "Rate", label = "评价", open = true, consequence = "给区信访办和区住建委打分", href = "/progress/rate" },
            new { act = "Chase", label = "催办", open = true, consequence = "作出处理意见已经过了最晚的一天，提醒区住建委", href = "/progress/chase" },
            new { act = "Message", label = "留言", open = true, consequence = "写给区住建委的经办人，3个工作日内回复（本区设定）", href = "/progress/message" },
            new { act = "Withdraw", label = "撤回", open = true, consequence = "不想再办了，可以撤回。撤回要您自己愿意", href = "/progress/withdraw" },
            new { act = "AskForCorrection", label = "我的信息", open = true, consequence = "看登记了您的哪些信息；写错了的，可以申请更正", href = "/progress/corrections" },
            new { act = "ComplainOfRetaliation", label = "反映打击报复", open = true, consequence = "有人因为您信访为难您，写在这里", href = "/progress/retaliation" },
            new { act = "RequestReview", label = "申请复查", open = false, reason = "要先收到书面处理意见", basis = "《信访工作条例》第三十五条" },
        },
        documents = new object[]
        {
            new { id = Receipt, kind = "Receipt", title = "信访回执", number = (string?)null, issuedOn = "2026-03-02", service = "intake", petitionId = Id },
            new { id = Acceptance, kind = "Acceptance", title = "受理告知书", number = "津南开住建信受〔2026〕31号", issuedOn = "2026-03-11", servedOn = "2026-03-11", service = "case-handling", petitionId = Id },
        },
        attachments = Attachments,
        ratingUntil = "2026-05-29",
        updatedAt = "2026-04-17T00:00:00Z",
    };

    public static object Document(string title) => new
    {
        id = Acceptance, kind = "Acceptance", title, number = "津南开住建信受〔2026〕31号", issuedOn = "2026-03-11", servedOn = "2026-03-11",
        issuer = "天津市南开区住房和建设委员会", addressee = "张某某",
        paragraphs = new object[] { new { text = "您反映的一楼下水管返水的信访事项，我单位于2026年3月5日收到。经审查，属于我单位职权范围，决定自2026年3月11日起予以受理。" }, new { heading = "接下来", text = "我单位最晚2026年5月11日（周一）书面答复您。" } },
        basis = new[] { "《信访工作条例》第二十三条第三款" },
        remedy = "联系电话：022-0000 0002。",
    };

    private static readonly object[] Record =
    [
        new { seq = 1, at = "2026-03-05T01:00:00Z", act = "Receive", label = "收到转送", by = "system", organ = "120104-zjw", article = "《信访工作条例》第二十二条", text = "区信访办转来" },
        new { seq = 2, at = "2026-03-11T02:00:00Z", act = "Accept", label = "受理", by = "120104-zjw.officer", organ = "120104-zjw", article = "《信访工作条例》第二十三条第三款", text = "津南开住建信受〔2026〕31号" },
    ];

    private static object Act(string act, string label, bool open, string? text, string? basis = null) =>
        new { act, label, open, consequence = open ? text : null, reason = open ? null : text, basis, opensOn = (string?)null, href = "" };

    public static object Case => new
    {
        id = Id, number = Number, category = "Redress", status = "Accepted", statusText = "办理中", claimed = true, @sealed = false, urgent = false, assigned = true, round = 1,
        electronicService = true, receivedByOfficeOn = "2026-03-02", receivedOn = "2026-03-05", acknowledgedOn = "2026-03-05", acceptedOn = "2026-03-11", supplements = 0,
        organ = new { code = "120104-zjw", name = "天津市南开区住房和建设委员会", phone = "022-0000 0002" }, officer = "120104-zjw.officer",
        reviewBody = new { code = "120104", name = "天津市南开区人民政府", phone = "022-0000 0003" }, statementHeard = true,
        terms = new[] { Completion, Notice },
        acts = new[]
        {
            Act("Claim", "认领", true, "由您承办"), Act("Accept", "受理", true, "发受理告知书，60日开始算", "《信访工作条例》第二十三条第三款"),
            Act("Decline", "不予受理", true, "发不予受理告知书", "《信访工作条例》第十九条"), Act("Contest", "提出异议", true, "退回区信访办核实", "《信访工作条例》第二十三条第三款"),
            Act("HearStatement", "听取陈述", true, "记下信访人说的", "《信访工作条例》第三十一条第（六）项"), Act("Extend", "批准延期", true, "最多30日", "《信访工作条例》第三十四条"),
            Act("ServeExtension", "送达延期告知书", true, "延期生效", "《信访工作条例》第三十四条"), Act("DraftOpinion", "起草处理意见", true, "送审核人审核", "《信访工作条例》第三十二条第一款"),
            Act("CheckOpinion", "审核处理意见", true, "送负责人签发", "《信访工作条例》第三十二条第一款"), Act("ReturnDraft", "退回修改", true, "退给经办人改", "《信访工作条例》第三十二条第一款"),
            Act("SignOpinion", "签发处理意见", true, "出具处理意见书", "《信访工作条例》第三十二条第一款"), Act("WithdrawOpinion", "作废处理意见书", true, "重新起草", "《信访工作条例》第三十二条第一款"),
            Act("Serve", "送达意见书", true, "复查期限开始算", "《信访工作条例》第三十五条"), Act("Recuse", "回避", true, "您不再看到这件事", "《信访工作条例》第二十八条第三款"),
            Act("DecideContestation", "核实异议", true, "同意的收回，不同意的仍由它办", "《信访工作条例》第二十三条第三款"),
            Act("ChooseSimple", "适用简易办理", true, "记入案卷", "《信访工作条例》第二十八条"),
            Act("LeaveSimple", "转为普通程序", true, "记入案卷", "《信访工作条例》第二十八条"),
            Act("StudySuggestion", "研究论证", true, "记入案卷", "《信访工作条例》第二十九条"),
            Act("CarryOutAdoption", "记下采纳措施落实", true, "记入案卷", "《信访工作条例》第二十九条"),
            Act("RewardSuggestion", "致谢、奖励", true, "记入案卷", "《信访工作条例》第二十九条"),
            Act("AnswerSuggestion", "答复建议", true, "记入案卷", "《信访工作条例》第二十八条"),
            Act("ConsentToMediation", "记下同意调解", true, "记入案卷", "《信访工作条例》第二十八条"),
            Act("Mediate", "开始调解", true, "记入案卷", "《信访工作条例》第二十八条"),
            Act("Agree", "达成协议", true, "记入案卷", "《信访工作条例》第二十八条"),
            Act("FailMediation", "调解不成", true, "记入案卷", "《信访工作条例》第二十八条"),
            Act("CallHearing", "决定听证", true, "记入案卷", "《信访工作条例》第二十八条"),
            Act("HoldHearing", "举行听证", true, "记入案卷", "《信访工作条例》第二十八条"),
            Act("CancelHearing", "取消听证", true, "记入案卷", "《信访工作条例》第二十八条"),
            Act("TakeMeasure", "记下化解措施", true, "记入案卷", "《信访工作条例》第二十八条"),
            Act("Contact", "联系信访人", true, "记入案卷", "《信访工作条例》第二十八条"),
            Act("PlanEnforcement", "定落实计划", true, "记入案卷", "《信访工作条例》第二十八条"),
            Act("Enforce", "记下落实", true, "记入案卷", "《信访工作条例》第二十八条"),
            Act("RefuseEnforcement", "记下拒不执行", true, "记入案卷", "《信访工作条例》第二十八条"),
            Act("ReceiveAccusation", "受理检举控告", true, "记入案卷", "《信访工作条例》第二十八条"),
            Act("VerifyAccusation", "记下初步核实", true, "记入案卷", "《信访工作条例》第二十八条"),
            Act("TransferAccusation", "按管理权限移送", true, "记入案卷", "《信访工作条例》第二十八条"),
            Act("InformOrganisation", "告知组织（人事）部门", true, "记入案卷", "《信访工作条例》第二十八条"),
            Act("TellResult", "反馈结果", true, "记入案卷", "《信访工作条例》第二十八条"),
            Act("HandOver", "移交承办人", true, "记入案卷", "《信访工作条例》第二十八条"),
            Act("NameConcerned", "登记被反映人", true, "记入案卷", "《信访工作条例》第二十八条"),
            Act("Terminate", "终止办理", true, "记入案卷", "《信访工作条例》第二十八条"),
            Act("Complete", "办结", false, "还没有送达意见书", "《信访工作条例》第三十四条"),
            Act("Bar", "不再受理", true, "出具不再受理告知书", "《信访工作条例》第三十六条第三款"), Act("LinkEarlier", "关联前件", true, "按新事项办理", "《信访工作条例》第三十六条第三款"), Act("ProposePublication", "拟公开答复", true, "送另一个人复核", "《政府信息公开条例》第十五条"), Act("ReleasePublication", "公开答复", true, "任何人都能看到", "《政府信息公开条例》第十五条"), Act("WithdrawPublication", "撤回公开", true, "网上不再看得到", "《政府信息公开条例》第十五条"), Act("StateNews", "写明新情况", true, "记入办理记录", "《信访工作条例》第三十五条"),
        },
        claims = new object[] { new { number = 1 }, new { number = 2, outcome = "Supported", reason = "移交协议写明由产权单位维修", basis = "物业管理条例" }, new { number = 3, outcome = "Explained", reason = "金额要双方商量或由法院认定", basis = "民法典" } },
        facts = "3月19日管道内窥见塌陷。",
        simple = false, repeat = true, firstHandler = "120104-zjw.officer", recused = new[] { "120104-zjw.checker" },
        simpleChoice = new { ground = "ClearAndSmall", paperWanted = true, chosenOn = "2026-03-05", by = "120104-zjw.officer", leftOn = "2026-03-09", reason = "要做鉴定" },
        contact = new { dueAt = "2026-03-06T01:00:00Z", firstAt = "2026-03-05T06:30:00Z", inTime = true, log = new object[] { new { at = "2026-03-05T06:30:00Z", way = "Phone", reached = true, note = "约了3月9日看现场。", by = "120104-zjw.officer" } } },
        handOvers = new object[] { new { on = "2026-03-20", from = "120104-zjw.officer", to = "120104-zjw.second", reason = "岗位调整" } },
        hearings = new object[] { new { ground = "Complex", why = "产权历史复杂", noticedOn = "2026-03-20", heldOn = "2026-03-30", place = "区信访办听证室", chair = "副主任", members = new[] { "听证员甲", "听证员乙" }, parties = new[] { "信访人", "物业公司" }, held = true, petitionerCame = true, minutes = "双方陈述一致。", conclusion = "管道由产权单位修。" } },
        mediations = new object[]
        {
            new { kind = "Mediation", consents = new object[] { new { party = "Petitioner", on = "2026-04-01", note = "当面同意" }, new { party = "Respondent", on = "2026-04-02", note = "来函同意" } }, startedOn = "2026-04-03", mediator = "街道人民调解委员会", failedOn = "2026-04-10", reason = "赔偿数额差得远" },
            new { kind = "Settlement", consents = new object[] { new { party = "Petitioner", on = "2026-04-12", note = "当面同意" } }, agreedOn = "2026-04-15", form = "Written", content = "赔偿地板2000元。", performBy = "2026-05-15" },
        },
        measures = new object[] { new { measure = "Relief", on = "2026-03-25", note = "协助申请临时救助。" } },
        enforcements = new object[] { new { number = 1, claim = 1, dueOn = "2026-05-29", plan = "汛期前换管" }, new { number = 2, claim = 2, dueOn = "2026-05-29", doneOn = "2026-04-16", evidence = "验收单", refusedOn = "2026-04-12", refusal = "称没有资金" } },
        closing = new { limbs = new object[] { new { limb = "Resolve", applies = true, evidence = "管道已修好。" }, new { limb = "Educate", applies = false } }, level = "Street", cause = "FailedToAct", measures = new[] { "Administrative" } },
        reopenings = new object[] { new { on = "2026-04-16", reason = "还是返水。" } },
        answer = new { adoption = "PartlyAdopted", reply = "路灯今年装。", reward = true, reason = "其余待论证。", measure = "装路灯十盏。", measureDueOn = "2026-06-30" },
        studies = new object[] { new { on = "2026-03-20", participants = new[] { "设施科", "街道办" }, conclusion = "合理，可行。", by = "120104-zjw.officer" } },
        rewards = new object[] { new { kind = "Thanks", on = "2026-04-20", note = "感谢信一封。", by = "120104-zjw.head" } },
        accusation = new { check = new { finding = "PartlyFounded", summary = "核实的情况。", on = "2026-04-01" }, transfer = new { body = "市纪委监委", reason = "市管干部", on = "2026-04-02" }, informed = new object[] { new { on = "2026-04-03", note = "区委组织部" } }, told = new { on = "2026-04-04", note = "当面" } },
        termination = new { ground = "PetitionerDied", reason = "死亡证明在案。", on = "2026-04-16" },
        statements = new object[] { new { heardOn = "2026-03-24", way = "Visit", summary = "2月28日晚开始返水。", by = "120104-zjw.officer" } },
        extensions = new object[] { new { days = 10, reason = "要等鉴定", status = "Granted", grantedOn = "2026-04-15" } },
        contestations = new object[] { new { round = 1, organ = "120104-zjw", contestedOn = "2026-03-06", by = "120104-zjw.officer", reason = "室内管道归物业", proposedOrgan = "120104001" } },
        documents = new object[] { new { id = Acceptance, kind = "Acceptance", title = "受理告知书", number = "津南开住建信受〔2026〕31号", issuedOn = "2026-03-11", servedOn = "2026-03-11" } },
        record = Record, chain = new { intact = true, entries = 2 },
    };

    public static object Opinion => new
    {
        draft = new
        {
            version = 2, hash = "0", desk = "Checker", by = "120104-zjw.officer", savedOn = "2026-04-16", remarks = new object[] { new { version = 1, by = "120104-zjw.checker", on = "2026-04-15", text = "第2项依据写到条。" } },
            text = new { facts = "3月19日管道内窥见塌陷。", claims = new object[] { new { number = 1 }, new { number = 2, outcome = "Supported", reason = "移交协议写明", basis = "《物业管理条例》第五十五条" } }, answers = new object[] { new { rule = "L23", reason = "同一小区同类事项。" } } },
        },
        versions = new object[] { new { version = 1, savedAt = "2026-04-14T02:00:00Z", by = "120104-zjw.officer", hash = "0" }, new { version = 2, savedAt = "2026-04-16T02:00:00Z", by = "120104-zjw.officer", hash = "0" } },
        withdrawals = Array.Empty<object>(),
        preview = Document("信访事项处理意见书"),
        findings = new object[]
        {
            new { rule = "L04", severity = "Error", paragraph = 3, where = "第3段", excerpt = "移交协议写明", message = "段末没有句号。", answered = false },
            new { rule = "L23", severity = "Warning", paragraph = 2, where = "第2段", excerpt = "", message = "和本单位以前的一件答复有九成相同。", answered = true },
        },
    };

    private static TermView ReviewTerm => Term(Terms.Review, new(2026, 4, 7), "收到复查申请");

    public static object Publication => new
    {
        state = "Proposed", replyId = Id, title = "老旧小区排水管道由谁维修", question = "住在老旧小区，楼下的排水管道返水，物业和产权单位都说不归自己管。", answer = "共用管道由产权单位维修，已经修好。", proposedBy = "120104-zjw.officer",
    };

    public static object Reply => new
    {
        id = Id, title = "老旧小区排水管道由谁维修", organ = "120104-zjw", organName = "区住建委", publishedOn = "2026-05-06", question = "住在老旧小区，楼下的排水管道返水，物业和产权单位都说不归自己管。",
        answer = "共用管道由产权单位维修，已经修好。\n赔偿有争议的，可以协商或者起诉。",
    };

    public static object Right => new
    {
        number = Number,
        right = new
        {
            level = "Review", levelText = "复查", open = true, late = false, body = new { code = "120104", name = "天津市南开区人民政府", phone = "022-0000 0003" },
            opinionNumber = "津南开住建信理〔2026〕18号", servedOn = "2026-04-10", term = Term(Terms.ReviewRequest, new(2026, 4, 10), "送达处理意见书"),
        },
    };

    public static object ReviewRows => new
    {
        items = new object[]
        {
            new { id = Id, number = Number, levelText = "复查", statusText = "待受理", body = "120104", respondent = "120104-zjw", receivedOn = "2026-04-07", inTime = false, officer = (string?)null, next = new { label = ReviewTerm.Name, term = ReviewTerm } },
            new { id = Receipt, number = "120104-20260302-0002", levelText = "复查", statusText = "复查中", body = "120104", respondent = "120104001", receivedOn = "2026-04-01", inTime = true, officer = "120104.officer", next = (object?)null },
        },
        next = (string?)null,
    };

    public static object Review => new
    {
        id = Id, petitionId = Id, number = Number, level = "Review", levelText = "复查", status = "Accepted", statusText = "复查中", claimCount = 2, inTime = false, wayText = "来信",
        body = new { code = "120104", name = "天津市南开区人民政府", phone = "022-0000 0003" }, respondent = new { code = "120104-zjw", name = "天津市南开区住房和建设委员会", phone = "022-0000 0002" },
        nextBody = new { code = "120000", name = "天津市人民政府", phone = "022-0000 0004" }, requestedOn = "2026-04-05", receivedOn = "2026-04-07", postmarkedOn = "2026-04-05", officer = "120104.officer",
        attackedClaims = new object[] { new { number = 1, outcome = "NotSupported" }, new { number = 2, outcome = "Explained" } },
        application = new { claims = "撤销处理意见，重新查清管道归谁", reasons = "移交协议写明主管道归产权单位，处理意见没有看这份协议。", lateReason = "住院到4月4日" },
        hearings = new object[] { new { noticedOn = "2026-04-01", from = "2026-04-10", to = "2026-04-11", place = "区政府第二会议室", chair = "120104.checker", members = "双方", summary = "双方陈述并质证。", days = 2 } },
        opinion = new { outcome = "Change", facts = "协议载明主管道归产权单位。", reason = "处理意见认定事实错误。", basis = "《物业管理条例》第五十五条", claims = new object[] { new { number = 1, outcome = "Supported", reason = "应当由产权单位维修。", basis = "《物业管理条例》第五十五条" }, new { number = 2, outcome = "Explained", reason = "可以另行协商。", basis = "《民法典》" } }, draftedBy = "120104.officer" },
        checks = new object[] { new { check = "在期限内", ok = false, text = "3月2日送达，30日到2026年4月1日（周三）；4月5日交邮（邮戳）。", basis = "《信访工作条例》第三十五条；比照《民事诉讼法》第八十五条" }, new { check = "机关对", ok = true, text = "区政府是区住建委的上一级机关。", basis = "《信访工作条例》第三十五条" } },
        terms = new[] { ReviewTerm },
        acts = new[]
        {
            Act("Claim", "认领", true, "您成为经办人"), Act("Accept", "受理复查申请", true, "出具受理告知书", "《信访工作条例》第三十五条"), Act("Reject", "不予受理复查申请", true, "告诉信访人现在可以怎么办"),
            Act("Hear", "记录听证", true, "期限照常计算", "《信访工作条例》第三十六条第二款"), Act("Propose", "起草复查意见", true, "送负责人签发"), Act("Decide", "签发复查意见", true, "出具复查意见书"),
            Act("Recuse", "回避", true, "您不再看到这份申请"), Act("Serve", "送达复查意见书", false, "还没有作出意见", "《信访工作条例》第三十五条"),
        },
        opinions = new object[] { new { documentId = Acceptance, kind = "Opinion", title = "信访事项处理意见书", number = "津南开住建信理〔2026〕18号", issuer = "天津市南开区住房和建设委员会", issuedOn = "2026-02-27", servedOn = "2026-03-02", paragraphs = new object[] { new { heading = "二、查明的事实", text = "3月19日管道内窥见塌陷。" } } } },
        documents = new object[] { new { id = Acceptance, kind = "Opinion", title = "信访事项处理意见书", number = "津南开住建信理〔2026〕18号", issuedOn = "2026-02-27", servedOn = "2026-03-02" } },
        record = Record, chain = new { intact = true, entries = 9 },
    };

    public static object Care => new
    {
        endedOn = "2026-04-10", contactPerson = "示例联系人", contactPhone = "022-0000 0009", basis = "《信访工作条例》第三十七条第三款",
        measures = new object[] { new { kind = "Visit", kindText = "走访", on = "2026-04-15", note = "上门走访，情绪平稳。", by = "120104-zjw.officer" } },
    };

    public static object Dossier => new
    {
        id = Id, number = Number, subject = "一楼下水管返水，物业和产权单位互相推", facts = "2月28日晚一楼卫生间地漏冒污水，淹到客厅。\n物业3月1日查看，称主管道归产权单位。",
        claims = new[] { "修好主管道，不再返水", "讲清到底归谁管", "赔偿泡坏的地板4200元" }, street = "120104001", place = "安和里（示例小区）3号楼", happenedOn = "2026-02-28",
        petitioner = new { anonymous = false, name = "张*", idNumber = (string?)null, phone = "130****0001", address = "长虹街道" },
        channel = "Online", receivedOn = "2026-03-02", category = "Redress", electronicService = true, round = 1, reason = "房屋共用管道归区住建委管", demand = "查清责任，报结果",
        supplements = new object[] { new { number = 1, at = "2026-03-15T02:00:00Z", text = "昨晚又返水一次。" } },
        attachments = Attachments,
    };

    public static object[] Attachments =>
    [
        new { id = Receipt, name = "卫生间返水.jpg", type = "Jpeg", typeName = "照片", size = 3_565_000, kind = "Material", opens = true, at = "2026-03-02T01:00:00Z" },
        new { id = Acceptance, name = "物业答复的录音，名字很长很长很长很长很长很长很长很长很长很长很长很长.m4a", type = "M4a", typeName = "录音", size = 80_000, kind = "Material", opens = false, note = "暂时没法做安全检查，查过以后才能打开。", at = "2026-03-15T02:00:00Z", supplement = 1 },
    ];

    public static object CaseRows => new
    {
        items = new object[]
        {
            Row(1, Overdue), Row(2, Term(Terms.Notice, new(2026, 4, 2), "收到转送")), Row(3, Term(Terms.Contest, new(2026, 4, 14), "收到转送")), Row(4, Completion), Row(5, null),
        },
        next = "abc",
    };

    private static object Row(int n, TermView? term) => new
    {
        id = n == 4 ? Id : new Guid($"019cb000-0000-7000-8000-0000000001{n:00}"), number = $"120104-20260302-000{n}", category = "Redress", status = "Accepted", claimed = n != 2, urgent = n == 1, assigned = n == 3, round = n == 2 ? 2 : 1,
        receivedOn = "2026-03-05", organ = "120104-zjw", officer = n == 2 ? null : "120104-zjw.officer", next = term is null ? null : new { label = term.Name, term },
    };

    public static object Messages => new
    {
        number = Number,
        items = new object[]
        {
            new { number = 2, organ = "区住建委", text = "什么时候来看管道？", at = "2026-04-16T02:00:00Z", replyDueOn = "2026-04-21", overdue = false },
            new { number = 1, organ = "区住建委", text = "电话打不通。", at = "2026-04-01T02:00:00Z", replyDueOn = "2026-04-07", overdue = false, reply = "换了号码，022-0000 0002。", repliedAt = "2026-04-02T02:00:00Z", repliedBy = "120104-zjw.officer" },
        },
    };

    public static object Escalations => new
    {
        items = new object[] { new { petitionId = Id, petitionNumber = Number, number = 1, organ = new { code = "120104-zjw", name = "区住建委" }, learnedAt = "2026-03-02T01:00:00Z", at = "2026-03-02T01:30:00Z", writtenDueAt = "2026-03-02T03:00:00Z", complete = false, overdue = true, missing = new[] { "国家信访局" } } },
    };

    public static object IdentityReadings => new
    {
        items = new object[] { new { id = Receipt, petitionId = Id, petitionNumber = Number, account = "120104-zjw.officer", organ = new { code = "120104-zjw", name = "区住建委" }, at = "2026-04-16T09:00:00Z", purposeText = "联系核实", approved = true, reason = "电话核实返水的时间" } },
        next = (string?)null,
    };

    public static object IdentityOpenings => new
    {
        items = new object[]
        {
            new { id = Receipt, petitionId = Id, petitionNumber = Number, @sealed = false, askedBy = "120104-zjw.officer", organ = new { code = "120104-zjw", name = "区住建委" }, askedAt = "2026-04-16T09:00:00Z", purposeText = "送达文书", reason = "要上门送达处理意见书", own = false },
            new { id = Acceptance, petitionId = Id, petitionNumber = "120104-20260414-0005", @sealed = false, askedBy = "office-head", organ = new { code = "120104-xfb", name = "区信访办" }, askedAt = "2026-04-16T10:00:00Z", purposeText = "联系核实", reason = "核实是不是本人写的信", own = true },
        },
        next = (string?)null,
    };

    /// <summary>Nobody is shown for the sealed one; the other is read in full.</summary>
    public static IResult Identity(Guid id) => id == Id
        ? Results.Json(new { name = "张某某", kind = "Person", idNumber = "120104199003074515", phone = "13000000001", address = "长虹街道某某里3号楼", agent = new { kindText = "监护人", name = "李某某", authority = "父亲" }, openUntil = "2026-04-17T15:00:00Z" })
        : Results.Json(new { type = "urn:xinfang:identity.approval-needed", title = "信访人要求保密，或者这是检举控告。要看是谁，先申请，批准以后才能看。", status = 403, basis = "《信访工作条例》第三十条" }, contentType: "application/problem+json", statusCode: 403);

    public static object CallBacks => new
    {
        items = new object[] { new { petitionId = Id, petitionNumber = Number, subject = "一楼下水管返水，物业和产权单位互相推", organ = new { code = "120104-zjw", name = "区住建委" }, ofOffice = true, ofOrgan = true, owedFrom = "2026-04-15", due = Term(Terms.CallBack, new(2026, 4, 15), "评价") } },
        next = (string?)null,
    };

    public static object Incidents => new
    {
        items = new object[]
        {
            new
            {
                id = Receipt, kind = "StayingOrAbandoning", kindText = "在接待场所滞留、滋事", basis = "《信访工作条例》第二十六条第（四）项", occurredAt = "2026-04-16T09:00:00Z", petitionNumber = Number, text = "滞留到下班以后，不肯离开。", by = "clerk", withPolice = false,
                steps = new object[] { new { number = 1, response = "Dissuaded", responseText = "劝阻", text = "劝他先回去等消息。", by = "clerk", at = "2026-04-16T09:10:00Z" } },
            },
        },
        next = (string?)null,
    };

    public static object Retaliation => new { items = new object[] { new { id = Acceptance, petitionNumber = Number, at = "2026-04-16T02:00:00Z", text = "信访以后，单位把我调到外地。" } } };

    private static object Screening => new
    {
        lines = RoutingTable.Evaluate(new(false, Answered.No("没有定为重大、紧急"), Answered.Perhaps("同一个人还有1件在办"), Answered.No("没有"), Answered.No("没有"), Answered.No("没有"), Answered.No("没有"),
            Answered.No("没有"), Answered.No("没有"), Answered.Yes("区住建委，把握0.81"), Answered.Perhaps("长虹街道"), Answered.No("没有"), Answered.No("没有")))
            .Select(line => new { line.Number, line.Condition, line.Action, line.Doing, basis = line.Basis.ToString(), line.Fit, line.Why, line.Chosen, line.Continues }),
        roads = Routes.Hints("判决").Select(hint => new { route = hint.Line.Route, hint.Line.Name, hint.Line.Who, basis = hint.Line.Basis.ToString(), hint.Speaks, hint.Signs, limits = hint.Line.Limits.Select(limit => limit.Sentence) }),
        others = new object[] { new { id = Id, number = Number, stage = "Forwarded", stageText = "已转送", organ = "长虹街道", receivedOn = "2026-02-02", sameSubject = true, running = true } },
    };

    public static object IntakePetition(bool isSealed, bool routed, bool held = false) => new
    {
        id = held ? new Guid("019cb000-0000-7000-8000-000000000004") : Id, number = held ? "120104-20260301-0042" : Number, channel = "Letter", receivedOn = "2026-03-02", registeredAt = "2026-03-02T01:42:00Z",
        subject = isSealed ? "保密件，只能转纪检监察机关" : "一楼下水管返水，物业和产权单位互相推", facts = isSealed ? null : "2月28日晚一楼卫生间地漏冒污水，淹到客厅。",
        claims = isSealed ? [] : new[] { "修好主管道，不再返水", "赔偿泡坏的地板4200元" }, claimCount = 2,
        petitioner = isSealed ? null : new { anonymous = false, name = "张*", idNumber = (string?)null, phone = "130****0001", address = "长虹街道" },
        street = "120104001", streetName = "长虹街道", place = "安和里（示例小区）3号楼", happenedOn = "2026-02-28", electronicService = true,
        statedCategory = "Redress", category = "Redress", contentCode = "030000", contentName = "城乡建设", urgent = true, @sealed = isSealed, stage = "Classified", stageText = "已分类",
        organ = routed ? new { code = "120104-zjw", name = "区住建委", fullName = "", phone = "022-0000 0002" } : null, round = routed ? 1 : 0, firstReceiver = "clerk", routingOverdue = false,
        terms = new[] { Forwarding },
        acts = new[] { Act("Classify", "分类", true, ""), Act("Forward", "转送", true, ""), Act("Assign", "交办", !routed, "已经转出", "《信访工作条例》第二十二条"),
            Act("Escalate", "紧急报告", true, "同时报给五个方面", "《信访工作条例》第二十五条第一款"), Act("Reply", "直接回复", true, "到此办完"), Act("CallBack", "回访", true, "问清楚哪里不满意", "《信访工作条例》第二十一条"), Act("Link", "不予受理（同一事项正在办）", true, "告诉信访人去哪里查"),
            Act("Divert", "导入其他渠道", true, "书面告诉该去哪里"), Act(routed ? "DecideDispute" : "OpenDispute", "受理争议", true, "先协商") },
        participants = new { people = 12, coSigners = Array.Empty<string>(), representatives = new[] { "李*", "王*" }, electionNote = "到场的人举手推选", oral = true, stepUp = new { code = "120104001", name = "长虹街道" }, stepUpGuidance = "先到街道信访接待室" },
        escalations = new object[]
        {
            new
            {
                number = 1, organ = new { code = "120104-zjw", name = "区住建委" }, learnedAt = "2026-03-02T01:00:00Z", at = "2026-03-02T01:30:00Z", writtenDueAt = "2026-03-02T03:00:00Z", inTime = true, complete = false,
                missing = new[] { "国家信访局" }, documentId = Receipt,
                copies = new object[] { new { recipient = "PartyAndGovernment", name = "区委、区政府", basis = "《信访工作条例》第二十五条第一款", way = "Phone", receivedAt = "2026-03-02T01:40:00Z", receiver = "值班员甲", overdue = false }, new { recipient = "NationalOffice", name = "国家信访局", basis = "《信访工作条例》第二十五条第二款", overdue = true } },
            },
        },
        dispute = routed ? new
        {
            organs = new[] { new { code = "120104-zjw", name = "区住建委" }, new { code = "120104-cgw", name = "区城管委" } }, commonSuperior = new { code = "120104", name = "区政府" }, level = "Negotiation", levelText = "单位协商", open = true,
            nextText = "共同的上一级决定", reason = "两个单位都说不归自己管。", steps = new object[] { new { level = "Negotiation", levelText = "单位协商", since = "2026-03-04", dueOn = "2026-03-11", overdue = true } },
        } : null,
        callBack = isSealed ? null : new { ofOffice = false, ofOrgan = true, organ = new { code = "120104-zjw", name = "区住建委" }, due = Term(Terms.CallBack, new(2026, 4, 15), "评价") },
        origins = held ? new[] { new { source = "Hotline12345", sourceName = "12345热线", number = "HL-20260301-0042", reasonText = "对原来的答复不满意", dueOn = "2026-04-10", overdue = true, linked = false, at = "2026-03-01T02:00:00Z" } } : [],
        hold = held ? new { account = "clerk-2", since = "2026-04-17T01:55:00Z", until = "2026-04-17T02:10:00Z", mine = false } : null,
        routings = held ? [new { round = 1, organ = new { code = "120104-cgw", name = "区城管委" }, at = "2026-03-04T02:00:00Z", late = false, returnedAt = "2026-03-13T02:00:00Z", reason = "该处管道归区城管委管" }] : routed ? new object[] { new { round = 1, organ = new { code = "120104-zjw", name = "区住建委" }, at = "2026-03-04T02:00:00Z", late = false, reason = "房屋共用管道归区住建委管" } } : [],
        supplements = Array.Empty<object>(),
        attachments = isSealed ? [] : Attachments,
        documents = new object[] { new { id = Receipt, kind = "ForwardingLetter", title = "转送函", number = "津南开信转〔2026〕12号", issuedOn = "2026-03-04", service = "intake", petitionId = Id } },
        record = new object[] { new { seq = 1, at = "2026-03-02T01:42:00Z", act = "Register", by = "clerk", organ = "120104-xfb", article = "《信访工作条例》第二十一条", text = "登记，来信" } },
        screening = isSealed || routed ? null : Screening,
        proposals = isSealed ? null : new
        {
            organs = new object[] { new { value = "120104-zjw", name = "区住建委", confidence = 0.81, inWords = "有把握", evidence = new[] { "管道", "物业" }, reason = "说到“管道”“物业”，职责目录归区住建委" }, new { value = "120104001", name = "长虹街道", confidence = 0.42, inWords = "拿不准", evidence = Array.Empty<string>(), reason = "事发街道" } },
            categories = new object[] { new { value = "Redress", name = "申诉求决", confidence = 0.96, inWords = "很有把握", evidence = new[] { "赔偿" }, reason = "说到“赔偿”" } },
            contents = new object[] { new { value = "030000", name = "城乡建设", confidence = 0.9, inWords = "很有把握", evidence = new[] { "物业" }, reason = "说到“物业”" } },
            roads = new object[] { new { value = "Opinion", name = "信访程序", confidence = 0.84, inWords = "有把握", evidence = new[] { "返水" }, reason = "文字里有：返水。从412件已定的件学来，第3版。" }, new { value = "Litigation", name = "诉讼、检察或者公安程序", confidence = 0.11, inWords = "不太像", evidence = Array.Empty<string>(), reason = "没有突出的字词。从412件已定的件学来，第3版。" } },
            signals = new object[]
            {
                new { signal = "SelfHarm", name = "可能伤害自己", confidence = 0.75, inWords = "有把握", evidence = new[] { "跳楼" }, reason = "文字里有：跳楼。", basis = "《信访工作条例》第二十五条第一款", ofArticle25 = true },
                new { signal = "Minors", name = "涉及未成年人", confidence = 0.5, inWords = "拿不准", evidence = new[] { "小学生" }, reason = "文字里有：小学生。", basis = "《未成年人保护法》第十一条第二款", ofArticle25 = false },
            },
            versions = new { Category = 0, Content = 3, Organ = 3, Road = 3 },
        },
    };

    public static object IntakeRows => new
    {
        items = new object[]
        {
            new { id = Id, number = Number, subject = "一楼下水管返水，物业和产权单位互相推", street = "120104001", channel = "Online", petitionerMasked = "张*", receivedOn = "2026-03-02", category = "Redress", urgent = false, @sealed = false, stage = "Classified", stageText = "已分类", term = Term(Terms.Forwarding, new(2026, 4, 5), "收到"), organ = (string?)null },
            new { id = new Guid("019cb000-0000-7000-8000-000000000002"), number = "120104-20260414-0005", subject = "保密件，只能转纪检监察机关", street = (string?)null, channel = "Letter", petitionerMasked = (string?)null, receivedOn = "2026-04-14", category = "Accusation", urgent = true, @sealed = true, stage = "Classified", stageText = "已分类", term = Term(Terms.Forwarding, new(2026, 4, 14), "收到"), organ = (string?)null },
        },
        next = (string?)null,
    };
}
