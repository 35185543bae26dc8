using System.Globalization;
using Xinfang.Portal.Parts;

namespace Xinfang.Portal.Desk.Supervising;

/// <summary>What was typed into a form that a table describes, as the body of a request.</summary>
internal static class FormBody
{
    /// <summary>Reads the form into a body; what is wrong is said at its field.</summary>
    public static Dictionary<string, object?> Read(FormPage page, FormState form, HttpContext http, DateOnly today)
    {
        var body = new Dictionary<string, object?>();
        foreach (var field in page.Fields) if (Value(field, field.Name) is { } value) body[field.Name] = value;
        if (page.Group is not { } group) return body;
        List<Dictionary<string, object?>> lines = [];
        for (var line = 1; line <= group.Lines; line++)
        {
            var at = line;
            if (group.Fields.All(field => form[Name(group, at, field)].Trim().Length == 0 || field.Kind is FieldKind.Number)) continue;
            lines.Add(group.Fields.Select(field => (field.Name, Value: Value(field, Name(group, at, field)))).Where(each => each.Value is not null).ToDictionary(each => each.Name, each => each.Value));
        }
        body[group.Name] = lines;
        return body;

        object? Value(FormField field, string name)
        {
            var text = form[name].Trim();
            if (text.Length == 0 && field.Optional) return null;
            switch (field.Kind)
            {
                case FieldKind.Number:
                    if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)) return number;
                    form.Refuse(name, $"{field.Label}请填数字");
                    return null;
                case FieldKind.Day:
                    if (StaffDate.Read(text, today) is { } day) return day;
                    form.Refuse(name, $"{field.Label}看不懂，请打0415或者2026-04-15");
                    return null;
                case FieldKind.Time:
                    if (TimeOnly.TryParseExact(text, ["H:mm", "HH:mm", "HHmm"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var time)) return time;
                    form.Refuse(name, $"{field.Label}看不懂，请打9:00");
                    return null;
                case FieldKind.Lines:
                    form.Need(name, $"请写{field.Label}", 1, field.Max);
                    return text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
                case FieldKind.Organs:
                    var chosen = http.Request.HasFormContentType ? http.Request.Form[name].OfType<string>().Where(code => code.Length > 0).ToArray() : [];
                    if (chosen.Length == 0 && !field.Optional) form.Refuse(name, $"请选{field.Label}");
                    return chosen;
                case FieldKind.Choice or FieldKind.Organ:
                    return form.Need(name, $"请选{field.Label}");
                default:
                    return form.Need(name, $"请写{field.Label}", 1, field.Max);
            }
        }
    }

    /// <summary>Name of a field in the line of a group.</summary>
    public static string Name(FormGroup group, int line, FormField field) => $"{group.Name}-{line.ToString(CultureInfo.InvariantCulture)}-{field.Name}";
}
