using System.Collections.Concurrent;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using Xinfang.EndToEnd.Tests.Running;
using Xinfang.ServiceDefaults.Organs;
using Xinfang.Testing;

namespace Xinfang.EndToEnd.Tests.Interfaces;

/// <summary>The authorization matrix, held to the running system.</summary>
[Collection(nameof(WholeSystem))]
public sealed class WhoMayDoWhat(WholeSystem system)
{
    /// <summary>A petition that has gone all the way, so that no act can change anything any more.</summary>
    private sealed record Ground(Filed Filed, string Ticket, Guid OwnDocument, Guid CaseDocument, IReadOnlyDictionary<string, Guid> Supervision, Guid Review, Guid Earlier, Guid Link, TeachingGround Teaching);

    [Fact]
    public void Is_printed_in_the_documentation() => Approved.Document("docs/authorization.md", Rights.Describe());

    [Fact, Rule("A-63")]
    public async Task Every_endpoint_has_a_row_and_every_row_an_endpoint()
    {
        var described = (await Described.ReadAsync(system, TestContext.Current.CancellationToken)).Select(endpoint => $"{endpoint.Method} {endpoint.Path}").Order().ToList();
        Assert.Equal(Rights.Table.Select(right => $"{right.Method} {right.Path}").Order(), described);
    }

    [Fact]
    public async Task Every_account_gets_at_every_endpoint_what_the_table_says()
    {
        var ct = TestContext.Current.CancellationToken;
        var ground = await PrepareAsync(ct);
        var callers = await CallersAsync(ct);
        var wrong = new ConcurrentBag<string>();
        await Parallel.ForEachAsync(from right in Rights.Table from caller in callers select (right, caller), new ParallelOptions { MaxDegreeOfParallelism = 8, CancellationToken = ct }, async (pair, stop) =>
        {
            var (right, (account, column, token)) = pair;
            var answer = await system.People.SendAsync(Request(right, ground, column, token), stop);
            var expected = right.ForAccount(account, column);
            if (expected == 0 ? answer.Code is 401 or 403 or 404 or 405 or >= 500 : answer.Code != expected)
                wrong.Add($"{right.Method} {right.Path} as {account} ({column}): {(expected == 0 ? "should get through" : expected)}, got {answer}");
            if (expected is 401 or 403 or 404 && answer.Problem.Length == 0) wrong.Add($"{right.Method} {right.Path} as {account}: not a problem in words: {answer}");
        });
        Assert.True(wrong.IsEmpty, $"{wrong.Count} differences\n" + string.Join('\n', wrong.Order().Take(60)));
    }

    [Fact, Rule("A-34")]
    public async Task What_an_organ_may_not_see_is_in_none_of_its_lists_and_counts()
    {
        var ct = TestContext.Current.CancellationToken;
        var filed = await system.People.FileAsync(6001, ct);
        await system.People.ClassifyAsync(filed.Id, ct);
        await system.People.ForwardAsync(filed.Id, "120104-wlj", ct);
        await system.People.ReachedAsync("120104-wlj.officer", "case-handling", filed.Id, "Received", ct);

        var seen = new ConcurrentBag<string>();
        await Parallel.ForEachAsync(Organs.OfDistrict, new ParallelOptions { MaxDegreeOfParallelism = 4, CancellationToken = ct }, async (organ, stop) =>
        {
            var list = await system.People.GetAsync($"{organ.Code}.officer", "/api/case-handling/petitions?limit=100", stop);
            var items = list.Json.GetProperty("items").EnumerateArray().ToList();
            Assert.All(items, item => Assert.Equal(organ.Code, item.GetProperty("organ").GetString()));
            if (items.Any(item => item.GetProperty("id").GetGuid() == filed.Id)) seen.Add(organ.Code);
            var counts = await system.People.GetAsync($"{organ.Code}.officer", "/api/case-handling/petitions/counts", stop);
            if (items.Count < 100) Assert.Equal(items.Count, counts.Json.GetProperty("all").GetInt32());
        });
        Assert.Equal(["120104-wlj"], seen);
    }

    private async Task<Ground> PrepareAsync(CancellationToken ct)
    {
        await Examples.RegisterPersonAsync(system.People, ct);
        var earlier = await system.People.FileAsync(5998, ct);
        var filed = await system.People.FileAsync(6000, ct);
        await system.People.ClassifyAsync(filed.Id, ct);
        await system.People.ForwardAsync(filed.Id, People.Holder, ct);
        await system.People.ReachedAsync($"{People.Holder}.officer", "case-handling", filed.Id, "Received", ct);
        await system.People.MessageAsync(filed, "什么时候来看管道？", ct);
        await system.People.ActAsync("clerk", $"/api/intake/petitions/{filed.Id}/escalations", Examples.Report(), ct);
        await system.People.HandleAsync(filed.Id, People.Holder, ct);
        await system.People.ReachedAsync("clerk", "intake", filed.Id, "Completed", ct);
        await system.People.ActAsync("clerk", $"/api/intake/petitions/{filed.Id}/repeats", new { earlier = earlier.Id, reason = "同一个人说同一件事。" }, ct);
        var links = await system.People.GetAsync("clerk", $"/api/intake/petitions/{filed.Id}/candidates", ct);
        var own = await system.People.GetAsync("clerk", $"/api/intake/petitions/{filed.Id}", ct);
        var theirs = await system.People.GetAsync($"{People.Holder}.officer", $"/api/case-handling/petitions/{filed.Id}", ct);
        var ticket = await system.People.TicketAsync(filed, ct);
        var review = await system.People.RequestReviewAsync(filed.Id, ticket, ct);
        await system.People.ActAsync($"{People.ReviewBody}.officer", $"/api/case-handling/reviews/{review}/rejection", new { ground = "NotEntitled", instead = "补交委托书以后再申请。", reason = "没有委托书。" }, ct);
        var teaching = new TeachingGround(system);
        await teaching.FinishAsync(ct);
        return new(filed, ticket,
            own.Json.GetProperty("documents").EnumerateArray().First(document => document.GetProperty("kind").GetString() == "Forwarding").GetProperty("id").GetGuid(),
            theirs.Json.GetProperty("documents")[0].GetProperty("id").GetGuid(), await new SupervisionGround(system).FinishedAsync(filed.Id, ct), review,
            earlier.Id, links.Json.GetProperty("links")[0].GetProperty("id").GetGuid(), teaching);
    }

