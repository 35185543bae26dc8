using Xinfang.Documents.Rendering;

namespace Xinfang.Documents.Tests.Rendering;

/// <summary>One made-up paper of every document that has a model.</summary>
internal static class Samples
{
    private const string Organ = "天津市南开区住房和建设委员会", Office = "天津市南开区信访办公室", Government = "天津市南开区人民政府", Petition = "120104-20260302-0001";
    private static readonly DateOnly On = new(2026, 4, 27);

    private const string Long = "经现场管道内窥，一楼以下主管道塌陷约1.2米，污水不能排出；移交协议第四条约定，共用管道由产权单位维修。2026年3月19日、3月25日，我单位会同长虹街道办事处两次到现场查看，询问了物业服务人和6户住户，调取了移交协议、报修记录和收费票据（共9页），并委托检测机构检测。";

    public static Paper Opinion(int paragraphs = 6) => new()
    {
        Layout = PaperLayout.File,
        Issuer = Organ,
        Title = "信访事项处理意见书",
        Number = "津南开住建信理〔2026〕7号",
        Addressee = "张某某",
        Date = On,
        Note = "此件送信访人，不公开",
        CopiesTo = $"{Office}",
        PrintedBy = $"{Organ}办公室",
        Attachments = ["管道检测报告摘要"],
        Paragraphs =
        [
            new($"您反映的信访事项（编号：{Petition}），由{Office}转送，我单位于2026年3月5日收到。", "一、信访事项和受理情况"),
            .. Enumerable.Range(0, paragraphs).Select(n => new PaperParagraph(Long, n == 0 ? "二、查明的事实" : null)),
            new("（一）对第一项请求，予以支持。主管道属于共用部位，由产权单位维修。依据：《物业管理条例》第五十二条。", "三、处理意见和依据"),
            new($"如您对本处理意见不服，可以自收到本意见书之日起30日内，向{Government}书面请求复查。", "四、救济途径"),
        ],
    };

    /// <summary>With headings of two levels and a table longer than a page.</summary>
    private static Paper Report() => new()
    {
        Layout = PaperLayout.File,
        Issuer = Office,
        Title = "2026年度\n信访情况报告",
        Addressee = Government,
        Date = On,
        PrintedBy = $"{Office}",
        Paragraphs =
        [
            new("", "一、总体情况"),
            new("各单位的件次见表1。", "（一）登记", 2, new("表1　各单位", ["单位", "件次", "按期办结率", "95%把握在"], [.. Enumerable.Range(1, 12).Select(n => (IReadOnlyList<string>)[$"第{n}个单位", $"{n * 7}", $"{90 + (n % 10)}.5%", "91.5%到\n99.5%"])])),
            new(Long, "（二）办理", 2),
        ],
    };

