using Xinfang.Law;

namespace Xinfang.Portal.Api;

/// <summary>领导包案.</summary>
public sealed record PackageView : FiledView
{
    /// <summary>Where the petition stands.</summary>
    public string PetitionStatusText { get; init; } = "";
    /// <summary>Account.</summary>
    public string Leader { get; init; } = "";
    /// <summary>Why.</summary>
    public string Reason { get; init; } = "";
    /// <summary>Since when.</summary>
    public DateOnly AssignedOn { get; init; }
    /// <summary>销案.</summary>
    public DateOnly? ClosedOn { get; init; }
    /// <summary>方案.</summary>
    public NoteView? Plan { get; init; }
    /// <summary>接访、下访.</summary>
    public IReadOnlyList<LeaderVisitView> Visits { get; init; } = [];
    /// <summary>结果.</summary>
    public NoteView? Result { get; init; }
    /// <summary>Why not closed.</summary>
    public IReadOnlyList<NoteView> Returns { get; init; } = [];
    /// <summary>销案意见.</summary>
    public NoteView? Closing { get; init; }

    /// <inheritdoc/>
    public override string Title => $"包案 {Number}";

    /// <inheritdoc/>
    public override IEnumerable<(string Label, string? Value)> Facts() =>
    [
        ("包案领导", Leader), ("承办单位", OrganName), ("办理状态", PetitionStatusText), ("包案原因", Reason), ("确定", Day(AssignedOn)), ("限期", $"{Day(DueOn)}（信访办定）"),
        ("接访下访", Visits.Count > 0 ? $"{Visits.Count}次" : null), ("销案", Day(ClosedOn)),
    ];

    /// <inheritdoc/>
    public override IEnumerable<(string Heading, NoteView Note)> Notes() =>
    [
        .. Plan is null ? [] : new[] { ("包案方案", Plan) },
        .. Visits.Select(visit => (visit.WayText, new NoteView(visit.On, visit.By, visit.Text))),
        .. Returns.Select(note => ("继续包案", note)),
        .. Result is null ? [] : new[] { ("包案结果", Result) },
        .. Closing is null ? [] : new[] { ("销案", Closing) },
    ];
}

/// <summary>A leader's visit.</summary>
public sealed record LeaderVisitView(DateOnly On, string WayText, string By, string Text);
