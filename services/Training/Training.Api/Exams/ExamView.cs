using Xinfang.Training.Api.Bank;

namespace Xinfang.Training.Api.Exams;

/// <summary>A line of the blueprint, with what the bank has for it.</summary>
internal sealed record BlueprintView(string Competency, string CompetencyName, int Count, decimal Points, int? Difficulty, QuestionKind? Kind);

/// <summary>An exam as the training staff read it.</summary>
/// <param name="Outdated">Questions on its papers that are no longer in use, because the law or the bank has changed since.</param>
internal sealed record ExamView(
    Guid Id, string Title, ExamState State, int Minutes, int PassPercent, int Attempts, DateTimeOffset OpensAt, DateTimeOffset ClosesAt,
    IReadOnlyList<BlueprintView> Blueprint, IReadOnlyList<string> Organs, int Questions, decimal Points, string By, int Sat, int HandedIn, int ToMark, int Outdated)
{
    public static ExamView Of(Exam exam, int sat = 0, int handedIn = 0, int toMark = 0, int outdated = 0)
    {
        var plan = exam.Plan;
        return new(exam.Id, plan.Title, exam.State, plan.Minutes, plan.PassPercent, plan.Attempts, plan.OpensAt, plan.ClosesAt,
            [.. plan.Blueprint.Select(line => new BlueprintView(line.Competency, Competencies.NameOf(line.Competency), line.Count, line.Points, line.Difficulty, line.Kind))],
            plan.Organs, plan.Blueprint.Sum(line => line.Count), plan.Blueprint.Sum(line => line.Count * line.Points), exam.By, sat, handedIn, toMark, outdated);
    }
}