    public static IReadOnlyDictionary<string, Paper> All { get; } = new Dictionary<string, Paper>
    {
        ["D-01"] = new VisitRegistration(Office, Petition, "2026年3月2日9时35分", 2, "张某某", "长虹街道安和里（示例小区）3号楼", "申诉求决", ["修好主管道", "赔偿泡坏的地板"], Long, []).Paper(),
        ["D-02"] = new RoutingLetter(Office, Organ, "津南开信转〔2026〕46号", Petition, new(2026, 3, 2), "示例小区3号楼下水管道返水", ["修好主管道", "赔偿泡坏的地板"], "属于该单位的职责范围。", null, false, new(2026, 3, 4)).Paper(),
        ["D-02 sealed"] = new RoutingLetter(Office, "中共天津市南开区纪律检查委员会", "津南开信转〔2026〕47号", Petition, new(2026, 3, 2), null, [], null, null, true, new(2026, 3, 4)).Paper(),
        ["D-03"] = new RoutingLetter(Office, Organ, "津南开信交〔2026〕9号", Petition, new(2026, 3, 2), "示例小区3号楼下水管道返水", ["修好主管道", "赔偿泡坏的地板"], "多次反映没有解决。", new("查明原因，限期修好，并说明此前没有修的理由。", new(2026, 4, 30)), false, new(2026, 3, 4)).Paper(),
        ["D-04"] = new WhereaboutsNotice(Office, null, "张某某", "示例小区3号楼下水管道返水", Petition, new(2026, 3, 2), new(2026, 3, 4), false, Organ, "区住建委", "022-0000 0014", "属于该单位的职责范围。", new(2026, 3, 4)).Paper(),
        ["D-05"] = Papers.Notice(Organ, "信访事项受理告知书", "津南开住建信受〔2026〕31号", "张某某", new(2026, 3, 11), [new($"您反映的信访事项（编号：{Petition}），我单位决定自2026年3月11日起予以受理。"), new("我单位将自受理之日起60日内作出处理意见，最晚2026年5月11日（周一）书面答复您。")]),
        ["D-06"] = new DeclinationNoticePaper(Organ, "津南开住建信不受〔2026〕3号", "张某某", $"您反映的信访事项（编号：{Petition}），由{Office}转送，我单位于2026年3月5日收到。", "应当通过仲裁解决", Xinfang.Law.PetitionRegulations.ArbitrationRoute, "双方签有仲裁条款。", "天津仲裁委员会", new(2026, 9, 1), "从知道权利受到侵害之日起计算。", "联系电话：022-0000 0014。", new(2026, 3, 11)).Paper(),
        ["D-07"] = new BarNotice(Organ, "津南开住建信不再〔2026〕1号", "张某某", Petition, "津政信核〔2026〕3号", new(2026, 1, 20), "长虹街道办事处，022-0000 0002", On).Paper(),
        ["D-08"] = new ContestationLetter(Organ, Office, "津南开住建信异〔2026〕2号", Petition, new(2026, 3, 5), "该处管道由区城市管理委员会负责养护。", "天津市南开区城市管理委员会", ["信访事项登记表"], new(2026, 3, 9)).Paper(),
        ["D-09"] = new ExtensionNoticePaper(Organ, "津南开住建信延〔2026〕3号", "张某某", $"您反映的信访事项（编号：{Petition}），由{Office}转送，我单位于2026年3月5日收到。", new(2026, 3, 11), new(2026, 5, 11), "管道检测报告还没有出具，检测机构书面说明需要到5月20日。", 20, new(2026, 5, 30), "联系电话：022-0000 0014。", new(2026, 4, 30)).Paper(),
        ["D-10"] = Opinion(),
        ["D-11"] = new ReviewOpinionPaper(Government, "津南开政信查〔2026〕5号", "张某某", Organ, "津南开住建信理〔2026〕7号", new(2026, 4, 29), new(2026, 5, 20), ["撤销原意见第二项"], Long, "维持原处理意见。", "《信访工作条例》第三十五条。", "天津市人民政府", new(2026, 6, 15)).Paper(),
        ["D-12"] = new ReviewOpinionPaper("天津市人民政府", "津政信核〔2026〕3号", "张某某", Government, "津南开政信查〔2026〕5号", new(2026, 6, 16), new(2026, 7, 1), ["撤销复查意见"], Long, "维持复查意见。", "《信访工作条例》第三十六条。", null, new(2026, 7, 30)).Paper(),
        ["D-13"] = new HearingNoticePaper(Organ, "津南开住建信听〔2026〕1号", "张某某", Petition, "2026年4月20日9时", "区政务服务中心302室", true, "李某", ["王某", "赵某"], new(2026, 4, 10)).Paper(),
        ["D-13 record"] = new HearingRecordPaper(Organ, null, Petition, "2026年4月20日9时", "区政务服务中心302室", "李某", ["王某", "赵某"], ["张某某"], string.Concat(Enumerable.Repeat(Long, 5)), "支持第一项请求。").Paper(),
        ["D-14"] = new ServiceReceiptPaper(Organ, "津南开住建信证〔2026〕7号", Petition, "信访事项处理意见书（津南开住建信理〔2026〕7号）", "张某某", "长虹街道安和里（示例小区）3号楼", "直接送达", ["甲某", "乙某"], new(2026, 4, 29), "本人", null, Government, new(2026, 5, 29)).Paper(),
        ["D-15"] = new SupervisionLetterPaper(Office, "津南开信督〔2026〕4号", Organ, Petition, "2026年3月11日受理，5月12日仍未作出处理意见。", "超过办理期限。", ["立即作出处理意见", "说明超期原因"], new(2026, 5, 20), "督查科，022-0000 0000", new(2026, 5, 12)).Paper(),
        ["D-16"] = new ProposalPaper(Office, "津南开信建〔2026〕2号", "改进工作", Organ, Long, "《信访工作条例》第四十条。", "建立共用管道移交台账，每季度核对一次。", new(2026, 6, 12), new(2026, 5, 13)).Paper(),
        ["D-17"] = new AgreementPaper("长虹街道人民调解委员会", "津南开长虹信调〔2026〕1号", ["甲方：张某某", "乙方：某物业公司"], "孙某", Long, "地板损失的金额。", ["乙方赔偿甲方2000元。", "甲方不再要求其他赔偿。"], "乙方于2026年5月10日前一次付清。", On).Paper(),
        ["D-18"] = new AgreementPaper(Organ, null, ["甲方：张某某", "乙方：某物业公司"], null, Long, null, ["乙方赔偿甲方2000元。"], "乙方于2026年5月10日前一次付清。", On).Paper(),
        ["D-19"] = new CompletionReportPaper(Organ, "津南开住建信报〔2026〕1号", "周某", Office, Petition, Long, "支持第一项请求，第二项解释说明。", "主管道已经修好。", "信访人对结果表示认可。", ["处理意见书", "送达回证"], new(2026, 5, 6)).Paper(),
        ["D-20"] = new TerminationNotice(Organ, "津南开住建信终〔2026〕1号", "张某某", Petition, true, "", On).Paper(),
        ["D-20 ended"] = new TerminationNotice(Organ, "津南开住建信终〔2026〕2号", "张某某", Petition, false, "信访人死亡，没有人承继。", On).Paper(),
        ["D-21"] = new UrgentReportPaper(Office, "津南开信急〔2026〕1号", "吴某", [Government, "天津市信访办公室"], "2026年4月27日8时10分", "区政府北门", "某小区业主", "约30人", "反映供暖退费，情绪平稳。", "人数可能增加。", "已经安排接待，通知街道和供热单位到场。", On).Paper(),
        ["R-2"] = Report(),
        ["D-22"] = new ReviewRequestPaper(false, Government, "张某某", Organ, "津南开住建信理〔2026〕7号", new(2026, 4, 29), ["支持赔偿请求"], Long, new(2026, 5, 20)).Paper(),
    };
}
