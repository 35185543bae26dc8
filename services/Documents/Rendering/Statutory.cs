using Xinfang.Law;

namespace Xinfang.Documents.Rendering;

/// <summary>D-07 不再受理告知书 (art. 36 para. 3).</summary>
public sealed record BarNotice(string Issuer, string? Number, string Petitioner, string PetitionNumber, string RecheckNumber, DateOnly RecheckOn, string CareContact, DateOnly? IssuedOn)
{
    public Paper Paper() => Papers.Notice(Issuer, "信访事项不再受理告知书", Number, Petitioner, IssuedOn,
    [
        new($"您反映的信访事项（编号：{PetitionNumber}），已于{ChineseDates.WithYear(RecheckOn)}作出复核意见书（{RecheckNumber}）。经比对，您这次提出的是同一事实和理由。"),
        new($"根据{PetitionRegulations.FinalBar}的规定，各级机关、单位不再受理。如有新的事实和理由，可以重新提出。"),
        new($"生活困难需要帮助的，请联系：{CareContact}。"),
    ]);
}

/// <summary>D-08 异议函 (art. 23 para. 3).</summary>
public sealed record ContestationLetter(string Issuer, string Office, string? Number, string PetitionNumber, DateOnly ReceivedOn, string Reason, string? ProposedOrgan, IReadOnlyList<string> Papers, DateOnly? IssuedOn)
{
    public Paper Paper() => Rendering.Papers.Letter(Issuer, "关于信访事项职权异议的函", Number, Office, IssuedOn,
    [
        new($"你办转来的信访事项（编号：{PetitionNumber}），我单位于{ChineseDates.WithYear(ReceivedOn)}收到。经研究，该事项不属于我单位职权范围，理由如下：{Reason}"),
        new($"根据{PetitionRegulations.Contest}的规定，现提出异议{(ProposedOrgan is { } other ? $"，建议由{other}办理" : "")}，请予核实。相关材料随函交还。"),
    ]) with { Attachments = Papers };
}

/// <summary>D-11 复查意见书 and D-12 复核意见书 (art. 35, 36).</summary>
/// <param name="RecheckBody">Body of the recheck, for a review; null: this is the recheck, which ends the procedure.</param>
public sealed record ReviewOpinionPaper(
    string Issuer, string? Number, string Applicant, string Respondent, string OpinionNumber, DateOnly OpinionReceivedOn, DateOnly RequestedOn,
    IReadOnlyList<string> Claims, string Findings, string Decision, string Basis, string? RecheckBody, DateOnly? IssuedOn)
{
    public Paper Paper()
    {
        var recheck = RecheckBody is null;
        return new()
        {
            Layout = PaperLayout.File,
            Issuer = Issuer,
            Title = recheck ? "信访事项复核意见书" : "信访事项复查意见书",
            Number = Number,
            Addressee = Applicant,
            Date = IssuedOn,
            Note = "此件送信访人，不公开",
            CopiesTo = Respondent,
            PrintedBy = Issuer,
            Paragraphs =
            [
                new($"您不服{Respondent}作出的意见（{OpinionNumber}），于{ChineseDates.WithYear(OpinionReceivedOn)}收到该意见，{ChineseDates.WithYear(RequestedOn)}向本机关请求{(recheck ? "复核" : "复查")}。现已审查完毕。", "一、申请情况"),
                .. Claims.Select((claim, index) => new PaperParagraph($"（{ChineseNumerals.Of(index + 1)}）{claim}")),
                new(Findings, "二、审查认定的事实"),
                new($"{Decision}依据：{Basis}", $"三、{(recheck ? "复核" : "复查")}意见和依据"),
                recheck
                    ? new("本意见为信访终结意见。以同一事实和理由再次提出的，各级机关、单位不再受理。", "四、效力")
                    : new($"如您对本意见不服，可以自收到本意见书之日起30日内，向{RecheckBody}书面请求复核，并提交复核申请书、本意见书复印件和身份证明复印件。", "四、救济途径"),
            ],
        };
    }
}

