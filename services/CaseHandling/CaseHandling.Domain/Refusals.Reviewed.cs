using Xinfang.Law;

namespace Xinfang.CaseHandling.Domain;

public static partial class Refusals
{
    public static readonly Refusal NothingToRedo = new("redo.none",
        "这件事没有被责令重作，不用写新情况。", PetitionRegulations.Review);

    public static readonly Refusal RedoRepeats = new("redo.repeats",
        "复查、复核撤销了原来的意见，不能以同一事实和理由再作出同样的意见。", PetitionRegulations.Review);

    public static readonly Refusal RedoWithoutNews = Invalid("redo.without-news",
        "结论和被撤销的意见相同，要先写明查明了什么新的事实或者理由，至少10个字。", PetitionRegulations.Review);

    public static readonly Refusal RedoIsNotExtended = new("redo.not-extended",
        "重新办理的期限由复查、复核机关规定，本单位不能延长。", PetitionRegulations.Review);

    public static readonly Refusal NoRecheckToBar = new("bar.no-recheck",
        "找不到已经送达的复核意见。只是过了申请复查的期限，不能不再受理。", PetitionRegulations.FinalBar);

    public static readonly Refusal BarredButNew = new("bar.not-the-same",
        "不是同一信访人、同一事实和同一理由的，不能不再受理；请用“关联前件”，按新事项办理。", PetitionRegulations.FinalBar);

    public static readonly Refusal LinkedButSame = new("link.the-same",
        "事实和理由都相同的，不再受理，不能作为新事项关联。", PetitionRegulations.FinalBar);

    public static readonly Refusal ComparisonWithoutNote = Invalid("comparison.without-note",
        "请写明和前一件比较，哪里相同、哪里不同，至少10个字。", PetitionRegulations.FinalBar);
}
