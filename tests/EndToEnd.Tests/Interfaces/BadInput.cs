using System.Buffers.Text;
using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Xinfang.EndToEnd.Tests.Running;

namespace Xinfang.EndToEnd.Tests.Interfaces;

/// <summary>Bad requests to every endpoint of every service, generated from what the services say about themselves.</summary>
[Collection(nameof(WholeSystem))]
public sealed class BadInput(WholeSystem system, ITestOutputHelper output)
{
    private const int Seed = 20261124;
    private const int AtLeast = 5_000;
    private const int RandomBodiesPerEndpoint = 12;

    private const string ReviewPath = "/api/case-handling/reviews/{id}";

    /// <summary>How often a petition is brought back into the state in which an act is open, after the act was accepted.</summary>
    private const int Renewals = 2;

    private static readonly string[] Leaks = ["   at ", "Exception", "System.", "Npgsql", "Microsoft.", "RabbitMQ", "StackTrace", "/services/", "select ", "SqlState"];

    private readonly ConcurrentBag<string> _wrong = [];
    private readonly ConcurrentDictionary<int, int> _statuses = new();
    private readonly ConcurrentDictionary<Guid, Filed> _ground = new();
    private int _n = 5000;

    [Fact]
    public async Task Is_always_answered_in_words_and_leaves_nothing_half_stored()
    {
        var ct = TestContext.Current.CancellationToken;
        var endpoints = await Described.ReadAsync(system, ct);
        var methods = endpoints.GroupBy(endpoint => endpoint.Path).ToDictionary(group => group.Key, group => group.Select(endpoint => endpoint.Method).ToHashSet());
        var tokens = await TokensAsync();
        await Examples.RegisterPersonAsync(system.People, ct);
        var open = await Task.WhenAll(endpoints.Select(endpoint => OpenAsync(endpoint, ct)));
        var random = new Random(Seed);

        // What may never be accepted: not a row may be written or taken away.
        await StillAsync(ct);
        var before = await Rows.CountAsync(system, ct);
        var refused = open.SelectMany(good => Refused(good, methods[good.Endpoint.Path], tokens)).ToList();
        await Parallel.ForEachAsync(refused, new ParallelOptions { MaxDegreeOfParallelism = 8, CancellationToken = ct }, async (sent, stop) => await SendAsync(sent, stop));
        await StillAsync(ct);
        var after = await Rows.CountAsync(system, ct);
        foreach (var (table, rows) in after)
            if (before[table] != rows) _wrong.Add($"refused, and yet {table} went from {before[table]} to {rows} rows");

        // What may be accepted must be stored whole.
        var accepted = new ConcurrentBag<(Sent Sent, Answer Answer)>();
        var doubtful = open.Select(good => (Good: good, Sent: Doubtful(good, random))).ToList();
        await Parallel.ForEachAsync(doubtful, new ParallelOptions { MaxDegreeOfParallelism = 4, CancellationToken = ct }, async (all, stop) =>
        {
            var (good, renewals) = (all.Good, Renewals);
            foreach (var sent in all.Sent)
            {
                var answer = await SendAsync(sent with { Path = sent.Path.Replace(all.Good.Id.ToString(), good.Id.ToString(), StringComparison.Ordinal), Ticket = sent.Ticket == all.Good.Sent.Ticket ? good.Sent.Ticket : sent.Ticket }, stop);
                if (answer is not { IsDone: true } || sent.Method == "GET") continue;
                accepted.Add((sent, answer));
                if (renewals-- > 0) good = await OpenAsync(good.Endpoint, stop);
            }
        });
        await StillAsync(ct);
        await CheckAcceptedAsync(accepted, ct);

        var count = refused.Count + doubtful.Sum(all => all.Sent.Count);
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"seed {Seed}: {count} requests to {endpoints.Count} endpoints, {accepted.Count} writes accepted; answers {string.Join(", ", _statuses.OrderBy(s => s.Key).Select(s => $"{s.Key}: {s.Value}"))}"));
        Assert.True(_wrong.IsEmpty, $"seed {Seed}, {_wrong.Count} wrong answers\n" + string.Join('\n', _wrong.Order(StringComparer.Ordinal).Take(60)));
        Assert.True(count >= AtLeast, $"only {count} requests");
    }

    /// <summary>An endpoint, the petition on which it is open now, and a request that would be accepted.</summary>
    private sealed record Open(Described Endpoint, Right Right, Guid Id, Sent Sent);

    private static IEnumerable<Sent> Refused(Open open, HashSet<string> methods, IReadOnlyList<(string What, string? Value)> tokens)
    {
        var (endpoint, right, _, good) = open;
        var all = Hostile.WrongAddresses(endpoint, good, methods);
        if (endpoint.Body is not null && good.Body is not null)
            all = all.Concat(Hostile.Malformed(good, endpoint.BodyRequired)).Concat(Hostile.WrongFields(good, endpoint.Body)).Concat(Hostile.FarTooLarge(good, endpoint.Body));
        if (right.NeedsToken) all = all.Concat(Hostile.WrongTokens(good, tokens));
        else if (good.Ticket is { } ticket && good.Bearer is null) all = all.Concat(Hostile.WrongTickets(good, ticket));
        return all.Where(sent => sent.MustBeRefused || sent.Method == "GET");
    }

    private static List<Sent> Doubtful(Open open, Random random)
    {
        var (endpoint, _, _, good) = open;
        if (endpoint.Method == "GET") return [];
        var all = Hostile.WrongAddresses(endpoint, good, new HashSet<string> { "GET", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "LINK", "GETT" });
        if (endpoint.Body is not null && good.Body is not null)
            all = all.Concat(Hostile.Malformed(good, endpoint.BodyRequired)).Concat(Hostile.WrongFields(good, endpoint.Body)).Concat(Hostile.AtRandom(good, endpoint.Body, random, RandomBodiesPerEndpoint));
        return [.. all.Where(sent => !sent.MustBeRefused)];
    }

    private async Task<Answer?> SendAsync(Sent sent, CancellationToken ct)
    {
        try
        {
            // A creation is meant to be new each time.
            var again = sent.IdempotencyKey == "fresh" ? sent with { IdempotencyKey = Guid.CreateVersion7().ToString("N") } : sent;
            if (sent is { Method: "PUT" }) again = again with { Path = FreshId(again.Path) };
            var answer = await system.People.SendAsync(again.ToRequest(), ct);
            _statuses.AddOrUpdate(answer.Code, 1, (_, count) => count + 1);
            if (FaultOf(sent, answer) is { } fault) _wrong.Add($"{fault}: {sent} → {answer}");
            return answer;
        }
        catch (HttpRequestException e)
        {
            _wrong.Add($"no answer ({e.Message}): {sent}");
            return null;
        }
    }

    private static string? FaultOf(Sent sent, Answer answer)
    {
        if (answer.Code >= 500) return "a failure";
        if (answer.Code < 400) return sent.MustBeRefused ? "accepted" : null;
        if (answer.ContentType != "application/problem+json") return $"content type is {answer.ContentType}";
        if (!answer.Text.Contains("\"type\":\"urn:xinfang:", StringComparison.Ordinal)) return "no type of ours";
        if (!answer.Json.TryGetProperty("title", out var title) || title.GetString() is not { Length: > 0 } words || !words.Any(c => c is >= '\u4e00' and <= '\u9fff')) return "no words for people";
        if (!answer.Json.TryGetProperty("traceId", out _)) return "no trace id";
        return Array.Find(Leaks, leak => answer.Text.Contains(leak, StringComparison.Ordinal)) is { } found ? $"tells about the inside ({found.Trim()})" : null;
    }

    private static string FreshId(string path) => path.Split('/') is [.., var last] && Guid.TryParseExact(last, "D", out var id) && id.Version == 7 ? path[..^last.Length] + Guid.CreateVersion7() : path;

    /// <summary>Every accepted registration can be followed and has its whole text; every petition that was acted on has unbroken records.</summary>
    private async Task CheckAcceptedAsync(ConcurrentBag<(Sent Sent, Answer Answer)> accepted, CancellationToken ct)
    {
        var registered = accepted.Where(a => a.Sent.Path.Split('?')[0].TrimEnd('/') == "/api/intake/petitions" || (a.Sent.Method == "PUT" && a.Sent.Path.StartsWith("/api/intake/petitions/", StringComparison.Ordinal))).ToList();
        await Parallel.ForEachAsync(registered, new ParallelOptions { MaxDegreeOfParallelism = 4, CancellationToken = ct }, async (a, stop) =>
        {
            var id = a.Answer.Json.GetProperty("id").GetGuid();
            var kept = await system.People.GetAsync("clerk", $"/api/intake/petitions/{id}", stop);
            var asked = JsonSerializer.Deserialize<JsonElement>(a.Sent.Body!);
            if (!kept.IsDone) _wrong.Add($"accepted and not there: {a.Sent} → {kept}");
            else if (kept.Json.GetProperty("subject").GetString() != asked.GetProperty("subject").GetString()!.Trim() || kept.Json.GetProperty("facts").GetString() != asked.GetProperty("facts").GetString()!.Trim())
                _wrong.Add($"kept something else: {a.Sent} → {kept}");
            await VerifyAsync("intake", id, stop);
        });
        await Parallel.ForEachAsync(_ground.Keys, new ParallelOptions { MaxDegreeOfParallelism = 4, CancellationToken = ct }, async (id, stop) =>
        {
            await VerifyAsync("intake", id, stop);
            await VerifyAsync("case-handling", id, stop);
        });
    }

    private async Task VerifyAsync(string service, Guid id, CancellationToken ct)
    {
        var verified = await system.People.GetAsync("office-head", $"/api/{service}/petitions/{id}/record/verification", ct);
        if (verified.Code != 404 && !(verified.IsDone && verified.Json.GetProperty("intact").GetBoolean())) _wrong.Add($"the record of {id} in {service}: {verified}");
    }

    /// <summary>Brings a petition of its own into the state in which the endpoint is open.</summary>
    private async Task<Open> OpenAsync(Described endpoint, CancellationToken ct)
    {
        var right = Rights.Table.Single(right => right.Method == endpoint.Method && right.Path == endpoint.Path);
        if (TeachingGround.Owns(endpoint.Path)) return await OpenTeachingAsync(endpoint, right, ct);
        var n = Interlocked.Increment(ref _n);
        var filed = await system.People.FileAsync(n, ct);
        _ground[filed.Id] = filed;
        var document = await AdvanceAsync(filed, endpoint, ct);

        var id = endpoint.Method == "PUT" ? Guid.CreateVersion7() : endpoint.Path.StartsWith(ReviewPath, StringComparison.Ordinal) ? document : filed.Id;
        var body = endpoint.Path.EndsWith("/tickets", StringComparison.Ordinal)
            ? new { number = filed.Number, queryCode = filed.QueryCode, lastFour = filed.LastFour }
            : SupervisionGround.Owns(endpoint.Path) ? SupervisionGround.Body(endpoint.Method, endpoint.Path, filed.Id)
            : Examples.Body(endpoint.Method, endpoint.Path, n, filed.Number);
        var isProgress = endpoint.Path.StartsWith("/api/intake/progress", StringComparison.Ordinal);
        var path = endpoint.Path.Replace("{term}", "completion", StringComparison.Ordinal).Replace("{question}", "Content", StringComparison.Ordinal).Replace("{code}", "150000", StringComparison.Ordinal).Replace("{id}", (isProgress ? document : id).ToString(), StringComparison.Ordinal).Replace("{document}", document.ToString(), StringComparison.Ordinal)
            .Replace("{documentId}", document.ToString(), StringComparison.Ordinal)
            .Replace("{attachment}", Guid.CreateVersion7().ToString(), StringComparison.Ordinal).Replace("{other}", document.ToString(), StringComparison.Ordinal).Replace("{link}", document.ToString(), StringComparison.Ordinal).Replace("{list}", id.ToString(), StringComparison.Ordinal).Replace("{number}", "1", StringComparison.Ordinal).Replace("{account}", Examples.Person, StringComparison.Ordinal).Replace("{name}", "cn.xinfang.intake.petition-forwarded.v1.json", StringComparison.Ordinal);
        if (SupervisionGround.Owns(endpoint.Path)) (path, id) = await new SupervisionGround(system).OpenAsync(endpoint.Method, endpoint.Path, filed.Id, ct);
        var sent = new Sent("as it should be", endpoint.Method, path, false)
        {
            Bearer = AccountFor(right) is { } account ? $"Bearer {await system.Accounts.TokenAsync(account)}" : null,
            Ticket = IsCitizens(right) ? await system.People.TicketAsync(filed, ct) : null,
            IdempotencyKey = endpoint.Parameters.Any(parameter => parameter.Name == "Idempotency-Key") ? "fresh" : null,
        };
        return new(endpoint, right, id, body is null ? sent : sent.WithJson(JsonSerializer.Serialize(body, People.Json)));
    }

    /// <summary>Of outreach and training, which know of no petition.</summary>
    private async Task<Open> OpenTeachingAsync(Described endpoint, Right right, CancellationToken ct)
    {
        var ground = new TeachingGround(system);
        var (path, id, version) = await ground.OpenAsync(endpoint.Method, endpoint.Path, ct);
        var account = AccountFor(right);
        // The first look of a person at training puts them on the roll.
        if (account is not null && endpoint.Service == "training") await system.People.GetAsync(account, "/api/training/my/study", ct);
        var sent = new Sent("as it should be", endpoint.Method, path, false)
        {
            Bearer = account is null ? null : $"Bearer {await system.Accounts.TokenAsync(account)}",
            Headers = version is null ? [] : [("If-Match", version)],
        };
        return new(endpoint, right, id, ground.Body(endpoint.Method, endpoint.Path) is { } body ? sent.WithJson(JsonSerializer.Serialize(body, People.Json)) : sent);
    }

    /// <summary>An act or view of the petitioner alone: the ticket is shown instead of a token.</summary>
    private static bool IsCitizens(Right right) => right.For(Rights.Nobody) != 0 && right.For(Rights.Citizen) == 0 && right.For("officer") != 0;

    private static string? AccountFor(Right right)
    {
        if (right.For(Rights.Nobody) is 0 or 404 || IsCitizens(right)) return null;
        // Where what is asked for does not exist, whoever would not be turned away for who they are; where nobody gets through on this ground, an officer.
        var column = Rights.Columns.FirstOrDefault(column => column != Rights.Citizen && right.For(column) == 0) ?? Rights.Columns.FirstOrDefault(column => right.For(column) == 404) ?? "officer";
        return column switch { "officer" or "checker" or "head" => $"{People.Holder}.{column}", "system" => $"feed-{People.Holder}", "source" => "transfer-12345", _ => column.Replace(Rights.Reviewer, $"{People.ReviewBody}.", StringComparison.Ordinal) };
    }

    /// <summary>Walks to where the act of the endpoint is the next one; gives a document of the petition that the endpoint can show.</summary>
    private async Task<Guid> AdvanceAsync(Filed filed, Described endpoint, CancellationToken ct)
    {
        var act = endpoint.Path.Split("{id}/") is [_, var rest] ? rest : "";
        if ((endpoint.Method == "PUT" && !SupervisionGround.Owns(endpoint.Path)) || act == "classification" || endpoint.Path.EndsWith("/tickets", StringComparison.Ordinal) || endpoint.Service is "identity" or "feed" || endpoint.Service == "intake" && !endpoint.Path.Contains("/petitions", StringComparison.Ordinal) && !endpoint.Path.Contains("/progress", StringComparison.Ordinal)) return Guid.Empty;
        await system.People.ClassifyAsync(filed.Id, ct);
        if (act.StartsWith("escalations/", StringComparison.Ordinal)) await system.People.ActAsync("clerk", $"/api/intake/petitions/{filed.Id}/escalations", Examples.Report(), ct);
        if (act == "dispute/outcome") await system.People.ActAsync("clerk", $"/api/intake/petitions/{filed.Id}/dispute", Examples.Body("POST", "/api/intake/petitions/{id}/dispute"), ct);
        if (endpoint.Service == "intake" && act is "forwarding" or "assignment" or "reply" or "link" or "diversion" or "dispute" or "dispute/outcome" || act.StartsWith("escalations", StringComparison.Ordinal)) return Guid.Empty;
        await system.People.ForwardAsync(filed.Id, People.Holder, ct);
        await system.People.ReachedAsync($"{People.Holder}.officer", "case-handling", filed.Id, "Received", ct);
        if (act == "messages/{number}/reply") await system.People.MessageAsync(filed, "什么时候来看管道？", ct);
        if (act == "contestation/decision") await ActAsync("officer", "contestation", new { reason = "按三定方案由其他单位负责" });
        if (endpoint.Path.StartsWith(ReviewPath, StringComparison.Ordinal)) return await ReviewedAsync(filed, act, ct);
        var until = act switch { "reviews" or "publication" or "publication/release" or "publication/withdrawal" => 7, "acceptance" or "declination" or "contestation" or "contestation/decision" or "claim" or "recusal" or "simple-procedure" => 0, "statement" or "extensions" or "extensions/service" => 2, "opinion/draft" => 3, "opinion/check" or "opinion/return" or "opinion" => 4, "opinion/signature" => 5, "service" or "opinion/withdrawal" => 6, "completion" or "reopening" or "enforcement" or "enforcement/plan" or "enforcement/refusal" => 7, _ when endpoint.Path.EndsWith("/progress/withdrawal", StringComparison.Ordinal) || endpoint.Path.EndsWith("/messages", StringComparison.Ordinal) || endpoint.Path.EndsWith("/reply", StringComparison.Ordinal) => 0, _ => endpoint.Path.EndsWith("/rating", StringComparison.Ordinal) || act == "call-back" ? 7 : 2 };
        foreach (var (step, body, role) in People.Handling(People.Today).Take(until)) await ActAsync(role, step, body);
        if (act is "publication/release" or "publication/withdrawal") await ActAsync("officer", "publication", Examples.Body("POST", "/api/case-handling/petitions/{id}/publication"));
        if (act == "extensions/service") await ActAsync("head", "extensions", new { days = 10, reason = "需要委托鉴定管道渗漏原因" });
        if (endpoint.Path == "/api/intake/progress/rating" || act == "call-back")
            await Testing.Eventually.Holds(async () => (await system.People.ProgressAsync(filed, ct)).GetProperty("stage").GetString() == "Served", ct: ct);
        if (act == "call-back") Assert.Equal(200, (await system.People.OwnAsync(filed, HttpMethod.Post, "/api/intake/progress/rating", new { office = "Satisfied", organ = "Dissatisfied", organReason = "没有到现场看" }, ct)).Code);
        if (!endpoint.Path.Contains("/documents/", StringComparison.Ordinal)) return Guid.Empty;
        var (reader, service) = endpoint.Service == "intake" ? ("clerk", "intake") : ($"{People.Holder}.officer", "case-handling");
        return (await system.People.GetAsync(reader, $"/api/{service}/petitions/{filed.Id}", ct)).Json.GetProperty("documents").EnumerateArray()
            .First(document => document.GetProperty("kind").GetString() is "Forwarding" or "Acceptance").GetProperty("id").GetGuid();

        Task ActAsync(string role, string step, object? body) => system.People.ActAsync($"{People.Holder}.{role}", $"/api/case-handling/petitions/{filed.Id}/{step}", body, ct);
    }

    /// <summary>A request for review, walked to where the act is the next one.</summary>
    private async Task<Guid> ReviewedAsync(Filed filed, string act, CancellationToken ct)
    {
        foreach (var (step, body, role) in People.Handling(People.Today).Take(7)) await system.People.ActAsync($"{People.Holder}.{role}", $"/api/case-handling/petitions/{filed.Id}/{step}", body, ct);
        var review = await system.People.RequestReviewAsync(filed.Id, await system.People.TicketAsync(filed, ct), ct);
        foreach (var (step, by) in new[] { ("acceptance", "officer"), ("proposal", "officer"), ("decision", "head") }.Take(act switch { "hearings" or "proposal" => 1, "decision" => 2, "service" => 3, _ => 0 }))
            await system.People.ActAsync($"{People.ReviewBody}.{by}", $"/api/case-handling/reviews/{review}/{step}", Examples.Body("POST", $"{ReviewPath}/{step}"), ct);
        return review;
    }

    /// <summary>Waits until nothing is on its way and two counts of all rows agree.</summary>
    private async Task StillAsync(CancellationToken ct)
    {
        await Rows.SettledAsync(system, ct);
        IReadOnlyDictionary<string, long> last = new Dictionary<string, long>();
        await Testing.Eventually.Holds(async () =>
        {
            var now = await Rows.CountAsync(system, ct);
            var same = now.Count == last.Count && now.All(row => last.TryGetValue(row.Key, out var count) && count == row.Value);
            last = now;
            return same;
        }, TimeSpan.FromSeconds(30), ct);
    }

    /// <summary>Tokens of every kind that must not open anything. The identity token is signed by the right key, for another audience and another use.</summary>
    private async Task<IReadOnlyList<(string What, string? Value)>> TokensAsync()
    {
        var (token, identity) = (await system.Accounts.TokenAsync("clerk"), (await system.Accounts.SignedAsync("clerk")).IdToken);
        var parts = token.Split('.');
        var claims = Encoding.UTF8.GetString(Base64Url.DecodeFromChars(parts[1]));
        return
        [
            ("none", null), ("empty", ""), ("no token", "Bearer"), ("blank", "Bearer  "), ("nonsense", "Bearer nonsense"), ("three dots", "Bearer ..."), ("another scheme", "Basic Y2xlcms6eA=="), ("no scheme", token),
            ("claims changed", $"Bearer {parts[0]}.{Encode(claims.Replace("Register", "Oversee", StringComparison.Ordinal))}.{parts[2]}"),
            ("organ changed", $"Bearer {parts[0]}.{Encode(claims.Replace("120104-xfb", People.Holder, StringComparison.Ordinal))}.{parts[2]}"),
            ("signature cut off", $"Bearer {parts[0]}.{parts[1]}."), ("signature of another", $"Bearer {parts[0]}.{parts[1]}.{Encode(new string('x', 256))}"),
            ("no algorithm", $"Bearer {Encode("{\"alg\":\"none\",\"typ\":\"at+jwt\"}")}.{parts[1]}."),
            ("identity token", $"Bearer {identity}"),
            ("expired", $"Bearer {Testing.Tokens.Expired("clerk")}"), ("another audience", $"Bearer {Testing.Tokens.WrongAudience("clerk")}"), ("another issuer", $"Bearer {Testing.Tokens.WrongIssuer("clerk")}"),
            ("signed by a stranger", $"Bearer {Testing.Tokens.WrongKey("clerk")}"), ("signed with the public key as a secret", $"Bearer {await HmacAsync(parts)}"), ("far too long", $"Bearer {new string('a', 7000)}"),
        ];

        static string Encode(string text) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(text));
    }

    /// <summary>HS256 with the published key as the secret: believed by validators that let the token choose the algorithm.</summary>
    private async Task<string> HmacAsync(string[] parts)
    {
        var keys = await system.Http.GetStringAsync("/.well-known/jwks");
        var modulus = JsonSerializer.Deserialize<JsonElement>(keys).GetProperty("keys")[0].GetProperty("n").GetString()!;
        var signed = $"{Base64Url.EncodeToString("""{"alg":"HS256","typ":"at+jwt"}"""u8)}.{parts[1]}";
        return $"{signed}.{Base64Url.EncodeToString(HMACSHA256.HashData(Base64Url.DecodeFromChars(modulus), Encoding.ASCII.GetBytes(signed)))}";
    }
}
