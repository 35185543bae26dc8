using Xinfang.Law;

namespace Xinfang.CaseHandling.Domain;

public static partial class Refusals
{
    public static readonly Refusal PublicationIncomplete = Invalid("publication.incomplete",
        "标题、问题和答复都要写。", OtherProcedures.NothingOfThirdParties);

    public static readonly Refusal PublishedAlready = new("publication.published",
        "答复已经公开；要改，先撤回。", OtherProcedures.NothingOfThirdParties);

    public static readonly Refusal NothingToRelease = new("publication.nothing-proposed",
        "没有等待复核的拟公开稿。", OtherProcedures.NothingOfThirdParties);

    public static readonly Refusal ReleaseOfOwnProposal = new("publication.own-proposal",
        "自己拟的不能自己公开，要由另一个人复核。", OtherProcedures.NothingOfThirdParties);

    public static readonly Refusal NothingToWithdraw = new("publication.nothing-to-withdraw",
        "没有拟公开或者已经公开的答复。", OtherProcedures.NothingOfThirdParties);

    public static readonly Refusal PublicationWithdrawnWithoutReason = Invalid("publication.withdrawn-without-reason",
        "请写明为什么撤回。", OtherProcedures.NothingOfThirdParties);

    public static Refusal PublicationNames(IReadOnlyList<string> mentions) => Invalid("publication.personal-data",
        $"里面有个人信息：{string.Join("、", mentions)}。去掉以后才能公开。", OtherProcedures.NothingOfThirdParties);
}
