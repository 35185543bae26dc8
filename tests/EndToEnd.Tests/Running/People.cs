using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Encodings.Web;
using System.Text.Json;
using Xinfang.Law;

namespace Xinfang.EndToEnd.Tests.Running;

/// <summary>An answer, read to its end.</summary>
internal sealed record Answer(HttpStatusCode Status, string ContentType, string Text)
{
    public int Code => (int)Status;

    public bool IsDone => Code is >= 200 and < 300;

    public JsonElement Json => JsonSerializer.Deserialize<JsonElement>(Text);

    /// <summary>The problem's code, without urn:xinfang:, or empty.</summary>
    public string Problem => ContentType == "application/problem+json" && Json.TryGetProperty("type", out var type) ? (type.GetString() ?? "").Replace("urn:xinfang:", "", StringComparison.Ordinal) : "";

    public override string ToString() => $"{Code} {(Text.Length > 400 ? Text[..400] : Text)}";
}

/// <summary>What a citizen takes home.</summary>
internal sealed record Filed(int N, Guid Id, string Number, string QueryCode)
{
    public string LastFour => People.PhoneOf(N)[^4..];
}

/// <summary>Citizens and staff at the gateway. While a service is away they try again, as people do; an act found done on a second try is done.</summary>
internal sealed class People(HttpClient http, Accounts accounts)
{
    public const string Holder = "120104-zjw", ReviewBody = "120104";

    public static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly TimeSpan Pace = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    /// <summary>Today in Beijing.</summary>
    public static DateOnly Today => Moment.DateIn(TimeProvider.System.GetUtcNow());

    /// <summary>A number that no telephone has.</summary>
    public static string PhoneOf(int n) => string.Create(CultureInfo.InvariantCulture, $"1300000{n % 10_000:0000}");

    /// <summary>A made-up petition.</summary>
    public static Dictionary<string, object?> Petition(int n) => new()
    {
        ["petitioner"] = new Dictionary<string, object?> { ["name"] = $"示例{n}", ["phone"] = PhoneOf(n), ["address"] = $"示例路{n % 400 + 1}号", ["anonymous"] = false },
        ["subject"] = $"示例小区{n}号楼下水管道返水",
        ["facts"] = $"第{n}次反映：水已经漫到一楼走廊，物业和产权单位都说不归自己管。",
        ["claims"] = new[] { "修好返水的下水管道", "赔偿被水泡坏的地板" },
        ["category"] = "Redress",
        ["street"] = $"1201040{n % 12 + 1:00}",
        ["electronicService"] = true,
        ["truthful"] = true,
        ["privacyVersion"] = "2026-11",
    };

    public async Task<Filed> FileAsync(int n, CancellationToken ct)
    {
        var key = Guid.CreateVersion7().ToString("N");
        var answer = await TryAsync(() =>
        {
            var request = new HttpRequestMessage(HttpMethod.Post, "/api/intake/petitions") { Content = JsonContent.Create(Petition(n), options: Json) };
            request.Headers.Add("Idempotency-Key", key);
            return Task.FromResult(request);
        }, ct);
        if (!answer.Answer.IsDone) throw new InvalidOperationException($"filing: {answer.Answer}");
        var json = answer.Answer.Json;
        return new(n, json.GetProperty("id").GetGuid(), json.GetProperty("number").GetString()!, json.GetProperty("queryCode").GetString()!);
    }

    public Task ClassifyAsync(Guid id, CancellationToken ct, string category = "Redress") =>
        ActAsync("clerk", $"/api/intake/petitions/{id}/classification", new { category, contentCode = category == "Accusation" ? "160000" : "030000", urgent = false }, ct);

    public Task ForwardAsync(Guid id, string organ, CancellationToken ct) =>
        ActAsync("clerk", $"/api/intake/petitions/{id}/forwarding", new { organ, reason = "属于该单位的职责范围" }, ct);

