using System.Collections.Concurrent;
using System.Net.Http.Json;
using System.Security.Cryptography;
using Xinfang.Testing;

namespace Xinfang.Load;

/// <summary>What people had been told by an instant.</summary>
/// <param name="At">PostgreSQL's clock, read after everything else was noted.</param>
/// <param name="Filed">Petitions whose citizens had their number.</param>
/// <param name="Ended">Petitions at the end of their way.</param>
/// <param name="Signed">Of which petitions an organ has acknowledged what it had got (签收).</param>
/// <param name="Acknowledged">The events acknowledged.</param>
/// <param name="Uploaded">Attachments taken.</param>
internal sealed record Told(DateTimeOffset At, IReadOnlyCollection<Guid> Filed, IReadOnlyList<Played> Ended, IReadOnlyCollection<(string Organ, Guid Petition)> Signed,
    IReadOnlyCollection<Guid> Acknowledged, IReadOnlyCollection<Guid> Uploaded);

/// <summary>The work of the drill: petitions from filing to rating, some with an attachment, half of them acknowledged by the system of the organ.</summary>
internal sealed class DrillWork
{
    private readonly ConcurrentQueue<Played> _ended = new();
    private readonly ConcurrentQueue<(string Organ, Guid Petition)> _signed = new();
    private readonly ConcurrentQueue<Guid> _acknowledged = new();
    private readonly ConcurrentQueue<Guid> _uploaded = new();

    /// <summary>Petitions at the end of their way so far.</summary>
    public IReadOnlyCollection<Played> Ended => _ended;

    // The facts are taken before the clock is read: what comes in between was acknowledged before the instant, too, and is only not asked for.
    public async Task<Told> ToldAsync(DrillRows rows, Departments departments)
    {
        var (filed, ended, signed, acknowledged, uploaded) = (departments.EverFiled, _ended.ToArray(), _signed.ToArray(), _acknowledged.ToArray(), _uploaded.ToArray());
        return new(await rows.NowAsync(), filed, ended, signed, acknowledged, uploaded);
    }

    public async Task PlayAsync(SystemUnderTest system, IReadOnlyList<Message> messages, People people, Departments departments, int clients)
    {
        using var http = SignIn.ClientOf(system.Gateway);
        var signIn = new SignIn(http, SystemUnderTest.DemoPassword);
        await Parallel.ForEachAsync(messages.Index(), new ParallelOptions { MaxDegreeOfParallelism = clients }, async (message, ct) =>
        {
            if (message.Index % 5 == 0) await UploadAsync(http, message.Index, ct);
            var played = await new Journey(people, departments, message.Index, message.Item).PlayAsync(ct);
            if (message.Index % 2 == 0) await SignForAsync(http, signIn, departments, played, ct);
            _ended.Enqueue(played);
            if (_ended.Count % 25 == 0) Progress.Say($"{_ended.Count} of {messages.Count} journeys ended");
        });
    }

    /// <summary>Waits until so many petitions have ended.</summary>
    public async Task ReachAsync(Task playing, int ended)
    {
        await Eventually.Holds(() => Task.FromResult(_ended.Count >= ended || playing.IsCompleted), TimeSpan.FromMinutes(30));
        if (playing.IsFaulted) await playing;
    }

    public static List<Message> MadeUp(int count) =>
        [.. Enumerable.Range(0, count).Select(n => new Message($"示例小区{n % 300}号楼下水管道返水", $"上月{n % 28 + 1}日起，示例小区{n % 300}号楼下水管道返水，物业和产权单位都说不归自己管，水已经漫到一楼走廊。"))];

    /// <summary>签收 by the organ's own system of what it has got so far.</summary>
    private async Task SignForAsync(HttpClient http, SignIn signIn, Departments departments, Played played, CancellationToken ct)
    {
        var organ = played.Expected.First(wanted => wanted.Organ != Plan.Office).Organ;
        if (departments.IdsOf(organ, played.Id) is not { Count: > 0 } ids) return;
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/feed/acknowledgements") { Content = JsonContent.Create(new { ids }) };
        request.Headers.Authorization = await signIn.HeaderOf($"feed-{organ}", ct);
        using var answer = await http.SendAsync(request, ct);
        answer.EnsureSuccessStatusCode();
        _signed.Enqueue((organ, played.Id));
        foreach (var id in ids) _acknowledged.Enqueue(id);
    }

    /// <summary>A film of one frame, of its own for each.</summary>
    private async Task UploadAsync(HttpClient http, int n, CancellationToken ct)
    {
        byte[] film = [0, 0, 0, 16, .. "ftypisom"u8, 0, 0, 2, 0, 0, 0, 0, 0, .. "mdat"u8, .. BitConverter.GetBytes(n), .. new byte[50_000]];
        var id = Guid.CreateVersion7();
        using var request = new HttpRequestMessage(HttpMethod.Put, $"/api/intake/uploads/{id}") { Content = new ByteArrayContent(film) };
        request.Headers.Add("X-Upload-Key", RandomNumberGenerator.GetHexString(32, lowercase: true));
        request.Headers.Add("X-File-Name", "film.mp4");
        using var answer = await http.SendAsync(request, ct);
        answer.EnsureSuccessStatusCode();
        _uploaded.Enqueue(id);
    }
}
