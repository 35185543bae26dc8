using Xinfang.EndToEnd.Tests.Running;

namespace Xinfang.EndToEnd.Tests.Interfaces;

/// <summary>Bodies that are accepted where the state allows it, by endpoint; parts of the path that are not the petition's id.</summary>
internal static class Examples
{
    private const string Cases = "/api/case-handling/petitions/{id}/";

    /// <summary>Null for endpoints without a body.</summary>
    public static object? Body(string method, string path, int n = 5000, string number = "120104-20260101-0001") => (method, path) switch
    {
        ("POST", "/api/intake/petitions") => ByGuardian(People.Petition(n)),
        ("PUT", "/api/intake/petitions/{id}") => Registration(n),
        ("POST", "/api/intake/petitions/{id}/classification") => new { category = "Redress", contentCode = "030000", urgent = false },
        ("POST", "/api/intake/petitions/{id}/forwarding") => new { organ = People.Holder, reason = "属于该单位的职责范围" },
        ("POST", "/api/intake/petitions/{id}/assignment") => new { organ = People.Holder, reason = "属于该单位的职责范围", reportWithinDays = 30, demand = "请查清并报告结果" },
        ("POST", "/api/intake/petitions/{id}/reply") => new { text = "您问的办理时间是工作日九点到十七点。" },
        ("POST", "/api/intake/petitions/{id}/link") => new { number = "120104-20260101-0001", reason = "与正在办的那一件是同一件事。" },
        ("POST", "/api/intake/petitions/{id}/repeats") => new { earlier = new Guid("01900000-0000-7000-8000-000000000001"), kind = "Repeat", reason = "同一个人说同一件事。" },
        ("POST", "/api/intake/petitions/{id}/repeats/{link}/undoing") => new { reason = "看错了，是另一件事。" },
        ("POST", "/api/intake/contents") => new { parent = "990000", name = $"试验{n}" },
        ("POST", "/api/intake/contents/{code}") => new { retired = false },
        ("POST", "/api/intake/recognition/{question}/use") => new { version = 0 },
        ("POST", "/api/intake/petitions/{id}/diversion") => new { diversion = "OtherOrgan", whereTo = "河西区信访办公室", text = "事情发生在河西区，由河西区的机关管。", route = "Litigation" },
        ("POST", "/api/intake/petitions/{id}/escalations") => Report(),
        ("POST", "/api/intake/petitions/{id}/escalations/{number}/acknowledgements") => new { recipient = "HigherOffice", way = "Phone", receivedAt = Now(), receiver = "值班员甲" },
        ("POST", "/api/intake/petitions/{id}/dispute") => new { organs = new[] { People.Holder, "120104-cgw" }, reason = "两个单位都说不归自己管。" },
        ("POST", "/api/intake/petitions/{id}/dispute/outcome") => new { organ = People.Holder, reason = "协商一致由区住建委办。" },
        ("PUT", "/api/intake/incidents/{id}") => new { kind = "StayingOrAbandoning", occurredAt = Now().AddHours(-1), text = "在接待大厅滞留到下班以后，不肯离开。" },
        ("POST", "/api/intake/incidents/{id}/responses") => new { response = "Dissuaded", text = "劝他先回去等消息。" },
        ("POST", "/api/intake/retaliation/{id}/measure") => new { text = "已经约谈该单位负责人。" },
        ("POST", "/api/intake/petitions/{id}/identity" or "/api/intake/petitions/{id}/identity/openings") => new { purpose = "Serve", reason = "要上门送达处理意见书。" },
        ("POST", "/api/intake/identity-openings/{id}/decision") => new { grant = true, hours = 8, reason = "需要送达。" },
        ("POST", "/api/intake/petitions/{id}/call-back") => new { way = "Phone", heldOn = People.Today, outcome = "Settled", said = "说已经修好了，没有别的要求。" },
        ("POST", "/api/intake/notices/{id}/resolution") => new { resolution = "ByPhone", on = People.Today },
        ("POST", "/api/intake/notices/{id}/receipt") => new { on = People.Today, returned = false },
        ("POST", "/api/intake/notices/print-lists/{list}/posting") => new { on = People.Today, letters = new[] { new { id = new Guid("01900000-0000-7000-8000-000000000001"), registeredMail = "XA12345678911" } } },
        ("POST", "/api/intake/progress/contact") => new { way = "Post", phone = "13000000017", address = "长虹街道安和里虚构楼3号" },
        ("POST", "/api/intake/petitions/{id}/messages/{number}/reply") => new { text = "下周三上午去看。" },
        ("POST", "/api/intake/petitions/forwarding") => new { organ = People.Holder, items = new[] { new { id = new Guid("01900000-0000-7000-8000-000000000001"), reason = "属于该单位的职责范围" } } },
        ("POST", "/api/intake/petitions/{id}/hold") => new { takeOver = false },
        ("PUT", "/api/intake/transfers/{number}") => Transfer(n),
        ("PUT", "/api/intake/reception/turns/{id}") => new { kind = "Advice", people = 2, priority = false },
        ("POST", "/api/intake/reception/turns/{id}/referral") => new { organ = People.Holder },
        ("POST", "/api/intake/reception/turns/{id}/company") => new { organ = People.Holder },
        ("POST", "/api/intake/reception/turns/{id}/end") => new { outcome = "Counselled", petitionNumber = number, counselTopic = "030000", leaflet = "信访该找谁", street = "120104001", note = "讲了物业服务合同归谁管。", readBack = true },
        ("PUT", "/api/intake/imports/{id}") => new { fileName = "旧台账.csv" },
        ("POST", "/api/intake/imports/{id}/check") => new { size = 100 },
        ("POST", "/api/intake/progress/withdrawal") => new { confirmed = true, reason = "已经自己解决了" },
        ("POST", "/api/intake/progress/messages") => new { text = "什么时候来看管道？" },
        ("POST", "/api/intake/progress/corrections") => new { field = "Address", value = "天津市南开区虚构路1号", why = "门牌写错了。" },
        ("POST", "/api/intake/corrections/{id}/decision") => new { granted = true, reason = "看过户口簿。" },
        ("POST", "/api/intake/progress/retaliation") => new { text = "信访以后，单位把我调到外地，说是因为我告状。" },
        ("POST", "/api/intake/progress/tickets") => new { number = "120104-20260101-0001", queryCode = "0000-0000", lastFour = "0000" },
        ("POST", "/api/intake/progress/rating") => new { office = "Satisfied", organ = "FairlySatisfied", officeReason = "答复及时", organReason = "讲得清楚" },
        ("POST", "/api/intake/progress/supplements") => new { text = "补充一张照片的说明。" },
        ("POST", "/api/case-handling/petitions/{id}/recusal") => new { reason = "与信访人是近亲属", officer = $"{People.Holder}.checker" },
        ("POST", "/api/case-handling/petitions/{id}/contestation") => new { reason = "按三定方案由其他单位负责", proposedOrgan = "120104-cgw" },
        ("POST", "/api/case-handling/petitions/{id}/contestation/decision") => new { agreed = false, reason = "经核实属于该单位职责" },
        ("POST", "/api/case-handling/petitions/{id}/declination") => new { road = "Arbitration", body = "南开区劳动人事争议仲裁院", reason = "属于劳动争议，应当先申请仲裁。", until = People.Today.AddDays(60) },
        ("POST", "/api/case-handling/petitions/{id}/extensions") => new { days = 10, reason = "需要委托鉴定管道渗漏原因" },
        ("POST", "/api/case-handling/petitions/{id}/extensions/service") => new { servedOn = People.Today, method = "HandedOver" },
        ("POST", "/api/case-handling/petitions/{id}/acceptance") => new { contactPhone = "022-0000 0014", note = "已登记" },
        ("POST", "/api/case-handling/petitions/{id}/service") => new { method = "HandedOver", servedOn = People.Today, receiver = "本人", note = "当面签收" },
        ("POST", "/api/case-handling/petitions/{id}/opinion/return") => new { remark = "第二项的依据写到条。" },
        ("POST", "/api/case-handling/petitions/{id}/opinion/withdrawal") => new { reason = "第二项的依据引错了。" },
        ("POST", "/api/case-handling/quality/samples/{documentId}") => new { codes = new[] { "H05" }, note = "说理可以再写细一点。" },
        ("POST", Cases + "simple-procedure") => new { ground = "ClearAndSmall", note = "一次就能办好" },
        ("POST", Cases + "simple-procedure/end") => new { reason = "要做鉴定" },
        ("POST", Cases + "study") => new { on = People.Today, participants = new[] { "设施科" }, conclusion = "合理，可行" },
        ("POST", Cases + "answer") => new { adoption = "PartlyAdopted", reply = "路灯列入今年计划", reward = true, reason = "其余待论证", measure = "装路灯", measureDueOn = People.Today.AddDays(60) },
        ("POST", Cases + "answer/measure") => new { doneOn = People.Today, result = "路灯已经装好" },
        ("POST", Cases + "answer/reward") => new { kind = "Honour", on = People.Today, note = "荣誉证书一本" },
        ("POST", Cases + "mediation/consents") => new { kind = "Mediation", party = "Petitioner", on = People.Today, withinDiscretion = true, note = "当面同意" },
        ("POST", Cases + "mediation") => new { mediator = "街道人民调解委员会" },
        ("POST", Cases + "mediation/agreement") => new { form = "Written", performBy = People.Today.AddDays(30), content = "产权单位修好管道" },
        ("POST", Cases + "mediation/failure") => new { reason = "数额谈不拢" },
        ("POST", Cases + "hearings") => new
        {
            heldOn = People.Today.AddDays(10), ground = "Complex", why = "产权历史复杂", place = "区信访办听证室", chair = "区住建委副主任",
            members = new[] { "听证员甲", "听证员乙" }, parties = new[] { "信访人" },
        },
        ("POST", Cases + "hearings/record") => new { petitionerCame = true, minutes = "各方陈述", conclusion = "由产权单位维修" },
        ("POST", Cases + "hearings/cancellation") => new { reason = "双方愿意调解" },
        ("POST", Cases + "measures") => new { measure = "Relief", on = People.Today, note = "协助申请临时救助" },
        ("POST", Cases + "contacts") => new { at = DateTimeOffset.UnixEpoch, way = "Phone", reached = true, note = "约了看现场" },
        ("POST", Cases + "enforcement/plan") => new { item = 1, dueOn = People.Today.AddDays(60), plan = "汛期前换管" },
        ("POST", Cases + "enforcement") => new { item = 1, doneOn = People.Today, evidence = "验收单" },
        ("POST", Cases + "enforcement/refusal") => new { item = 1, reason = "产权单位称没有资金" },
        ("POST", Cases + "hand-over") => new { officer = $"{People.Holder}.second", reason = "岗位调整" },
        ("POST", Cases + "concerned") => new { accounts = new[] { $"{People.Holder}.third" }, reason = "反映的是该工作人员" },
        ("POST", Cases + "termination") => new { ground = "PetitionerDied", reason = "死亡证明在案" },
        ("POST", Cases + "accusation/verification") => new { finding = "Founded", summary = "核实的情况" },
        ("POST", Cases + "accusation/transfer") => new { body = "上级纪检监察机关", reason = "按管理权限" },
        ("POST", Cases + "accusation/organisation") => new { on = People.Today, note = "组织部门" },
        ("POST", Cases + "accusation/result") => new { on = People.Today, note = "当面" },
        ("POST", Cases + "reopening") => new { reason = "还是返水，没有修好" },
        ("POST", "/api/case-handling/petitions/{id}/publication") => new { title = "老旧小区排水管道由谁维修", question = "楼下的排水管道返水，没有人管。", answer = "共用管道由产权单位维修，已经修好。" },
        ("POST", "/api/case-handling/petitions/{id}/publication/withdrawal") => new { reason = "还能看出是谁，改好再公开。" },
        ("POST", "/api/case-handling/petitions/{id}/news") => new { whatIsNew = "检测机构出具了新的报告，认定支管断裂。" },
        ("POST", "/api/case-handling/petitions/{id}/bar" or "/api/case-handling/petitions/{id}/earlier") =>
            new { earlierNumber = number, samePetitioner = true, sameFacts = path.EndsWith("bar", StringComparison.Ordinal), sameReasons = true, note = "请求、事实、理由与前件逐项比较过。" },
        ("POST", "/api/case-handling/petitions/{id}/reviews") => new { claims = "请撤销处理意见", reasons = "处理意见认定错了事实，证据没有看。", lateReason = "住院" },
        ("POST", "/api/case-handling/petitions/{id}/care/contact") => new { person = "示例联系人", phone = "022-0000 0014" },
        ("POST", "/api/case-handling/petitions/{id}/care/measures") => new { kind = "Visit", on = People.Today, note = "上门走访，情绪平稳。" },
        ("PUT", "/api/case-handling/reviews/{id}") => new { petitionNumber = number, level = "Review", way = "Visit", receivedOn = People.Today, claims = "请撤销处理意见", reasons = "处理意见认定错了事实，证据没有看。" },
        ("POST", "/api/case-handling/reviews/{id}/recusal") => new { reason = "与被申请单位的经办人是近亲属" },
        ("POST", "/api/case-handling/reviews/{id}/acceptance") => new { lateBecause = "住院，有证明" },
        ("POST", "/api/case-handling/reviews/{id}/rejection") => new { ground = "OtherMatter", body = "南开区信访办", instead = "就新的事项另提一件信访。", reason = "申请的是另一处房屋。", until = People.Today.AddDays(60) },
        ("POST", "/api/case-handling/reviews/{id}/hearings") => new { noticedOn = People.Today, from = People.Today, to = People.Today, place = "区政府会议室", chair = "120104.checker", members = "双方", summary = "双方陈述并质证。" },
        ("POST", "/api/case-handling/reviews/{id}/proposal") => new { outcome = "Uphold", facts = "处理意见认定的事实清楚。", reason = "适用依据正确。", basis = "《物业管理条例》第五十五条" },
        ("POST", "/api/case-handling/reviews/{id}/service") => new { method = "HandedOver", servedOn = People.Today, receiver = "本人", note = "当面签收" },
        ("POST", "/api/feed/acknowledgements") => new { ids = new[] { Guid.CreateVersion7() } },
        ("POST", "/account/unlocks") => new { account = "leader" },
        ("PUT", "/account/people/{account}") => new { displayName = "示例人员", organ = "120104-cgw" },
        ("POST", "/account/people/{account}/duties") => new { duties = new[] { "Handle" } },
        _ => People.Handling(People.Today).Where(handling => path == $"/api/case-handling/petitions/{{id}}/{handling.Act}" && method == "POST").Select(handling => handling.Body).FirstOrDefault(),
    };

