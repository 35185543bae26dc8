using System.Collections.Concurrent;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using Xinfang.EndToEnd.Tests.Interfaces;
using Xinfang.EndToEnd.Tests.Running;
using Xinfang.Testing;

namespace Xinfang.EndToEnd.Tests;

/// <summary>
/// Scenario 10 (art. 30): a citizen accuses an organ. Every account of that organ then walks every endpoint of every service, as the
/// services describe themselves, and finds nothing: no id, no number, no word, no changed list, count or statistic, no event in the log or the queue.
/// </summary>
[Collection(nameof(WholeSystem))]
public sealed class LeakGuard(WholeSystem system)
{
    private const string Accused = "120104-wlj";
    private const string Secret = "虚构的文旅工程里收受回扣";

    [Fact, Rule("A-34"), Rule("A-19")]
    public async Task The_accused_organ_finds_nothing_anywhere()
    {
        var ct = TestContext.Current.CancellationToken;
        await Rows.SettledAsync(system, ct);
        string[] accounts = [$"{Accused}.officer", $"{Accused}.checker", $"{Accused}.head", $"feed-{Accused}"];
        var endpoints = await Described.ReadAsync(system, ct);
        var before = await LookAsync(accounts, endpoints, null, ct);
        var told = await FeedRowsAsync(ct);

        var (filed, documents) = await AccuseAsync(ct);

        var marks = new[] { filed.Id.ToString(), filed.Number, Secret }.Concat(documents.Select(document => document.ToString())).ToList();
        var after = await LookAsync(accounts, endpoints, (filed, documents), ct);
        var leaks = after.Where(seen => marks.Any(mark => seen.Value.Text.Contains(mark, StringComparison.Ordinal))).Select(seen => $"{seen.Key} tells of it: {seen.Value}").ToList();
        var nothing = await LookAsync(accounts, endpoints, (new(filed.N, Guid.CreateVersion7(), "NKXF000000000000", filed.QueryCode), [Guid.CreateVersion7()]), ct);
        leaks.AddRange(after.Where(seen => seen.Key.Contains("{id}", StringComparison.Ordinal) && Said(seen.Value) != Said(nothing[seen.Key])).Select(seen => $"{seen.Key} answers as if it were there: {seen.Value}; of what never was: {nothing[seen.Key]}"));
        leaks.AddRange(after.Where(seen => !seen.Key.Contains('{') && before.TryGetValue(seen.Key, out var earlier) && (earlier.IsDone || seen.Value.IsDone) && Shown(earlier) != Shown(seen.Value)).Select(seen => $"{seen.Key} has changed: {before[seen.Key]} → {seen.Value}"));
        Assert.True(leaks.Count == 0, $"{leaks.Count} leaks\n" + string.Join('\n', leaks.Take(40)));
        Assert.True(after.Count > 4 * 40, $"only {after.Count} looks");

        // The log of the feed, from which both the queue and the replay are served, has nothing for the organ; the disciplinary organ is told that it is there, and no more.
        Assert.Equal(told, await FeedRowsAsync(ct));
        var forDiscipline = await Rows.ReadAsync(system, "department-feed", $"select data::text from feed_event where organ = '120104-jwjw' and petition_id = '{filed.Id}'", reader => reader.GetString(0), ct);
        Assert.NotEmpty(forDiscipline);
        Assert.All(forDiscipline, data => Assert.DoesNotContain(filed.Number, data, StringComparison.Ordinal));
    }

    /// <summary>An answer without the time at which its figures were last counted, which goes on whatever there was to count.</summary>
    private static (int, string) Shown(Answer answer) => (answer.Code, System.Text.RegularExpressions.Regex.Replace(answer.Text, "\"countedAt\":\"[^\"]*\"", ""));

    /// <summary>What an answer gives away: whether it is one, and why not. A petition that is there and one that never was must read alike.</summary>
    private static string Said(Answer answer) => $"{answer.Code} {answer.Problem}";

