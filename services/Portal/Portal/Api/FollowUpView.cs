using Xinfang.Law;

namespace Xinfang.Portal.Api;

/// <summary>落实任务.</summary>
public sealed record FollowUpView : FiledView
{
    /// <summary>Meeting or Reception.</summary>
    public string Source { get; init; } = "";
    /// <summary>Id of it.</summary>
    public Guid SourceId { get; init; }
    /// <summary>What has to be done.</summary>
    public string Text { get; init; } = "";
    /// <summary>Since when.</summary>
    public DateOnly SetOn { get; init; }
    /// <summary>When done.</summary>
    public DateOnly? DoneOn { get; init; }
    /// <summary>Reports.</summary>
    public IReadOnlyList<NoteView> Reports { get; init; } = [];
    /// <summary>Why sent back.</summary>
    public IReadOnlyList<NoteView> Returns { get; init; } = [];
    /// <summary>Result.</summary>
    public NoteView? Confirmation { get; init; }

    /// <inheritdoc/>
    public override string Title => Text;

    /// <inheritdoc/>
    public override IEnumerable<(string Label, string? Value)> Facts() =>
    [
        ("任务", Text), ("来自", Source == "Meeting" ? "联席会议的决定" : "领导接访"), ("责任单位", OrganName), ("下达", Day(SetOn)), ("限期", $"{Day(DueOn)}（{(Source == "Meeting" ? "会议" : "接访时")}定）"), ("办结", Day(DoneOn)),
    ];

    /// <inheritdoc/>
    public override IEnumerable<(string Heading, NoteView Note)> Notes() =>
    [
        .. Reports.Select(note => ("落实报告", note)).Concat(Returns.Select(note => ("退回再办", note))).OrderBy(each => each.note.On),
        .. Confirmation is null ? [] : new[] { ("确认办结", Confirmation) },
    ];
}
