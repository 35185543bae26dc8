using Xinfang.Law;

namespace Xinfang.Intake.Domain;

/// <summary>Every no of the petition office, with its article.</summary>
public static class Refusals
{
    public static readonly Refusal NotReceivedYet = new("petition.received-in-future",
        "收到日期不能晚于今天。", PetitionRegulations.Registration, RefusalKind.Invalid);

    public static readonly Refusal BeforeTheRegulation = new("petition.received-before-regulation",
        "收到日期不能早于2022年5月1日，《信访工作条例》从那天起施行。", new Article(PetitionRegulations.Title, 50), RefusalKind.Invalid);

    public static readonly Refusal OnlineIsForPetitioners = new("petition.online-by-petitioner",
        "网上提交由信访人自己办理。登记来信、来电、传真、来访，请选对应的形式。", PetitionRegulations.Channels, RefusalKind.Invalid);

    public static readonly Refusal UnknownContent = new("petition.unknown-content",
        "没有这个内容分类。请从分类表里选一个。", PetitionRegulations.Forwarding, RefusalKind.Invalid);

    public static readonly Refusal AlreadyClassified = new("petition.already-classified",
        "已经是这个分类，没有变化。", PetitionRegulations.Forwarding);

    public static readonly Refusal SealStays = new("petition.seal-stays",
        "检举控告材料已经保密，不能改成其他分类。", PetitionRegulations.Accusation);

    public static readonly Refusal OnlyToDiscipline = new("petition.accusation-to-discipline-only",
        "检举控告只能转给纪检监察机关，不能转给别的单位。", PetitionRegulations.ForwardingToDiscipline);

    public static readonly Refusal UnknownOrgan = new("organ.unknown",
        "没有这个单位。请从单位表里选一个。", PetitionRegulations.Forwarding, RefusalKind.Invalid);

    public static readonly Refusal OutsideTheDistrict = new("organ.outside-district",
        "只能转给本区的部门和街道。", PetitionRegulations.Forwarding, RefusalKind.Invalid);

    public static readonly Refusal ReturnedBefore = new("petition.returned-by-this-organ",
        "这件事已经由这个单位交还，不能再转给它。", PetitionRegulations.Contest);

    public static readonly Refusal ReasonMissing = new("petition.reason-missing",
        "请写明为什么归这个单位办，4到500个字。信访人会看到这句话。", PetitionRegulations.Forwarding, RefusalKind.Invalid);

    public static readonly Refusal ReportDays = new("petition.report-days",
        "报结果的期限要在1到60天之间。", PetitionRegulations.ForwardingWithReport, RefusalKind.Invalid);

    public static readonly Refusal DemandMissing = new("petition.demand-missing",
        "交办要写明要求反馈什么结果，4到500个字。", PetitionRegulations.ForwardingWithReport, RefusalKind.Invalid);

    public static readonly Refusal SupplementEmpty = new("supplement.length",
        "请把要补充的写下来，2到5000个字。", PetitionRegulations.Form, RefusalKind.Invalid);

    public static readonly Refusal SupplementTwice = new("supplement.already-received",
        "同样的内容已经收到过，不用再交一次。", PetitionRegulations.Form);

    public static readonly Refusal NotServedYet = new("rating.not-served",
        "还没有收到处理意见，现在不能评价。", PetitionRegulations.Rating);

    public static readonly Refusal RatedBefore = new("rating.once",
        "已经评价过。每件信访只评一次，交了以后不能改。", PetitionRegulations.Rating);

    public static readonly Refusal SealedIsNotRated = new("rating.sealed",
        "保密件不做评价。", PetitionRegulations.Accusation);

    public static readonly Refusal StaffCannotRate = new("rating.petitioner-only",
        "只有信访人能评价，工作人员不能替评。", PetitionRegulations.Rating, RefusalKind.Forbidden);

    public static readonly Refusal OfficeReasonMissing = new("rating.office-reason",
        "对区信访办选了“不满意”，请写一句哪里不满意。", PetitionRegulations.Rating, RefusalKind.Invalid);

    public static readonly Refusal OrganReasonMissing = new("rating.organ-reason",
        "对办理单位选了“不满意”，请写一句哪里不满意。", PetitionRegulations.Rating, RefusalKind.Invalid);

    /// <summary>评价期限 is the district's own (本区设定) and ends on the rolled day.</summary>
    public static Refusal RatingTooLate(DueDate window) => new("rating.too-late",
        $"评价期限到{ChineseDates.WithYear(window.DueOn)}为止，已经过了。", PetitionRegulations.Rating);

    /// <summary>撤销或者合并的单位 (art. 24¶2): its successor is named.</summary>
    public static Refusal Succeeded(string successor) => new("organ.succeeded",
        $"这个单位已经撤并，由{successor}继续行使职权。请转给它。", PetitionRegulations.Succession, RefusalKind.Invalid);
}
