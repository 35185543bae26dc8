namespace Xinfang.Portal.Parts;

/// <summary>What was typed into a form and what is wrong with it, by field name and in the order found.</summary>
public sealed class FormState
{
    private readonly Dictionary<string, string> _values = new(StringComparer.Ordinal);
    private readonly List<(string Field, string Message)> _errors = [];

    /// <summary>What is wrong, first to last.</summary>
    public IReadOnlyList<(string Field, string Message)> Errors => _errors;

    /// <summary>Nothing is wrong.</summary>
    public bool Valid => _errors.Count == 0;

    /// <summary>有3处要改：, for the title of the page.</summary>
    public string TitlePrefix => Valid ? "" : $"有{_errors.Count}处要改：";

    /// <summary>What is in a field.</summary>
    public string this[string field]
    {
        get => _values.GetValueOrDefault(field, "");
        set => _values[field] = value;
    }

    /// <summary>A box is ticked.</summary>
    public bool Has(string field) => this[field] is not "";

    /// <summary>The message at a field, or null.</summary>
    public string? ErrorOf(string field) => _errors.Find(error => error.Field == field).Message;

    /// <summary>Says what is wrong, in words that say the repair.</summary>
    public void Refuse(string field, string message)
    {
        if (ErrorOf(field) is null) _errors.Add((field, message));
    }

    /// <summary>Refuses an empty field.</summary>
    /// <returns>The trimmed text.</returns>
    public string Need(string field, string message, int atLeast = 1, int atMost = int.MaxValue)
    {
        var text = this[field].Trim();
        if (text.Length < atLeast) Refuse(field, message);
        else if (text.Length > atMost) Refuse(field, $"最多{atMost}个字，现在{text.Length}个字");
        return text;
    }

    /// <summary>Takes over what was posted.</summary>
    public void Take(IFormCollection posted)
    {
        ArgumentNullException.ThrowIfNull(posted);
        foreach (var (name, value) in posted)
        {
            // A text area posts CRLF; one length everywhere.
            if (!name.StartsWith('_')) _values[name] = value.ToString().Replace("\r\n", "\n", StringComparison.Ordinal);
        }
    }

    /// <summary>Puts the errors of an answer at their fields; what has no field here is left to the caller.</summary>
    /// <param name="errors">By field of the body.</param>
    /// <param name="fieldOf">Name in the body → name in the form, or null.</param>
    /// <returns>Whether every error found a field.</returns>
    public bool TakeErrors(IReadOnlyDictionary<string, string[]> errors, Func<string, string?> fieldOf)
    {
        ArgumentNullException.ThrowIfNull(errors);
        ArgumentNullException.ThrowIfNull(fieldOf);
        var all = true;
        foreach (var (name, messages) in errors)
        {
            if (messages.Length == 0) continue;
            if (fieldOf(name) is { } field) Refuse(field, messages[0]);
            else all = false;
        }
        return all;
    }
}
