using System.Globalization;
using System.Text.RegularExpressions;
using Xinfang.Portal.Api;
using Xinfang.Portal.Parts;

namespace Xinfang.Portal.Desk.Library;

/// <summary>A text as fields of a form, and back. Rows left empty are no rows.</summary>
internal static partial class EditForm
{
    public const int MostSections = 6, MostQuestions = 5;

    public static void Fill(FormState form, MaterialDetail material)
    {
        var content = material.Content;
        (form["row"], form["topic"], form["audience"]) = (material.RowVersion.ToString(CultureInfo.InvariantCulture), material.Topic, material.Audience);
        (form["title"], form["lead"]) = (content.Title, content.Lead);
        foreach (var (i, section) in content.Sections.Index())
            (form[$"s{i + 1}-heading"], form[$"s{i + 1}-text"], form[$"s{i + 1}-figure"], form[$"s{i + 1}-label"]) = (section.Heading, section.Text, section.Figure ?? "", section.FigureLabel ?? "");
        form["basis"] = string.Join('\n', content.Basis.Select(basis => $"{basis.Instrument} {basis.Number}"));
        foreach (var (i, question) in (content.Questions ?? []).Index())
            (form[$"q{i + 1}-text"], form[$"q{i + 1}-options"], form[$"q{i + 1}-why"]) = (question.Text, string.Join('\n', question.Options.Select((option, place) => (place == question.Right ? "*" : "") + option)), question.Why);
    }

    /// <summary>What was typed; what cannot be read is said at its field.</summary>
    public static TextContent Read(FormState form) => new(form["title"].Trim(), form["lead"].Trim(), [.. Sections(form)], [.. Basis(form)], [.. Questions(form)]);

    /// <summary>The field of a member of the body: text.content.sections[1].text → s2-text.</summary>
    public static string? FieldOf(string member)
    {
        var name = member.ToLowerInvariant();
        if (Row().Match(name) is { Success: true } row)
            return (row.Groups[1].Value, row.Groups[3].Value) switch
            {
                ("sections", var part) => $"s{int.Parse(row.Groups[2].Value, CultureInfo.InvariantCulture) + 1}-{(part == "figurelabel" ? "label" : part)}",
                ("questions", var part) => $"q{int.Parse(row.Groups[2].Value, CultureInfo.InvariantCulture) + 1}-{(part == "right" ? "options" : part)}",
                _ => "basis",
            };
        return name.Split('.')[^1] switch
        {
            "sections" => "s1-heading",
            "questions" => "q1-text",
            var last => last is "title" or "lead" or "basis" or "topic" or "audience" or "slug" or "kind" ? last : null,
        };
    }

    private static IEnumerable<TextSection> Sections(FormState form)
    {
        for (var n = 1; n <= MostSections; n++)
        {
            var (heading, text, figure, label) = (form[$"s{n}-heading"].Trim(), form[$"s{n}-text"].Trim(), form[$"s{n}-figure"].Trim(), form[$"s{n}-label"].Trim());
            if (heading.Length + text.Length + figure.Length + label.Length > 0) yield return new(heading, text, figure.Length > 0 ? figure : null, label.Length > 0 ? label : null);
        }
    }

    private static IEnumerable<TextBasis> Basis(FormState form)
    {
        foreach (var line in Lines(form["basis"]))
        {
            var match = Provision().Match(line);
            if (match.Success) yield return new(match.Groups[1].Value.Trim(), int.Parse(match.Groups[2].Value, CultureInfo.InvariantCulture));
            else form.Refuse("basis", $"“{line}”要写名称和条数，例如：信访工作条例 34");
        }
    }

    private static IEnumerable<TextQuestion> Questions(FormState form)
    {
        for (var n = 1; n <= MostQuestions; n++)
        {
            var (text, options, why) = (form[$"q{n}-text"].Trim(), Lines(form[$"q{n}-options"]), form[$"q{n}-why"].Trim());
            if (text.Length + options.Length + why.Length == 0) continue;
            var right = Array.FindIndex(options, option => option.StartsWith('*'));
            if (right < 0 || options.Count(option => option.StartsWith('*')) > 1) form.Refuse($"q{n}-options", "对的那一个前面写一个星号*，只能有一个");
            yield return new(text, [.. options.Select(option => option.TrimStart('*').Trim())], Math.Max(0, right), why);
        }
    }

    private static string[] Lines(string text) => text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    [GeneratedRegex(@"(sections|questions|basis)\[(\d+)\]\.?(\w*)")]
    private static partial Regex Row();

    [GeneratedRegex(@"^《?([^《》\d]+)》?\s*第?(\d{1,4})条?$")]
    private static partial Regex Provision();
}
