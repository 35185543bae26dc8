using Xinfang.Intake.Api.Attachments;
using Xinfang.Law;

namespace Xinfang.Intake.Api.Progress;

internal enum StepState { Done, Now, Next }

/// <summary>
/// One step of the story, which answers five questions: what happened (title), when and how that stands to the last day
/// (on, late), what it means for you (text, note), where the paper is (documentIds), under which article (basis). A step
/// that is not done has its last day (dueOn); the one that is now says what happens if the day passes (ifNot).
/// </summary>
internal sealed record StepView(
    string Key, string Title, StepState State, DateTimeOffset? At = null, DateOnly? On = null, string? Text = null, string? Late = null,
    string? Note = null, IReadOnlyList<Guid>? Documents = null, string? Basis = null, DateOnly? DueOn = null, string? IfNot = null)
{
    public IReadOnlyList<Guid> DocumentIds => Documents ?? [];
}

/// <summary>Everything the progress page says.</summary>
internal sealed record ProgressView(
    string Number, string Subject, Stage Stage, OrganView? Organ, string Sentence, string Todo, IReadOnlyList<TermView> Terms,
    IReadOnlyList<StepView> Steps, IReadOnlyList<ActView> Acts, IReadOnlyList<DocumentView> Documents, DateOnly? RatingUntil, DateTimeOffset UpdatedAt)
{
    /// <summary>附件 that were handed in.</summary>
    public IReadOnlyList<AttachmentView> Attachments { get; init; } = [];
}
