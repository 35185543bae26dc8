using System.Text.RegularExpressions;
using Xinfang.Law;

namespace Xinfang.Intake.Domain;

/// <summary>Who hands petitions over: 上级信访部门, 12345热线, 领导留言板.</summary>
public enum TransferSource { SuperiorOffice, Hotline12345, LeaderBoard }

/// <summary>Why the source hands it over.</summary>
public enum TransferReason { Competence, Dissatisfied, Instructed, PetitionProcedure }

/// <summary>What the source is told: taken up, given back, done; each with a code.</summary>
public enum TransferState { Accepted, Returned, Done }

/// <summary>转入: a petition that another body received first, with its number and its term beside ours. One number of a source is one petition.</summary>
public sealed class Transfer
{
    private Transfer() { } // EF Core

    public Transfer(TransferSource source, string number, PetitionId petition, TransferReason reason, DateOnly? dueOn, byte[] contentHash, DateTimeOffset at, bool linked) =>
        (Source, Number, PetitionId, Reason, DueOn, ContentHash, At, Linked) = (source, number, petition, reason, dueOn, contentHash, at, linked);

    public TransferSource Source { get; private init; }
    public string Number { get; private init; } = "";
    public PetitionId PetitionId { get; private init; }
    public TransferReason Reason { get; private init; }

    /// <summary>The last day by the source's own rules; ours stays what the law says.</summary>
    public DateOnly? DueOn { get; private init; }

    /// <summary>Keyed hash of who said what, to know the same matter from another source.</summary>
    public byte[] ContentHash { get; private init; } = [];

    public DateTimeOffset At { get; private init; }

    /// <summary>It came besides a petition that was there already, and is counted with it.</summary>
    public bool Linked { get; private init; }
}

/// <summary>Sources, their clients, and what they are told.</summary>
public static partial class Transfers
{
    public static readonly Refusal NumberMalformed = new("transfer.number",
        "来源编号写3到40个字母、数字、点、横线或者下划线。", PetitionRegulations.Registration, RefusalKind.Invalid);

    public static readonly Refusal NotFound = new("transfer.not-found", "没有转入过这个编号。", Kind: RefusalKind.NotFound);

    public static readonly Refusal NoSource = new("transfer.no-source", "这个系统没有登记为转入来源。", PetitionRegulations.Channels, RefusalKind.Forbidden);

    public static readonly Refusal DueInThePast = new("transfer.due-on", "来源的期限不能早于今天。", PetitionRegulations.Registration, RefusalKind.Invalid);

    /// <summary>The source behind a client account.</summary>
    public static TransferSource? SourceOf(string account) => account switch
    {
        "transfer-superior" => TransferSource.SuperiorOffice,
        "transfer-12345" => TransferSource.Hotline12345,
        "transfer-board" => TransferSource.LeaderBoard,
        _ => null,
    };

    public static string NameOf(TransferSource source) => source switch
    {
        TransferSource.SuperiorOffice => "上级信访部门",
        TransferSource.Hotline12345 => "12345热线",
        _ => "领导留言板",
    };

    public static string NameOf(TransferReason reason) => reason switch
    {
        TransferReason.Competence => "归本区办理",
        TransferReason.Dissatisfied => "对原来的答复不满意",
        TransferReason.Instructed => "有关领导批示",
        _ => "属于信访程序",
    };

    /// <summary>信访形式 as this office counts it (art. 17): the hotline is a call, the board is the web.</summary>
    public static Channel ChannelOf(TransferSource source) => source switch
    {
        TransferSource.SuperiorOffice => Channel.Letter,
        TransferSource.Hotline12345 => Channel.Phone,
        _ => Channel.Online,
    };

    /// <summary>A number that can be kept, told and searched for.</summary>
    public static bool IsNumber(string number) => Shape().IsMatch(number);

    /// <summary>State and code for the source, from where the petition stands.</summary>
    public static (TransferState State, string Code, string Text) Outcome(PetitionStatus status, Diversion? diversion) => status switch
    {
        PetitionStatus.Registered or PetitionStatus.Classified => (TransferState.Accepted, "A01", "已登记"),
        PetitionStatus.Forwarded or PetitionStatus.Assigned => (TransferState.Accepted, "A02", "已转给该办的单位"),
        PetitionStatus.Returned or PetitionStatus.Disputed => (TransferState.Accepted, "A03", "正在确定由哪个单位办"),
        PetitionStatus.Diverted => diversion switch
        {
            Diversion.LitigationRelated => (TransferState.Returned, "R01", "涉法涉诉，请引导到政法机关"),
            Diversion.InformationDisclosure => (TransferState.Returned, "R02", "属于政府信息公开"),
            _ => (TransferState.Returned, "R03", "归其他机关管"),
        },
        PetitionStatus.Completed => (TransferState.Done, "D01", "办结"),
        PetitionStatus.Replied => (TransferState.Done, "D02", "已直接回复"),
        PetitionStatus.Declined => (TransferState.Done, "D03", "不予受理"),
        PetitionStatus.Linked => (TransferState.Done, "D04", "同一事项正在办，不重复受理"),
        PetitionStatus.Withdrawn => (TransferState.Done, "D05", "信访人撤回"),
        _ => (TransferState.Done, "D06", "不再受理"),
    };

    [GeneratedRegex("^[A-Za-z0-9][A-Za-z0-9._-]{2,39}$")]
    private static partial Regex Shape();
}
