using System.Globalization;
using System.Text.Json;
using Xinfang.EndToEnd.Tests.Running;

namespace Xinfang.EndToEnd.Tests.Interfaces;

/// <summary>Things of outreach, training and insight to try the endpoints on: made by real acts, either where the act is the next one or at their end.</summary>
internal sealed class TeachingGround(XinfangSystem system)
{
    /// <summary>A text that came with the system and has a quiz.</summary>
    private const string Text = "how-long", TextId = "0196f000-0000-7000-8000-000000000001";

    /// <summary>On the roll of those who are trained.</summary>
    private const string Trainee = "clerk";

    private readonly Dictionary<string, Guid> _made = [];
    private string _key = new('0', 32);

    public static bool Owns(string path) => path.StartsWith("/api/outreach/", StringComparison.Ordinal) || path.StartsWith("/api/training/", StringComparison.Ordinal) || IsInsight(path);

    private static bool IsInsight(string path) => path.StartsWith("/api/insight/", StringComparison.Ordinal);

    /// <summary>A body that is accepted where the state allows it; null for endpoints without one.</summary>
    public object? Body(string method, string path) => TeachingThings.Loose(method, path, _made.GetValueOrDefault("/api/outreach/screens")) ?? TeachingThings.Of(path)?.Body(method, path);

    /// <summary>One of each, at its end.</summary>
    public async Task FinishAsync(CancellationToken ct)
    {
        foreach (var thing in TeachingThings.All) _made[thing.Path] = await MakeAsync(thing, thing.Walk.Length, ct);
        await PrepareAsync(ct);
        _made.Remove("item"); // which only one could take off
    }

    /// <summary>The path with ids of things on which its act is open, that id, and the version where the act is an edit.</summary>
    public async Task<(string Path, Guid Id, string? Version)> OpenAsync(string method, string path, CancellationToken ct)
    {
        await PrepareAsync(ct);
        if (TeachingThings.Of(path) is not { } thing) return (Fill(method, path), Guid.CreateVersion7(), null);
        var id = _made[thing.Path] = thing.Makes(method, path) ? Guid.CreateVersion7() : await MakeAsync(thing, thing.StepsBefore(method, path), ct);
        var version = path.EndsWith("/amendment", StringComparison.Ordinal) || path.EndsWith("/draft", StringComparison.Ordinal) || path.EndsWith("/text", StringComparison.Ordinal)
            ? await VersionAsync(thing.By, $"{thing.Path}/{id}", ct) : null;
        return (Fill(method, path), id, version);
    }

    /// <summary>The path of the endpoint with the ids of what was made.</summary>
    public string Fill(string method, string path)
    {
        var thing = TeachingThings.Of(path);
        var id = thing is null || thing.Makes(method, path) || !_made.TryGetValue(thing.Path, out var made) ? Guid.CreateVersion7() : made;
        var item = path.Contains("/emergencies/", StringComparison.Ordinal) ? _made.GetValueOrDefault("emergency") : method == "DELETE" ? _made.GetValueOrDefault("item") : Guid.CreateVersion7();
        return path.Replace("{id}", id.ToString(), StringComparison.Ordinal).Replace("{item}", item.ToString(), StringComparison.Ordinal).Replace("{organ}", People.Holder, StringComparison.Ordinal)
            .Replace("{photo}", Guid.CreateVersion7().ToString(), StringComparison.Ordinal).Replace("{entry}", Guid.CreateVersion7().ToString(), StringComparison.Ordinal).Replace("{number}", "1", StringComparison.Ordinal)
            .Replace("{medium}", "poster", StringComparison.Ordinal).Replace("{name}", Text, StringComparison.Ordinal).Replace("{script}", TeachingThings.Script, StringComparison.Ordinal).Replace("{phase}", "Before", StringComparison.Ordinal)
            .Replace("{code}", IsInsight(path) ? "K-02" : method == "PUT" ? Code(Guid.CreateVersion7()) : Code(_made.GetValueOrDefault("quiz")), StringComparison.Ordinal)
            .Replace("{what}", "measures.csv", StringComparison.Ordinal).Replace("{key}", _key, StringComparison.Ordinal).Replace("{account}", Trainee, StringComparison.Ordinal);
    }

