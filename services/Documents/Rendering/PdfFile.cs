using SkiaSharp;
using Xinfang.Law;

namespace Xinfang.Documents.Rendering;

/// <summary>A paper as a PDF on the same grid as the Word file: every line stands on one of 22, every Chinese character is one of 28.</summary>
public sealed partial class PdfFile
{
    /// <summary>The media type of a .pdf.</summary>
    public const string ContentType = "application/pdf";

    private const float Pt = 72f / 25.4f, Em = (float)Grid.Body, Small = 14f, Large = 22f;
    private static readonly SKColor Red = new(0xE6, 0x00, 0x12);

    private readonly PaperFonts _fonts;
    private readonly SKDocument _file;
    private readonly Paper _paper;
    private SKCanvas _page;
    private int _number;
    private double _row;

    private PdfFile(Paper paper, PaperFonts fonts, SKDocument file)
    {
        (_paper, _fonts, _file) = (paper, fonts, file);
        _page = TurnPage();
    }

    /// <summary>Writes the paper.</summary>
    public static byte[] Of(Paper paper, PaperFonts fonts)
    {
        ArgumentNullException.ThrowIfNull(paper);
        ArgumentNullException.ThrowIfNull(fonts);
        using var stream = new MemoryStream();
        using (var file = SKDocument.CreatePdf(stream, new SKDocumentPdfMetadata
        {
            Title = paper.Title.Replace("\n", "", StringComparison.Ordinal), Author = paper.Issuer, Creator = "Xinfang", EncodingQuality = 100,
        }))
        {
            new PdfFile(paper, fonts, file).Write();
            file.Close();
        }
        return stream.ToArray();
    }

    private float LeftEdge => (float)(_number % 2 == 1 ? Grid.Left : Grid.Right) * Pt;

    private void Write()
    {
        Mark();
        Head();
        if (_paper.Addressee is { } addressee) { Skip(1); Flow($"{addressee}：", indent: 0); }
        if (_paper.Layout is PaperLayout.Form) Form();
        Body();
        foreach (var (i, name) in _paper.Attachments.Index())
        {
            if (i == 0) Skip(1);
            Flow((i == 0 ? "附件：" : "") + (_paper.Attachments.Count == 1 ? "" : $"{i + 1}.") + name, indent: i == 0 ? 2 : 5);
        }
        foreach (var party in _paper.Parties) { Skip(1); Flow($"{party}（签名）：", indent: 0); }
        Signature();
        if (_paper.Note is { } note) Flow($"（{note}）", indent: 2);
        Record();
        EndPage();
    }

    private void Head()
    {
        switch (_paper.Layout)
        {
            case PaperLayout.File or PaperLayout.Upward:
                RedHead();
                Title(_paper.Title);
                break;
            case PaperLayout.Letter:
                LetterHead();
                Title(_paper.Title);
                break;
            case PaperLayout.Form:
                Title(_paper.Title);
                Middle(_paper.Number ?? "");
                break;
            default:
                _row = 1;
                Title(_paper.Layout is PaperLayout.Notice ? $"{_paper.Issuer}\n{_paper.Title}" : _paper.Title);
                Skip(1);
                Middle(_paper.Number ?? "");
                break;
        }
    }

    /// <summary>发文机关标志, 发文字号 and the red line; upward also 签发人.</summary>
    private void RedHead()
    {
        var size = Issuer(_paper.Issuer, ((float)Grid.Top + 35) * Pt);
        var line = ((float)Grid.Top * Pt) + (8 * Row);
        var above = line - (4 * Pt) - 2;
        if (_paper.Layout is PaperLayout.Upward)
        {
            Draw(_paper.Number ?? "", LeftEdge + Em, above, _fonts.Body, Em);
            var signer = $"签发人：{_paper.Signer}";
            Draw(signer, LeftEdge + TypeWidth - Em - Width(signer, _fonts.Body, Em), above, _fonts.Body, Em);
        }
        else
        {
            Centre(_paper.Number ?? "", _fonts.Body, Em, above);
        }
        Rule(LeftEdge, line, TypeWidth, 0.5f * Pt, Red);
        _row = 10;
    }

    /// <summary>信函格式: the mark 30 mm from the edge, double rules below it and 20 mm from the foot.</summary>
    private void LetterHead()
    {
        var under = (30 * Pt) + Issuer(_paper.Issuer, 30 * Pt) + (4 * Pt);
        Rule(20 * Pt, under, 170 * Pt, 0.9f * Pt, Red);
        Rule(20 * Pt, under + (1.4f * Pt), 170 * Pt, 0.35f * Pt, Red);
        var foot = (float)(Grid.PageHeight - 20) * Pt;
        Rule(20 * Pt, foot - (1.4f * Pt), 170 * Pt, 0.35f * Pt, Red);
        Rule(20 * Pt, foot - (0.9f * Pt), 170 * Pt, 0.9f * Pt, Red);
        var number = _paper.Number ?? "";
        Draw(number, LeftEdge + TypeWidth - Width(number, _fonts.Body, Em), under + Row, _fonts.Body, Em);
        _row = 5;
    }

    /// <summary>The issuer in red, as large as fits one line. Returns its size.</summary>
    private float Issuer(string issuer, float top)
    {
        var size = Math.Min(32f, (float)(440 / Math.Max(1, Grid.WidthOf(issuer))));
        Centre(issuer, _fonts.Title, size, top + (size * 0.88f), Red);
        return size;
    }

    private void Title(string title)
    {
        foreach (var line in title.Split('\n')) Centre(line, _fonts.Title, Large, Baseline(Next(), Large));
    }

