using Xinfang.Law;

namespace Xinfang.Intake.Domain;

/// <summary>Every no of the petition office, with its article.</summary>
public static partial class Refusals
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

    public static readonly Refusal NoCallBackOwed = new("call-back.not-owed",
        "没有评“不满意”，不用回访。", PetitionRegulations.Rating);

    public static readonly Refusal CalledBackBefore = new("call-back.once",
        "已经回访过，记录不能改。", PetitionRegulations.Rating);

    public static readonly Refusal CallBackOfOwnWork = new("call-back.own-work",
        "信访人对区信访办不满意，您是首接人，请由别的同志或者负责人回访。", PetitionRegulations.Rating, RefusalKind.Forbidden);

    public static readonly Refusal CallBackWay = new("call-back.way",
        "请选怎样回访的：电话、上门或者当面。", PetitionRegulations.Rating, RefusalKind.Invalid);

    public static readonly Refusal CallBackOutcome = new("call-back.outcome",
        "请选回访的结果。", PetitionRegulations.Rating, RefusalKind.Invalid);

    public static readonly Refusal CallBackWhen = new("call-back.held-on",
        "回访日期不能早于评价那天，也不能晚于今天。", PetitionRegulations.Rating, RefusalKind.Invalid);

    public static readonly Refusal CallBackText = new("call-back.text",
        "请写下信访人说了什么，4到2000个字。没有联系上的，写明联系过几次。", PetitionRegulations.Rating, RefusalKind.Invalid);

    public static readonly Refusal ReplyLength = new("reply.length",
        "请写下回复，10到2000个字。信访人会看到。", PetitionRegulations.Registration, RefusalKind.Invalid);

    public static readonly Refusal LinkUnknown = new("link.unknown",
        "没有找到这个编号的件，或者它不能指向。请对照“同一个人的其他件”。", PetitionRegulations.HigherLevelBar, RefusalKind.Invalid);

    public static readonly Refusal LinkOfAnother = new("link.another-person",
        "那一件不是同一个信访人的，不能按同一事项不予受理。", PetitionRegulations.HigherLevelBar);

    public static readonly Refusal LinkNotRunning = new("link.not-running",
        "那一件没有单位在办，不能以正在办理为由不予受理。", PetitionRegulations.HigherLevelBar);

    public static readonly Refusal LinkReason = new("link.reason",
        "请写明为什么是同一件事，10到2000个字。信访人会看到。", PetitionRegulations.HigherLevelBar, RefusalKind.Invalid);

    public static readonly Refusal LitigationLetterIsForwarded = new("divert.letter-is-forwarded",
        "来信、来电、网上提出的涉法涉诉事项要转送同级政法机关，请用“转送”。只有来访的才当面引导。", PetitionRegulations.ForwardingToPoliticalLegal);

    public static readonly Refusal DivertWhereTo = new("divert.where-to",
        "请写全名：去哪个机关、哪个窗口，2到200个字。", PetitionRegulations.DirectReceipt, RefusalKind.Invalid);

    public static readonly Refusal DivertLength = new("divert.text",
        "请写明为什么走那条路、怎么走，10到2000个字。信访人会看到。", PetitionRegulations.DirectReceipt, RefusalKind.Invalid);

    public static readonly Refusal AccusationStays = new("withdrawal.accusation",
        "检举控告材料已经转交，由纪检监察机关按规定处理，不能撤回。", PetitionRegulations.Accusation);

    public static readonly Refusal WithdrawnTooLate = new("withdrawal.decided",
        "已经作出处理意见，不能撤回。不同意的，可以申请复查。", PetitionRegulations.Opinion);

    public static readonly Refusal WithdrawalUnconfirmed = new("withdrawal.unconfirmed",
        "请确认是您自己愿意撤回，没有人要求您撤回。", PetitionRegulations.Form, RefusalKind.Invalid);

    public static readonly Refusal NothingToChase = new("chase.nothing-due",
        "现在没有到期要办的事，不用催。", PetitionRegulations.Supervision);

    public static readonly Refusal ChasedToday = new("chase.once-a-day",
        "今天已经催过。明天还没有消息，可以再催。", PetitionRegulations.Supervision);

    public static readonly Refusal SealedHasNoMessages = new("message.sealed",
        "保密件不在网上留言。请直接找区纪委监委，电话12388。", PetitionRegulations.Accusation);

    public static readonly Refusal MessageLength = new("message.length",
        "请写下要说的，2到1000个字。", PetitionRegulations.Diligence, RefusalKind.Invalid);

    public static readonly Refusal MessagesWait = new("message.unanswered",
        "已经有3条留言等着回复，请先等等。超过期限没有回复的，可以打022-0000 0000。", PetitionRegulations.Diligence);

    public static readonly Refusal MessageUnknown = new("message.not-found",
        "没有这条留言。", PetitionRegulations.Diligence, RefusalKind.NotFound);

    public static readonly Refusal MessageAnswered = new("message.answered",
        "这条留言已经回复过。", PetitionRegulations.Diligence);

    public static readonly Refusal RetaliationLength = new("retaliation.length",
        "请写明谁、什么时候、做了什么，10到3000个字。", PetitionRegulations.Retaliation, RefusalKind.Invalid);

    public static readonly Refusal RetaliationUnknown = new("retaliation.not-found",
        "没有这条反映。", PetitionRegulations.Retaliation, RefusalKind.NotFound);

    public static readonly Refusal RetaliationMeasured = new("retaliation.measured",
        "这条反映已经记下了处理。", PetitionRegulations.Retaliation);

    public static readonly Refusal MeasureLength = new("retaliation.measure-length",
        "请写明怎么处理的，4到1000个字。", PetitionRegulations.Retaliation, RefusalKind.Invalid);

    /// <summary>规定期限 of article 19¶3 has passed: the upper level takes the matter.</summary>
    public static Refusal LinkPeriodOver(DateOnly last) => new("link.period-over",
        $"那一件{ChineseDates.WithYear(last)}应当办完，已经过了。不能再以正在办理为由不予受理。", PetitionRegulations.HigherLevelBar);

    /// <summary>催办 opens the day after the last day.</summary>
    public static Refusal ChasedTooEarly(DueDate due) => new("chase.too-early",
        $"{due.Term.Name}最晚{ChineseDates.WithYear(due.DueOn)}，还没有到。过了这天可以催办。", PetitionRegulations.Supervision);

    public static readonly Refusal EscalationOfSealed = new("escalation.sealed",
        "保密件不做这种报告，内容不能离开纪检监察机关。请由区纪委监委按自己的规定报告。", PetitionRegulations.Accusation);

    public static readonly Refusal LearnedWhen = new("escalation.learned-at",
        "获知时间不能晚于现在，也不能早于收到这件信访的那天。", PetitionRegulations.Escalation, RefusalKind.Invalid);

    public static readonly Refusal EscalationUnknown = new("escalation.not-found",
        "这件事没有这份报告。", PetitionRegulations.Escalation, RefusalKind.NotFound);

    public static readonly Refusal AcknowledgedBefore = new("escalation.acknowledged",
        "这个单位已经签收过。", PetitionRegulations.Escalation);

    public static readonly Refusal AcknowledgedByNobody = new("escalation.receiver",
        "请写谁签收的，2到100个字。", PetitionRegulations.Escalation, RefusalKind.Invalid);

    public static readonly Refusal AcknowledgedWhen = new("escalation.received-at",
        "签收时间不能早于获知时间，也不能晚于现在。", PetitionRegulations.Escalation, RefusalKind.Invalid);

    public static readonly Refusal DisputeOfOne = new("dispute.organs",
        "受理争议要写2到10个不同的单位。", PetitionRegulations.JurisdictionDispute, RefusalKind.Invalid);

    public static readonly Refusal DisputedBefore = new("dispute.once",
        "这件事已经协调过一次，按协调结果办。", PetitionRegulations.JurisdictionDispute);

    public static readonly Refusal DisputeReason = new("dispute.reason",
        "请写明理由，4到500个字。", PetitionRegulations.JurisdictionDispute, RefusalKind.Invalid);

    public static readonly Refusal DisputeNeedsHead = new("dispute.head-only",
        "共同上一级的决定和联席会议的意见，由信访办负责人记录。", PetitionRegulations.JurisdictionDispute, RefusalKind.Forbidden);

    public static readonly Refusal ConferenceSettles = new("dispute.conference-settles",
        "联席会议是最后一级，要定下由哪个单位办。", PetitionRegulations.JurisdictionDispute);

    public static readonly Refusal IncidentKindUnknown = new("incident.kind",
        "请选第二十六条六种情形里的一种。", PetitionRegulations.Order, RefusalKind.Invalid);

    public static readonly Refusal IncidentWhen = new("incident.occurred-at",
        "发生时间不能晚于现在，也不能早于一年以前。", PetitionRegulations.Order, RefusalKind.Invalid);

    public static readonly Refusal IncidentText = new("incident.text",
        "请写明发生了什么，10到3000个字。只写事实。", PetitionRegulations.Order, RefusalKind.Invalid);

    public static readonly Refusal IncidentUnknown = new("incident.not-found",
        "没有这条记录。", PetitionRegulations.Order, RefusalKind.NotFound);

    public static readonly Refusal IncidentExists = new("incident.exists",
        "这条记录已经有了。", PetitionRegulations.Order);

    public static readonly Refusal IncidentResponseText = new("incident.response-text",
        "请写明做了什么，4到1000个字。", PetitionRegulations.PetitionerLiability, RefusalKind.Invalid);

    public static readonly Refusal IncidentClosed = new("incident.with-police",
        "已经移交公安机关，由公安机关依法处理。", PetitionRegulations.PetitionerLiability);

    public static readonly Refusal PoliceComeLast = new("incident.police-last",
        "要先劝阻、批评或者教育，没有用的再移交公安机关。", PetitionRegulations.PetitionerLiability);

    /// <summary>D-21 lacks a part.</summary>
    public static Refusal ReportIncomplete(string what) => new("escalation.incomplete",
        $"报告缺“{what}”，或者超过2000个字。", PetitionRegulations.Escalation, RefusalKind.Invalid);

    /// <summary>评价期限 is the district's own (本区设定) and ends on the rolled day.</summary>
    public static Refusal RatingTooLate(DueDate window) => new("rating.too-late",
        $"评价期限到{ChineseDates.WithYear(window.DueOn)}为止，已经过了。", PetitionRegulations.Rating);

    /// <summary>撤销或者合并的单位 (art. 24¶2): its successor is named.</summary>
    public static Refusal Succeeded(string successor) => new("organ.succeeded",
        $"这个单位已经撤并，由{successor}继续行使职权。请转给它。", PetitionRegulations.Succession, RefusalKind.Invalid);

    public static readonly Refusal NobodyToReveal = new("identity.anonymous",
        "这件没有留姓名，没有可以看的。", PetitionRegulations.Form);

    public static readonly Refusal RevealPurposeUnknown = new("identity.purpose",
        "请选看全文是为了什么。", Form.Authorization, RefusalKind.Invalid);

    public static readonly Refusal RevealReason = new("identity.reason",
        "请写明理由，4到200个字。查看会留痕，审计员能看到。", Form.Authorization, RefusalKind.Invalid);

    public static readonly Refusal OpeningNeeded = new("identity.approval-needed",
        "信访人要求保密，或者这是检举控告。要看是谁，先申请，批准以后才能看。", PetitionRegulations.Accusation, RefusalKind.Forbidden);

    public static readonly Refusal OpeningNotNeeded = new("identity.approval-not-needed",
        "这件不用申请，写明理由就能看。", Form.Authorization);

    public static readonly Refusal OpeningAsked = new("identity.asked",
        "您已经申请过，正在等批准，或者现在就能看。", Form.Authorization);

    public static readonly Refusal OpeningDecided = new("identity.decided",
        "这个申请已经批过。", Form.Authorization);

    public static readonly Refusal OpeningOfOneself = new("identity.own-request",
        "不能批准自己的申请，请由别的负责同志批。", Form.Authorization, RefusalKind.Forbidden);

    public static readonly Refusal OpeningHours = new("identity.hours",
        $"能看多久，写1到{IdentityOpening.MostHours}小时。", Form.Authorization, RefusalKind.Invalid);
}
