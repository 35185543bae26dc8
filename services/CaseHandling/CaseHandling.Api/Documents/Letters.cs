using Xinfang.CaseHandling.Domain;
using Xinfang.Documents.Checks;
using Xinfang.Documents.Rendering;
using Xinfang.Law;
using Xinfang.ServiceDefaults.Organs;

namespace Xinfang.CaseHandling.Api.Documents;

/// <summary>Phrases that every notice to the petitioner has.</summary>
internal static class Letters
{
    /// <summary>Who the letter is for; the masked name, as far as the organ may know it.</summary>
    public static string Addressee(Dossier? dossier) => dossier?.Petitioner.Name ?? "信访人";

    public static string Opening(Petition petition) =>
        $"您反映的信访事项{(petition.Number is { } number ? $"（编号：{number}）" : "")}，由{NameOf(Organs.Office)}{(petition.Assigned ? "交办" : "转送")}，我单位于{ChineseDates.WithYear(petition.ReceivedOn)}收到。";

    public static DocumentParagraph Contact(Petition petition) => new(null, ContactText(petition));

    public static string ContactText(Petition petition) => $"联系电话：{petition.File.ContactPhone ?? Organs.Find(petition.Organ)?.Phone}。";

    public static string NameOf(string organ) => Organs.Find(organ)?.Name ?? organ;

    // Officers leave the full stop out; the sentence after it needs one.
    public static string Ended(string? sentence) =>
        sentence?.TrimEnd() is { Length: > 0 } text ? text[^1] is '。' or '；' or '！' or '？' ? text : $"{text}。" : "";
}

/// <summary>受理告知书 (art. 23, 34).</summary>
internal static class AcceptanceNotice
{
    public static (Document Document, DocumentBody Body) Write(Petition petition, Accepted accepted, Dossier? dossier)
    {
        var document = Document.Draft(petition, DocumentKind.Acceptance, accepted.On, "信访事项受理告知书");
        document.ServedOn = petition.ElectronicService ? accepted.On : null;
        var suggestion = petition.Category is Category.Suggestion;
        List<DocumentParagraph> paragraphs =
        [
            new(null, $"{Letters.Opening(petition)}经审查，该事项属于我单位职权范围，根据{PetitionRegulations.Notice}的规定，我单位决定自{ChineseDates.WithYear(accepted.On)}起予以受理。"),
            new(null, suggestion
                ? $"我单位将研究您的建议，最晚{ChineseDates.Full(accepted.Simple?.DueOn ?? accepted.Answer.DueOn)}书面答复您（答复期限为本区设定）。"
                : accepted.Simple is { } simple
                ? $"该事项适用简易办理，我单位将自受理之日起10个工作日内，最晚{ChineseDates.Full(simple.DueOn)}答复您；您没有要求书面的，可以用电话、短信或者网上答复。转为普通程序的，最晚{ChineseDates.Full(accepted.Answer.DueOn)}书面答复您。"
                : $"我单位将自受理之日起60日内作出处理意见，最晚{ChineseDates.Full(accepted.Answer.DueOn)}书面答复您。情况复杂需要延长的，将另行书面告知您延长的理由和期限。"),
            new(null, "您可以凭信访编号和查询码在网上查询办理进展，并作出评价。"),
        ];
        if (petition.File.AcceptanceNote is { } note) paragraphs.Add(new(null, note));
        paragraphs.Add(Letters.Contact(petition));
        return (document, new(Letters.Addressee(dossier), paragraphs,
            [PetitionRegulations.Notice.ToString(), (suggestion ? PetitionRegulations.Suggestion : PetitionRegulations.Completion).ToString()], null));
    }
}

/// <summary>不予受理告知书 (art. 19, 23, 31): why not here, and where instead.</summary>
internal static class DeclinationNotice
{
    public static (Document Document, DocumentBody Body) Write(Petition petition, Declined declined, Dossier? dossier)
    {
        var document = Document.Draft(petition, DocumentKind.Declination, declined.On, "信访事项不予受理告知书");
        document.ServedOn = petition.ElectronicService ? declined.On : null;
        var (road, basis, why) = (declined.Road, Roads.BasisOf(declined.Road), petition.File.Declination!);
        var paper = new DeclinationNoticePaper(
            Letters.NameOf(petition.Organ), null, Letters.Addressee(dossier), Letters.Opening(petition), Roads.SentenceOf(road), basis, why.Reason, why.Body, why.Until, Roads.LimitOf(road),
            Letters.ContactText(petition), declined.On);
        return (document, DocumentBody.Of(paper.Paper(), [basis, PetitionRegulations.Notice]) with { Remedy = paper.RightRoad });
    }
}

