using System.Text.RegularExpressions;

namespace Xinfang.Testing;

/// <summary>Tests that carry the id of a rule (<see cref="RuleAttribute"/>), read from the sources: a clean clone needs no other build than that of the asking project.</summary>
public static partial class MarkedTests
{
    private static readonly string Root = Approved.Repository();

    /// <summary>Id → class or class.method, each once.</summary>
    public static ILookup<string, string> ByRule { get; } = Sources("*.cs", "tests").SelectMany(Marked).Distinct().ToLookup(mark => mark.Rule, mark => mark.Test);

    /// <summary>The text of every such file below the folders of the repository, without what a build made.</summary>
    public static IEnumerable<string> Sources(string pattern, params string[] folders) => folders
        .SelectMany(folder => Directory.EnumerateFiles(Path.Combine(Root, folder), pattern, SearchOption.AllDirectories))
        .Where(path => !path.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal)
            && !path.Contains($"{Path.DirectorySeparatorChar}bin{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
        .Select(File.ReadAllText);

    /// <summary>The id stands above a test, or above a class whose every test proves the rule.</summary>
    private static IEnumerable<(string Rule, string Test)> Marked(string source)
    {
        foreach (Match mark in Mark().Matches(source))
        {
            var subject = Subject().Match(source, mark.Index);
            if (!subject.Success) continue;
            var type = subject.Groups["class"].Success ? null : Class().Matches(source[..mark.Index]).LastOrDefault()?.Groups["class"].Value;
            yield return (mark.Groups["id"].Value, type is null ? subject.Groups["class"].Value : $"{type}.{subject.Groups["method"].Value}");
        }
    }

    [GeneratedRegex(@"(?<=^[ \t]*\[[^\r\n]*)\bRule\(""(?<id>[A-Z]-\d+)""\)", RegexOptions.Multiline)]
    private static partial Regex Mark();

    [GeneratedRegex(@"^(?:public|internal)[^\r\n=;(]*\bclass (?<class>\w+)|^[ \t]+public [^\r\n=;(]*?\b(?<method>\w+)\(", RegexOptions.Multiline)]
    private static partial Regex Subject();

    [GeneratedRegex(@"^(?:public|internal)[^\r\n=;(]*\bclass (?<class>\w+)", RegexOptions.Multiline)]
    private static partial Regex Class();
}
