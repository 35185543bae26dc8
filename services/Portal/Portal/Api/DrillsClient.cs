namespace Xinfang.Portal.Api;

/// <summary>案例演练, reminders and evaluations at the gateway.</summary>
public sealed class DrillsClient(HttpClient http) : GatewayClient(http, "/api/training")
{
    /// <summary>What can be drilled, with the caller's best.</summary>
    public Task<Answer<DrillList>> Drills(CancellationToken ct) => Get<DrillList>("/drills", ct: ct);

    /// <summary>Begins, or goes on.</summary>
    public Task<Answer<DrillView>> Begin(string script, CancellationToken ct) => Post<DrillView>($"/drills/{Uri.EscapeDataString(script)}/runs", null, ct: ct);

    /// <summary>One run of the caller's.</summary>
    public Task<Answer<DrillView>> Drill(Guid id, CancellationToken ct) => Get<DrillView>($"/drill-runs/{id}", ct: ct);

    /// <summary>Takes a step.</summary>
    public Task<Answer<DrillView>> Step(Guid id, int number, string move, DateOnly on, CancellationToken ct) => Put<DrillView>($"/drill-runs/{id}/steps/{number}", new { move, on }, ct);

    /// <summary>Ends the run and has it judged.</summary>
    public Task<Answer<DrillView>> Finish(Guid id, CancellationToken ct) => Post<DrillView>($"/drill-runs/{id}/completion", null, ct: ct);

    /// <summary>What the caller is reminded of.</summary>
    public Task<Answer<Reminders>> Reminders(CancellationToken ct) => Get<Reminders>("/my/reminders", ct: ct);

    /// <summary>Evaluates a session.</summary>
    public Task<Answer<Done>> Evaluate(Guid session, int useful, int clear, int fitting, CancellationToken ct) => Post<Done>($"/sessions/{session}/evaluation", new { useful, clear, fitting }, ct: ct);

    /// <summary>What came of it.</summary>
    public Task<Answer<EvaluationView>> Evaluation(Guid session, CancellationToken ct) => Get<EvaluationView>($"/sessions/{session}/evaluation", ct: ct);
}

/// <summary>A drill to choose.</summary>
public sealed record DrillRow(string Code, string Title, string Competency, string CompetencyName, string Role, int Runs, int? Best, bool Passed, Guid? Running, int? Found);

/// <summary>Drills to choose.</summary>
public sealed record DrillList(IReadOnlyList<DrillRow> Items, int PassPercent, decimal Hours);

/// <summary>A move to choose.</summary>
public sealed record DrillMove(string Code, string Text);

/// <summary>A step that was taken.</summary>
public sealed record DrillStep(int Number, string Move, string Text, DateOnly On);

/// <summary>A judged step.</summary>
public sealed record DrillLine(string Verdict, string? Model, string Text, DateOnly? On, DateOnly? Latest, string Basis, string Sentence);

/// <summary>A run.</summary>
public sealed record DrillView(
    Guid Id, string Script, string Title, string CompetencyName, string Role, DateOnly Begins, IReadOnlyList<string> Story, IReadOnlyList<DrillMove> Moves, IReadOnlyList<DrillStep> Steps,
    DateTimeOffset BegunAt, DateTimeOffset? FinishedAt, int? Percent, bool? Passed, int PassPercent, IReadOnlyList<DrillLine> Lines);

/// <summary>A drill in the file.</summary>
public sealed record FileDrill(string Script, string Title, DateTimeOffset At, int Runs, int Best, bool Passed);

/// <summary>Something to be done in time.</summary>
public sealed record Reminder(string Kind, string Reference, string Title, DateOnly DueOn, string Stage);

/// <summary>What the caller is reminded of.</summary>
public sealed record Reminders(IReadOnlyList<Reminder> Items);

/// <summary>A session that may be evaluated.</summary>
public sealed record ToEvaluate(Guid Session, string Title, DateTimeOffset Until);

/// <summary>An average.</summary>
public sealed record EvaluationRow(string Question, string Name, double Mean);

/// <summary>What people thought of a session.</summary>
public sealed record EvaluationView(Guid Session, int Answers, int Least, DateTimeOffset Until, IReadOnlyList<EvaluationRow> Rows);
