using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;
using Xinfang.ServiceDefaults.Http;
using Xinfang.Testing;

namespace Xinfang.Load;

/// <summary>Citizens who file so many petitions a second, and now and then ask at once whether the desk finds what they filed.</summary>
internal sealed class Filing(ScaleApp app, TextModel model, Latencies latencies, int rate)
{
    private static readonly string[] Claims = ["请依法处理"];

    // A database that is kept has what earlier runs filed.
    private readonly string _run = Guid.CreateVersion7().ToString("N")[..12];

    private int _count, _asked, _found;

    public int Count => _count;

    public async Task RunAsync(CancellationToken ct)
    {
        using var citizen = app.CreateClient();
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(1.0 / rate));
        List<Task> filing = [];
        try
        {
            while (await timer.WaitForNextTickAsync(ct)) filing.Add(FileAsync(citizen, Interlocked.Increment(ref _count)));
        }
        catch (OperationCanceledException)
        {
            await Task.WhenAll(filing);
        }
    }

    /// <summary>Files one more and searches for it at once, twenty times; whether each was found.</summary>
    public async Task<bool> FoundAtOnceAsync()
    {
        using var citizen = app.CreateClient();
        for (var i = 0; i < 20; i++) await FileAsync(citizen, 1_000_000 + i, look: true);
        return _found == _asked;
    }

    private async Task FileAsync(HttpClient citizen, int n, bool look = false)
    {
        var random = new Random(-n);
        var sign = string.Create(CultureInfo.InvariantCulture, $"新登{_run}n{n}号");
        using var request = new HttpRequestMessage(HttpMethod.Post, "/petitions")
        {
            Content = JsonContent.Create(new
            {
                petitioner = new { name = "甄试验", phone = "13000000000", address = "虚构里7号", anonymous = false },
                subject = model.Subject(random), facts = $"{model.Facts(random)}，{sign}", claims = Claims, street = "120104001", truthful = true, privacyVersion = "2026-11",
            }, options: JsonRules.Client),
        };
        request.Headers.Add("Idempotency-Key", Guid.CreateVersion7().ToString());
        using var answer = await latencies.TimeAsync("file", () => citizen.SendAsync(request));
        if (!answer.IsSuccessStatusCode) throw new InvalidOperationException(await answer.Content.ReadAsStringAsync());
        if (!look) return;
        using var clerk = app.CreateClient().As("clerk");
        var found = await (await clerk.PostAsJsonAsync(new Uri("/search", UriKind.Relative), new { text = sign }, JsonRules.Client)).Content.ReadFromJsonAsync<JsonElement>();
        _asked++;
        if (found.GetProperty("items").GetArrayLength() == 1) _found++;
    }
}
