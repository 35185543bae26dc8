using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Xinfang.Testing;

namespace Xinfang.Load;

/// <summary>Citizens, clerk, officers and heads at the gateway. What fails because a service is down is tried again, as a person would.</summary>
internal sealed class People(Uri gateway, Latencies latencies)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);
    private readonly HttpClient _http = Citizen.Client(gateway, 64);
    private readonly SignIn _signIn = new(SignIn.ClientOf(gateway), SystemUnderTest.DemoPassword);
    private readonly ConcurrentDictionary<string, string> _tokens = new(StringComparer.Ordinal);

    /// <summary>Today in Beijing, as the officers write it.</summary>
    public DateOnly Today { get; } = Law.Moment.DateIn(TimeProvider.System.GetUtcNow());

    public async Task SignInAsync(IEnumerable<string> organs)
    {
        foreach (var account in organs.SelectMany(o => (string[])[$"{o}.officer", $"{o}.checker", $"{o}.head"]).Append("clerk").Append("office-head"))
            _tokens[account] = await _signIn.TokenOf(account);
        Progress.Say($"{_tokens.Count} people have signed in");
    }

    public async Task<JsonElement> FileAsync(object body, CancellationToken ct)
    {
        var key = Guid.CreateVersion7().ToString("N"); // one key for all tries: that is what it is for
        var (status, answer, _) = await latencies.TimeAsync("submit", () => SendAsync(() =>
        {
            var request = new HttpRequestMessage(HttpMethod.Post, "/api/intake/petitions") { Content = JsonContent.Create(body, options: Citizen.Json) };
            request.Headers.Add("Idempotency-Key", key);
            return request;
        }, ct));
        return status is HttpStatusCode.Created or HttpStatusCode.OK ? answer : throw new InvalidOperationException($"filing answered {status}: {answer}");
    }

    public async Task ActAsync(string account, string step, string path, object? body, CancellationToken ct)
    {
        var (status, answer, tries) = await latencies.TimeAsync(step, () => SendAsync(() => As(account, new(HttpMethod.Post, path)
        {
            Content = body is null ? null : JsonContent.Create(body, options: Citizen.Json),
        }), ct));
        var done = status is HttpStatusCode.OK or HttpStatusCode.Created or HttpStatusCode.NoContent
            || (status is HttpStatusCode.Conflict && tries > 1); // an answer lost in a crash: the act itself had been done
        if (!done) throw new InvalidOperationException($"{step} by {account} answered {(int)status}: {answer}");
    }

    /// <summary>Waits until the petition stands in a state for this person; events need their time.</summary>
    public async Task WaitForAsync(string account, string step, string path, string state, CancellationToken ct)
    {
        var start = Stopwatch.GetTimestamp();
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        while (Stopwatch.GetElapsedTime(start) < Patience)
        {
            var (status, answer, _) = await SendAsync(() => As(account, new(HttpMethod.Get, path)), ct);
            if (status is HttpStatusCode.OK && (Is(answer, "status", state) || Is(answer, "stage", state) || Is(answer, "state", state)))
            {
                latencies.Add(step, Stopwatch.GetElapsedTime(start).TotalMilliseconds);
                return;
            }
            await timer.WaitForNextTickAsync(ct);
        }
        throw new TimeoutException($"{path} did not become {state} for {account}");
    }

    public async Task RateAsync(string number, string queryCode, string lastFour, CancellationToken ct)
    {
        var start = Stopwatch.GetTimestamp();
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        do
        {
            var ticket = await TicketAsync(number, queryCode, lastFour, ct);
            var (status, answer, tries) = await latencies.TimeAsync("rate", () => SendAsync(() =>
            {
                var request = new HttpRequestMessage(HttpMethod.Post, "/api/intake/progress/rating")
                {
                    Content = JsonContent.Create(new { office = "Satisfied", organ = "FairlySatisfied" }, options: Citizen.Json),
                };
                request.Headers.Add("X-Petition-Ticket", ticket);
                return request;
            }, ct));
            if (status is HttpStatusCode.OK or HttpStatusCode.Created or HttpStatusCode.NoContent || (status is HttpStatusCode.Conflict && tries > 1)) return;
            if (status is not HttpStatusCode.Conflict) throw new InvalidOperationException($"rating answered {(int)status}: {answer}");
            await timer.WaitForNextTickAsync(ct); // the service of the opinion has not reached Intake yet
        }
        while (Stopwatch.GetElapsedTime(start) < Patience);
        throw new TimeoutException("rating stayed closed");
    }

    /// <summary>Every petition at the end: the stage its citizen sees, and both record chains intact.</summary>
    public async Task<IReadOnlyList<string>> CheckAsync(IReadOnlyList<Played> results)
    {
        var wrong = new ConcurrentBag<string>();
        await Parallel.ForEachAsync(results, new ParallelOptions { MaxDegreeOfParallelism = 4 }, async (played, ct) =>
        {
            var stage = await StageAsync(played, ct);
            if (stage != (played.Steps.Contains(Step.Rated) ? "Rated" : played.Stage) && stage != played.Stage) wrong.Add($"{played.Id} shows {stage}, not {played.Stage}");
            foreach (var service in (string[])["intake", "case-handling"])
            {
                var account = service == "intake" ? "clerk" : "office-head";
                var (status, answer, _) = await SendAsync(() => As(account, new(HttpMethod.Get, $"/api/{service}/petitions/{played.Id}/record/verification")), ct);
                if (status is not HttpStatusCode.OK || !answer.GetProperty("intact").GetBoolean()) wrong.Add($"{played.Id}: record of {service} is {answer}");
            }
        });
        return [.. wrong];
    }

    private async Task<string> StageAsync(Played played, CancellationToken ct)
    {
        var start = Stopwatch.GetTimestamp();
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(200));
        while (true)
        {
            var ticket = await TicketAsync(played.Number, played.QueryCode, played.LastFour, ct);
            var (_, answer, _) = await SendAsync(() =>
            {
                var request = new HttpRequestMessage(HttpMethod.Get, "/api/intake/progress");
                request.Headers.Add("X-Petition-Ticket", ticket);
                return request;
            }, ct);
            var stage = answer.GetProperty("stage").GetString()!;
            if (stage == played.Stage || stage == "Rated" || Stopwatch.GetElapsedTime(start) > TimeSpan.FromSeconds(60)) return stage;
            await timer.WaitForNextTickAsync(ct);
        }
    }

    private async Task<string> TicketAsync(string number, string queryCode, string lastFour, CancellationToken ct)
    {
        var (status, answer, _) = await SendAsync(() => new(HttpMethod.Post, "/api/intake/progress/tickets")
        {
            Content = JsonContent.Create(new { number, queryCode, lastFour }, options: Citizen.Json),
        }, ct);
        return status is HttpStatusCode.OK ? answer.GetProperty("ticket").GetString()! : throw new InvalidOperationException($"the ticket was refused: {answer}");
    }

    private HttpRequestMessage As(string account, HttpRequestMessage request)
    {
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", _tokens[account]);
        return request;
    }

    private async Task<(HttpStatusCode Status, JsonElement Answer, int Tries)> SendAsync(Func<HttpRequestMessage> make, CancellationToken ct)
    {
        var start = Stopwatch.GetTimestamp();
        using var timer = new PeriodicTimer(TimeSpan.FromMilliseconds(250));
        for (var tries = 1; ; tries++)
        {
            try
            {
                using var request = make();
                using var response = await _http.SendAsync(request, ct);
                var away = response.StatusCode is HttpStatusCode.BadGateway or HttpStatusCode.ServiceUnavailable or HttpStatusCode.GatewayTimeout;
                if (!away) return (response.StatusCode, await JsonOfAsync(response, ct), tries);
            }
            catch (Exception e) when (e is HttpRequestException or IOException or TaskCanceledException && !ct.IsCancellationRequested)
            {
                if (Stopwatch.GetElapsedTime(start) > Patience) throw;
            }
            if (Stopwatch.GetElapsedTime(start) > Patience) throw new TimeoutException("the system stayed away");
            await timer.WaitForNextTickAsync(ct);
        }
    }

    private static async Task<JsonElement> JsonOfAsync(HttpResponseMessage response, CancellationToken ct)
    {
        var bytes = await response.Content.ReadAsByteArrayAsync(ct);
        return bytes.Length == 0 ? default : JsonSerializer.Deserialize<JsonElement>(bytes);
    }

    private static bool Is(JsonElement answer, string name, string value) =>
        answer.ValueKind is JsonValueKind.Object && answer.TryGetProperty(name, out var found) && found.GetString() == value;
}
