using Xinfang.Law;

namespace Xinfang.Documents.Rendering;

/// <summary>What an assignment demands, and until when it wants the report (art. 22 para. 1 item 3).</summary>
public sealed record ReportDemand(string Text, DateOnly DueOn);

/// <summary>D-02 转送函, and with a demand D-03 交办函 (art. 22).</summary>
/// <param name="Subject">Null under seal: an accusation travels in the system alone, and the letter says so (art. 30).</param>
/// <param name="Demand">Null: forwarded.</param>
public sealed record RoutingLetter(
    string Issuer, string Organ, string? Number, string PetitionNumber, DateOnly ReceivedOn, string? Subject, IReadOnlyList<string> Claims, string? Reason,
    ReportDemand? Demand, bool Sealed, DateOnly? IssuedOn)
{
    public Paper Paper()
    {
        List<PaperParagraph> paragraphs = [new($"现将信访事项（信访编号{PetitionNumber}，{ChineseDates.WithYear(ReceivedOn)}收到）{(Demand is null ? "转" : "交")}你单位办理。")];
        if (Subject is null) paragraphs.Add(new("检举控告材料保密，只在系统里凭纪检监察机关的账号查阅，每次查阅都有记录。", "材料"));
        else paragraphs.AddRange([new(Subject, "事项"), new(string.Join('\n', Claims.Select((claim, i) => $"{i + 1}. {claim}")), "请求"), new(Reason ?? "", "理由")]);
        if (Demand is { } demand) paragraphs.Add(new($"{demand.Text}\n请在{ChineseDates.Full(demand.DueOn)}前反馈结果，提交办结报告。", "要求"));
        if (!Sealed) paragraphs.Add(new("不属于你单位职权的，收到后5个工作日内提出异议并说明理由；属于的，收到后15日内书面告知信访人。", "期限"));
        return Papers.Letter(Issuer, Demand is null ? "关于转送信访事项的函" : "关于交办信访事项的函", Number, Organ, IssuedOn, paragraphs);
    }
}

/// <summary>D-04 去向告知书 (art. 23): who has it now, and what comes next.</summary>
/// <param name="Subject">Null under seal.</param>
/// <param name="Reason">Null under seal.</param>
public sealed record WhereaboutsNotice(
    string Issuer, string? Number, string Petitioner, string? Subject, string PetitionNumber, DateOnly ReceivedOn, DateOnly RoutedOn, bool Assigned,
    string Organ, string ShortName, string Phone, string? Reason, DateOnly? IssuedOn)
{
    public Paper Paper()
    {
        List<PaperParagraph> paragraphs =
        [
            new($"{(Subject is null ? "您反映的情况" : $"您反映的“{Subject}”")}（信访编号{PetitionNumber}），我们{ChineseDates.WithYear(ReceivedOn)}收到。"),
            new($"{ChineseDates.WithYear(RoutedOn)}，我们把它{(Assigned ? "交给" : "转给")}{Organ}（{ShortName}）办理，电话{Phone}。", "转给谁"),
        ];
        if (Reason is not null) paragraphs.Add(new(Reason, "为什么"));
        paragraphs.Add(new(Reason is null
            ? $"{ShortName}按自己的规定办理和答复。您反映的材料只有它能看到。"
            : $"{ShortName}收到后15日内书面告诉您受理不受理。受理后60日内给您书面处理意见；情况复杂的，最多再延30日，会告诉您理由。", "接下来"));
        return new() { Layout = PaperLayout.Notice, Issuer = Issuer, Title = "信访事项去向告知书", Number = Number, Addressee = Petitioner, Date = IssuedOn, Paragraphs = paragraphs };
    }
}

/// <summary>D-06 不予受理告知书 (art. 19, 23, 31): why not here, and where instead.</summary>
/// <param name="Why">Continues 经审查，该事项.</param>
/// <param name="Reason">In the organ's own words.</param>
/// <param name="Limit">The other procedure's own limits, in a sentence.</param>
public sealed record DeclinationNoticePaper(
    string Issuer, string? Number, string Petitioner, string Opening, string Why, Article Basis, string Reason, string RightBody, DateOnly? Until, string Limit, string Contact, DateOnly? IssuedOn)
{
    /// <summary>The right road, as a sentence.</summary>
    public string RightRoad => $"您可以向{RightBody}提出{(Until is { } until ? $"，最晚{ChineseDates.Full(until)}" : "")}。{Limit}";

    public Paper Paper() => Papers.Notice(Issuer, "信访事项不予受理告知书", Number, Petitioner, IssuedOn,
    [
        new(Opening),
        new($"经审查，该事项{Why}。根据{Basis}的规定，我单位对该事项不作为信访事项受理。{Reason}", "为什么不受理"),
        new(RightRoad, "应当走的路"),
        new(Contact),
    ]);
}

/// <summary>D-09 延长办理期限告知书 (art. 34).</summary>
public sealed record ExtensionNoticePaper(
    string Issuer, string? Number, string Petitioner, string Opening, DateOnly AcceptedOn, DateOnly OldDueOn, string Reason, int Days, DateOnly DueOn, string Contact, DateOnly? IssuedOn)
{
    public Paper Paper() => Papers.Notice(Issuer, "延长信访事项办理期限告知书", Number, Petitioner, IssuedOn,
    [
        new($"{Opening}{ChineseDates.WithYear(AcceptedOn)}受理，原定最晚{ChineseDates.Full(OldDueOn)}作出处理意见。"),
        new(Reason, "延长的理由"),
        new($"根据{PetitionRegulations.Extension}的规定，经我单位负责人批准，办理期限延长{Days}日，最晚{ChineseDates.Full(DueOn)}作出处理意见。", "延长的期限"),
        new("办理期间，您可以补充材料。"),
        new(Contact),
    ]);
}
