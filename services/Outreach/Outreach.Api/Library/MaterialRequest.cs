using System.ComponentModel.DataAnnotations;
using Xinfang.Law;

namespace Xinfang.Outreach.Api.Library;

internal static partial class Written
{
    /// <summary>What stands on the form of a text.</summary>
    public sealed record MaterialRequest(
        [property: Required(ErrorMessage = "请选主题。"), StringLength(20, ErrorMessage = "请从名单里选。")] string? Topic,
        [property: Required(ErrorMessage = "请选对象。"), StringLength(20, ErrorMessage = "请从名单里选。")] string? Audience,
        [property: Required(ErrorMessage = "请写内容。")] MaterialContent? Content)
    {
        /// <summary>What the field rules cannot say: words of the lists, articles that exist, answers that are there.</summary>
        public Refusal? Refused()
        {
            if (Vocabulary.Topics.All(topic => topic.Code != Topic) || Vocabulary.Audiences.All(audience => audience.Code != Audience)) return Refusals.UnknownWord;
            if (Content!.Basis!.Any(basis => basis.Instrument == PetitionRegulations.Title && basis.Number > MaterialBasis.LastOfRegulations)) return Refusals.UnknownArticle;
            return (Content.Questions ?? []).All(IsAnswerable) ? null : Refusals.WrongAnswer;
        }

        private static bool IsAnswerable(QuizQuestion question) =>
            question.Right < question.Options!.Count && question.Options.All(option => option.Trim().Length is > 0 and <= 30) && question.Options.Distinct(StringComparer.Ordinal).Count() == question.Options.Count;
    }
}
