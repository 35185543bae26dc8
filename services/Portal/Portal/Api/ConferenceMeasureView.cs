using Xinfang.Law;

namespace Xinfang.Portal.Api;

/// <summary>约谈、通报、挂牌督办、限期整改.</summary>
public sealed record ConferenceMeasureView : FiledView
{
    /// <summary>约谈 …</summary>
    public string KindText { get; init; } = "";
    /// <summary>Why.</summary>
    public string Reason { get; init; } = "";
    /// <summary>What has to change.</summary>
    public string Demand { get; init; } = "";
    /// <summary>Since when.</summary>
    public DateOnly ImposedOn { get; init; }
    /// <summary>When lifted.</summary>
    public DateOnly? LiftedOn { get; init; }
    /// <summary>Reports.</summary>
    public IReadOnlyList<NoteView> Reports { get; init; } = [];
    /// <summary>Why not lifted.</summary>
    public IReadOnlyList<NoteView> Returns { get; init; } = [];
    /// <summary>Why lifted.</summary>
    public NoteView? Lifting { get; init; }

    /// <inheritdoc/>
    public override string Title => $"{KindText}：{OrganName}";

    /// <inheritdoc/>
    public override IEnumerable<(string Label, string? Value)> Facts() =>
        [("措施", KindText), ("单位", OrganName), ("原因", Reason), ("要求", Demand), ("决定", Day(ImposedOn)), ("限期", $"{Day(DueOn)}（联席会议定）"), ("解除", Day(LiftedOn))];

    /// <inheritdoc/>
    public override IEnumerable<(string Heading, NoteView Note)> Notes() =>
    [
        .. Reports.Select(note => ("整改报告", note)).Concat(Returns.Select(note => ("继续整改", note))).OrderBy(each => each.note.On),
        .. Lifting is null ? [] : new[] { ("解除的理由", Lifting) },
    ];
}