/// <summary>延长办理期限告知书 (art. 34).</summary>
internal static class ExtensionNotice
{
    public static (Document Document, DocumentBody Body) Write(Petition petition, ExtensionGranted granted, Dossier? dossier)
    {
        var document = Document.Draft(petition, DocumentKind.Extension, granted.On, "延长信访事项办理期限告知书");
        var old = petition.TermOf(Terms.Completion.Code)!.DueOn;
        var paper = new ExtensionNoticePaper(
            Letters.NameOf(petition.Organ), null, Letters.Addressee(dossier), Letters.Opening(petition), petition.AcceptedOn.GetValueOrDefault(), old,
            petition.File.Extensions.Items[^1].Reason, granted.Days, granted.Answer.DueOn, Letters.ContactText(petition), granted.On).Paper();
        return (document, DocumentBody.Of(paper, [PetitionRegulations.Extension]));
    }
}

/// <summary>信访处理意见书 (art. 31 item 6, 32, 35), and the reply to a suggestion (art. 29).</summary>
internal static class HandlingOpinion
{
    public static (Document Document, DocumentBody Body) Write(
        Petition petition, OpinionText text, DateOnly on, Dossier? dossier, Organ? review, IReadOnlyList<Document> earlier)
    {
        var suggestion = petition.Category is Category.Suggestion;
        var document = Document.Draft(petition, DocumentKind.Opinion, on, suggestion ? "建议答复书" : "信访事项处理意见书");
        var remedy = suggestion || review is null
            ? null
            : $"如您对本处理意见不服，可以自收到本意见书之日起30日内，向{review.Name}书面请求复查。请求复查时，请提交复查申请书、本意见书复印件和身份证明复印件。";

        List<DocumentParagraph> paragraphs = [new(suggestion ? "一、建议和受理情况" : "一、信访事项和受理情况", Letters.Opening(petition) + Acceptance(petition, earlier))];
        paragraphs.AddRange(petition.File.Claims.Select(claim => new DocumentParagraph(null, $"（{ChineseNumerals.Of(claim.Number)}）{ClaimText(dossier, claim.Number)}", ParagraphRole.Quoted)));
        if (dossier?.Facts is { Length: > 0 } told) paragraphs.Add(new(null, $"您陈述的事实和理由：{told}", ParagraphRole.Quoted));
        if (petition.File.Statements.Count > 0)
            paragraphs.Add(new(null, $"我单位于{string.Join("、", petition.File.Statements.Select(statement => $"{ChineseDates.MonthDay(statement.HeardOn)}（{Words.Of(statement.Way)}）"))}听取了您的陈述。"));
        paragraphs.Add(new("二、查明的事实", text.Facts, ParagraphRole.Facts));
        paragraphs.AddRange(text.Claims.Select((claim, index) => new DocumentParagraph(
            index == 0 ? (suggestion ? "三、答复" : "三、处理意见和依据") : null, Answer(claim, petition.Category), ParagraphRole.Answer)));
        if (remedy is not null) paragraphs.Add(new("四、救济途径", remedy, ParagraphRole.Remedy));
        paragraphs.Add(Letters.Contact(petition));

        string[] basis = suggestion
            ? [PetitionRegulations.Suggestion.ToString()]
            : [PetitionRegulations.OpinionRoute.ToString(), PetitionRegulations.Opinion.ToString(), PetitionRegulations.Review.ToString()];
        return (document, new(Letters.Addressee(dossier), paragraphs, basis, remedy));
    }

    private static string Acceptance(Petition petition, IReadOnlyList<Document> earlier)
    {
        var notice = earlier.LastOrDefault(document => document.Kind is DocumentKind.Acceptance);
        var accepted = $"{ChineseDates.WithYear(petition.AcceptedOn.GetValueOrDefault())}，我单位决定受理{(notice is null ? "" : $"，出具了受理告知书（{notice.Number}）")}。";
        var extended = petition.File.Extensions.EffectiveDays();
        return extended == 0 ? accepted : $"{accepted}经我单位负责人批准，办理期限延长{extended}日，并已书面告知您。";
    }

    private static string ClaimText(Dossier? dossier, int number) =>
        number <= dossier?.Claims.Count && dossier.Claims[number - 1] is { Length: > 0 } text ? text : $"第{ChineseNumerals.Of(number)}项请求。";

    private static string Answer(Claim claim, Category category) =>
        $"（{ChineseNumerals.Of(claim.Number)}）对第{ChineseNumerals.Of(claim.Number)}项{(category is Category.Suggestion ? "建议" : "请求")}，{(claim.Outcome is { } outcome ? Words.Of(outcome, category) : "还没有写意见")}。{Letters.Ended(claim.Reason)}"
        + (string.IsNullOrEmpty(claim.Basis) ? "" : $"依据：{Letters.Ended(claim.Basis)}");
}
