using Xinfang.Intake.Domain;
using Xinfang.Law;
using Xinfang.ServiceDefaults.Organs;

namespace Xinfang.Intake.Api.Persistence;

/// <summary>不予受理告知书 of article 19¶3: where the matter is, who has it and until when. The same words in the draft and in the paper.</summary>
internal static class LinkNotice
{
    public const string Title = "不予受理告知书";

    /// <param name="until">Last day of the organ that has it; null while its terms have not begun.</param>
    public static IReadOnlyList<Paragraph> Paragraphs(Petition petition, DossierContent? dossier, Petition running, DateOnly? until, string reason)
    {
        var organ = Organs.Find(running.Organ)!;
        return
        [
            Papers.Opening(petition, dossier),
            new("为什么不受理", $"同一件事（信访编号{running.Number}）正由{organ.Name}办理，{(until is { } last ? $"最晚{ChineseDates.Full(last)}" : "还在规定期限内")}。根据{PetitionRegulations.HigherLevelBar}的规定，本级不再受理。{reason}"),
            new("您可以怎么办", $"用编号{running.Number}和它的查询码查进度，或者打{organ.ShortName}的电话{organ.Phone}。到期没有答复的，可以催办；对处理意见不服的，可以申请复查。"),
        ];
    }
}
