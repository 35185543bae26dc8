namespace Xinfang.Documents.Rendering;

/// <summary>Tables between paragraphs.</summary>
public sealed partial class PdfFile
{
    /// <summary>小四.</summary>
    private const float CellSize = 12f;

    /// <summary>Up to so many lines of the grid a table is not divided.</summary>
    private const double Whole = 8;

    /// <summary>A line of a cell and the room around a row, in lines of the grid.</summary>
    private const double CellLine = 0.6, CellRoom = 0.2;

    /// <summary>A table whose cells are broken into lines; the first row is the head.</summary>
    private sealed record Laid(string Caption, IReadOnlyList<float> Widths, IReadOnlyList<IReadOnlyList<IReadOnlyList<string>>> Cells)
    {
        /// <summary>Of each row, in lines of the grid; first the caption.</summary>
        public IReadOnlyList<double> Heights { get; } = [1, .. Cells.Select(row => (row.Max(cell => Math.Max(1, cell.Count)) * CellLine) + CellRoom)];

        /// <summary>What has to stay together from a row on: a short table whole, else the caption, the head and a row, and the last two rows.</summary>
        public double Together(int row) => row == 0 && Heights.Sum() <= Whole ? Heights.Sum() : Heights.Skip(row).Take(row == 0 ? 3 : row == 1 || row == Heights.Count - 2 ? 2 : 1).Sum();
    }

    private List<BodyLine> Lay(PaperTable table)
    {
        const float Padding = 4;
        var widths = table.Shares().Select(share => (float)share * TypeWidth).ToList();
        var cells = table.Rows.Prepend(table.Columns).Select(row => (IReadOnlyList<IReadOnlyList<string>>)[.. row.Select((cell, at) =>
            (IReadOnlyList<string>)[.. Paper.Lines(cell).SelectMany(line => LineBreaks.Of(line, Math.Max(2, (int)((widths[at] - Padding) / CellSize)), 0))])]).ToList();
        var laid = new Laid(table.Caption, widths, cells);
        return [.. Enumerable.Range(0, cells.Count + 1).Select(row => new BodyLine("", 0, _fonts.Body, false, laid, row))];
    }

    /// <summary>Row 0 is the caption, row 1 the head, which is drawn again where a page begins with a later row.</summary>
    private void Draw(Laid table, int row)
    {
        if (_row + table.Together(row) > Grid.LinesPerPage + 0.01) NewPage();
        if (_row == 0 && row > 1) DrawRow(table, 1);
        DrawRow(table, row);
    }

    private void DrawRow(Laid table, int row)
    {
        var top = ((float)Grid.Top * Pt) + ((float)_row * Row);
        if (row == 0) Centre(table.Caption, _fonts.Heading, Small, Baseline(_row, Small));
        else Cells(table, row, top);
        _row += table.Heights[row];
    }

    private void Cells(Laid table, int row, float top)
    {
        var (left, height, pitch) = (LeftEdge, (float)table.Heights[row] * Row, (float)CellLine * Row);
        foreach (var (at, cell) in table.Cells[row - 1].Index())
        {
            var width = table.Widths[at];
            Box(left, top, width, height);
            var first = top + ((height - (cell.Count * pitch)) / 2);
            foreach (var (n, line) in cell.Index())
            {
                var face = row == 1 ? _fonts.Heading : _fonts.Body;
                Draw(line, left + Math.Max(2, (width - Width(line, face, CellSize)) / 2), first + (n * pitch) + ((pitch + (CellSize * 0.76f)) / 2), face, CellSize, fit: width - 4);
            }
            left += width;
        }
    }
}
