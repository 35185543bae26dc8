using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Xinfang.ServiceDefaults.Http;

namespace Xinfang.Insight.Tests.Reports;

/// <summary>The steps of a report over the wire. Each test has years of its own.</summary>
internal sealed class Desk(InsightApp app)
{
    public static object Yearly(string kind, int year) => new { kind, year };

    public HttpClient As(string account, DateTimeOffset at) => app.As(account, at);

    /// <summary>Drafted on 5 January of the year after.</summary>
    public async Task<JsonElement> DraftAsync(string kind, int year, string by = "supervisor", DateTimeOffset? at = null) =>
        await (await As(by, at ?? Wire.On(year + 1, 1, 5)).Put($"/reports/{Guid.CreateVersion7()}", Yearly(kind, year))).Json();

    public async Task<JsonElement> ReadAsync(Guid id, DateTimeOffset at) => await (await As("leader", at).Get($"/reports/{id}")).Json();

    /// <summary>Its text with something in every place that a person has to fill; headings changed as asked.</summary>
    public static JsonObject Filled(JsonElement report, string words = "全年学法12次，研究法治工作4次。", Func<int, string, string>? heading = null)
    {
        var text = report.GetProperty("text");
        return new()
        {
            ["title"] = text.Text("title"),
            ["opening"] = text.Text("opening"),
            ["sections"] = new JsonArray([.. text.GetProperty("sections").EnumerateArray().Select((section, at) => (JsonNode)new JsonObject
            {
                ["heading"] = heading?.Invoke(at, section.Text("heading")) ?? section.Text("heading"),
                ["paragraphs"] = new JsonArray([.. section.GetProperty("paragraphs").EnumerateArray().Select(paragraph => (JsonNode)new JsonObject
                {
                    ["key"] = paragraph.Text("key"), ["heading"] = paragraph.TryGetProperty("heading", out var above) ? above.GetString() : null, ["text"] = paragraph.Text("kind") == "ToWrite" ? words : paragraph.Text("text"),
                })]),
            })]),
        };
    }

    public async Task<HttpResponseMessage> WriteAsync(Guid id, JsonNode text, DateTimeOffset at, string by = "supervisor", string? version = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Put, new Uri($"/reports/{id}/text", UriKind.Relative)) { Content = new StringContent(text.ToJsonString(), System.Text.Encoding.UTF8, "application/json") };
        request.Headers.TryAddWithoutValidation("If-Match", version ?? $"\"{(await ReadAsync(id, at)).Text("version")}\"");
        return await As(by, at).SendAsync(request, TestContext.Current.CancellationToken);
    }

    /// <summary>Drafted, filled and approved in January of the year after.</summary>
    public async Task<Guid> ApprovedAsync(string kind, int year)
    {
        var (at, report) = (Wire.On(year + 1, 1, 20), await DraftAsync(kind, year));
        await (await WriteAsync(report.Id(), Filled(report), at)).Json();
        await (await As("office-head", at).Post($"/reports/{report.Id()}/approval", new { })).Json();
        return report.Id();
    }

    public static string Day(DateOnly day) => day.ToString("O", CultureInfo.InvariantCulture);

    public static IEnumerable<JsonElement> Items(JsonElement element, string name) => element.GetProperty(name).EnumerateArray();

    public static string Words(JsonElement report) => string.Concat(report.GetProperty("text").GetProperty("sections").EnumerateArray().SelectMany(section => section.GetProperty("paragraphs").EnumerateArray()).Select(paragraph => paragraph.Text("text")));
}
