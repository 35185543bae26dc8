using System.Security.Cryptography;

namespace Aspire.Hosting.ApplicationModel;

/// <summary>A value the model needs but does not fix: a password, a limit.</summary>
public class ParameterResource(string name, Func<ParameterDefault?, string> callback, bool secret = false) : Resource(name), IManifestExpressionProvider, IValueProvider
{
    private readonly Lock _once = new();
    private string? _read;

    public bool Secret { get; } = secret;
    public string? Description { get; set; }
    public ParameterDefault? Default { get; set; }
    public string ValueExpression => $"{{{Name}.value}}";
    internal string Value { get { lock (_once) return _read ??= callback(Default); } }

    public ValueTask<string?> GetValueAsync(CancellationToken cancellationToken) => ValueTask.FromResult<string?>(Value);
}

/// <summary>Where a parameter's value comes from if configuration has none.</summary>
public abstract class ParameterDefault
{
    public abstract string GetDefaultValue();
}

/// <summary>A random value. <see cref="MinLength"/> counts characters; <see cref="Special"/> adds <c>-_.{}~()*+!</c>.</summary>
public sealed class GenerateParameterDefault : ParameterDefault
{
    public int MinLength { get; set; } = 22;
    public bool Lower { get; set; } = true;
    public bool Upper { get; set; } = true;
    public bool Numeric { get; set; } = true;
    public bool Special { get; set; } = true;

    public override string GetDefaultValue()
    {
        // Letters and digits that are not mistaken for one another when read aloud or typed from a screen.
        var kinds = new[] { (Lower, "abcdefghjkmnpqrstuvwxyz"), (Upper, "ABCDEFGHJKMNPQRSTUVWXYZ"), (Numeric, "23456789"), (Special, "-_.{}~()*+!") }
            .Where(kind => kind.Item1).Select(kind => kind.Item2).ToArray();
        if (kinds.Length == 0) throw new InvalidOperationException("A generated parameter needs at least one kind of character.");
        var characters = kinds.Select(kind => RandomNumberGenerator.GetItems<char>(kind, 1)[0])
            .Concat(RandomNumberGenerator.GetItems<char>(string.Concat(kinds), Math.Max(0, MinLength - kinds.Length))).ToArray();
        RandomNumberGenerator.Shuffle<char>(characters);
        return new(characters);
    }
}

/// <summary>Keeps a generated value in the data folder, so that it is the same after a restart.</summary>
internal sealed class KeptParameterDefault(string name, ParameterDefault value, Func<Running.DataFolder> folder) : ParameterDefault
{
    public override string GetDefaultValue() => folder().Keep(name, value.GetDefaultValue);
}
