using Xinfang.Training.Api.Bank;

namespace Xinfang.Training.Api.Exams;

/// <summary>An option as one person sees it.</summary>
/// <param name="Key">A, B, C …</param>
internal sealed record ShownOption(string Key, string Text);

/// <summary>What is saved for a question.</summary>
/// <param name="Revision">Goes up with every change; sent along with the next one.</param>
internal sealed record ShownAnswer(IReadOnlyList<string> Keys, DateOnly? Day, string? Text, int Revision, DateTimeOffset SavedAt);

/// <summary>What was right, told after the exam has closed for everybody.</summary>
internal sealed record ShownSolution(IReadOnlyList<string> Keys, DateOnly? Day, string? Model, string Explanation, string Basis, decimal? Points);

/// <summary>A question as one person sees it; the right answer only after the exam.</summary>
internal sealed record ShownQuestion(int Number, QuestionKind Kind, string Stem, IReadOnlyList<ShownOption> Options, decimal Points, ShownAnswer? Answer, ShownSolution? Solution);

/// <summary>应考 as the examinee reads it.</summary>
/// <param name="SecondsLeft">By the server's clock; 0 when it is over.</param>
internal sealed record SittingView(
    Guid Id, Guid ExamId, string Title, int Attempt, DateTimeOffset StartedAt, DateTimeOffset EndsAt, DateTimeOffset? HandedInAt, int SecondsLeft, int Answered,
    int PassPercent, decimal? Percent, bool? Passed, DateTimeOffset SolutionsFrom, IReadOnlyList<ShownQuestion> Questions)
{
    public static SittingView Of(Sitting sitting, Exam exam, IReadOnlyDictionary<Guid, Question> questions, IReadOnlyList<SittingAnswer> answers, DateTimeOffset now)
    {
        var saved = answers.Where(answer => answer.Revision > 0).ToDictionary(answer => answer.Number);
        var marked = answers.ToDictionary(answer => answer.Number);
        var open = sitting.HandedInAt is not null && now >= exam.Plan.ClosesAt;
        return new(sitting.Id, exam.Id, exam.Plan.Title, sitting.Attempt, sitting.StartedAt, sitting.EndsAt, sitting.HandedInAt,
            sitting.HandedInAt is null && sitting.EndsAt > now ? (int)Math.Ceiling((sitting.EndsAt - now).TotalSeconds) : 0, saved.Count,
            exam.Plan.PassPercent, sitting.Percent, sitting.Passed, exam.Plan.ClosesAt,
            [.. sitting.Sheet.Items.Select((item, at) => Shown(at + 1, item, questions[item.Question]))]);

        ShownQuestion Shown(int number, PaperItem item, Question question)
        {
            var order = Drawing.Options(question.Content.Options.Count, question.Id, sitting.Id);
            var answer = saved.GetValueOrDefault(number);
            return new(number, question.Kind, question.Content.Stem, [.. order.Select((option, at) => new ShownOption(Key(at), question.Content.Options[option]))], item.Points,
                answer is null ? null : new(KeysOf(answer.Given.Options ?? [], order), answer.Given.Day, answer.Given.Text, answer.Revision, answer.SavedAt),
                open ? new(KeysOf(question.Content.Right, order), question.Content.Day, question.Content.Model, question.Content.Explanation, question.Basis, marked.GetValueOrDefault(number)?.Points) : null);
        }
    }

    /// <summary>A for the first place, B for the second …</summary>
    public static string Key(int place) => ((char)('A' + place)).ToString();

    /// <summary>The options by their place in the question; null when a key is not on the sheet.</summary>
    public static IReadOnlyList<int>? OptionsOf(IReadOnlyList<string> keys, IReadOnlyList<int> order)
    {
        var places = keys.Select(key => key is [>= 'A' and <= 'Z'] ? key[0] - 'A' : -1).ToList();
        return places.TrueForAll(place => place >= 0 && place < order.Count) ? [.. places.Select(place => order[place])] : null;
    }

    private static List<string> KeysOf(IReadOnlyList<int> options, IReadOnlyList<int> order) => [.. options.Select(option => Key(((List<int>)[.. order]).IndexOf(option)))];
}
