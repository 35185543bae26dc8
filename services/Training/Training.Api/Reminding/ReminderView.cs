namespace Xinfang.Training.Api.Reminding;

/// <summary>A thing that is due, with the stage it has come to.</summary>
internal sealed record ReminderView(ReminderKind Kind, string Reference, string Title, DateOnly DueOn, ReminderStage Stage);
