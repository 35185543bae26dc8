using Xinfang.Law;

namespace Xinfang.Outreach.Api.Library;

/// <summary>Why an act on a text is not done. 先审后发 is the office's rule; what is public must name nobody (《政府信息公开条例》第十五条).</summary>
internal static class Refusals
{
    private static readonly Article Privacy = new("政府信息公开条例", 15);

    public static readonly Refusal NotDraft = new("library.not-draft", "这一版已经送审，不能改。要改请先退回。");
    public static readonly Refusal NothingToSubmit = new("library.not-draft", "没有起草中的版本可以送审。");
    public static readonly Refusal NotSubmitted = new("library.not-submitted", "没有等待初审的版本。");
    public static readonly Refusal NotChecked = new("library.not-checked", "还没有通过初审，不能发布。");
    public static readonly Refusal NothingToReturn = new("library.nothing-to-return", "没有送审的版本可以退回。");
    public static readonly Refusal NotPublic = new("library.not-public", "这篇没有发布，不用撤下。");
    public static readonly Refusal OwnText = new("library.own-text", "自己写的自己不能审，请另一个人审。", Kind: RefusalKind.Forbidden);
    public static readonly Refusal SameReviewer = new("library.same-reviewer", "初审和复审发布要由两个人做，您已经初审过。", Kind: RefusalKind.Forbidden);
    public static readonly Refusal ReasonNeeded = new("library.reason-needed", "请写明理由，至少4个字。", Kind: RefusalKind.Invalid);
    public static readonly Refusal DatesTurned = new("library.dates", "有效期的最后一天不能早于第一天，也不能已经过去。", Kind: RefusalKind.Invalid);
    public static readonly Refusal SlugTaken = new("library.slug-taken", "这个网址名已经有别的资料用了，请换一个。");
    public static readonly Refusal UnknownWord = new("library.unknown-word", "主题或者对象不在名单里，请从名单里选。", Kind: RefusalKind.Invalid);
    public static readonly Refusal UnknownArticle = new("library.unknown-article", "《信访工作条例》一共50条，没有您写的这一条。", PetitionRegulations.Publicity, RefusalKind.Invalid);
    public static readonly Refusal WrongAnswer = new("library.wrong-answer", "有一道题指的正确答案不在选项里，或者选项有重复。", Kind: RefusalKind.Invalid);

    public static Refusal PersonalDataIn(IReadOnlyList<string> found)
    {
        var what = string.Join('、', found);
        return new("library.personal-data", $"文字里像是有{what}，去掉以后再送审。", Privacy, RefusalKind.Invalid);
    }
}