/// <summary>D-13 听证通知书 (art. 31 item 6, 36 para. 2).</summary>
public sealed record HearingNoticePaper(string Issuer, string? Number, string Party, string PetitionNumber, string When, string Where, bool Open, string Chair, IReadOnlyList<string> Members, DateOnly? IssuedOn)
{
    public Paper Paper() => Papers.Notice(Issuer, "听证通知书", Number, Party, IssuedOn,
    [
        new($"信访事项（编号：{PetitionNumber}）定于{When}在{Where}{(Open ? "公开" : "不公开")}听证。"),
        new($"听证主持人：{Chair}；听证员：{string.Join("、", Members)}。"),
        new("您有权申请回避、陈述事实和理由、提交证据、质证、查阅听证笔录。有正当理由不能出席的，请在听证以前提出。"),
    ]);
}

/// <summary>D-13 听证笔录.</summary>
public sealed record HearingRecordPaper(string Issuer, string? Number, string PetitionNumber, string When, string Where, string Chair, IReadOnlyList<string> Members, IReadOnlyList<string> Present, string Course, string Findings)
{
    public Paper Paper() => Papers.Form(Issuer, "听证笔录", Number,
        [new("信访编号", PetitionNumber), new("时间", When), new("地点", Where), new("主持人", Chair), new("听证员", string.Join("、", Members)), new("到场的人", string.Join("、", Present)), new("经过", Course), new("听证结论", Findings), new("核对签名", "")]);
}

/// <summary>D-14 送达回证 (民事诉讼法 87–95, by analogy).</summary>
public sealed record ServiceReceiptPaper(
    string Issuer, string? Number, string PetitionNumber, string Document, string Addressee, string Place, string Way, IReadOnlyList<string> Servers,
    DateOnly ServedOn, string Receiver, string? Remarks, string? ReviewBody, DateOnly? LastDay)
{
    public Paper Paper() => Papers.Form(Issuer, "送达回证", Number,
    [
        new("信访编号", PetitionNumber), new("文书和文号", Document), new("受送达人", Addressee), new("送达地点", Place), new("送达方式", Way),
        new("送达人", string.Join("、", Servers)), new("送达日期", ChineseDates.WithYear(ServedOn)), new("收件人", Receiver),
        new("告知事项", ReviewBody is { } body && LastDay is { } last ? $"已告知：如不服，可以自收到之日起30日内（至{ChineseDates.WithYear(last)}），向{body}书面请求复查。" : "无"),
        new("备注", Remarks ?? "无"), new("受送达人签名", ""),
    ]);
}

/// <summary>D-15 督办函 (art. 40 para. 1).</summary>
public sealed record SupervisionLetterPaper(string Issuer, string? Number, string Organ, string PetitionNumber, string Facts, string Breach, IReadOnlyList<string> Demands, DateOnly DueOn, string Contact, DateOnly? IssuedOn)
{
    public Paper Paper() => Papers.Letter(Issuer, "关于督办信访事项的函", Number, Organ, IssuedOn,
    [
        new($"信访事项（编号：{PetitionNumber}）由你单位办理。{Facts}", "一、办理情况"),
        new(Breach, "二、存在的问题"),
        new($"根据《信访工作条例》第四十条的规定，请于{ChineseDates.WithYear(DueOn)}前办好以下事项，书面报告我办：", "三、要求"),
        .. Demands.Select((demand, index) => new PaperParagraph($"（{ChineseNumerals.Of(index + 1)}）{demand}")),
    ]) with { Note = $"联系：{Contact}" };
}

