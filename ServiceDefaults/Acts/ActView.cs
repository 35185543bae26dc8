using Xinfang.Law;

namespace Xinfang.ServiceDefaults.Acts;

/// <summary>An act the caller may do now, or may not and why.</summary>
/// <param name="Act">Name in code.</param>
/// <param name="Label">In Chinese, verb first.</param>
/// <param name="Open">May be done now.</param>
/// <param name="Href">Route of the service.</param>
/// <param name="Reason">Why it is closed.</param>
/// <param name="Basis">The article.</param>
public sealed record ActView(string Act, string Label, bool Open, string Href, string? Reason = null, string? Basis = null)
{
    /// <summary>Open without a refusal; else closed for its reason.</summary>
    public static ActView Of(string act, string label, string href, Refusal? refusal) => new(act, label, refusal is null, href, refusal?.Message, refusal?.Basis?.ToString());
}
