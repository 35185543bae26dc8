using System.Globalization;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Xinfang.Intake.Api.Notices;
using Xinfang.Intake.Domain;
using Xinfang.Law;
using Xinfang.ServiceDefaults.Messaging;
using Xinfang.ServiceDefaults.Persistence;

namespace Xinfang.Intake.Api;

/// <summary>留痕: what each act leaves in the record, and how the record is read.</summary>
internal static class Recording
{
    /// <summary>The "account" of the citizen in the record.</summary>
    public const string Petitioner = "petitioner";

    /// <summary>The "account" of what another service has told.</summary>
    public const string System = "system";

    public static string Digest(this Petition petition) => RecordChain.DigestOf(petition.State);

    /// <summary>Facts of a record entry: codes, dates, ids. Never people's data or free text.</summary>
    public static string Json(object facts) => JsonSerializer.Serialize(facts, MessageTypes.Json);

    /// <summary>Appends an act to the petition's chain.</summary>
    /// <param name="before">Digest taken before the act.</param>
    public static async Task RecordAsync(this IntakeDb db, Petition petition, string before, string act, string by, string organ,
        DateTimeOffset at, Article? article, object facts, CancellationToken ct)
    {
        await db.RecordAsync(new RecordDraft(petition.Id.Value, act, by, organ, at, article?.ToString(), Json(facts), before, petition.Digest()), ct);
        await db.NotifyOfActAsync(petition, act, at, ct);
    }

    /// <summary>The petition's record in words, oldest first.</summary>
    public static async Task<IReadOnlyList<RecordLine>> LinesAsync(this IntakeDb db, Guid petition, CancellationToken ct) =>
        [
            .. (await db.Record.AsNoTracking().Where(entry => entry.PetitionId == petition).OrderBy(entry => entry.Seq).ToListAsync(ct))
                .Select(entry => new RecordLine(entry.Seq, entry.At, entry.Act, entry.By, entry.Organ, entry.Article, Sentence(entry))),
        ];

