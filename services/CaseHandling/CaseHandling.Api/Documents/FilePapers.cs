using Xinfang.CaseHandling.Domain;
using Xinfang.CaseHandling.Domain.Reviews;
using Xinfang.Documents.Rendering;
using Xinfang.Law;
using Xinfang.ServiceDefaults.Organs;

namespace Xinfang.CaseHandling.Api.Documents;

/// <summary>送达回证 (D-14), made out when the service of a document is recorded; its day starts the petitioner's next right.</summary>
internal static class ServiceReceiptForm
{
    /// <param name="petition">The petition.</param>
    /// <param name="served">What was served.</param>
    /// <param name="method">How.</param>
    /// <param name="on">When it arrived.</param>
    /// <param name="receiver">Who took it; null: the petitioner, in person.</param>
    /// <param name="remarks">Witness, number of the parcel.</param>
    /// <param name="review">Until when a review may be asked for.</param>
    /// <param name="now">The moment of the act.</param>
    /// <param name="petitioner">As the organ may know the petitioner.</param>
    public static (Document Document, DocumentBody Body) Write(
        Petition petition, Document served, ServiceMethod method, DateOnly on, string? receiver, string? remarks, DueDates? review, Moment now, string petitioner)
    {
        var document = Document.Draft(petition, DocumentKind.ServiceReceipt, now.Date, "送达回证");
        var paper = new ServiceReceiptPaper(
            Letters.NameOf(petition.Organ), null, petition.Number ?? "", $"{served.Title}（{served.Number}）", DocumentBody.Petitioner,
            method is ServiceMethod.Electronic ? "信访信息系统" : "", Words.Of(method), [], on, receiver ?? "本人", remarks,
            review is null ? null : Organs.ReviewBodyOf(petition.Organ)?.Name, review?.DueOn).Paper();
        return (document, DocumentBody.Of(paper, [CivilProcedure.ServiceReceipt], petitioner));
    }
}

/// <summary>异议函 (D-08), to the office that has forwarded.</summary>
internal static class ContestationPaper
{
    public static (Document Document, DocumentBody Body) Write(Petition petition, DateOnly on)
    {
        var contested = petition.File.Contestations[^1];
        var document = Document.Draft(petition, DocumentKind.Contestation, on, "关于信访事项职权异议的函");
        var paper = new ContestationLetter(
            Letters.NameOf(petition.Organ), Letters.NameOf(Organs.Office), null, petition.Number ?? "", petition.ReceivedOn, Letters.Ended(contested.Reason),
            contested.ProposedOrgan is { } other ? Letters.NameOf(other) : null, ["信访事项材料（在信访信息系统中移交）"], on).Paper();
        return (document, DocumentBody.Of(paper, [PetitionRegulations.Contest]));
    }
}

/// <summary>办结报告 (D-19) to the office that has assigned, out of the file: what was done and decided, what is carried out, and what the petitioner has said.</summary>
internal static class CompletionReport
{
    public static (Document Document, DocumentBody Body) Write(Petition petition, Completed completed, string signer, IReadOnlyList<Document> earlier)
    {
        var document = Document.Draft(petition, DocumentKind.CompletionReport, completed.On, "关于信访事项办理结果的报告");
        var paper = new CompletionReportPaper(
            Letters.NameOf(petition.Organ), null, signer, Letters.NameOf(Organs.Office), petition.Number ?? "", Course(petition), Result(petition), Execution(petition), View(petition),
            [.. earlier.Where(each => each.Kind is DocumentKind.Opinion or DocumentKind.ServiceReceipt or DocumentKind.MediationAgreement or DocumentKind.SettlementAgreement && each.State is not DocumentState.Withdrawn)
                .Select(each => $"{each.Title}（{each.Number}）")],
            completed.On).Paper();
        return (document, DocumentBody.Of(paper, [PetitionRegulations.ForwardingWithReport]));
    }

