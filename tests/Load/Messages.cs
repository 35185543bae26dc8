using System.Globalization;
using System.Text.Json;
using Xinfang.Intake.Recognition;

namespace Xinfang.Load;

/// <summary>A line of a file of messages: JSON with topic and detail, and what else the command needs.</summary>
internal sealed record LoadedMessage(string Id, string User, DateTime Time, Wording Wording, string? Label)
{
    public static List<LoadedMessage> Read(string path) => [.. File.ReadLines(path).Where(line => line.Length > 0).Select(Parse)];

    private static LoadedMessage Parse(string line)
    {
        using var json = JsonDocument.Parse(line);
        var root = json.RootElement;
        var at = DateTime.TryParse(Text("time"), CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time : DateTime.MinValue;
        return new(Text("id") ?? "", Text("user") ?? "", at, new Wording(Text("topic") ?? "", Text("detail") ?? ""), Text("label"));

        string? Text(string name) => root.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.String ? value.GetString() : null;
    }
}