    /// <summary>An account that nobody signs in with: tests may take its duties, end its sessions and let it go.</summary>
    public const string Person = "120104-cgw.third";

    /// <summary>Registers that account.</summary>
    public static async Task RegisterPersonAsync(People people, CancellationToken ct)
    {
        var made = await people.SendAsync(await people.AsAsync("admin", HttpMethod.Put, $"/account/people/{Person}", Body("PUT", "/account/people/{account}")), ct);
        Assert.True(made.IsDone, made.ToString());
    }

    private static DateTimeOffset Now() => TimeProvider.System.GetUtcNow();

    public static object Report() => new
    {
        organ = People.Holder, learnedAt = Now().AddMinutes(-1), when = "今天8时", where = "虚构路路口", who = "约30人", known = "有人在路口聚集。", supposed = "可能还有人来", risk = "可能堵塞交通", measures = "已经派人到现场",
    };

    private static Dictionary<string, object?> Transfer(int n)
    {
        var body = People.Petition(n);
        foreach (var ours in new[] { "truthful", "privacyVersion", "electronicService" }) body.Remove(ours);
        (body["reason"], body["dueOn"]) = ("Dissatisfied", People.Today.AddDays(10));
        return body;
    }

    private static Dictionary<string, object?> Registration(int n)
    {
        var body = People.Petition(n);
        foreach (var online in new[] { "truthful", "privacyVersion" }) body.Remove(online);
        (body["channel"], body["receivedOn"]) = ("Letter", People.Today);
        return ByGuardian(body);
    }

    private static Dictionary<string, object?> ByGuardian(Dictionary<string, object?> body)
    {
        body["agent"] = new { kind = "Guardian", name = "李试验", phone = "13000000018", authority = "父亲", consent = true };
        return body;
    }
}
