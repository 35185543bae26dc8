namespace Xinfang.Portal.Api;

/// <summary>培训 at the gateway: question bank and exams.</summary>
public sealed class TrainingClient(HttpClient http) : GatewayClient(http, "/api/training")
{
    /// <summary>What can be drawn.</summary>
    public Task<Answer<QuestionCounts>> QuestionCounts(CancellationToken ct) => Get<QuestionCounts>("/questions/counts", ct: ct);

    /// <summary>The bank, the newest first.</summary>
    public Task<Answer<Page<QuestionView>>> Questions(string? state, string? competency, string? kind, string? after, CancellationToken ct) =>
        Get<Page<QuestionView>>("/questions" + IntakeClient.Query(("state", state), ("competency", competency), ("kind", kind), ("after", after)), ct: ct);

    /// <summary>One question.</summary>
    public Task<Answer<QuestionView>> Question(Guid id, CancellationToken ct) => Get<QuestionView>($"/questions/{id}", ct: ct);

    /// <summary>Writes a draft.</summary>
    public Task<Answer<QuestionView>> WriteQuestion(Guid id, object question, CancellationToken ct) => Put<QuestionView>($"/questions/{id}", question, ct);

    /// <summary>An act on a question: review, retirement.</summary>
    public Task<Answer<Done>> ActOnQuestion(Guid id, string act, object body, CancellationToken ct) => Post<Done>($"/questions/{id}/{act}", body, ct: ct);

    /// <summary>Issues what the law makes now.</summary>
    public Task<Answer<IssuedQuestions>> Issue(CancellationToken ct) => Post<IssuedQuestions>("/questions/issue", null, ct: ct);

    /// <summary>Exams, the newest first.</summary>
    public Task<Answer<Page<ExamView>>> Exams(string? after, CancellationToken ct) => Get<Page<ExamView>>("/exams" + IntakeClient.Query(("after", after)), ct: ct);

    /// <summary>One exam.</summary>
    public Task<Answer<ExamView>> Exam(Guid id, CancellationToken ct) => Get<ExamView>($"/exams/{id}", ct: ct);

    /// <summary>Sets an exam.</summary>
    public Task<Answer<ExamView>> SetExam(Guid id, object exam, CancellationToken ct) => Put<ExamView>($"/exams/{id}", exam, ct);

    /// <summary>opening or cancellation.</summary>
    public Task<Answer<ExamView>> ActOnExam(Guid id, string act, CancellationToken ct) => Post<ExamView>($"/exams/{id}/{act}", null, ct: ct);

    /// <summary>By organ.</summary>
    public Task<Answer<ExamResults>> Results(Guid id, CancellationToken ct) => Get<ExamResults>($"/exams/{id}/results", ct: ct);

    /// <summary>By question.</summary>
    public Task<Answer<ExamItems>> Items(Guid id, CancellationToken ct) => Get<ExamItems>($"/exams/{id}/items", ct: ct);

    /// <summary>Short answers that wait.</summary>
    public Task<Answer<ToMark>> ToMark(Guid id, CancellationToken ct) => Get<ToMark>($"/exams/{id}/to-mark?limit=1", ct: ct);

    /// <summary>Marks one.</summary>
    public Task<Answer<Done>> Mark(Guid sitting, int number, decimal points, CancellationToken ct) => Put<Done>($"/sittings/{sitting}/marks/{number}", new { points }, ct);

    /// <summary>The caller's exams.</summary>
    public Task<Answer<MyExams>> MyExams(CancellationToken ct) => Get<MyExams>("/my/exams", ct: ct);

    /// <summary>Begins, or goes on.</summary>
    public Task<Answer<BegunSitting>> Begin(Guid exam, CancellationToken ct) => Post<BegunSitting>($"/exams/{exam}/sittings", null, ct: ct);

    /// <summary>The sheet with what is saved.</summary>
    public Task<Answer<SittingView>> Sitting(Guid id, CancellationToken ct) => Get<SittingView>($"/sittings/{id}", ct: ct);

    /// <summary>Saves one answer.</summary>
    public Task<Answer<Done>> SaveAnswer(Guid sitting, int number, object answer, CancellationToken ct) => Put<Done>($"/sittings/{sitting}/answers/{number}", answer, ct);

    /// <summary>Hands in.</summary>
    public Task<Answer<SittingView>> HandIn(Guid sitting, CancellationToken ct) => Post<SittingView>($"/sittings/{sitting}/hand-in", null, ct: ct);
}

