using Xinfang.Law;

namespace Xinfang.Intake.Domain;

public static partial class Refusals
{
    public static readonly Refusal NoticeUnknown = new("notice.not-found", "没有这条通知。", Kind: RefusalKind.NotFound);

    public static readonly Refusal NoticeNotFailed = new("notice.not-failed",
        "这条通知没有失败，不用处理。", PetitionRegulations.Notice);

    public static readonly Refusal NoticeUnderSeal = new("notice.under-seal",
        "保密件不由信访办寄信，由纪检监察机关自己告知。", PetitionRegulations.Accusation);

    public static readonly Refusal NoticeWithoutAddress = new("notice.without-address",
        "没有住址，寄不出去。请打电话或者当面告诉对方。", PetitionRegulations.Notice);

    public static readonly Refusal NoticeResolutionMissing = new("notice.resolution",
        "请选怎样告诉对方的：电话、当面，或者没有联系上。", PetitionRegulations.Notice, RefusalKind.Invalid);

    public static readonly Refusal NoticeDay = new("notice.day",
        "日期不能早于通知那天，也不能晚于今天。", PetitionRegulations.Notice, RefusalKind.Invalid);

    public static readonly Refusal NoticeNotToPrint = new("notice.not-to-print",
        "没有要打印的信。", PetitionRegulations.Notice);

    public static readonly Refusal NoticeNotPrinted = new("notice.not-printed",
        "先打印清单，再记寄出。已经记过的不用再记。", PetitionRegulations.Notice);

    public static readonly Refusal NoticeNotPosted = new("notice.not-posted",
        "这封信还没有寄出，或者回证已经记过。", PetitionRegulations.Notice);

    public static readonly Refusal RegisteredMailNumber = new("notice.registered-mail",
        "挂号信编号是8到20个字母、数字。寄平信的，不用填。", PetitionRegulations.Notice, RefusalKind.Invalid);

    public static readonly Refusal ContactWay = new("contact.way",
        "请选通知方式：网上查看、短信或者邮寄。", PetitionRegulations.Notice, RefusalKind.Invalid);

    public static readonly Refusal ContactAnonymous = new("contact.anonymous",
        "匿名的，我们没有办法通知您，请自己用查询码查。", PetitionRegulations.Form);

    public static readonly Refusal ContactMobile = new("contact.mobile",
        "要收短信，请填11位手机号。", PetitionRegulations.Notice, RefusalKind.Invalid);

    public static readonly Refusal ContactAddress = new("contact.address",
        "要收信，请写住址，2到200个字。", PetitionRegulations.Notice, RefusalKind.Invalid);
}
