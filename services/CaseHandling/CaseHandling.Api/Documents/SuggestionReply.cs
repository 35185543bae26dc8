using Xinfang.CaseHandling.Domain;
using Xinfang.Law;

namespace Xinfang.CaseHandling.Api.Documents;

/// <summary>建议答复书 (art. 29): what becomes of each suggestion; there is no review of it.</summary>
internal static class SuggestionReply
{
    public static (Document Document, DocumentBody Body) Write(Petition petition, SuggestionAnswered answered, Dossier dossier)
    {
        var document = Document.Draft(petition, DocumentKind.Opinion, answered.On, "建议答复书");
        var answer = petition.File.Answer!;
        List<DocumentParagraph> paragraphs =
        [
            new("一、您的建议", Letters.Opening(petition)),
            .. dossier.Claims.Select((claim, i) => new DocumentParagraph(null, $"（{ChineseNumerals.Of(i + 1)}）{claim}")),
            new("二、研究结果", $"经研究，对您的建议：{Words.Of(answered.Adoption)}。"),
            new(null, answer.Reply),
        ];
        if (answer.Reason is { } reason) paragraphs.Add(new(null, $"{(answer.Measure is null ? "没有采纳的理由" : "没有全部采纳的理由")}：{reason}"));
        if (answer is { Measure: { } measure, MeasureDueOn: { } due }) paragraphs.Add(new("三、采纳以后做什么", $"{measure}最晚{ChineseDates.WithYear(due)}做完，做完以后在您的办理进展里写明。"));
        if (answered.Reward) paragraphs.Add(new(null, "您的建议对改进工作有贡献，我单位将按规定给予奖励。"));
        paragraphs.Add(new(null, "感谢您的建议。"));
        paragraphs.Add(Letters.Contact(petition));
        return (document, new(Letters.Addressee(dossier), paragraphs, [PetitionRegulations.Suggestion.ToString()], null));
    }
}
