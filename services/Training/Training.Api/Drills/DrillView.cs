using Xinfang.Training.Api.Bank;

namespace Xinfang.Training.Api.Drills;

/// <summary>A move to choose.</summary>
internal sealed record DrillMoveView(string Code, string Text);

/// <summary>A step that was taken.</summary>
internal sealed record DrillStepView(int Number, string Move, string Text, DateOnly On);

/// <summary>演练 as the trainee sees it. What is right is told only after the end.</summary>
/// <param name="Begins">The first day of the story.</param>
internal sealed record DrillView(
    Guid Id, string Script, string Title, string CompetencyName, DrillRole Role, DateOnly Begins, IReadOnlyList<string> Story, IReadOnlyList<DrillMoveView> Moves, IReadOnlyList<DrillStepView> Steps,
    DateTimeOffset BegunAt, DateTimeOffset? FinishedAt, int? Percent, bool? Passed, int PassPercent, IReadOnlyList<DrillLine> Lines)
{
    public static DrillView Of(DrillRun run)
    {
        var (script, moves) = (DrillScripts.Find(run.Script), DrillMoves.For(run.Case));
        return new(run.Id, run.Script, script?.Title ?? run.Script, Competencies.NameOf(script?.Competency ?? ""), run.Case.Role, run.Case.Begins, run.Case.Story, [.. moves.Select(move => new DrillMoveView(move.Code, move.Text))],
            [.. run.Steps.Of.Select((step, at) => new DrillStepView(at + 1, step.Move, moves.FirstOrDefault(move => move.Code == step.Move)?.Text ?? step.Move, step.On))],
            run.BegunAt, run.FinishedAt, run.Percent, run.Result?.Passed, DrillResult.PassPercent, run.Result?.Lines ?? []);
    }
}
