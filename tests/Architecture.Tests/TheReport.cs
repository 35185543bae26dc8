using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Xinfang.Testing;

namespace Xinfang.Architecture.Tests;

/// <summary>docs/report-coverage.md: each line of the office's own report, and where the program does what it says.</summary>
public partial class TheReport
{
    private static readonly HashSet<string> Pages = [.. MarkedTests.Sources("*.razor", "services/Portal/Portal").SelectMany(text => Page().Matches(text).Select(match => match.Groups["path"].Value))];

    // Kept equal to what the services say about themselves by a test that asks the running system.
    private static readonly HashSet<string> Endpoints = [.. Endpoint().Matches(File.ReadAllText(Path.Combine(Approved.Repository(), "docs", "authorization.md"))).Select(match => match.Groups["endpoint"].Value)];

    public static TheoryData<string> Ids => [.. ReportRows.All.Select(row => row.Id)];

    [Fact]
    public void Is_covered_as_the_document_says() => Approved.Document("docs/report-coverage.md", Write());

    [Fact]
    public void Has_all_its_lines() => Assert.Equal(Of(1, 78), ReportRows.All.Select(row => row.Id));

    [Theory, MemberData(nameof(Ids))]
    public void Each_line_has_a_test_or_a_page_or_says_what_it_waits_for(string id)
    {
        var row = Row(id);
        Assert.True(row.Open is not null || row.Where.Length > 0 || MarkedTests.ByRule[id].Any(), $"{id} ({row.Says}) has neither test nor page, and does not say what it waits for.");
    }

    [Theory, MemberData(nameof(Ids))]
    public void A_line_that_is_open_has_nothing_yet(string id) =>
        Assert.False(Row(id).Open is not null && (Row(id).Where.Length > 0 || MarkedTests.ByRule[id].Any()), $"{id} says that it waits for {Row(id).Open}, and has a test or a page: drop the line Open.");

    [Fact]
    public void No_line_is_left_open() => Assert.DoesNotContain(ReportRows.All, row => row.Open is not null);

    [Fact]
    public void The_pages_and_endpoints_it_names_exist() => Assert.DoesNotContain(ReportRows.All.SelectMany(row => row.Where), where => !(where[0] == '/' ? Pages : Endpoints).Contains(where));

    [Fact]
    public void No_test_carries_a_line_that_the_report_does_not_have() => Assert.Empty(MarkedTests.ByRule.Select(mark => mark.Key).Where(id => id[0] == 'S').Except(ReportRows.All.Select(row => row.Id)));

    private static ReportRow Row(string id) => ReportRows.All.Single(row => row.Id == id);

    private static string Write()
    {
        var text = new StringBuilder("""
            # The report and the program

            The office's report of 2024 on law-based government, line by line (numbers of the handbook, §12), what each says in short, and where the program does it. Written by a test from
            `tests/Architecture.Tests/ReportRows.cs` and the ids that tests carry; to change it, change the table or mark a test, then run `Architecture.Tests` with `APPROVE=1`.

            Services: I intake, C case handling, O outreach, T training, R insight. The place is the part of the report: 1.3 is 一（三）, 2.2 the second deficiency.


            """.ReplaceLineEndings("\n"));
        text.Append(CultureInfo.InvariantCulture, $"{ReportRows.All.Count} lines: {ReportRows.All.Count(row => MarkedTests.ByRule[row.Id].Any())} with a test that carries their id, ")
            .Append(CultureInfo.InvariantCulture, $"{ReportRows.All.Count(row => row.Open is null && !MarkedTests.ByRule[row.Id].Any())} with a page or endpoint alone, {ReportRows.All.Count(row => row.Open is not null)} open.\n\n")
            .Append("| line | place | what it says | service | where | proved by |\n|---|---|---|---|---|---|\n");
        foreach (var row in ReportRows.All)
        {
            var tests = MarkedTests.ByRule[row.Id].Order(StringComparer.Ordinal).Select(test => $"`{test}`");
            text.Append(CultureInfo.InvariantCulture, $"| {row.Id} | {row.Place} | {row.Says} | {row.Service} | {(row.Open is { } open ? $"open: {open}" : string.Join("<br>", row.Where.Select(where => $"`{where}`")))} | {string.Join("<br>", tests)} |\n");
        }
        return text.ToString();
    }

    private static IEnumerable<string> Of(int from, int to) => Enumerable.Range(from, to - from + 1).Select(number => string.Create(CultureInfo.InvariantCulture, $"S-{number:00}"));

    [GeneratedRegex("@page \"(?<path>[^\"]+)\"")]
    private static partial Regex Page();

    [GeneratedRegex(@"^\| `(?<endpoint>[^`]+)`", RegexOptions.Multiline)]
    private static partial Regex Endpoint();
}