    private static string Course(Petition petition)
    {
        var file = petition.File;
        List<string> steps = [$"{ChineseDates.WithYear(petition.ReceivedOn)}收到"];
        if (petition.AcceptedOn is { } accepted) steps.Add($"{ChineseDates.WithYear(accepted)}受理");
        steps.AddRange(file.Statements.Select(statement => $"{ChineseDates.WithYear(statement.HeardOn)}{Words.Of(statement.Way)}听取信访人陈述"));
        if (file.Extensions.EffectiveDays() is > 0 and var days) steps.Add($"经负责人批准延长办理期限{days}日");
        if (petition.DecidedOn is { } decided) steps.Add($"{ChineseDates.WithYear(decided)}{(file.Mediations is [.., { AgreedOn: not null }] ? "达成协议" : "作出处理意见")}");
        if (file.Service is { } service) steps.Add($"{ChineseDates.WithYear(service.ServedOn)}{Words.Of(service.Method)}");
        return $"{string.Join("，", steps)}。";
    }

    private static string Result(Petition petition)
    {
        var claims = petition.File.Claims.Where(claim => claim.Outcome is not null).Select(claim => $"第{ChineseNumerals.Of(claim.Number)}项请求，{Words.Of(claim.Outcome!.Value, petition.Category)}");
        return string.Concat(claims.Select(claim => $"{claim}。")) + Letters.Ended(petition.File.Result);
    }

    private static string Execution(Petition petition) => petition.File.Enforcements is { Count: > 0 } owed
        ? string.Concat(owed.Select(each => $"{(each.Claim is { } claim ? $"第{ChineseNumerals.Of(claim)}项请求" : "协议")}{(each.DoneOn is { } done ? $"{ChineseDates.WithYear(done)}落实完毕" : $"{ChineseDates.WithYear(each.DueOn)}前落实")}。"))
        : "没有需要执行的事项。";

    // Recorded, never guessed: the petitioner's own rating follows in the system, and the right to a review still runs.
    private static string View(Petition petition) => petition.File.Mediations is [.., { AgreedOn: not null }]
        ? "信访人与对方自愿达成协议。"
        : petition.TermOf(Terms.ReviewRequest.Code) is { DoneOn: null } review
        ? $"信访人的评价以本人在信访信息系统中所作为准。信访人不服处理意见的，可以在{ChineseDates.WithYear(review.DueOn)}前请求复查。"
        : "信访人的评价以本人在信访信息系统中所作为准。";
}

/// <summary>人民调解协议书 (D-17) and 和解协议书 (D-18), or the record of an oral agreement.</summary>
internal static class AgreementDocument
{
    /// <param name="respondent">Name of the other side; null: to be written in.</param>
    public static (Document Document, DocumentBody Body) Write(Petition petition, MediationReached reached, string? respondent, Dossier? dossier)
    {
        var mediation = petition.File.Mediations[^1];
        var byMediator = reached.Kind is MediationKind.Mediation;
        var document = Document.Draft(petition, byMediator ? DocumentKind.MediationAgreement : DocumentKind.SettlementAgreement, reached.On,
            $"{(byMediator ? "人民调解协议" : "和解协议")}{(reached.Form is AgreementForm.Written ? "书" : "记录")}");
        var paper = new AgreementPaper(
            Letters.NameOf(petition.Organ), null, [$"甲方（信访人）{DocumentBody.Petitioner}", $"乙方{respondent?.Trim()}"], byMediator ? mediation.Mediator : null,
            $"信访事项（编号：{petition.Number}）。{Letters.Ended(dossier?.Facts)}",
            byMediator && dossier?.Claims is { Count: > 0 } claims ? $"{string.Join("；", claims.Select(claim => claim.TrimEnd('。', '；')))}。" : null,
            [.. Papers.LinesOf(mediation.Content ?? "").Select(Letters.Ended)], $"{ChineseDates.WithYear(reached.PerformBy)}前履行完毕。", reached.On).Paper();
        return (document, DocumentBody.Of(paper, [PetitionRegulations.Mediation], Letters.Addressee(dossier)));
    }
}