    /// <summary>From claiming to completion, by the organ's officer, checker and head.</summary>
    public async Task HandleAsync(Guid id, string organ, CancellationToken ct)
    {
        foreach (var (act, body, role) in Handling(Today)) await ActAsync($"{organ}.{role}", $"/api/case-handling/petitions/{id}/{act}", body, ct);
    }

    /// <summary>The acts of an organ in their order and who does them, with bodies that are accepted for a petition with two claims.</summary>
    public static IReadOnlyList<(string Act, object? Body, string Role)> Handling(DateOnly today, string facts = "经现场查看，返水情况属实。") =>
    [
        ("claim", null, "officer"),
        ("acceptance", new { contactPhone = "022-0000 0014" }, "officer"),
        ("statement", new { heardOn = today, way = "Phone", summary = "电话听取信访人陈述，信访人坚持原请求。" }, "officer"),
        ("opinion/draft", new
        {
            facts,
            claims = new[]
            {
                new { number = 1, outcome = "Supported", reason = "共用管道由产权单位维修。", basis = "《物业管理条例》第五十二条" },
                new { number = 2, outcome = "Explained", reason = "赔偿数额有争议，可以另行协商或者起诉。", basis = "《民法典》第一千一百六十五条" },
            },
            answers = new[] { new { rule = "L23", reason = "同一小区同类事项，事实和依据逐项核对过。" } },
        }, "officer"),
        ("opinion/check", null, "checker"),
        ("opinion/signature", null, "head"),
        ("service", new { method = "HandedOver", servedOn = today, receiver = "本人" }, "officer"),
        ("completion", new
        {
            result = "管道已修好，意见书已送达。",
            limbs = new object[]
            {
                new { limb = "Resolve", applies = true, evidence = "验收照片在案。" }, new { limb = "Educate", applies = false },
                new { limb = "Relieve", applies = false }, new { limb = "ByLaw", applies = false },
            },
            level = "District",
            cause = "FailedToAct",
            measures = new[] { "Administrative" },
        }, "officer"),
    ];

    /// <summary>Waits until the petition can be read by that account and has that status.</summary>
    public async Task ReachedAsync(string account, string service, Guid id, string status, CancellationToken ct)
    {
        var last = "nothing";
        try
        {
            await Testing.Eventually.Holds(async () =>
            {
                var (answer, _) = await TryAsync(() => AsAsync(account, HttpMethod.Get, $"/api/{service}/petitions/{id}"), ct);
                last = answer.ToString();
                return answer.IsDone && (answer.Json.TryGetProperty("status", out var now) || answer.Json.TryGetProperty("stage", out now)) && now.GetString() == status;
            }, Patience, ct);
        }
        catch (TimeoutException)
        {
            throw new TimeoutException($"{service} did not show {id} as {status} to {account}; last: {last}");
        }
    }

    /// <summary>An act that must succeed.</summary>
    public async Task<JsonElement> ActAsync(string account, string path, object? body, CancellationToken ct)
    {
        var (answer, tries) = await TryAsync(() => AsAsync(account, HttpMethod.Post, path, body), ct);
        if (answer.IsDone) return answer.Text.Length == 0 ? default : answer.Json;
        // The answer of the first try was lost in a crash; the act was not.
        if (answer.Status == HttpStatusCode.Conflict && tries > 1) return default;
        throw new InvalidOperationException($"{path} by {account}: {answer}");
    }

    public async Task<Answer> GetAsync(string account, string path, CancellationToken ct) => (await TryAsync(() => AsAsync(account, HttpMethod.Get, path), ct)).Answer;

    /// <summary>The citizen's ticket, from what is printed on the receipt.</summary>
    public async Task<string> TicketAsync(Filed filed, CancellationToken ct)
    {
        var (answer, _) = await TryAsync(() => Task.FromResult(new HttpRequestMessage(HttpMethod.Post, "/api/intake/progress/tickets")
        {
            Content = JsonContent.Create(new { number = filed.Number, queryCode = filed.QueryCode, lastFour = filed.LastFour }, options: Json),
        }), ct);
        return answer.IsDone ? answer.Json.GetProperty("ticket").GetString()! : throw new InvalidOperationException($"ticket for {filed.Number}: {answer}");
    }

