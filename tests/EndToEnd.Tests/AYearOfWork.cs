using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Xinfang.EndToEnd.Tests.Running;
using Xinfang.Testing;

namespace Xinfang.EndToEnd.Tests;

/// <summary>
/// A whole year of work in rehearsal time: every month some petitions handled in time, late, extended, declined, contested, told again, withdrawn, mediated, reviewed, decided anew, carried out, supervised. After it each counter is what
/// the deciding services' databases say, and the reports of the year say what the dashboard says.
/// </summary>
[Collection(nameof(YearSystem))]
public sealed partial class AYearOfWork(YearSystem system)
{
    private const string Reports = "/api/insight/reports";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private static int Year => People.Today.Year + 1;

    [Fact, Rule("A-54"), Rule("S-78")]
    public async Task Every_counter_of_the_year_holds_and_the_reports_say_what_the_dashboard_says()
    {
        await new YearsPetitions(system).PlayAsync(Year, Ct);
        await system.ForwardToAsync(new(Year + 1, 4, 20)); // what was late has passed its terms
        await Rows.SettledAsync(system, Ct);
        await AssertCountersAsync();
        foreach (var kind in new[] { "RuleOfLaw", "Petitions" }) await ReportAsync(kind);
    }

    private async Task AssertCountersAsync()
    {
        var expected = await IndependentCount.ReadAsync(system.Database("intake"), system.Database("case-handling"), system.Today, Ct);
        IReadOnlyList<string> differences = [];
        try
        {
            await Eventually.Holds(async () =>
            {
                var counters = (await MeasuresAsync()).GetProperty("counters");
                differences = [.. expected.Where(each => counters.GetProperty(each.Key).GetInt64() != each.Value).Select(each => $"{each.Key}: insight {counters.GetProperty(each.Key)}, by SQL {each.Value}")];
                return differences.Count == 0;
            }, TimeSpan.FromSeconds(60), Ct);
        }
        catch (TimeoutException)
        {
            Assert.Fail(string.Join('\n', differences));
        }
        Assert.Empty(expected.Where(each => each.Value == 0 && each.Key is not ("unanswered-open")).Select(each => each.Key)); // what never happened proves nothing; after a year nothing is open in its term
    }

    private async Task<JsonElement> MeasuresAsync() =>
        (await system.People.GetAsync("leader", string.Create(CultureInfo.InvariantCulture, $"/api/insight/measures?from={Year}-01-01&until={Year + 1}-01-01&basis=Received"), Ct)).Json;

    /// <summary>Drafted, completed, approved by another, printed: each figure in it is the dashboard's, and stands in the paper.</summary>
    private async Task ReportAsync(string kind)
    {
        var path = $"{Reports}/{Guid.CreateVersion7()}";
        var drafted = await SendAsync("clerk", HttpMethod.Put, path, new { kind, year = Year, basis = "Received" });
        var shown = (await MeasuresAsync()).GetProperty("rows").EnumerateArray().ToDictionary(row => row.GetProperty("code").GetString()!);
        var figures = Paragraphs(drafted).Where(paragraph => paragraph.TryGetProperty("figures", out var found) && found.ValueKind is JsonValueKind.Array).SelectMany(paragraph => paragraph.GetProperty("figures").EnumerateArray()).ToList();
        Assert.True(figures.Count > 8);
        Assert.All(figures, figure =>
        {
            var row = shown[figure.GetProperty("code").GetString()!];
            Assert.Equal((row.GetProperty("part").GetInt64(), row.GetProperty("all").GetInt64(), Bare(row.GetProperty("value"))),
                (figure.GetProperty("part").GetInt64(), figure.GetProperty("all").GetInt64(), Bare(figure.GetProperty("value"))));
        });

        await SendAsync("clerk", HttpMethod.Put, $"{path}/text", Filled(drafted), drafted.GetProperty("version").GetRawText());
        await system.People.ActAsync("office-head", $"{path}/approval", new { }, Ct);
        var paper = await PaperAsync(path);
        foreach (var paragraph in Paragraphs(drafted).Where(paragraph => paragraph.GetProperty("kind").GetString() == "Figures"))
            Assert.Contains(Unspaced(paragraph.GetProperty("text").GetString()!), paper, StringComparison.Ordinal);
    }

    private async Task<JsonElement> SendAsync(string account, HttpMethod method, string path, object body, string? version = null)
    {
        var request = await system.People.AsAsync(account, method, path, body);
        if (version is not null) request.Headers.TryAddWithoutValidation("If-Match", $"\"{version}\"");
        var answer = await system.People.SendAsync(request, Ct);
        return answer.IsDone ? answer.Json : throw new InvalidOperationException($"{path}: {answer}");
    }

    private static JsonObject Filled(JsonElement report)
    {
        var text = JsonNode.Parse(report.GetProperty("text").GetRawText())!.AsObject();
        foreach (var paragraph in text["sections"]!.AsArray().SelectMany(section => section!["paragraphs"]!.AsArray()))
        {
            if (paragraph!["kind"]!.GetValue<string>() == "ToWrite") paragraph["text"] = "全年学法12次，研究法治工作4次。";
            foreach (var drafted in new[] { "kind", "figures", "table", "hint" }) paragraph.AsObject().Remove(drafted);
        }
        return text;
    }

    /// <summary>Words of the PDF without spaces and line ends; both files are left in artifacts for people to look at.</summary>
    private async Task<string> PaperAsync(string path)
    {
        var folder = Directory.CreateDirectory(Path.Combine(Approved.Repository(), "artifacts", "year")).FullName;
        var name = Path.Combine(folder, path[^8..]);
        foreach (var kind in new[] { "docx", "pdf" })
        {
            using var answer = await system.Http.SendAsync(await system.People.AsAsync("leader", HttpMethod.Get, $"{path}/report.{kind}"), Ct);
            answer.EnsureSuccessStatusCode();
            await File.WriteAllBytesAsync($"{name}.{kind}", await answer.Content.ReadAsByteArrayAsync(Ct), Ct);
        }
        using var reading = Process.Start(new ProcessStartInfo("pdftotext", ["-layout", $"{name}.pdf", "-"]) { RedirectStandardOutput = true })!;
        var words = await reading.StandardOutput.ReadToEndAsync(Ct);
        await reading.WaitForExitAsync(Ct);
        return Unspaced(string.Concat(words.Split('\n').Where(line => !PageNumber().IsMatch(line))));
    }

    [GeneratedRegex(@"^\s*—\s*\d+\s*—\s*$")]
    private static partial Regex PageNumber();

    private static IEnumerable<JsonElement> Paragraphs(JsonElement report) => report.GetProperty("text").GetProperty("sections").EnumerateArray().SelectMany(section => section.GetProperty("paragraphs").EnumerateArray());

    private static string Bare(JsonElement value) => Unspaced(value.GetString()!);

    private static string Unspaced(string words) => string.Concat(words.Where(sign => !char.IsWhiteSpace(sign)));
}

/// <summary>A system whose day moves through one year and a quarter; nobody else's.</summary>
public sealed class YearSystem : RehearsedSystem;

[CollectionDefinition(nameof(YearSystem))]
public sealed class UsesYearSystem : ICollectionFixture<YearSystem>;
