using Xinfang.Outreach.Api.Library;

namespace Xinfang.Outreach.Api.Media;

/// <summary>一分钟口播: what the counter says, in the order of the text, and how long it takes.</summary>
/// <param name="Text">The words.</param>
/// <param name="Characters">Characters spoken, without stops.</param>
/// <param name="Seconds">At four characters a second, slow enough for the old.</param>
internal sealed record CounterScript(string Text, int Characters, int Seconds)
{
    /// <summary>Characters in a second of calm speech.</summary>
    public const int Speed = 4;

    private const int Most = 60 * Speed;

    private const string End = "别的都写在这张单子上，拿不准随时打电话问。";

    public static CounterScript Of(Printed text)
    {
        var words = $"跟您说说“{text.Title}”。{text.Lead}";
        foreach (var (i, section) in text.Sections.Index())
        {
            var next = $"{(i == 0 ? "先说" : i == text.Sections.Count - 1 ? "最后，" : "再有，")}{section.Heading!.TrimEnd('？')}：{FirstSentence(section)}";
            if (Spoken(words) + Spoken(next) + Spoken(End) > Most) break;
            words += next;
        }
        words += End;
        return new(words, Spoken(words), (Spoken(words) + Speed - 1) / Speed);
    }

    private static string FirstSentence(MaterialSection section) => section.Text![..(section.Text!.IndexOf('。', StringComparison.Ordinal) + 1 is > 0 and var end ? end : section.Text.Length)];

    private static int Spoken(string text) => text.Count(char.IsLetterOrDigit);
}
