using System.Text;
using System.Text.RegularExpressions;
using Xinfang.Testing;

namespace Xinfang.Architecture.Tests;

/// <summary>The codes that programs rely on and the words that people read, in one list.</summary>
public partial class Refusing
{
    [Fact]
    public void Every_code_is_listed_with_its_words()
    {
        var found = Directory.EnumerateFiles(Approved.Repository(), "*.cs", SearchOption.AllDirectories)
            .Where(path => Path.GetRelativePath(Approved.Repository(), path).Split(Path.DirectorySeparatorChar) is var parts
                && parts[0] is "services" or "gateway" or "ServiceDefaults" && !parts.Intersect(["bin", "obj", "Migrations"]).Any())
            .SelectMany(path => Code().Matches(File.ReadAllText(path)).Select(m => (Code: m.Groups[1].Value, Words: m.Groups[2].Value)))
            .Distinct().OrderBy(r => r.Code, StringComparer.Ordinal).ThenBy(r => r.Words, StringComparer.Ordinal).ToList();
        Assert.NotEmpty(found);

        var text = new StringBuilder("# Refusals\n\nEvery `type` of a problem is `urn:xinfang:` and a code of this list; codes are stable, words may improve. Kept by a test.\n\n| code | what people read |\n|---|---|\n");
        foreach (var (code, words) in found) text.Append(System.Globalization.CultureInfo.InvariantCulture, $"| `{code}` | {words} |\n");
        Approved.Document("docs/refusals.md", text.ToString());
    }

    [GeneratedRegex("""(?:Refusal|Problems\.Of|Invalid|new|Of)\(\s*"([a-z]+(?:-[a-z]+)*\.[a-z-]+)",\s*\$?"((?:[^"\\]|\\.)*)""")]
    private static partial Regex Code();
}