    private static string Sentence(RecordEntry entry)
    {
        using var facts = JsonDocument.Parse(entry.Facts);
        var of = facts.RootElement;
        return entry.Act switch
        {
            "Register" => $"登记，{Channels(of)}，{Date(of, "receivedOn")}收到{(Text(of, "importRow") is { Length: > 0 } row ? $"，批量导入第{row}行" : "")}{(Text(of, "sourceNumber") is { Length: > 0 } theirs ? $"，{Source(of)}转来，来源编号{theirs}" : "")}",
            "Classify" => $"分类：{Categories(of)}{(Is(of, "urgent") ? "，紧急" : "")}{(Is(of, "seals") ? "，材料转为保密" : "")}",
            "Forward" => $"转送{Names.Of(Text(of, "organ"))}{(Is(of, "late") ? "，超过15日" : "")}",
            "Assign" => $"交办{Names.Of(Text(of, "organ"))}，{Date(of, "reportDueOn")}前报结果{(Is(of, "late") ? "，超过15日" : "")}",
            "Return" => $"{Names.Of(Text(of, "organ"))}的异议经同意，收回重新转",
            "Decline" => $"{Names.Of(entry.Organ)}不予受理",
            "Complete" => $"{Names.Of(entry.Organ)}办结",
            "Acknowledge" => $"{Names.Of(entry.Organ)}签收",
            "Supplement" => $"补充材料，编号{Text(of, "number")}",
            "Rate" => "评价",
            "CorrectDates" => $"放假安排更正，转送交办最晚由{Date(of, "formerDueOn")}改为{Date(of, "dueOn")}",
            "Reply" => "直接回复",
            "Link" => $"不予受理：同一事项正由{Names.Of(Text(of, "organ"))}办理",
            "Divert" => $"导入其他渠道：{(Enum.TryParse<Diversion>(Text(of, "diversion"), out var diversion) ? Words.Of(diversion) : "")}",
            "Withdraw" => "信访人撤回",
            "Chase" => $"信访人第{Text(of, "number")}次催办",
            "Message" => $"信访人留言，编号{Text(of, "number")}",
            "AnswerMessage" => $"回复留言{Text(of, "number")}",
            "ComplainOfRetaliation" => "信访人反映打击报复",
            "MeasureRetaliation" => "记下对打击报复反映的处理",
            "Escalate" => $"紧急报告，第{Text(of, "number")}次{(Is(of, "inTime") ? "" : "，超过1小时")}",
            "AcknowledgeEscalation" => $"紧急报告有单位签收{(Is(of, "complete") ? "，全部到齐" : "")}",
            "OpenDispute" => "受理争议，先由单位协商",
            "DecideDispute" => Text(of, "organ") is { Length: > 0 } settled ? $"协调结果：由{Names.Of(settled)}办" : "没有协调成，报下一级",
            "ReceiveVisitor" => "来访接待",
            "NoteIncident" => "记下一次秩序事件",
            "RespondToIncident" => "记下对秩序事件的处置",
            "ConfirmRepeat" => Text(of, "kind") switch { "SameEvent" => $"确认与{Text(of, "number")}说的是同一件事", "Unrelated" => $"看过{Text(of, "number")}，没有关系", _ => $"确认是{Text(of, "number")}的重复信访，第{Text(of, "round")}次" },
            "UndoRepeat" => Text(of, "kind") is "Unrelated" ? "撤销“没有关系”的认定" : "撤销与较早一件的关联",
            "CallBack" => $"回访，{(Enum.TryParse<CallBackWay>(Text(of, "way"), out var way) ? Words.Of(way) : "")}，{Date(of, "heldOn")}{(Is(of, "inTime") ? "" : "，超过3个工作日")}",
            "TransferIn" => $"{Source(of)}又转来，来源编号{Text(of, "sourceNumber")}，并入这一件",
            "TakeOver" => $"从{Text(of, "from")}手里接过来办",
            "ChooseContact" => $"信访人改通知方式：{Way(of)}",
            "PrintNotice" => $"打印“{Cause(of)}”的信封、回证",
            "PostNotice" => $"寄出“{Cause(of)}”{(Text(of, "registeredMail") is { Length: > 0 } mail ? $"，挂号信{mail}" : "，平信")}",
            "ReceiveNotice" => Is(of, "returned") ? $"“{Cause(of)}”退回" : $"“{Cause(of)}”收到，{Date(of, "on")}",
            "RetryNotice" => $"重发“{Cause(of)}”",
            "ChangeNoticeToPost" => $"“{Cause(of)}”改为邮寄",
            "ResolveNotice" => $"“{Cause(of)}”人工处理：{(Enum.TryParse<NoticeResolution>(Text(of, "resolution"), out var resolution) ? NoticeWords.Of(resolution) : "")}，{Date(of, "on")}",
            "AskForCorrection" => $"信访人申请更正{Fields(of)}",
            "DecideCorrection" => $"{(Is(of, "granted") ? "同意" : "没有同意")}更正{Fields(of)}",
            "ReadSealed" => "查阅保密材料",
            "RevealIdentity" => $"{Names.Of(Text(of, "organ"))}查看信访人身份，为了{Purposes(of)}",
            "AskForIdentity" => $"{Names.Of(Text(of, "organ"))}申请查看信访人身份，为了{Purposes(of)}",
            "DecideIdentity" => Is(of, "granted") ? $"批准查看信访人身份，{Text(of, "hours")}小时" : "没有批准查看信访人身份",
            _ => entry.Act,
        };
    }

    private static string Fields(JsonElement of) => Enum.TryParse<CorrectionField>(Text(of, "field"), out var field) ? Words.Of(field) : "";

    private static string Source(JsonElement of) => Enum.TryParse<TransferSource>(Text(of, "source"), out var source) ? Domain.Transfers.NameOf(source) : "";

    private static string Channels(JsonElement of) => Enum.TryParse<Channel>(Text(of, "channel"), out var channel) ? Words.Of(channel) : "";

    private static string Purposes(JsonElement of) => Enum.TryParse<RevealPurpose>(Text(of, "purpose"), out var purpose) ? Words.Of(purpose) : "";

    private static string Categories(JsonElement of) => Enum.TryParse<Category>(Text(of, "category"), out var category) ? Words.Of(category) : "";

    private static string Cause(JsonElement of) => Enum.TryParse<NoticeCause>(Text(of, "cause"), out var cause) ? NoticeCauses.Of(cause) : "";

    private static string Way(JsonElement of) => Enum.TryParse<NoticeWay>(Text(of, "way"), out var way) ? NoticeWords.Of(way) : "";

    private static string Date(JsonElement of, string name) =>
        DateOnly.TryParseExact(Text(of, name), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? ChineseDates.WithYear(day) : "";

    private static bool Is(JsonElement of, string name) => of.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.True;

    private static string Text(JsonElement of, string name) => of.TryGetProperty(name, out var value) ? value.ToString() : "";
}