    /// <summary>The citizen writes to the officer.</summary>
    public Task<Answer> MessageAsync(Filed filed, string text, CancellationToken ct) => OwnAsync(filed, HttpMethod.Post, "/api/intake/progress/messages", new { text }, ct);

    /// <summary>An act of the citizen, with the ticket of the petition.</summary>
    public async Task<Answer> OwnAsync(Filed filed, HttpMethod method, string path, object? body, CancellationToken ct)
    {
        var request = WithTicket(method, path, await TicketAsync(filed, ct));
        if (body is not null) request.Content = JsonContent.Create(body, options: Json);
        return await SendAsync(request, ct);
    }

    /// <summary>What the citizen sees.</summary>
    public async Task<JsonElement> ProgressAsync(Filed filed, CancellationToken ct)
    {
        var ticket = await TicketAsync(filed, ct);
        var (answer, _) = await TryAsync(() => Task.FromResult(WithTicket(HttpMethod.Get, "/api/intake/progress", ticket)), ct);
        return answer.IsDone ? answer.Json : throw new InvalidOperationException($"progress of {filed.Number}: {answer}");
    }

    /// <summary>The petitioner asks for a review or, after one, for a recheck; the request's id.</summary>
    public async Task<Guid> RequestReviewAsync(Guid petition, string ticket, CancellationToken ct)
    {
        var (answer, _) = await TryAsync(() =>
        {
            var request = WithTicket(HttpMethod.Post, $"/api/case-handling/petitions/{petition}/reviews", ticket);
            request.Content = JsonContent.Create(new { claims = "请撤销处理意见", reasons = "处理意见认定错了事实，证据没有看。" }, options: Json);
            return Task.FromResult(request);
        }, ct);
        return answer.IsDone ? answer.Json.GetProperty("id").GetGuid() : throw new InvalidOperationException($"request for review of {petition}: {answer}");
    }

    public static HttpRequestMessage WithTicket(HttpMethod method, string path, string ticket)
    {
        var request = new HttpRequestMessage(method, path);
        request.Headers.Add("X-Petition-Ticket", ticket);
        return request;
    }

    public async Task<HttpRequestMessage> AsAsync(string account, HttpMethod method, string path, object? body = null) => new(method, path)
    {
        Headers = { Authorization = new AuthenticationHeaderValue("Bearer", await accounts.TokenAsync(account)) },
        Content = body is null ? null : JsonContent.Create(body, options: Json),
    };

    /// <summary>Sends once.</summary>
    public async Task<Answer> SendAsync(HttpRequestMessage request, CancellationToken ct)
    {
        using (request)
        {
            using var answer = await http.SendAsync(request, ct);
            return new(answer.StatusCode, answer.Content.Headers.ContentType?.MediaType ?? "", await answer.Content.ReadAsStringAsync(ct));
        }
    }

    /// <summary>Sends until somebody answers.</summary>
    private async Task<(Answer Answer, int Tries)> TryAsync(Func<Task<HttpRequestMessage>> make, CancellationToken ct)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(ct);
        patience.CancelAfter(Patience);
        using var pace = new PeriodicTimer(Pace);
        for (var tries = 1; ; tries++)
        {
            try
            {
                var answer = await SendAsync(await make(), patience.Token);
                if (answer.Status is not (HttpStatusCode.BadGateway or HttpStatusCode.ServiceUnavailable or HttpStatusCode.GatewayTimeout)) return (answer, tries);
            }
            catch (HttpRequestException) when (!patience.IsCancellationRequested)
            {
                // Nobody is there; the loop goes on.
            }
            await pace.WaitForNextTickAsync(patience.Token);
        }
    }
}
