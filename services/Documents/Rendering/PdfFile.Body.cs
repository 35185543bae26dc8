using SkiaSharp;
using Xinfang.Law;

namespace Xinfang.Documents.Rendering;

/// <summary>The text and what has to stay with it.</summary>
public sealed partial class PdfFile
{
    /// <summary>A line of text, or a row of a table.</summary>
    /// <param name="Heading">Never stands last on a page.</param>
    private sealed record BodyLine(string Text, float Indent, SKTypeface Face, bool Heading, Laid? Table = null, int Row = 0)
    {
        public double Height => Table is null ? 1 : Table.Heights[Row];
    }

    /// <summary>
    /// The paragraphs. No heading stands last on a page, and what follows the text (signature, note, 版记) never stands on a page without text: where it would
    /// not fit any more, the last two lines go over with it.
    /// </summary>
    private void Body()
    {
        List<BodyLine> lines = [];
        foreach (var paragraph in _paper.Paragraphs)
        {
            if (paragraph.Heading is { } heading) Add(heading, paragraph.Level == 1 ? _fonts.Heading : _fonts.Title, true);
            foreach (var text in Paper.Lines(paragraph.Text)) Add(text, _fonts.Body, false);
            if (paragraph.Table is { } table) lines.AddRange(Lay(table));
        }
        var last = lines.Count - Math.Min(2, lines.Count);
        while (last > 0 && lines[last - 1].Heading) last--;
        foreach (var (i, line) in lines.Index())
        {
            if (line.Table is null && i > 0 && lines[i - 1].Table is not null) _row = Math.Min(Grid.LinesPerPage, Math.Ceiling(_row + 0.3)); // after a table, back to the grid
            if (line.Heading) Keep(2);
            if (i == last && i > 0 && _row + lines.Skip(last).Sum(each => each.Height) + Following() is > Grid.LinesPerPage and var rows && rows <= (2 * Grid.LinesPerPage)) NewPage();
            if (line.Table is { } laid) Draw(laid, line.Row);
            else Draw(line.Text, LeftEdgeAfterTurn(out var y) + line.Indent, y, line.Face, Em, fit: TypeWidth - line.Indent);
        }
        _row = Math.Ceiling(_row);

        void Add(string text, SKTypeface face, bool heading)
        {
            foreach (var (i, piece) in LineBreaks.Of(text, Grid.CharactersPerLine, 2).Index()) lines.Add(new(piece, i == 0 ? 2 * Em : 0, face, heading && i == 0));
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
