using Xinfang.CaseHandling.Api.Documents;
using Xinfang.CaseHandling.Domain;
using Xinfang.CaseHandling.Domain.Reviews;
using Xinfang.Law;

namespace Xinfang.CaseHandling.Api.Reviews;

/// <summary>Papers of a reviewing body, and 不再受理告知书. The addressee is as the opinion under attack has it.</summary>
internal static class ReviewLetters
{
    /// <summary>复查（复核）申请受理告知书: received, accepted, the last day.</summary>
    public static (Document Document, DocumentBody Body) Acceptance(Review review, RequestAccepted accepted, string addressee)
    {
        var word = ReviewWords.Of(review.Level);
        var document = Document.Draft(review.PetitionId, review.Body, DocumentKind.ReviewAcceptance, accepted.On, $"信访事项{word}申请受理告知书");
        document.ServedOn = review.ElectronicService ? accepted.On : null;
        return (document, new(addressee,
        [
            new(null, $"{Opening(review)}经审查，符合{word}的条件，我单位决定予以受理。"),
            new(null, $"我单位将自收到申请之日起30日内作出{word}意见，最晚{ChineseDates.Full(accepted.Decision.DueOn)}作出。{(review.Level is ReviewLevel.Recheck ? "需要听证的，听证所需时间不计算在内。" : "")}"),
            new(null, "您可以凭信访编号和查询码在网上查询办理进展。"),
            Contact(review),
        ],
        [ReviewRefusals.BasisOf(review.Level).ToString()], null));
    }

    /// <summary>复查（复核）申请不予受理告知书: why, and what can be done instead.</summary>
    public static (Document Document, DocumentBody Body) Rejection(Review review, RequestRejected rejected, string addressee)
    {
        var word = ReviewWords.Of(review.Level);
        var document = Document.Draft(review.PetitionId, review.Body, DocumentKind.ReviewRejection, rejected.On, $"信访事项{word}申请不予受理告知书");
        document.ServedOn = review.ElectronicService ? rejected.On : null;
        var why = review.File.Rejection!;
        var instead = $"{(why.Body is { } body ? $"您可以找{body}。" : "")}{Ended(why.Instead)}{(rejected.Until is { } until ? $"最晚{ChineseDates.Full(until)}。" : "")}";
        return (document, new(addressee,
        [
            new(null, Opening(review)),
            new("为什么不受理", $"经审查，{ReviewWords.Of(rejected.Ground)}。根据{BasisOf(rejected.Ground, review.Level)}的规定，我单位不予受理。{Ended(why.Reason)}"),
            new("您现在可以怎么办", instead),
            Contact(review),
        ],
        [BasisOf(rejected.Ground, review.Level).ToString()], instead));
    }

    /// <summary>信访事项复查意见书 (D-11), 信访事项复核意见书 (D-12).</summary>
    public static (Document Document, DocumentBody Body) Opinion(Review review, ReviewDecision decision, string addressee, Document attacked, string? nextBody)
    {
        var (word, opinion) = (ReviewWords.Of(review.Level), review.File.Opinion!);
        var document = Document.Draft(review.PetitionId, review.Body,
            review.Level is ReviewLevel.Review ? DocumentKind.ReviewOpinion : DocumentKind.RecheckOpinion, decision.On, $"信访事项{word}意见书");
        var remedy = Remedy(decision, nextBody);
        List<DocumentParagraph> paragraphs =
        [
            new("一、申请人、被申请机关和申请事项",
                $"申请人：{addressee}。被申请机关：{Letters.NameOf(review.Respondent)}。{Opening(review)}"),
            new(null, $"申请人的请求：{Ended(review.File.Application.Claims)}理由：{Ended(review.File.Application.Reasons)}"),
            new(null, $"被申请机关{ChineseDates.WithYear(attacked.IssuedOn)}作出《{attacked.Title}》（{attacked.Number}），{ChineseDates.WithYear(review.OpinionServedOn)}送达申请人。"),
            new("二、查明的事实", opinion.Facts),
        ];
        if (review.File.Hearings.Count > 0)
            paragraphs.Add(new(null, $"我单位于{string.Join("、", review.File.Hearings.Select(held => $"{ChineseDates.MonthDay(held.From)}至{ChineseDates.MonthDay(held.To)}"))}举行了听证"
                + (review.Level is ReviewLevel.Recheck ? $"，听证所需时间{review.ExcludedDays}日不计算在期限内。" : "。")));
        paragraphs.Add(new($"三、{word}意见和依据", $"{Ended(opinion.Reason)}依据：{Ended(opinion.Basis)}根据{ReviewRefusals.BasisOf(review.Level)}的规定，我单位决定：{Result(decision, opinion)}"));
        paragraphs.AddRange(opinion.Claims.Select(claim => new DocumentParagraph(null,
            $"（{ChineseNumerals.Of(claim.Number)}）对第{ChineseNumerals.Of(claim.Number)}项请求，变更为{Words.Of(claim.Outcome, Category.Redress)}。{Ended(claim.Reason)}依据：{Ended(claim.Basis)}")));
        paragraphs.Add(new("四、救济途径", remedy));
        paragraphs.Add(Contact(review));
        return (document, new(addressee, paragraphs,
            [ReviewRefusals.BasisOf(review.Level).ToString(), .. review.Level is ReviewLevel.Recheck ? new[] { PetitionRegulations.FinalBar.ToString() } : [PetitionRegulations.Recheck.ToString()]], remedy));
    }