/// <summary>终止办理告知书 (D-20).</summary>
internal static class TerminationPaper
{
    public static (Document Document, DocumentBody Body) Write(Petition petition, Terminated terminated, Dossier? dossier)
    {
        var document = Document.Draft(petition, DocumentKind.Termination, terminated.On, "信访事项终止办理告知书");
        document.ServedOn = petition.ElectronicService ? terminated.On : null;
        var paper = new TerminationNotice(Letters.NameOf(petition.Organ), null, "", petition.Number ?? "", false, $"{Words.Of(terminated.Ground)}。", terminated.On).Paper();
        return (document, DocumentBody.Of(paper, [PetitionRegulations.Completion], Letters.Addressee(dossier)));
    }
}

/// <summary>听证通知书 and 听证笔录 (D-13).</summary>
internal static class HearingPapers
{
    /// <summary>Given at least seven days before; to the petitioner, and by hand to the other parties.</summary>
    public static (Document Document, DocumentBody Body) Notice(Petition petition, HearingCalled called, Dossier? dossier)
    {
        var hearing = petition.File.Hearings[^1];
        var document = Document.Draft(petition, DocumentKind.HearingNotice, called.NoticedOn, "听证通知书");
        document.ServedOn = petition.ElectronicService ? called.NoticedOn : null;
        var paper = new HearingNoticePaper(
            Letters.NameOf(petition.Organ), null, DocumentBody.Petitioner, petition.Number ?? "", ChineseDates.WithYear(hearing.HeldOn), hearing.Place, true, hearing.Chair, hearing.Members, called.NoticedOn).Paper();
        return (document, DocumentBody.Of(paper, [PetitionRegulations.Hearing], Letters.Addressee(dossier)));
    }

    public static (Document Document, DocumentBody Body) Record(Petition petition, HearingHeld held, DateOnly on)
    {
        var hearing = petition.File.Hearings[^1];
        var document = Document.Draft(petition, DocumentKind.HearingRecord, on, "听证笔录");
        var paper = new HearingRecordPaper(
            Letters.NameOf(petition.Organ), null, petition.Number ?? "", ChineseDates.WithYear(held.HeldOn), hearing.Place, hearing.Chair, hearing.Members,
            [.. hearing.Parties, held.PetitionerCame ? "信访人" : "信访人（没有到场）"], hearing.Minutes ?? "", hearing.Conclusion ?? "").Paper();
        return (document, DocumentBody.Of(paper, [PetitionRegulations.Hearing]));
    }

    /// <summary>Of a review or recheck; the record of the reviewing body.</summary>
    public static (Document Document, DocumentBody Body) Record(Review review, ReviewHearing hearing, DateOnly on)
    {
        var document = Document.Draft(review.PetitionId, review.Body, DocumentKind.HearingRecord, on, "听证笔录");
        var paper = new HearingRecordPaper(
            Letters.NameOf(review.Body), null, review.Number ?? "", $"{ChineseDates.WithYear(hearing.From)}至{ChineseDates.WithYear(hearing.To)}", hearing.Place, hearing.Chair, [], [hearing.Members],
            hearing.Summary, "见复查、复核意见书。").Paper();
        return (document, DocumentBody.Of(paper, [PetitionRegulations.RecheckHearing]));
    }
}

/// <summary>复查、复核申请书 (D-22) in the petitioner's words; filled in for those who ask online, kept with those that came on paper.</summary>
internal static class ReviewRequestForm
{
    public static (Document Document, DocumentBody Body) Write(Review review)
    {
        var recheck = review.Level is ReviewLevel.Recheck;
        var document = Document.Draft(review.PetitionId, review.Body, DocumentKind.ReviewRequest, review.ReceivedOn, recheck ? "信访事项复核申请书" : "信访事项复查申请书");
        var application = review.File.Application;
        var paper = new ReviewRequestPaper(
            recheck, Letters.NameOf(review.Body), DocumentBody.Petitioner, Letters.NameOf(review.Respondent), review.OpinionNumber, review.OpinionServedOn, [application.Claims],
            application.LateReason is { } late ? $"{Letters.Ended(application.Reasons)}超过期限的理由：{Letters.Ended(late)}" : Letters.Ended(application.Reasons), review.RequestedOn).Paper();
        return (document, DocumentBody.Of(paper, [ReviewRefusals.BasisOf(review.Level)]));
    }
}
