using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Xinfang.Testing;

namespace Xinfang.Law.Tests;

/// <summary>Each rule of the handbook is proved by a test that carries its id, or somebody is named who keeps it instead.</summary>
public partial class TheRules
{
    private static readonly ILookup<string, string> Tests = MarkedTests.ByRule;

    private static readonly ILookup<string, string> Types = MarkedTests.Sources("*.cs", "services", "ServiceDefaults", "gateway")
        .SelectMany(text => Declared().Matches(text).Select(match => (match.Groups["name"].Value, text))).ToLookup(type => type.Value, type => type.text);

    public static TheoryData<string> Ids => [.. Rules.All.Select(rule => rule.Id)];

    [Theory, MemberData(nameof(Ids))]
    public void Each_has_a_test_or_somebody_who_keeps_it_instead(string id)
    {
        var rule = Rules.All.Single(rule => rule.Id == id);
        Assert.True(Tests[id].Any() || rule.Instead is not null, $"{id} ({rule.What}) has no test that carries its id and no line that says who keeps it instead.");
    }

    [Fact]
    public void None_is_missing_from_the_list()
    {
        IEnumerable<string> Of(char letter, int from, int to) => Enumerable.Range(from, to - from + 1).Select(number => $"{letter}-{number:00}");
        Assert.Equal([.. Of('A', 1, 66), .. Of('C', 1, 18), .. Of('C', 20, 26), .. Of('P', 1, 6)], Rules.All.Select(rule => rule.Id));
    }

    [Fact]
    public void No_test_carries_an_id_that_is_not_a_rule() => Assert.Empty(Tests.Select(rule => rule.Key).Where(id => id[0] is not ('S' or 'O' or 'T' or 'K')).Except(Rules.All.Select(rule => rule.Id))); // rows of the report and measures are no rules of the Regulation

    [Fact]
    public void The_code_they_name_exists() =>
        Assert.DoesNotContain(Rules.All.SelectMany(rule => rule.Code), name => !Exists(name));

    /// <summary>The table of docs/law.md.</summary>
    internal static string Write()
    {
        var text = new StringBuilder("\n## Rules and what proves them\n\nA test that proves a rule carries its id. Where the third column begins with 代 somebody else keeps the rule.\n\n| rule | article | what it says, what keeps it | proved by |\n|---|---|---|---|\n");
        foreach (var rule in Rules.All)
        {
            var code = rule.Code.Length == 0 ? "" : $" ({string.Join(", ", rule.Code.Select(name => $"`{name}`"))})";
            var tests = Tests[rule.Id].Order(StringComparer.Ordinal).Select(test => $"`{test}`").ToList();
            text.Append(CultureInfo.InvariantCulture, $"| {rule.Id} | {rule.Article} | {rule.What}{code} | {(tests.Count > 0 ? string.Join("<br>", tests) : $"代 {rule.Instead}")} |\n");
        }
        return text.ToString();
    }

    private static bool Exists(string name) => name.Split('.') switch
    {
        [var type] => Types[type].Any(),
        [var type, var member] => Types[type].Any(text => Regex.IsMatch(text, $@"\b{member}\b")),
        _ => false,
    };

    [GeneratedRegex(@"\b(?:class|record|struct|enum|interface) (?:struct |class )?(?<name>[A-Z]\w*)")]
    private static partial Regex Declared();
}
