using System.Text.RegularExpressions;
using Xinfang.Testing;

namespace Xinfang.Architecture.Tests;

/// <summary>Nothing in the repository may point to a real person, hold a key, or tell where it was made.</summary>
public partial class PeopleAreMadeUp
{
    private static readonly string[] TextFiles = [".cs", ".razor", ".json", ".md", ".yaml", ".yml", ".html", ".css", ".js", ".py", ".props", ".csproj", ""];

    // Published samples and synthetic vectors of the identifier algorithms; none was ever given to a person.
    private static readonly HashSet<string> KnownSamples =
    [
        "11010519491231002X", "120104199003074515", "120104194901010019", "120104200002290027", "120104196208158882", "120104190102300011",
    ];

    private static readonly IReadOnlyList<string> Files = [.. Directory.EnumerateFiles(Approved.Repository(), "*", SearchOption.AllDirectories)
        .Where(path => !Path.GetRelativePath(Approved.Repository(), path).Split(Path.DirectorySeparatorChar).Intersect(["bin", "obj", ".git", ".data", "artifacts", "Migrations"]).Any())
        .Where(path => TextFiles.Contains(Path.GetExtension(path)) && new FileInfo(path).Length < 2_000_000)];

    [Fact]
    public void Mobile_numbers_are_ones_that_nobody_can_have() =>
        None(Mobile(), number => !number.Contains("0000", StringComparison.Ordinal));

    [Fact]
    public void Identity_numbers_are_the_published_samples() =>
        None(IdentityNumber(), number => !KnownSamples.Contains(number.ToUpperInvariant()) && Law.Identifiers.IsIdentityNumber(number, new DateOnly(2026, 11, 24), out _));

    [Fact]
    public void No_private_key_is_kept_here() => None(PrivateKey(), _ => true);

    private static void None(Regex pattern, Func<string, bool> bad) => Assert.Empty(Files.SelectMany(file => pattern
        .Matches(File.ReadAllText(file)).Select(m => m.Value).Where(bad).Select(value => $"{Path.GetRelativePath(Approved.Repository(), file)}: {value}")));

    [GeneratedRegex(@"(?<![\d.])1[3-9]\d{9}(?![\d.])")]
    private static partial Regex Mobile();

    [GeneratedRegex(@"(?<!\d)[1-8]\d{16}[\dXx](?!\d)")]
    private static partial Regex IdentityNumber();

    [GeneratedRegex("-----BEGIN [A-Z ]*PRIVATE KEY")]
    private static partial Regex PrivateKey();
}
