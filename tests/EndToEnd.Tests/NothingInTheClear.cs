using System.Net.Http.Json;
using System.Text;
using System.Security.Cryptography;
using Xinfang.EndToEnd.Tests.Running;
using Xinfang.Testing;

namespace Xinfang.EndToEnd.Tests;

/// <summary>
/// Whoever gets hold of a copy of anything (a dump, a disk, a log, a trace, a queue, the cache) reads nothing of what people said or are. Made-up values go
/// in through the gateway by every way there is, and are then looked for everywhere, in whatever coding.
/// </summary>
[Collection(nameof(WholeSystem))]
public sealed class NothingInTheClear(WholeSystem system)
{
    private const int N = 9477;

    // None of these texts stands in the repository anywhere else.
    private const string Name = "欧阳泄密甲", Identity = "120104199003074515", Address = "泄密测试里虚构楼7门707", Subject = "泄密测试的事由甲", Facts = "泄密测试的经过甲：水从七楼漏到六楼，没有人管。",
        Claim = "泄密测试的请求甲", Place = "泄密测试的地点甲", CoSigner = "司马泄密乙", Supplement = "泄密测试的补充甲：昨晚又漏了。", Message = "泄密测试的留言甲：什么时候来？", Retaliation = "泄密测试的报复甲：把我调走了。",
        Rating = "泄密测试的评价甲：没有人来过。", Accusation = "泄密测试的举报乙：收受回扣三万元。", Accused = "泄密测试的举报事由乙", AccusationSupplement = "泄密测试的举报补充乙：证人名单。",
        FileText = "泄密测试的附件内容丙ABCDEFGH", FileName = "泄密测试的附件名字丙", ScanText = "泄密测试的扫描件丁IJKLMNOP", ScanName = "泄密测试的信封名字丁", DraftName = "泄密测试的草稿附件戊", DraftText = "泄密测试的草稿附件内容戊QRST";

    [Fact, Rule("A-34")]
    public async Task Of_what_people_said_and_are_nothing_can_be_read_anywhere()
    {
        var ct = TestContext.Current.CancellationToken;
        var filed = await FileAsync(ct);
        var accusation = await AccuseAsync(ct);
        await UploadAsync(NewKey(), DraftName, DraftText, ct); // never handed in
        await HandleAsync(filed, ct);
        await Rows.SettledAsync(system, ct);

        // That the search finds what is there: numbers and ids are no secret. Traces and logs are written once a second.
        string[] places = ["dump of intake", "dump of case-handling", "dump of department-feed", "dump of outreach", "dump of training", "dump of insight", "postgres/", "messaging/", "telemetry/"];
        IReadOnlyList<string> there = [];
        await Eventually.Holds(async () =>
        {
            there = await Everything.SearchAsync(system, [filed.Number, filed.Id.ToString()], ct);
            return places.All(place => there.Any(found => found.StartsWith(place, StringComparison.Ordinal)));
        }, TimeSpan.FromSeconds(60), ct);

        string[] secrets =
        [
            Name, Identity, People.PhoneOf(N), Address, Subject, Facts, Claim, Place, CoSigner, Supplement, Message, Retaliation, Rating, Accusation, Accused, AccusationSupplement,
            FileText, FileName, ScanText, ScanName, DraftName, DraftText, filed.QueryCode, filed.QueryCode.Replace("-", "", StringComparison.Ordinal), accusation.QueryCode,
        ];
        var leaks = await Everything.SearchAsync(system, secrets, ct);
        Assert.True(leaks.Count == 0, $"{leaks.Count} places\n" + string.Join('\n', leaks.Take(60)));

        // What departments are told says nothing either.
        foreach (var account in new[] { $"feed-{People.Holder}", "feed-120104-jwjw" })
        {
            var feed = await system.People.GetAsync(account, "/api/feed/events?limit=500", ct);
            Assert.All(secrets, secret => Assert.DoesNotContain(secret, feed.Text, StringComparison.Ordinal));
        }
    }

    private async Task<Filed> FileAsync(CancellationToken ct)
    {
        var key = NewKey();
        var body = People.Petition(N);
        body["petitioner"] = new { name = Name, idNumber = Identity, phone = People.PhoneOf(N), address = Address, anonymous = false };
        (body["subject"], body["facts"], body["claims"], body["place"], body["coSigners"]) = (Subject, Facts, new[] { Claim, "赔偿损失" }, Place, new[] { CoSigner });
        body["attachments"] = new[] { await UploadAsync(key, FileName, FileText, ct) };
        var request = new HttpRequestMessage(HttpMethod.Post, "/api/intake/petitions") { Content = JsonContent.Create(body, options: People.Json) };
        request.Headers.Add("Idempotency-Key", Guid.CreateVersion7().ToString("N"));
        request.Headers.Add("X-Upload-Key", key);
        var answer = await system.People.SendAsync(request, ct);
        Assert.True(answer.Code == 201, answer.ToString());
        var filed = new Filed(N, answer.Json.GetProperty("id").GetGuid(), answer.Json.GetProperty("number").GetString()!, answer.Json.GetProperty("queryCode").GetString()!);

        // And wrongly: what is refused is written nowhere either.
        body["petitioner"] = new { name = Name, idNumber = Identity, phone = "1", address = Address, anonymous = false };
        var wrong = new HttpRequestMessage(HttpMethod.Post, "/api/intake/petitions") { Content = JsonContent.Create(body, options: People.Json) };
        wrong.Headers.Add("Idempotency-Key", Guid.CreateVersion7().ToString("N"));
        Assert.Equal(422, (await system.People.SendAsync(wrong, ct)).Code);
        using var broken = new HttpRequestMessage(HttpMethod.Post, "/api/intake/petitions") { Content = new StringContent($"{{\"petitioner\":{{\"name\":\"{Name}\"", Encoding.UTF8, "application/json") };
        broken.Headers.Add("Idempotency-Key", Guid.CreateVersion7().ToString("N"));
        Assert.Equal(400, (await system.People.SendAsync(broken, ct)).Code);
        return filed;
    }

