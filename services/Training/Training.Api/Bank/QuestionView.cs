namespace Xinfang.Training.Api.Bank;

/// <summary>A question as the training staff read it, right answer and all.</summary>
internal sealed record QuestionView(
    Guid Id, string Series, int Version, bool Generated, QuestionKind Kind, int Difficulty, string Competency, string CompetencyName, string Basis, QuestionState State,
    string Stem, IReadOnlyList<string> Options, IReadOnlyList<int> Right, DateOnly? Day, string? Model, string Explanation,
    string By, DateTimeOffset WrittenAt, string? ReviewedBy, DateTimeOffset? RetiredAt, string? RetiredBecause)
{
    public static QuestionView Of(Question question) => new(
        question.Id, question.Series, question.Version, question.Generated, question.Kind, question.Difficulty, question.Competency, Competencies.NameOf(question.Competency),
        question.Basis, question.State, question.Content.Stem, question.Content.Options, question.Content.Right, question.Content.Day, question.Content.Model, question.Content.Explanation,
        question.By, question.WrittenAt, question.ReviewedBy, question.RetiredAt, question.RetiredBecause);
}
