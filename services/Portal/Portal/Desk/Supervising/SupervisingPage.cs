using System.Globalization;
using Microsoft.AspNetCore.Components;
using Xinfang.Portal.Api;
using Xinfang.Portal.Parts;

namespace Xinfang.Portal.Desk.Supervising;

/// <summary>A page about things of supervision; which kind, the address says.</summary>
public abstract class SupervisingPage : DeskPage
{
    /// <summary>supervisions, violations …</summary>
    [Parameter] public string KindKey { get; set; } = "";

    /// <summary>CaseHandling's routes of supervision.</summary>
    [Inject] protected SupervisionClient Supervision { get; set; } = null!;

    /// <summary>The clock, for days typed short.</summary>
    [Inject] protected Clock Clock { get; set; } = null!;

    internal Kind? Kind => Kinds.All.GetValueOrDefault(KindKey);

    /// <summary>Where the list of this kind is.</summary>
    protected string Root => $"/desk/supervision/{KindKey}";

    /// <summary>Reads the form into a body; what is wrong is said at its field.</summary>
    private protected Dictionary<string, object?> Body(FormPage page)
    {
        var body = new Dictionary<string, object?>();
        foreach (var field in page.Fields) if (Value(field, field.Name) is { } value) body[field.Name] = value;
        if (page.Group is not { } group) return body;
        List<Dictionary<string, object?>> lines = [];
        for (var line = 1; line <= group.Lines; line++)
        {
            var at = line;
            if (group.Fields.All(field => Form[Name(group, at, field)].Trim().Length == 0 || field.Kind is FieldKind.Number)) continue;
            lines.Add(group.Fields.Select(field => (field.Name, Value: Value(field, Name(group, at, field)))).Where(each => each.Value is not null).ToDictionary(each => each.Name, each => each.Value));
        }
        body[group.Name] = lines;
        return body;
    }

    internal static string Name(FormGroup group, int line, FormField field) => $"{group.Name}-{line.ToString(CultureInfo.InvariantCulture)}-{field.Name}";

    private object? Value(FormField field, string name)
    {
        var text = Form[name].Trim();
        if (text.Length == 0 && field.Optional) return null;
        switch (field.Kind)
        {
            case FieldKind.Number:
                if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)) return number;
                Form.Refuse(name, $"{field.Label}请填数字");
                return null;
            case FieldKind.Day:
                if (StaffDate.Read(text, Clock.Today) is { } day) return day;
                Form.Refuse(name, $"{field.Label}看不懂，请打0415或者2026-04-15");
                return null;
            case FieldKind.Time:
                if (TimeOnly.TryParseExact(text, ["H:mm", "HH:mm", "HHmm"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var time)) return time;
                Form.Refuse(name, $"{field.Label}看不懂，请打9:00");
                return null;
            case FieldKind.Lines:
                Form.Need(name, $"请写{field.Label}", 1, field.Max);
                return text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
            case FieldKind.Organs:
                var chosen = Http.Request.HasFormContentType ? Http.Request.Form[name].OfType<string>().Where(code => code.Length > 0).ToArray() : [];
                if (chosen.Length == 0 && !field.Optional) Form.Refuse(name, $"请选{field.Label}");
                return chosen;
            case FieldKind.Choice or FieldKind.Organ:
                return Form.Need(name, $"请选{field.Label}");
            default:
                return Form.Need(name, $"请写{field.Label}", 1, field.Max);
        }
    }
}
