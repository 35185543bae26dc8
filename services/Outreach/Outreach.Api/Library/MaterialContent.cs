using System.ComponentModel.DataAnnotations;
using System.Text.Json.Serialization;
using Xinfang.Law;
using Xinfang.ServiceDefaults.Http;

namespace Xinfang.Outreach.Api.Library;

/// <summary>What is written on the form of a text. Public for the checks of the fields, which see public types only; the class keeps them within the service.</summary>
internal static partial class Written
{
    /// <summary>The one source of every medium. The lengths are such that it fits all of them: poster, sheet, folded leaflet, slide, messages, a minute's speech.</summary>
    /// <param name="Title">As large as it goes. A comma in it is where the poster's line ends.</param>
    /// <param name="Lead">The one sentence that someone of 75 years understands.</param>
    /// <param name="Sections">In the order of reading.</param>
    /// <param name="Basis">The provisions behind it.</param>
    /// <param name="Questions">小测验; none when there is no quiz.</param>
    public sealed record MaterialContent(
        [property: Required(ErrorMessage = "请填写标题。"), StringLength(16, MinimumLength = 2, ErrorMessage = "标题2到16个字。")] string? Title,
        [property: Required(ErrorMessage = "请填写一句话。"), StringLength(60, MinimumLength = 6, ErrorMessage = "一句话6到60个字。")] string? Lead,
        [property: Required(ErrorMessage = "请写正文。"), MinLength(2, ErrorMessage = "至少2段。"), MaxLength(6, ErrorMessage = "最多6段。"), NoNulls] IReadOnlyList<MaterialSection>? Sections,
        [property: Required(ErrorMessage = "请写依据的条文。"), MinLength(1, ErrorMessage = "至少写一条依据。"), MaxLength(6, ErrorMessage = "最多6条依据。"), NoNulls] IReadOnlyList<MaterialBasis>? Basis,
        [property: MaxLength(5, ErrorMessage = "最多5道题。"), NoNulls] IReadOnlyList<QuizQuestion>? Questions = null)
    {
        /// <summary>Every text somebody wrote, for the checks.</summary>
        public IEnumerable<string?> Texts() =>
        [
            Title, Lead, .. (Sections ?? []).SelectMany(section => (string?[])[section.Heading, section.Text, section.Figure, section.FigureLabel]),
            .. (Questions ?? []).SelectMany(question => (string?[])[question.Text, question.Why, .. question.Options ?? []]),
        ];
    }

    /// <summary>One step or answer, with a number that stands for it where there is one: 60, 日内有答复.</summary>
    public sealed record MaterialSection(
        [property: Required(ErrorMessage = "请填写小标题。"), StringLength(14, MinimumLength = 2, ErrorMessage = "小标题2到14个字。")] string? Heading,
        [property: Required(ErrorMessage = "请填写内容。"), StringLength(80, MinimumLength = 4, ErrorMessage = "每段4到80个字。")] string? Text,
        [property: StringLength(4, ErrorMessage = "数字最多4个字。")] string? Figure = null,
        [property: StringLength(8, ErrorMessage = "数字的说明最多8个字。")] string? FigureLabel = null);

    /// <summary>A provision: 信访工作条例, 34.</summary>
    public sealed record MaterialBasis(
        [property: Required(ErrorMessage = "请填写法律法规的名称。"), StringLength(30, MinimumLength = 2, ErrorMessage = "名称2到30个字。"), RegularExpression("[^《》]+", ErrorMessage = "名称不用加书名号。")] string? Instrument,
        [property: Range(1, 1260, ErrorMessage = "没有这一条。")] int Number)
    {
        /// <summary>The last article of 《信访工作条例》.</summary>
        public const int LastOfRegulations = 50;

        [JsonIgnore]
        public Article Article => new(Instrument ?? "", Number);
    }

    /// <summary>A question with two to four answers, one of them right.</summary>
    /// <param name="Right">Place of the right answer, from 0.</param>
    /// <param name="Why">Shown after the answer, with the article.</param>
    public sealed record QuizQuestion(
        [property: Required(ErrorMessage = "请填写题目。"), StringLength(60, MinimumLength = 4, ErrorMessage = "题目4到60个字。")] string? Text,
        [property: Required(ErrorMessage = "请填写选项。"), MinLength(2, ErrorMessage = "至少2个选项。"), MaxLength(4, ErrorMessage = "最多4个选项。"), NoNulls] IReadOnlyList<string>? Options,
        [property: Range(0, 3, ErrorMessage = "请选哪一个是对的。")] int Right,
        [property: Required(ErrorMessage = "请填写为什么。"), StringLength(80, MinimumLength = 4, ErrorMessage = "理由4到80个字。")] string? Why);
}
