using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using Xinfang.EndToEnd.Tests.Running;

namespace Xinfang.EndToEnd.Tests;

/// <summary>Files of twenty megabytes go through gateway and service, and through the page, without growing any of them.</summary>
[Collection(nameof(WholeSystem))]
public sealed class LargeFiles(WholeSystem system, ITestOutputHelper output)
{
    private const int Megabyte = 1024 * 1024, Files = 5, Size = 20;

    // Buffered whole, one of them would hold a hundred megabytes; the rest is what a process takes for its heap when there is work.
    private const long Allowed = 64L * Megabyte;

    [Fact]
    public async Task Five_at_once_are_taken_by_gateway_and_service_as_they_stream()
    {
        var ct = TestContext.Current.CancellationToken;
        var key = RandomNumberGenerator.GetHexString(32, lowercase: true);
        await UploadAsync(key, 1, ct); // everything that is made once is made
        await MeasureAsync(["intake", "gateway"], () => Task.WhenAll(Enumerable.Range(0, Files).Select(_ => UploadAsync(key, Size, ct))));
    }

    [Fact]
    public async Task Elsewhere_a_megabyte_is_the_most()
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/intake/petitions") { Content = new Zeros(2 * Megabyte) };
        request.Content.Headers.ContentType = new("application/json");
        request.Headers.ExpectContinue = true;
        using var answer = await system.Http.SendAsync(request, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
    }

    [Fact]
    public async Task From_a_page_without_a_script_they_pass_through_the_portal_as_they_stream()
    {
        var ct = TestContext.Current.CancellationToken;
        using var browser = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = system.Gateway, Timeout = TimeSpan.FromMinutes(5) };
        var token = await DraftAsync(browser, ct);
        await MeasureAsync(["portal", "intake", "gateway"], async () =>
        {
            using var form = new MultipartFormDataContent { { new StringContent(token), "__RequestVerificationToken" }, { new StringContent("upload"), "press" } };
            for (var n = 0; n < Files; n++) form.Add(new Zeros(Size * Megabyte), "file", $"film{n}.mp4");
            using var answer = await browser.PostAsync(new Uri("/submit/files", UriKind.Relative), form, ct);
            Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        });
        var page = await browser.GetStringAsync(new Uri("/submit/3", UriKind.Relative), ct);
        for (var n = 0; n < Files; n++) Assert.Contains($"film{n}.mp4", page, StringComparison.Ordinal);
    }

    private async Task MeasureAsync(string[] services, Func<Task> doing)
    {
        var before = services.ToDictionary(service => service, service => Memory.Begin(system.ProcessOf(service)));
        await doing();
        foreach (var service in services)
        {
            var most = Memory.Most(system.ProcessOf(service)) - before[service];
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{service}: {before[service] / Megabyte} MB before, at most {most / Megabyte} MB more for {Files}×{Size} MB"));
            Assert.True(most < Allowed, $"{service} grew by {most / Megabyte} MB");
        }
    }

    private async Task UploadAsync(string key, int megabytes, CancellationToken ct)
    {
        using var request = new HttpRequestMessage(HttpMethod.Put, $"/api/intake/uploads/{Guid.CreateVersion7()}") { Content = new Zeros(megabytes * Megabyte) };
        request.Headers.Add("X-Upload-Key", key);
        request.Headers.Add("X-File-Name", "film.mp4");
        using var answer = await system.Http.SendAsync(request, ct);
        Assert.True(answer.StatusCode == HttpStatusCode.Created, await answer.Content.ReadAsStringAsync(ct));
    }

    /// <summary>The first two steps of the form, as a browser posts them; the token of the third.</summary>
    private static async Task<string> DraftAsync(HttpClient browser, CancellationToken ct)
    {
        var fields = new Dictionary<string, string>[]
        {
            new() { ["_handler"] = "who", ["name"] = "示例甲", ["phone"] = People.PhoneOf(9478), ["address"] = "示例路1号" },
            new() { ["_handler"] = "what", ["category"] = "Redress", ["subject"] = "示例小区下水管道返水", ["facts"] = "水已经漫到一楼走廊，没有人管。", ["claim-1"] = "修好下水管道" },
        };
        for (var step = 0; step < fields.Length; step++)
        {
            fields[step]["__RequestVerificationToken"] = TokenOf(await browser.GetStringAsync(new Uri($"/submit/{step + 1}", UriKind.Relative), ct));
            using var answer = await browser.PostAsync(new Uri($"/submit/{step + 1}", UriKind.Relative), new FormUrlEncodedContent(fields[step]), ct);
            Assert.EndsWith($"/submit/{step + 2}", answer.Headers.Location?.ToString(), StringComparison.Ordinal);
        }
        return TokenOf(await browser.GetStringAsync(new Uri("/submit/3", UriKind.Relative), ct));
    }

    private static string TokenOf(string page) => System.Text.RegularExpressions.Regex.Match(page, "name=\"__RequestVerificationToken\" value=\"([^\"]+)\"").Groups[1].Value;

    /// <summary>A film of zeros, written as it is asked for.</summary>
    private sealed class Zeros(long length) : HttpContent
    {
        private static readonly byte[] Part = new byte[64 * 1024];

        protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
        {
            byte[] head = [0, 0, 0, 16, .. "ftypisom"u8, 0, 0, 2, 0, 0, 0, 0, 0, .. "mdat"u8];
            await stream.WriteAsync(head);
            for (var left = length - head.Length; left > 0; left -= Part.Length) await stream.WriteAsync(Part.AsMemory(0, (int)Math.Min(left, Part.Length)));
        }

        protected override bool TryComputeLength(out long computed)
        {
            computed = length;
            return true;
        }
    }
}
