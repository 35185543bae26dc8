namespace Xinfang.Portal.Api;

/// <summary>How well one label is recognised.</summary>
public sealed record LabelRow(string Label, string Name, int Examples, double Precision, double Recall, double F1);

/// <summary>What was learnt from the office's decisions up to a day; version 0 is the keyword lexicon.</summary>
public sealed record ModelVersionRow(
    int Version, bool InUse, DateTimeOffset? LearnedAt, int Examples, double? MacroF1, double? Accuracy, double? Top2, double? CalibrationError,
    int NewDecisions, double? RightOnNew, double? FormerRightOnNew, int Shown, int Followed, IReadOnlyList<LabelRow> Labels);

/// <summary>Since when a version answers, and who put it in use.</summary>
public sealed record ModelUseRow(int Version, string By, DateTimeOffset At);

/// <summary>One thing that is proposed: Category, Content, Organ or Road.</summary>
public sealed record QuestionRow(string Question, int InUse, int NewSince, IReadOnlyList<ModelVersionRow> Versions, IReadOnlyList<ModelUseRow> Uses);

/// <summary>What is learnt from the office's decisions, through Intake.</summary>
public sealed class RecognitionClient(HttpClient http) : GatewayClient(http, "/api/intake")
{
    /// <summary>Versions and how well they judge.</summary>
    public Task<Answer<Listed<QuestionRow>>> All(CancellationToken ct) => Get<Listed<QuestionRow>>("/recognition", ct: ct);

    /// <summary>Another version answers from now on.</summary>
    public Task<Answer<Done>> Use(string question, int version, CancellationToken ct) => Post<Done>($"/recognition/{question}/use", new { version }, ct: ct);
}