    /// <summary>Registered at the counter, classified, sealed and forwarded to discipline; the citizen adds to it, and says that the organ retaliates.</summary>
    private async Task<(Filed Filed, IReadOnlyList<Guid> Documents)> AccuseAsync(CancellationToken ct)
    {
        const int N = 9010;
        var body = People.Petition(N);
        foreach (var online in new[] { "truthful", "privacyVersion" }) body.Remove(online);
        (body["channel"], body["receivedOn"], body["category"]) = ("Letter", People.Today, "Accusation");
        (body["subject"], body["facts"]) = ($"区文旅局的人在{Secret}", $"该局负责人在{Secret}，有转账记录。");
        var id = Guid.CreateVersion7();
        var registered = await system.People.SendAsync(await system.People.AsAsync("clerk", HttpMethod.Put, $"/api/intake/petitions/{id}", body), ct);
        Assert.Equal(201, registered.Code);
        var filed = new Filed(N, id, registered.Json.GetProperty("number").GetString()!, registered.Json.GetProperty("queryCode").GetString()!);
        await system.People.ClassifyAsync(id, ct, "Accusation");
        Assert.Equal("petition.accusation-to-discipline-only", (await system.People.SendAsync(await system.People.AsAsync("clerk", HttpMethod.Post, $"/api/intake/petitions/{id}/forwarding", new { organ = Accused, reason = "属于该单位的职责范围" }), ct)).Problem);
        await system.People.ForwardAsync(id, "120104-jwjw", ct);
        await system.People.ReachedAsync("120104-jwjw.officer", "case-handling", id, "Received", ct);
        Assert.True((await system.People.OwnAsync(filed, HttpMethod.Post, "/api/intake/progress/supplements", new { text = $"补充：{Secret}的证人名单。" }, ct)).IsDone);
        Assert.True((await system.People.OwnAsync(filed, HttpMethod.Post, "/api/intake/progress/retaliation", new { text = $"因为举报{Secret}，单位把我调走了。" }, ct)).IsDone);
        await Rows.SettledAsync(system, ct);
        var documents = (await system.People.GetAsync("clerk", $"/api/intake/petitions/{id}", ct)).Json.GetProperty("documents").EnumerateArray().Select(document => document.GetProperty("id").GetGuid()).ToList();
        return (filed, documents);
    }

    /// <summary>Everything these accounts can ask: every endpoint with every id and every filter that a service describes.</summary>
    private async Task<Dictionary<string, Answer>> LookAsync(string[] accounts, IReadOnlyList<Described> endpoints, (Filed Filed, IReadOnlyList<Guid> Documents)? accusation, CancellationToken ct)
    {
        var seen = new ConcurrentDictionary<string, Answer>();
        var looks = from account in accounts
                    from endpoint in endpoints
                    where accusation is not null || endpoint is { Method: "GET" } && !endpoint.Path.Contains('{')
                    from query in Queries(endpoint, accusation)
                    select (account, endpoint, query);
        await Parallel.ForEachAsync(looks, new ParallelOptions { MaxDegreeOfParallelism = 8, CancellationToken = ct }, async (look, stop) =>
        {
            var (account, endpoint, query) = look;
            // An act without a place for the petition in its path says nothing of it, and creating things is no way of looking.
            if (endpoint.Method != "GET" && !endpoint.Path.Contains("{id}", StringComparison.Ordinal)) return;
            if (endpoint.Path.Contains("/uploads", StringComparison.Ordinal)) return; // an upload belongs to no petition yet
            var request = new HttpRequestMessage(new HttpMethod(endpoint.Method), PathOf(endpoint, accusation) + query);
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", await system.Accounts.TokenAsync(account));
            if (endpoint.Method is "POST" or "PUT" or "PATCH") request.Content = endpoint.Path.EndsWith("/parts/{number}", StringComparison.Ordinal)
                ? new ByteArrayContent([1]) { Headers = { ContentType = new MediaTypeHeaderValue("application/octet-stream") } }
                : JsonContent.Create(Examples.Body(endpoint.Method, endpoint.Path) ?? new { }, options: People.Json);
            seen[$"{account} {endpoint.Method} {endpoint.Path}{query.Split('=')[0]}"] = await system.People.SendAsync(request, stop);
        });
        return new(seen);
    }

    private static string PathOf(Described endpoint, (Filed Filed, IReadOnlyList<Guid> Documents)? accusation)
    {
        if (accusation is not var (filed, documents)) return endpoint.Path;
        var document = documents.Count > 0 ? documents[^1] : Guid.CreateVersion7();
        return endpoint.Path.Replace("{id}", filed.Id.ToString(), StringComparison.Ordinal).Replace("{document}", document.ToString(), StringComparison.Ordinal)
            .Replace("{documentId}", document.ToString(), StringComparison.Ordinal).Replace("{number}", "1", StringComparison.Ordinal)
            .Replace("{name}", "cn.xinfang.intake.petition-forwarded.v1.json", StringComparison.Ordinal)
            is var path && path.Contains('{') ? System.Text.RegularExpressions.Regex.Replace(path, "\\{[^}]+\\}", filed.Id.ToString()) : path;
    }

    /// <summary>The bare address, and each filter by which something could be found.</summary>
    private static IEnumerable<string> Queries(Described endpoint, (Filed Filed, IReadOnlyList<Guid> Documents)? accusation)
    {
        yield return "";
        if (endpoint.Method != "GET") yield break;
        var filters = endpoint.Parameters.Where(parameter => parameter.In == "query").Select(parameter => parameter.Name).ToList();
        if (filters.Contains("limit")) yield return "?limit=100";
        if (accusation is null) yield break;
        foreach (var name in filters.Where(name => name is "q" or "number" or "petition" or "petitionId")) yield return $"?{name}={(name.StartsWith("petition", StringComparison.Ordinal) ? accusation.Value.Filed.Id : accusation.Value.Filed.Number)}";
    }

    private Task<List<long>> FeedRowsAsync(CancellationToken ct) =>
        Rows.ReadAsync(system, "department-feed", $"select count(*) from feed_event where organ = '{Accused}'", reader => reader.GetInt64(0), ct);
}