/// <summary>What the bank has of a competency.</summary>
public sealed record QuestionCount(string Competency, string Name, int Easy, int Middle, int Hard, [property: System.Text.Json.Serialization.JsonPropertyName("short")] int Written);

/// <summary>What the bank has.</summary>
public sealed record QuestionCounts(IReadOnlyList<QuestionCount> Rows, int Active, int ToReview, int Retired, int Generated);

/// <summary>What issuing did.</summary>
public sealed record IssuedQuestions(int Issued, int Retired);

/// <summary>A question with its right answer.</summary>
public sealed record QuestionView(
    Guid Id, string Series, int Version, bool Generated, string Kind, int Difficulty, string Competency, string CompetencyName, string Basis, string State,
    string Stem, IReadOnlyList<string> Options, IReadOnlyList<int> Right, DateOnly? Day, string? Model, string Explanation, string By, DateTimeOffset WrittenAt, string? ReviewedBy, DateTimeOffset? RetiredAt, string? RetiredBecause);

/// <summary>A line of a blueprint.</summary>
public sealed record BlueprintView(string Competency, string CompetencyName, int Count, decimal Points, int? Difficulty, string? Kind);

/// <summary>An exam as the training staff read it.</summary>
public sealed record ExamView(
    Guid Id, string Title, string State, int Minutes, int PassPercent, int Attempts, DateTimeOffset OpensAt, DateTimeOffset ClosesAt, IReadOnlyList<BlueprintView> Blueprint, IReadOnlyList<string> Organs,
    int Questions, decimal Points, string By, int Sat, int HandedIn, int ToMark, int Outdated);

/// <summary>Results of an organ.</summary>
public sealed record ExamResult(string Organ, string Name, int People, int Marked, int Passed, decimal? Mean);

/// <summary>Results by organ.</summary>
public sealed record ExamResults(Guid ExamId, string Title, int PassPercent, ExamResult All, IReadOnlyList<ExamResult> Organs);

/// <summary>How a question came out.</summary>
public sealed record ExamItem(Guid Question, string Stem, string Kind, string Competency, int Estimated, int Sittings, double? Difficulty, double? Discrimination, string? Remark);

/// <summary>How the questions came out.</summary>
public sealed record ExamItems(Guid ExamId, int Sittings, int Least, IReadOnlyList<ExamItem> Items);

/// <summary>A short answer that waits for a mark.</summary>
public sealed record MarkRow(Guid Sitting, int Number, string Stem, string Model, string Text, decimal Points);

/// <summary>Short answers that wait.</summary>
public sealed record ToMark(IReadOnlyList<MarkRow> Items, int Waiting);

/// <summary>One of the caller's attempts.</summary>
public sealed record MyAttempt(Guid Id, int Number, DateTimeOffset StartedAt, DateTimeOffset? HandedInAt, decimal? Percent, bool? Passed);

/// <summary>An exam of the caller's.</summary>
public sealed record MyExam(Guid Id, string Title, int Minutes, int Questions, int PassPercent, DateTimeOffset OpensAt, DateTimeOffset ClosesAt, int Left, bool MayBegin, string? WhyNot, Guid? Running, IReadOnlyList<MyAttempt> Sittings);

/// <summary>The caller's exams.</summary>
public sealed record MyExams(IReadOnlyList<MyExam> Upcoming, IReadOnlyList<MyExam> Past);

/// <summary>An attempt that has begun.</summary>
public sealed record BegunSitting(Guid Id, DateTimeOffset EndsAt);

/// <summary>An option on the sheet.</summary>
public sealed record SheetOption(string Key, string Text);

/// <summary>What is saved.</summary>
public sealed record SheetAnswer(IReadOnlyList<string> Keys, DateOnly? Day, string? Text, int Revision, DateTimeOffset SavedAt);

/// <summary>What was right.</summary>
public sealed record SheetSolution(IReadOnlyList<string> Keys, DateOnly? Day, string? Model, string Explanation, string Basis, decimal? Points);

/// <summary>A question on the sheet.</summary>
public sealed record SheetQuestion(int Number, string Kind, string Stem, IReadOnlyList<SheetOption> Options, decimal Points, SheetAnswer? Answer, SheetSolution? Solution);

/// <summary>The sheet.</summary>
public sealed record SittingView(
    Guid Id, Guid ExamId, string Title, int Attempt, DateTimeOffset StartedAt, DateTimeOffset EndsAt, DateTimeOffset? HandedInAt, int SecondsLeft, int Answered, int PassPercent, decimal? Percent, bool? Passed,
    DateTimeOffset SolutionsFrom, IReadOnlyList<SheetQuestion> Questions);