    /// <summary>What the paths name beside the things: made once.</summary>
    private async Task PrepareAsync(CancellationToken ct)
    {
        if (_made.ContainsKey("quiz")) return;
        await PutAsync(Trainee, $"/api/training/my/file/objections/{Guid.CreateVersion7()}", new { text = "有一次学时没有记上。" }, ct);
        await system.People.GetAsync(Trainee, "/api/training/my/study", ct); // the first look puts a person on the roll
        var quiz = Guid.CreateVersion7();
        await PutAsync("outreach", $"/api/outreach/quiz-sessions/{Code(quiz)}", TeachingThings.Quiz(), ct);
        var screen = _made.GetValueOrDefault("/api/outreach/screens", Guid.CreateVersion7());
        var shown = await PutAsync("outreach", $"/api/outreach/screens/{screen}", TeachingThings.Screen(), ct);
        _key = shown.GetProperty("address").GetString()!.Split('/')[^1];
        var item = Guid.CreateVersion7();
        await PutAsync("outreach", $"/api/outreach/screens/{screen}/items/{item}", TeachingThings.Item(), ct);
        var emergency = await system.People.ActAsync("outreach", "/api/outreach/screens/emergencies", TeachingThings.Emergency(screen), ct);
        (_made["/api/outreach/screens"], _made["item"], _made["emergency"], _made["quiz"]) = (screen, item, emergency.GetProperty("id").GetGuid(), quiz);
    }

    private async Task<Guid> MakeAsync(Thing thing, int steps, CancellationToken ct)
    {
        var id = Guid.CreateVersion7();
        if (thing.Path == TeachingThings.Sittings) id = await SittingAsync(ct);
        else if (thing.Path == TeachingThings.Runs) id = (await system.People.ActAsync(thing.By, $"/api/training/drills/{TeachingThings.Script}/runs", null, ct)).GetProperty("id").GetGuid();
        else await PutAsync(thing.By, $"{thing.MadeAt ?? thing.Path}/{id}", thing.Made(), ct);
        foreach (var step in thing.Walk.Take(steps)) await DoAsync(thing, id, step, ct);
        return id;
    }

    private Task<JsonElement> DoAsync(Thing thing, Guid id, Step step, CancellationToken ct)
    {
        var path = $"{step.At ?? thing.Path}/{id}/{step.Act}".Replace("{organ}", People.Holder, StringComparison.Ordinal).Replace("{number}", "1", StringComparison.Ordinal);
        return step.Method == "PUT" ? PutAsync(step.By, path, step.Body, ct) : system.People.ActAsync(step.By, path, step.Body, ct);
    }

    /// <summary>An officer sits an exam of one question.</summary>
    private async Task<Guid> SittingAsync(CancellationToken ct)
    {
        var exam = await MakeAsync(TeachingThings.All.Single(thing => thing.Path == TeachingThings.Exams), 1, ct);
        return (await system.People.ActAsync($"{People.Holder}.officer", $"{TeachingThings.Exams}/{exam}/sittings", null, ct)).GetProperty("id").GetGuid();
    }

    private async Task<JsonElement> PutAsync(string account, string path, object? body, CancellationToken ct)
    {
        var answer = await system.People.SendAsync(await system.People.AsAsync(account, HttpMethod.Put, path, body), ct);
        return answer.IsDone ? answer.Json : throw new InvalidOperationException($"{path} by {account}: {answer}");
    }

    private async Task<string?> VersionAsync(string account, string path, CancellationToken ct)
    {
        using var answer = await system.Http.SendAsync(await system.People.AsAsync(account, HttpMethod.Get, path), ct);
        return answer.Headers.ETag?.ToString();
    }

    private static string Code(Guid id) => id.ToString("N", CultureInfo.InvariantCulture)[^12..];

    /// <param name="Act">The last part of the path.</param>
    /// <param name="At">Where, when it is not below the thing itself.</param>
    internal sealed record Step(string Act, string By, object? Body = null, string Method = "POST", string? At = null);

    /// <param name="Path">Of the collection.</param>
    /// <param name="By">Who makes it.</param>
    /// <param name="Made">The body it is made with.</param>
    /// <param name="MadeAt">Where, when it is not in its own collection.</param>
    /// <param name="Walk">To its end.</param>
    /// <param name="Others">Acts beside that way, with the number of steps before them.</param>
    internal sealed record Thing(string Path, string By, Func<object> Made, string? MadeAt, Step[] Walk, params (int After, Step Step)[] Others)
    {
        public bool Makes(string method, string path) => method == "PUT" && path == $"{Path}/{{id}}";

        public object? Body(string method, string path) => method == "GET" ? null : Makes(method, path) ? Made()
            : Walk.Concat(Others.Select(other => other.Step)).FirstOrDefault(step => step.Act == ActOf(path))?.Body;

        public int StepsBefore(string method, string path)
        {
            var (act, at) = (ActOf(path), Array.FindIndex(Walk, step => step.Act == ActOf(path)));
            return method == "GET" ? Walk.Length : at >= 0 ? at : Others.Where(other => other.Step.Act == act).Select(other => other.After).FirstOrDefault(Walk.Length);
        }

        private static string ActOf(string path) => path.Split("{id}/") is [_, var act] ? act : "";
    }
}