    private void Middle(string text) => Centre(text, _fonts.Body, Em, Baseline(Next(), Em));

    /// <summary>署名 centred over 成文日期, four characters from the edge, two lines free above for the seal.</summary>
    private void Signature()
    {
        if (_paper.Date is not { } day || _paper.Layout is PaperLayout.Form) return;
        var date = ChineseDates.WithYear(day);
        if (_paper.Layout is PaperLayout.Agreement) { Skip(1); FromRight(date, 4); return; }
        var overhang = (Grid.WidthOf(_paper.Issuer) - Grid.WidthOf(date)) / 2;
        var indent = Math.Max(4, overhang);
        Keep(4);
        Skip(2);
        FromRight(_paper.Issuer, indent - overhang);
        FromRight(date, indent);
    }

    private void FromRight(string text, double ems)
    {
        var y = Baseline(Next(), Em);
        Draw(text, LeftEdge + TypeWidth - ((float)ems * Em) - Width(text, _fonts.Body, Em), y, _fonts.Body, Em);
    }

    /// <summary>版记 at the foot of the type area of the last page.</summary>
    private void Record()
    {
        var rows = RecordRows();
        if (rows.Count == 0) return;
        Keep(rows.Count + 1);
        var bottom = (float)(Grid.Top + Grid.TypeHeight) * Pt;
        var top = bottom - (rows.Count * Row);
        Rule(LeftEdge, top, TypeWidth, 0.35f * Pt);
        Rule(LeftEdge, bottom, TypeWidth, 0.35f * Pt);
        if (_paper.CopiesTo is not null && _paper.PrintedBy is not null && _paper.Date is not null) Rule(LeftEdge, bottom - Row, TypeWidth, 0.25f * Pt);
        foreach (var (i, row) in rows.Index())
        {
            var y = top + (i * Row) + ((Row + (Small * 0.76f)) / 2);
            Draw(row.Left, LeftEdge + Small, y, _fonts.Body, Small);
            if (row.Right.Length > 0) Draw(row.Right, LeftEdge + TypeWidth - Small - Width(row.Right, _fonts.Body, Small), y, _fonts.Body, Small);
        }
    }

    private void Form()
    {
        const float Label = 110, Padding = 6;
        Skip(0.5);
        foreach (var row in _paper.Rows)
        {
            var lines = LineBreaks.Of(row.Value, (int)((TypeWidth - Label - (2 * Padding)) / Small), 0).DefaultIfEmpty("").ToList();
            for (var done = 0; done < lines.Count;)
            {
                if (_row + 1 > Grid.LinesPerPage) NewPage();
                var fit = Math.Min(lines.Count - done, Math.Max(1, (int)(Grid.LinesPerPage - _row)));
                var (top, height) = ((float)((Grid.Top * Pt) + (_row * Row)), fit * Row);
                Box(LeftEdge, top, Label, height);
                Box(LeftEdge + Label, top, TypeWidth - Label, height);
                if (done == 0) Draw(row.Label, LeftEdge + Padding, top + ((Row + (Small * 0.76f)) / 2), _fonts.Heading, Small);
                for (var i = 0; i < fit; i++)
                    Draw(lines[done + i], LeftEdge + Label + Padding, top + (i * Row) + ((Row + (Small * 0.76f)) / 2), _fonts.Body, Small);
                _row += fit;
                done += fit;
            }
        }
    }

    /// <summary>A paragraph on the grid; its first line is indented.</summary>
    private void Flow(string text, int indent, SKTypeface? face = null)
    {
        var first = true;
        foreach (var line in LineBreaks.Of(text, Grid.CharactersPerLine, indent))
        {
            Draw(line, LeftEdgeAfterTurn(out var y) + (first ? indent * Em : 0), y, face ?? _fonts.Body, Em);
            first = false;
        }
    }

    private float LeftEdgeAfterTurn(out float y)
    {
        y = Baseline(Next(), Em);
        return LeftEdge;
    }

    private void NewPage()
    {
        EndPage();
        _page = TurnPage();
        Mark();
    }

    private SKCanvas TurnPage()
    {
        (_number, _row) = (_number + 1, 0);
        return _file.BeginPage((float)Grid.PageWidth * Pt, (float)Grid.PageHeight * Pt);
    }

    private void Mark()
    {
        if (_paper.Mark is { } mark) Draw(mark, LeftEdge, ((float)Grid.Top - 8) * Pt, _fonts.Heading, Em);
    }

    private void EndPage()
    {
        // — 1 —: its dash 7 mm under the type area; odd right, even left, one character in. A letter's first page has none.
        if (_paper.Layout is not PaperLayout.Letter || _number > 1)
        {
            var text = $"— {_number} —";
            var y = ((float)(Grid.Top + Grid.TypeHeight + 7) * Pt) + (Small * 0.38f);
            Draw(text, _number % 2 == 1 ? LeftEdge + TypeWidth - Small - Width(text, _fonts.Body, Small) : LeftEdge + Small, y, _fonts.Body, Small);
        }
        _file.EndPage();
    }

    /// <summary>The next of 22 lines, on a new page where this one is full.</summary>
    private double Next()
    {
        if (_row + 1 > Grid.LinesPerPage + 0.01) NewPage();
        return _row++;
    }

    private void Skip(double lines) => _row = Math.Min(Grid.LinesPerPage, _row + lines);

    private void Keep(int lines)
    {
        if (_row + lines > Grid.LinesPerPage) NewPage();
    }
}
