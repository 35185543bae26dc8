using System.Text.RegularExpressions;

namespace Xinfang.Documents.Checks;

/// <summary>L01–L05, L24, L34: marks.</summary>
internal static partial class Punctuation
{
    private static readonly Dictionary<char, char> Pairs = new() { ['《'] = '》', ['（'] = '）', ['〔'] = '〕', ['“'] = '”', ['‘'] = '’' };

    public static IEnumerable<Finding> Check(CheckedDocument document)
    {
        foreach (var found in Linter.Matches(document, HalfWidth(), "L01", Severity.Error, mark => $"中文里用了半角“{mark}”，改成全角。")) yield return found;
        foreach (var found in Linter.Matches(document, FullWidth(), "L02", Severity.Warning, mark => $"“{mark.Trim()}”的全角、半角用反了：数字字母用半角，句号用全角，句子中间不空格。")) yield return found;
        foreach (var found in Linter.Matches(document, Doubled(), "L05", Severity.Error, marks => $"标点“{marks}”重复。", match => match.Value.All(mark => mark == '…'))) yield return found;
        foreach (var found in Linter.Matches(document, Placeholder(), "L24", Severity.Error, text => $"“{text}”是没有填的空，填上或者删掉。")) yield return found;
        foreach (var (number, paragraph) in Linter.Own(document))
        {
            if (Crossed(paragraph.Text) is { } at) yield return new("L03", Severity.Error, number, at, Linter.Excerpt(paragraph.Text, at, 1), "括号、书名号或者引号不成对。");
            if (paragraph.Role is not ParagraphRole.Attachment && Unended(document, number, paragraph.Text))
                yield return new("L04", Severity.Error, number, Math.Max(0, paragraph.Text.Length - 1), Linter.Excerpt(paragraph.Text, paragraph.Text.Length - 1, 1), "段末没有句号。");
        }
        if (document.Addressee is { } addressee && !addressee.EndsWith('：'))
            yield return new("L34", Severity.Error, 0, 0, "", "主送单位或者称呼后面要用全角冒号。");
    }

    private static int? Crossed(string text)
    {
        Stack<(char Close, int At)> open = new();
        for (var i = 0; i < text.Length; i++)
        {
            if (Pairs.TryGetValue(text[i], out var close)) open.Push((close, i));
            else if (Pairs.ContainsValue(text[i]) && (!open.TryPop(out var last) || last.Close != text[i])) return i;
        }
        return open.TryPop(out var left) ? left.At : null;
    }

    private static bool Unended(CheckedDocument document, int number, string text)
    {
        var end = text.TrimEnd().TrimEnd('”', '’', '）');
        if (end.Length == 0) return text.Length > 0;
        if (end[^1] is '。' or '！' or '？') return false;
        return !(end[^1] is '：' && number < document.Paragraphs.Count && ListItem().IsMatch(document.Paragraphs[number].Text));
    }

    [GeneratedRegex(@"(?<=[\u4e00-\u9fff])[,;:?!()]|[,;:?!()](?=[\u4e00-\u9fff])")]
    private static partial Regex HalfWidth();

    [GeneratedRegex(@"(?<=[\u4e00-\u9fff])\.(?!\d)|[０-９Ａ-Ｚａ-ｚ]+|(?<=\S)　+(?=\S)")]
    private static partial Regex FullWidth();

    [GeneratedRegex("[，。；：、？！…]{2,}")]
    private static partial Regex Doubled();

    [GeneratedRegex(@"×{2,}|(?<![A-Za-z])[Xx]{2,}(?![A-Za-z])|_{3,}|\{[^}]*\}|【待[^】]*】|（此处[^）]*）")]
    private static partial Regex Placeholder();

    [GeneratedRegex("^(（[一二三四五六七八九十]+）|[0-9]+[.．])")]
    private static partial Regex ListItem();
}