    /// <summary>不再受理告知书 (D-07): the recheck opinion's number and date, the same facts and reasons, whom to turn to.</summary>
    public static (Document Document, DocumentBody Body) Barring(Petition petition, Barred barred, string addressee, CareFile? care)
    {
        var document = Document.Draft(petition, DocumentKind.Bar, barred.On, "信访事项不再受理告知书");
        document.ServedOn = petition.ElectronicService ? barred.On : null;
        var ended = petition.File.Earlier!.Ended;
        var open = "如有新的事实和理由，可以重新提出；生活困难需要帮助的，请联系"
            + (care?.ContactPerson is { } person ? $"{person}（{care.ContactPhone}）。" : $"我单位（{ServiceDefaults.Organs.Organs.Find(petition.Organ)?.Phone}）。");
        return (document, new(addressee,
        [
            new(null, Letters.Opening(petition)),
            new("为什么不再受理", $"经核对，该事项与您以前提出的信访事项（编号：{ended.Number}）事实相同、理由相同。以前的事项已经复核，《信访事项复核意见书》（{ended.DocumentNumber}）于{ChineseDates.WithYear(ended.ServedOn)}送达您。根据{PetitionRegulations.FinalBar}的规定，我单位不再受理。"),
            new("您现在可以怎么办", open),
            Letters.Contact(petition),
        ],
        [PetitionRegulations.FinalBar.ToString(), PetitionRegulations.CareAfterFinal.ToString()], open));
    }

    private static string Remedy(ReviewDecision decision, string? nextBody)
    {
        var redo = decision.RedoWithinDays is { } days ? $"原承办单位将自本意见作出之日起{days}日内重新作出处理意见并送达您；对重新作出的处理意见不服的，可以自收到之日起30日内请求复查。" : "";
        return (decision.Level, decision.Outcome) switch
        {
            (ReviewLevel.Review, _) when nextBody is not null =>
                $"{redo}如您对本复查意见不服，可以自收到本意见书之日起30日内，向{Letters.NameOf(nextBody)}请求复核。请求复核时，请提交复核申请书、本意见书和处理意见书复印件、身份证明复印件。",
            (ReviewLevel.Recheck, not ReviewOutcome.RevokeAndRedo) => "本意见为信访终结意见；以同一事实和理由再次提出的，不再受理。",
            _ => redo,
        };
    }

    private static string Result(ReviewDecision decision, ReviewOpinion opinion) => decision.Outcome switch
    {
        ReviewOutcome.Uphold => "维持被申请机关的意见。",
        ReviewOutcome.Change => "变更被申请机关的意见，各项请求的结论如下。",
        _ => $"撤销原处理意见，责令原承办单位在{opinion.RedoWithinDays}日内重新作出处理意见，不得以同一事实和理由作出相同的意见。要求：{Ended(opinion.Demand)}",
    };

    private static string Opening(Review review)
    {
        var posted = review.PostmarkedOn is { } day ? $"于{ChineseDates.WithYear(day)}交邮，" : "";
        return $"您对{Letters.NameOf(review.Respondent)}就信访事项{(review.Number is { } number ? $"（编号：{number}）" : "")}作出的意见（{review.OpinionNumber}）不服，{posted}我单位于{ChineseDates.WithYear(review.ReceivedOn)}收到您的{ReviewWords.Of(review.Level)}申请。";
    }

    private static Article BasisOf(RejectionGround ground, ReviewLevel level) => ground switch
    {
        RejectionGround.OtherRoad => PetitionRegulations.Roads,
        RejectionGround.OtherMatter or RejectionGround.NotEntitled => PetitionRegulations.Form,
        _ => ReviewRefusals.BasisOf(level),
    };

    private static DocumentParagraph Contact(Review review) => new(null, $"联系电话：{ServiceDefaults.Organs.Organs.Find(review.Body)?.Phone}。");

    // Officers leave the full stop out; the sentence after it needs one.
    private static string Ended(string? sentence) =>
        sentence?.TrimEnd() is { Length: > 0 } text ? text[^1] is '。' or '；' or '！' or '？' ? text : $"{text}。" : "";
}
