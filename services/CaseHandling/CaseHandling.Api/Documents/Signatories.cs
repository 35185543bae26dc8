using Xinfang.CaseHandling.Domain;

namespace Xinfang.CaseHandling.Api.Documents;

/// <summary>Which way a document takes to its signature.</summary>
internal enum SigningWay
{
    /// <summary>Drafted, checked by the checker, then signed by the head: three people, three acts.</summary>
    DraftCheckSign,

    /// <summary>The act itself signs: whoever does it has the power, by office or by the head's standing authorisation.</summary>
    WithTheAct,

    /// <summary>The parties sign; the organ keeps it.</summary>
    ByTheParties,
}

/// <summary>One line of the table: who signs a kind of document, which way, under which mark it is numbered.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="Code">D-01 … D-22, as the list of statutory documents numbers them.</param>
/// <param name="Name">Its name in Chinese.</param>
/// <param name="Mark">Between 信 and 〔 in the number: 津南开住建信受〔2026〕31号.</param>
/// <param name="Signer">Who signs.</param>
/// <param name="Way">Which way.</param>
/// <param name="ServedToSee">The petitioner sees it only once it has been served.</param>
/// <param name="Internal">Between organs, or for the file alone: the petitioner does not see it.</param>
internal sealed record Signatory(DocumentKind Kind, string Code, string Name, string Mark, Roles Signer, SigningWay Way, bool ServedToSee = false, bool Internal = false)
{
    /// <summary>A checker stands between the draft and the signature (审核).</summary>
    public bool NeedsChecker => Way is SigningWay.DraftCheckSign;
}

/// <summary>The one table of who signs what. A kind without a line cannot be issued; a test walks every kind.</summary>
internal static class Signatories
{
    public static readonly IReadOnlyList<Signatory> Table =
    [
        new(DocumentKind.Acceptance, "D-05", "受理告知书", "受", Roles.Officer, SigningWay.WithTheAct),
        new(DocumentKind.Declination, "D-06", "不予受理告知书", "不受", Roles.Officer, SigningWay.WithTheAct),
        new(DocumentKind.Bar, "D-07", "不再受理告知书", "不再", Roles.Head, SigningWay.WithTheAct),
        new(DocumentKind.Contestation, "D-08", "异议函", "异", Roles.Officer, SigningWay.WithTheAct, Internal: true),
        new(DocumentKind.Extension, "D-09", "延长办理期限告知书", "延", Roles.Head, SigningWay.WithTheAct, ServedToSee: true),
        new(DocumentKind.Opinion, "D-10", "信访处理意见书", "理", Roles.Head, SigningWay.DraftCheckSign, ServedToSee: true),
        new(DocumentKind.ReviewOpinion, "D-11", "复查意见书", "查", Roles.Head, SigningWay.WithTheAct, ServedToSee: true),
        new(DocumentKind.RecheckOpinion, "D-12", "复核意见书", "核", Roles.Head, SigningWay.WithTheAct, ServedToSee: true),
        new(DocumentKind.HearingNotice, "D-13", "听证通知书", "听", Roles.Head, SigningWay.WithTheAct),
        new(DocumentKind.HearingRecord, "D-13", "听证笔录", "听录", Roles.Officer, SigningWay.WithTheAct),
        new(DocumentKind.ServiceReceipt, "D-14", "送达回证", "证", Roles.Officer, SigningWay.WithTheAct, Internal: true),
        new(DocumentKind.SupervisionLetter, "D-15", "督办函", "督", Roles.Overseer, SigningWay.WithTheAct, Internal: true),
        new(DocumentKind.ProposalLetter, "D-16", "建议书", "建", Roles.Overseer, SigningWay.WithTheAct, Internal: true),
        new(DocumentKind.MediationAgreement, "D-17", "人民调解协议书", "调", Roles.Officer, SigningWay.ByTheParties),
        new(DocumentKind.SettlementAgreement, "D-18", "和解协议书", "和", Roles.Officer, SigningWay.ByTheParties),
        new(DocumentKind.CompletionReport, "D-19", "办结报告", "报", Roles.Officer, SigningWay.WithTheAct, Internal: true),
        new(DocumentKind.Termination, "D-20", "撤回确认书、终止告知书", "终", Roles.Officer, SigningWay.WithTheAct),
        new(DocumentKind.ReviewAcceptance, "D-05", "复查、复核申请受理告知书", "查受", Roles.Officer, SigningWay.WithTheAct),
        new(DocumentKind.ReviewRejection, "D-06", "复查、复核申请不予受理告知书", "查不受", Roles.Officer, SigningWay.WithTheAct),
        new(DocumentKind.ReviewRequest, "D-22", "复查、复核申请书", "申", Roles.Officer, SigningWay.ByTheParties),
    ];

    private static readonly Dictionary<DocumentKind, Signatory> ByKind = Table.ToDictionary(line => line.Kind);

    /// <summary>The line of a kind.</summary>
    public static Signatory Of(DocumentKind kind) => ByKind[kind];
}