    /// <summary>An accusation by letter with its envelope, sealed, forwarded to discipline, read there with its files.</summary>
    private async Task<Filed> AccuseAsync(CancellationToken ct)
    {
        var (key, id) = (NewKey(), Guid.CreateVersion7());
        var body = People.Petition(N);
        foreach (var online in new[] { "truthful", "privacyVersion" }) body.Remove(online);
        body["petitioner"] = new { name = Name, idNumber = Identity, phone = People.PhoneOf(N), address = Address, anonymous = false };
        (body["channel"], body["receivedOn"], body["category"], body["subject"], body["facts"]) = ("Letter", People.Today, "Accusation", Accused, Accusation);
        var scan = await UploadAsync(key, ScanName, ScanText, ct);
        body["envelope"] = new[] { scan };
        var request = await system.People.AsAsync("clerk", HttpMethod.Put, $"/api/intake/petitions/{id}", body);
        request.Headers.Add("X-Upload-Key", key);
        var registered = await system.People.SendAsync(request, ct);
        Assert.True(registered.Code == 201, registered.ToString());
        var filed = new Filed(N, id, registered.Json.GetProperty("number").GetString()!, registered.Json.GetProperty("queryCode").GetString()!);
        await system.People.ClassifyAsync(id, ct, "Accusation");
        await system.People.ForwardAsync(id, "120104-jwjw", ct);
        await system.People.ReachedAsync("120104-jwjw.officer", "case-handling", id, "Received", ct);
        Assert.True((await system.People.OwnAsync(filed, HttpMethod.Post, "/api/intake/progress/supplements", new { text = AccusationSupplement }, ct)).IsDone);
        Assert.Contains(Accusation, (await system.People.GetAsync("120104-jwjw.officer", $"/api/intake/petitions/{id}/dossier", ct)).Text, StringComparison.Ordinal);
        Assert.Contains(ScanText, (await system.People.GetAsync("120104-jwjw.officer", $"/api/intake/petitions/{id}/attachments/{scan}", ct)).Text, StringComparison.Ordinal);
        return filed;
    }

    /// <summary>Everything a citizen can add on the way to the end, and the readings of office and organ.</summary>
    private async Task HandleAsync(Filed filed, CancellationToken ct)
    {
        await system.People.ClassifyAsync(filed.Id, ct);
        await system.People.ForwardAsync(filed.Id, People.Holder, ct);
        await system.People.ReachedAsync($"{People.Holder}.officer", "case-handling", filed.Id, "Received", ct);
        foreach (var (route, body) in new (string, object)[]
        {
            ("supplements", new { text = Supplement }), ("messages", new { text = Message }), ("retaliation", new { text = Retaliation }),
        })
            Assert.True((await system.People.OwnAsync(filed, HttpMethod.Post, $"/api/intake/progress/{route}", body, ct)).IsDone, route);
        Assert.Contains(FileName, (await system.People.GetAsync("clerk", $"/api/intake/petitions/{filed.Id}", ct)).Text, StringComparison.Ordinal);
        Assert.Contains(FileName, (await system.People.GetAsync($"{People.Holder}.officer", $"/api/intake/petitions/{filed.Id}/dossier", ct)).Text, StringComparison.Ordinal);
        await system.People.HandleAsync(filed.Id, People.Holder, ct);
        await system.People.ReachedAsync("clerk", "intake", filed.Id, "Completed", ct);
        Assert.True((await system.People.OwnAsync(filed, HttpMethod.Post, "/api/intake/progress/rating", new { office = "Satisfied", organ = "Dissatisfied", organReason = Rating }, ct)).IsDone);
    }

    private async Task<Guid> UploadAsync(string key, string name, string text, CancellationToken ct)
    {
        var id = Guid.CreateVersion7();
        var request = new HttpRequestMessage(HttpMethod.Put, $"/api/intake/uploads/{id}") { Content = new ByteArrayContent(Encoding.UTF8.GetBytes("%PDF-1.7 " + text)) };
        request.Headers.Add("X-Upload-Key", key);
        request.Headers.Add("X-File-Name", Uri.EscapeDataString(name + ".pdf"));
        var answer = await system.People.SendAsync(request, ct);
        Assert.True(answer.Code == 201, answer.ToString());
        return id;
    }

    private static string NewKey() => RandomNumberGenerator.GetHexString(32, lowercase: true);
}
