using System.Text.RegularExpressions;
using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting.Page;

/// <summary>Hides secrets: the values of secret parameters wherever they stand, and whole values whose name says that they are secret.</summary>
internal sealed partial class Masking(IEnumerable<IResource> model)
{
    public const string Mask = "******";
    private readonly Lazy<IReadOnlyList<string>> _secrets = new(() => [.. model.OfType<ParameterResource>().Where(parameter => parameter.Secret)
        .Select(parameter => parameter.Value).Where(value => value.Length >= 6).OrderByDescending(value => value.Length)]);

    public string Text(string text) => _secrets.Value.Aggregate(text, (left, secret) => left.Replace(secret, Mask, StringComparison.Ordinal));

    public string Variable(IResource resource, string name, string? value)
    {
        if (string.IsNullOrEmpty(value)) return "";
        var masked = Text(value);
        return masked == value && (Suspicious.IsMatch(name) || resource.Annotations.OfType<SecretVariableAnnotation>().Any(secret => secret.Variable == name)) ? Mask : masked;
    }

    [GeneratedRegex("password|secret|token|cookie|(^|_)key$", RegexOptions.IgnoreCase)]
    private static partial Regex Suspicious { get; }
}
