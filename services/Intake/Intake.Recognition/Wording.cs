namespace Xinfang.Intake.Recognition;

/// <summary>What a petition says, apart from who says it. The subject is counted separately from the rest: it is short and names the thing.</summary>
/// <param name="Subject">What it is about in one sentence; may be empty.</param>
/// <param name="Rest">Facts and claims; may be empty.</param>
public sealed record Wording(string Subject, string Rest = "");