    /// <summary>Every account, each signed in once, and those who have none.</summary>
    private async Task<List<(string Account, string Column, string? Token)>> CallersAsync(CancellationToken ct)
    {
        var names = Accounts.All.Concat(Organs.OfDistrict.Select(organ => $"feed-{organ.Code}")).Append("transfer-12345").ToList();
        var tokens = new ConcurrentDictionary<string, string>();
        await Parallel.ForEachAsync(names, new ParallelOptions { MaxDegreeOfParallelism = 4, CancellationToken = ct }, async (name, _) => tokens[name] = await system.Accounts.TokenAsync(name));
        return [.. names.Select(name => (name, ColumnOf(name), (string?)tokens[name])), ("nobody", Rights.Nobody, null), ("the petitioner", Rights.Citizen, null)];
    }

    private static string ColumnOf(string account)
    {
        if (Accounts.OfOffice.Contains(account)) return account;
        if (account == "transfer-12345") return "source";
        if (account.StartsWith("feed-", StringComparison.Ordinal)) return account == $"feed-{People.Holder}" ? "system" : "other.system";
        var (organ, role) = (account[..account.IndexOf('.', StringComparison.Ordinal)], account[(account.IndexOf('.', StringComparison.Ordinal) + 1)..]);
        return organ == People.Holder ? role : organ == People.ReviewBody ? $"reviewer.{role}" : $"other.{role}";
    }

    private static HttpRequestMessage Request(Right right, Ground ground, string column, string? token)
    {
        var isProgress = right.Path.StartsWith("/api/intake/progress", StringComparison.Ordinal);
        var id = right.Method == "PUT" ? Guid.CreateVersion7() : isProgress ? ground.OwnDocument : right.Path.StartsWith("/api/case-handling/reviews/", StringComparison.Ordinal) ? ground.Review : ground.Filed.Id;
        var path = right.Path.Replace("{id}", id.ToString(), StringComparison.Ordinal).Replace("{term}", "completion", StringComparison.Ordinal).Replace("{question}", "Content", StringComparison.Ordinal).Replace("{code}", "030000", StringComparison.Ordinal)
            .Replace("{list}", Guid.CreateVersion7().ToString(), StringComparison.Ordinal)
            .Replace("{document}", ground.OwnDocument.ToString(), StringComparison.Ordinal)
            .Replace("{attachment}", Guid.CreateVersion7().ToString(), StringComparison.Ordinal).Replace("{other}", ground.Earlier.ToString(), StringComparison.Ordinal).Replace("{link}", ground.Link.ToString(), StringComparison.Ordinal)
            .Replace("{documentId}", ground.CaseDocument.ToString(), StringComparison.Ordinal)
            .Replace("{number}", "1", StringComparison.Ordinal).Replace("{account}", Examples.Person, StringComparison.Ordinal).Replace("{name}", "cn.xinfang.intake.petition-forwarded.v1.json", StringComparison.Ordinal);
        if (TeachingGround.Owns(right.Path)) path = ground.Teaching.Fill(right.Method, right.Path);
        foreach (var (name, thing) in ground.Supervision) path = path.Replace($"{{{name}}}", (right.Method == "PUT" ? id : thing).ToString(), StringComparison.Ordinal);
        var request = new HttpRequestMessage(new HttpMethod(right.Method), path);
        var body = right.Path.EndsWith("/tickets", StringComparison.Ordinal)
            ? new { number = ground.Filed.Number, queryCode = ground.Filed.QueryCode, lastFour = ground.Filed.LastFour }
            : TeachingGround.Owns(right.Path) ? ground.Teaching.Body(right.Method, right.Path)
            : SupervisionGround.Owns(right.Path) ? SupervisionGround.Body(right.Method, right.Path, ground.Filed.Id)
            : Examples.Body(right.Method, right.Path, number: ground.Filed.Number);
        if (body is not null) request.Content = JsonContent.Create(body, options: People.Json);
        if (right is { Method: "POST", Path: "/api/intake/petitions" }) request.Headers.Add("Idempotency-Key", Guid.CreateVersion7().ToString("N"));
        if (token is not null) request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        if (column == Rights.Citizen) request.Headers.Add("X-Petition-Ticket", ground.Ticket);
        return request;
    }
}
