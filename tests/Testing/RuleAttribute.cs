using Xunit.v3;

namespace Xinfang.Testing;

/// <summary>The test proves a rule of the handbook, by its id: A-01 to A-66 (《信访工作条例》), C-01 to C-26 (the rules beside it), P-01 to P-06 (counting); docs/law.md lists them. S-01 to S-78 are the lines of the yearly report; docs/report-coverage.md lists them. O-1 to O-10, T-1 to T-7 and K-01 on are measures.</summary>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Class, AllowMultiple = true)]
public sealed class RuleAttribute(string id) : Attribute, ITraitAttribute
{
    /// <summary>The id of the rule, as A-38.</summary>
    public string Id { get; } = id;

    /// <inheritdoc/>
    public IReadOnlyCollection<KeyValuePair<string, string>> GetTraits() => [new("rule", Id)];
}