/// <summary>D-16 三项建议书 (art. 40).</summary>
/// <param name="Kind">改进工作, 完善政策, 追究责任.</param>
public sealed record ProposalPaper(string Issuer, string? Number, string Kind, string Organ, string Facts, string Basis, string Proposal, DateOnly? FeedbackDueOn, DateOnly? IssuedOn)
{
    public Paper Paper() => new()
    {
        Layout = PaperLayout.File,
        Issuer = Issuer,
        Title = $"{Kind}建议书",
        Number = Number,
        Addressee = Organ,
        Date = IssuedOn,
        PrintedBy = Issuer,
        Paragraphs = [new(Facts, "一、事实"), new(Basis, "二、依据"), new(Proposal, "三、建议"), new($"请{(FeedbackDueOn is { } due ? $"于{ChineseDates.WithYear(due)}前" : "自收到之日起30日内")}书面反馈采纳情况；不采纳的说明理由。", "四、反馈")],
    };
}

/// <summary>D-17 人民调解协议书 and D-18 和解协议书 (人民调解法 28–33; art. 33).</summary>
/// <param name="Mediator">Null: the parties settled by themselves.</param>
public sealed record AgreementPaper(string Issuer, string? Number, IReadOnlyList<string> Parties, string? Mediator, string Facts, string? Dispute, IReadOnlyList<string> Duties, string Performance, DateOnly? SignedOn)
{
    public Paper Paper() => new()
    {
        Layout = PaperLayout.Agreement,
        Issuer = Issuer,
        Title = Mediator is null ? "和解协议书" : "人民调解协议书",
        Number = Number,
        Date = SignedOn,
        Parties = Mediator is { } mediator ? [.. Parties, $"调解员：{mediator}"] : Parties,
        Paragraphs =
        [
            new($"当事人：{string.Join("；", Parties)}。"),
            new(Facts, "一、主要事实"),
            .. Dispute is { } dispute ? [new PaperParagraph(dispute, "二、争议事项")] : Array.Empty<PaperParagraph>(),
            new("各方自愿达成以下协议：", Dispute is null ? "二、协议内容" : "三、协议内容"),
            .. Duties.Select((duty, index) => new PaperParagraph($"（{ChineseNumerals.Of(index + 1)}）{duty}")),
            new(Performance, Dispute is null ? "三、履行方式和期限" : "四、履行方式和期限"),
            .. Mediator is null ? Array.Empty<PaperParagraph>() : [new("双方可以自本协议生效之日起30日内，共同向人民法院申请司法确认。")],
        ],
    };
}

/// <summary>D-19 办结报告 to the assigner (art. 22 para. 1 item 3).</summary>
public sealed record CompletionReportPaper(string Issuer, string? Number, string Signer, string Office, string PetitionNumber, string Process, string Result, string Execution, string PetitionersView, IReadOnlyList<string> Attachments, DateOnly? IssuedOn)
{
    public Paper Paper() => new()
    {
        Layout = PaperLayout.Upward,
        Issuer = Issuer,
        Title = "关于信访事项办理结果的报告",
        Number = Number,
        Signer = Signer,
        Addressee = Office,
        Date = IssuedOn,
        Attachments = Attachments,
        PrintedBy = Issuer,
        Paragraphs = [new($"你办交办的信访事项（编号：{PetitionNumber}）已经办结，现将结果报告如下。"), new(Process, "一、办理经过"), new(Result, "二、处理结果"), new(Execution, "三、执行情况"), new(PetitionersView, "四、信访人意见")],
    };
}

/// <summary>D-20 撤回确认书、终止告知书.</summary>
public sealed record TerminationNotice(string Issuer, string? Number, string Petitioner, string PetitionNumber, bool Withdrawn, string Reason, DateOnly? IssuedOn)
{
    public Paper Paper() => Papers.Notice(Issuer, Withdrawn ? "信访事项撤回确认书" : "信访事项终止办理告知书", Number, Petitioner, IssuedOn,
    [
        new(Withdrawn ? $"您自愿撤回信访事项（编号：{PetitionNumber}），我单位予以确认，办理到此结束。" : $"信访事项（编号：{PetitionNumber}）终止办理，理由是：{Reason}"),
        new("以后有新的事实和理由的，可以再次提出。"),
    ]);
}

