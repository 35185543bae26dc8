using SkiaSharp;
using Xinfang.Law;

namespace Xinfang.Documents.Rendering;

/// <summary>The text and what has to stay with it.</summary>
public sealed partial class PdfFile
{
    /// <summary>
    /// The paragraphs. No heading stands last on a page, and what follows the text (signature, note, 版记) never stands on a page without text: where it would
    /// not fit any more, the last two lines go over with it.
    /// </summary>
    private void Body()
    {
        List<(string Text, float Indent, SKTypeface Face, bool Heading)> lines = [];
        foreach (var paragraph in _paper.Paragraphs)
        {
            if (paragraph.Heading is { } heading) Add(heading, _fonts.Heading, true);
            foreach (var text in Paper.Lines(paragraph.Text)) Add(text, _fonts.Body, false);
        }
        var last = lines.Count - Math.Min(2, lines.Count);
        while (last > 0 && lines[last - 1].Heading) last--;
        foreach (var (i, line) in lines.Index())
        {
            if (line.Heading) Keep(2);
            if (i == last && i > 0 && _row + (lines.Count - last) + Following() is > Grid.LinesPerPage and var rows && rows <= (2 * Grid.LinesPerPage)) NewPage();
            Draw(line.Text, LeftEdgeAfterTurn(out var y) + line.Indent, y, line.Face, Em, fit: TypeWidth - line.Indent);
        }

        void Add(string text, SKTypeface face, bool heading)
        {
            foreach (var (i, piece) in LineBreaks.Of(text, Grid.CharactersPerLine, 2).Index()) lines.Add((piece, i == 0 ? 2 * Em : 0, face, heading && i == 0));
        }
    }

    /// <summary>How many lines follow the text.</summary>
    private int Following()
    {
        var attached = _paper.Attachments.Count == 0 ? 0 : _paper.Attachments.Count + 1;
        var signed = _paper.Date is null || _paper.Layout is PaperLayout.Form ? 0 : _paper.Layout is PaperLayout.Agreement ? 2 : 4;
        var note = _paper.Note is { } text ? LineBreaks.Of($"（{text}）", Grid.CharactersPerLine, 2).Count() : 0;
        var record = RecordRows().Count;
        return attached + (2 * _paper.Parties.Count) + signed + note + (record == 0 ? 0 : record + 1);
    }

    /// <summary>版记, a line each.</summary>
    private List<(string Left, string Right)> RecordRows()
    {
        List<(string Left, string Right)> rows = [];
        if (_paper.CopiesTo is { } copies) foreach (var line in LineBreaks.Of($"抄送：{copies}。", 30, 0)) rows.Add((line, ""));
        if (_paper.PrintedBy is { } by && _paper.Date is { } on) rows.Add((by, $"{ChineseDates.WithYear(on)}印发"));
        return rows;
    }
}
