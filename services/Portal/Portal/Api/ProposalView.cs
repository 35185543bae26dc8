using Xinfang.Law;

namespace Xinfang.Portal.Api;

/// <summary>三项建议.</summary>
public sealed record ProposalView : FiledView
{
    /// <summary>改进工作建议 …</summary>
    public string KindText { get; init; } = "";
    /// <summary>When drafted.</summary>
    public DateOnly DraftedOn { get; init; }
    /// <summary>By whom.</summary>
    public string DraftedBy { get; init; } = "";
    /// <summary>文号.</summary>
    public string? DocumentNumber { get; init; }
    /// <summary>When issued.</summary>
    public DateOnly? IssuedOn { get; init; }
    /// <summary>Account of the head.</summary>
    public string? SignedBy { get; init; }
    /// <summary>When the feedback came.</summary>
    public DateOnly? AnsweredOn { get; init; }
    /// <summary>采纳 …</summary>
    public string? AdoptionText { get; init; }
    /// <summary>What is wrong.</summary>
    public string Problem { get; init; } = "";
    /// <summary>What is proposed.</summary>
    public string Advice { get; init; } = "";
    /// <summary>严重后果.</summary>
    public string? Consequences { get; init; }
    /// <summary>Written feedback.</summary>
    public NoteView? Feedback { get; init; }
    /// <summary>Why not sent.</summary>
    public NoteView? Withdrawal { get; init; }

    /// <inheritdoc/>
    public override string Title => DocumentNumber is null ? KindText : $"{KindText} {DocumentNumber}";

    /// <inheritdoc/>
    public override string? Letter => IssuedOn is null ? $"{KindText}书（草稿）" : $"{KindText}书";

    /// <inheritdoc/>
    public override IEnumerable<(string Label, string? Value)> Facts() =>
    [
        ("种类", KindText), ("收文单位", OrganName), ("问题", Problem), ("建议", Advice), ("严重后果", Consequences), ("起草", $"{Day(DraftedOn)}，{DraftedBy}"),
        ("签发", IssuedOn is null ? null : $"{Day(IssuedOn)}，{SignedBy}"), ("采纳情况", AdoptionText), ("反馈", Day(AnsweredOn)),
    ];

    /// <inheritdoc/>
    public override IEnumerable<(string Heading, NoteView Note)> Notes() =>
        [.. Feedback is null ? [] : new[] { ("书面反馈", Feedback) }, .. Withdrawal is null ? [] : new[] { ("没有发出的理由", Withdrawal) }];
}