/// <summary>D-21 紧急信访信息报告 (art. 25).</summary>
public sealed record UrgentReportPaper(string Issuer, string? Number, string Signer, IReadOnlyList<string> Recipients, string When, string Where, string Who, string Scale, string Matter, string Risk, string Measures, DateOnly? IssuedOn)
{
    public Paper Paper() => new()
    {
        Layout = PaperLayout.Upward,
        Issuer = Issuer,
        Title = "紧急信访信息报告",
        Number = Number,
        Signer = Signer,
        Addressee = string.Join("、", Recipients),
        Date = IssuedOn,
        Paragraphs = [new($"{When}，在{Where}，{Who}，{Scale}。"), new(Matter, "一、事项"), new(Risk, "二、风险判断"), new(Measures, "三、已经采取的措施")],
    };
}

/// <summary>D-22 复查、复核申请书, as the petitioner fills it in (art. 35, 36).</summary>
public sealed record ReviewRequestPaper(bool Recheck, string Body, string Applicant, string Respondent, string OpinionNumber, DateOnly OpinionReceivedOn, IReadOnlyList<string> Claims, string FactsAndReasons, DateOnly RequestedOn)
{
    public Paper Paper() => Papers.Form(Body, Recheck ? "信访事项复核申请书" : "信访事项复查申请书", null,
    [
        new(Recheck ? "复核机关" : "复查机关", Body), new("申请人", Applicant), new("被申请单位", Respondent), new("意见书文号", OpinionNumber), new("收到意见书", ChineseDates.WithYear(OpinionReceivedOn)),
        new("请求", string.Join("；", Claims)), new("事实和理由", FactsAndReasons), new("申请日期", ChineseDates.WithYear(RequestedOn)), new("申请人签名", ""),
    ]);
}

/// <summary>D-01 来访登记表 (art. 19–21).</summary>
public sealed record VisitRegistration(string Issuer, string PetitionNumber, string When, int Visitors, string Petitioner, string Address, string Category, IReadOnlyList<string> Claims, string Facts, IReadOnlyList<string> Papers)
{
    public Paper Paper() => Rendering.Papers.Form(Issuer, "来访登记表", PetitionNumber,
    [
        new("来访时间", When), new("人数", $"{Visitors}人"), new("信访人", Petitioner), new("住址", Address), new("类别", Category),
        new("请求", string.Join("；", Claims)), new("事实和理由", Facts), new("交来材料", Papers.Count == 0 ? "无" : string.Join("；", Papers)), new("宣读确认", "以上内容已向我宣读，与我陈述一致。签名："),
    ]);
}

/// <summary>The shapes shared by several documents.</summary>
public static class Papers
{
    /// <summary>What was typed in several lines, one piece a line.</summary>
    public static IReadOnlyList<string> LinesOf(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Paper.Lines(text);
    }

    /// <summary>文书式.</summary>
    public static Paper Notice(string issuer, string title, string? number, string addressee, DateOnly? on, IReadOnlyList<PaperParagraph> paragraphs) =>
        new() { Layout = PaperLayout.Notice, Issuer = issuer, Title = title, Number = number, Addressee = addressee, Date = on, Paragraphs = [.. paragraphs, new("特此告知。")] };

    /// <summary>信函格式.</summary>
    public static Paper Letter(string issuer, string title, string? number, string addressee, DateOnly? on, IReadOnlyList<PaperParagraph> paragraphs) =>
        new() { Layout = PaperLayout.Letter, Issuer = issuer, Title = title, Number = number, Addressee = addressee, Date = on, Paragraphs = paragraphs };

    /// <summary>表格式.</summary>
    public static Paper Form(string issuer, string title, string? number, IReadOnlyList<PaperRow> rows) =>
        new() { Layout = PaperLayout.Form, Issuer = issuer, Title = $"{issuer}\n{title}", Number = number, Rows = rows };
}
