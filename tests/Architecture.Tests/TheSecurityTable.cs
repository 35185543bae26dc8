using System.Text.RegularExpressions;
using Xinfang.Testing;

namespace Xinfang.Architecture.Tests;

/// <summary>docs/security.md names code and tests that are there, and leaves no requirement without a word.</summary>
public partial class TheSecurityTable
{
    private static readonly string Repository = Approved.Repository();

    private static readonly IReadOnlyList<string[]> Rows =
    [
        .. File.ReadAllLines(Path.Combine(Repository, "docs", "security.md")).Where(line => Requirement().IsMatch(line))
            .Select(line => line.Trim('|', ' ').Split('|', StringSplitOptions.TrimEntries)),
    ];

    private static readonly Lazy<HashSet<string>> Tests = new(() =>
    [
        .. from file in Directory.EnumerateFiles(Path.Combine(Repository, "tests"), "*.cs", SearchOption.AllDirectories)
           where !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal)
           let text = File.ReadAllText(file)
           from type in TestClass().Matches(text)
           from method in TestMethod().Matches(text)
           select $"{type.Groups[1].Value}.{method.Groups[1].Value}",
    ]);

    [Fact]
    public void Every_requirement_has_code_and_a_test_or_a_reason() => Assert.All(Rows, row =>
    {
        Assert.Equal(4, row.Length);
        Assert.All(Quoted(row[2]), path => Assert.True(File.Exists(Path.Combine(Repository, path)), $"{row[0]}: {path} is not there"));
        Assert.NotEmpty(Quoted(row[2]));
        if (row[3].StartsWith("open: ", StringComparison.Ordinal) || row[3].StartsWith("not applicable: ", StringComparison.Ordinal)) return;
        Assert.NotEmpty(Quoted(row[3]));
        Assert.All(Quoted(row[3]), test => Assert.True(Tests.Value.Contains(test), $"{row[0]}: there is no test {test}"));
    });

    [Fact]
    public void No_requirement_stands_twice() => Assert.Equal(Rows.Select(row => row[0]).Distinct(StringComparer.Ordinal), Rows.Select(row => row[0]));

    private static List<string> Quoted(string cell) => [.. InTicks().Matches(cell).Select(match => match.Groups[1].Value)];

    [GeneratedRegex(@"^\| \d+\.\d+\.\d+")]
    private static partial Regex Requirement();

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex InTicks();

    [GeneratedRegex(@"public (?:sealed )?(?:partial )?class (\w+)")]
    private static partial Regex TestClass();

    [GeneratedRegex(@"public (?:static )?(?:async )?(?:Task|void|ValueTask) (\w+)\(")]
    private static partial Regex TestMethod();
}
