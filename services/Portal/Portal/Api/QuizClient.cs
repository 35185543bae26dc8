namespace Xinfang.Portal.Api;

/// <summary>A question as it is asked.</summary>
public sealed record AskedQuestion(string Text, IReadOnlyList<string> Options);

/// <summary>A quiz without its answers.</summary>
public sealed record QuizView(string Slug, string Title, int Version, string? Place, IReadOnlyList<AskedQuestion> Questions);

/// <summary>A question with its answer.</summary>
public sealed record ToldQuestion(string Text, int Chosen, int Right, string Answer, string Why);

/// <summary>How a sheet came out.</summary>
public sealed record QuizOutcome(int Right, int Asked, bool Counted, IReadOnlyList<ToldQuestion> Questions);

/// <summary>A session.</summary>
public sealed record QuizSessionView(string Code, Guid MaterialId, string Title, string Place, Guid? ActivityId, DateOnly From, DateOnly Until);

/// <summary>A share with its interval.</summary>
public sealed record ShareView(int Of, int Asked, double? Rate, double? Low, double? High);

/// <summary>A difference with its interval.</summary>
public sealed record GainView(double Points, double Low, double High, bool Certain);

/// <summary>Results of one question.</summary>
public sealed record QuizRow(int Version, int Question, string Text, ShareView Before, ShareView After, GainView? Gain);

/// <summary>Results of a session.</summary>
public sealed record QuizResults(string Code, string Title, string? Place, ShareView KnownBefore, ShareView KnownAfter, GainView? Gain, IReadOnlyList<QuizRow> Questions);

/// <summary>小测验 at the gateway.</summary>
public sealed class QuizClient(HttpClient http) : GatewayClient(http, "/api/outreach")
{
    /// <summary>The questions.</summary>
    public Task<Answer<QuizView>> Read(string slug, string? session, CancellationToken ct) => Get<QuizView>($"/texts/{Uri.EscapeDataString(slug)}/quiz" + IntakeClient.Query(("session", session)), ct: ct);

    /// <summary>Hands a sheet in.</summary>
    public Task<Answer<QuizOutcome>> Answer(string slug, Guid sheet, object body, CancellationToken ct) => Put<QuizOutcome>($"/texts/{Uri.EscapeDataString(slug)}/quiz/sheets/{sheet}", body, ct);

    /// <summary>The sessions.</summary>
    public Task<Answer<Page<QuizSessionView>>> Sessions(string? after, CancellationToken ct) => Get<Page<QuizSessionView>>("/quiz-sessions" + IntakeClient.Query(("after", after)), ct: ct);

    /// <summary>Opens one.</summary>
    public Task<Answer<QuizSessionView>> Open(string code, object body, CancellationToken ct) => Put<QuizSessionView>($"/quiz-sessions/{Uri.EscapeDataString(code)}", body, ct);

    /// <summary>What came out.</summary>
    public Task<Answer<QuizResults>> Results(string code, CancellationToken ct) => Get<QuizResults>($"/quiz-sessions/{Uri.EscapeDataString(code)}/results", ct: ct);
}
