namespace Xinfang.Documents.Rendering;

/// <summary>Which layout a document has (GB/T 9704-2012, and the district's habit where the standard has none).</summary>
public enum PaperLayout
{
    /// <summary>文件式: red mark of the organ, number, red line, 版记.</summary>
    File,

    /// <summary>上行文: as a file, number left, 签发人 right.</summary>
    Upward,

    /// <summary>信函格式: mark 30 mm from the paper's top, double rules.</summary>
    Letter,

    /// <summary>文书式: organ and name of the document as a title of two lines, no red.</summary>
    Notice,

    /// <summary>表格式: title, number, a table.</summary>
    Form,

    /// <summary>协议: title, parties, signature blocks.</summary>
    Agreement,
}

/// <summary>A paragraph; the heading stands on a line of its own above it.</summary>
/// <param name="Level">Of the heading: 1 一、 in 黑体, 2 （一） in 楷体.</param>
/// <param name="Table">Stands under the text.</param>
public sealed record PaperParagraph(string Text, string? Heading = null, int Level = 1, PaperTable? Table = null);

/// <summary>A table between paragraphs; its columns share the width of the type area by what stands in them. The head is repeated on every page.</summary>
/// <param name="Caption">Centred above it.</param>
/// <param name="Rows">As many cells each as there are columns; \n ends a line of a cell.</param>
public sealed record PaperTable(string Caption, IReadOnlyList<string> Columns, IReadOnlyList<IReadOnlyList<string>> Rows)
{
    /// <summary>Share of the type area of each column.</summary>
    internal IReadOnlyList<double> Shares()
    {
        var wide = Columns.Select((column, at) => Math.Clamp(Rows.Select(row => row[at]).Prepend(column).SelectMany(Paper.Lines).Select(Grid.WidthOf).DefaultIfEmpty(0).Max() + 1, 3, 16)).ToList();
        return [.. wide.Select(each => each / wide.Sum())];
    }

    internal IEnumerable<string> Texts() => Rows.SelectMany(row => row).Prepend(Caption).Concat(Columns).SelectMany(Paper.Lines);
}

/// <summary>A row of a form.</summary>
public sealed record PaperRow(string Label, string Value);

/// <summary>A document as it is laid out: everything that is printed, and nothing else. The same paper gives the same Word file and the same PDF text.</summary>
public sealed record Paper
{
    public required PaperLayout Layout { get; init; }

    /// <summary>Full name of the organ; on top, and under the text.</summary>
    public required string Issuer { get; init; }

    /// <summary>Name of the document; \n where a line is to end.</summary>
    public required string Title { get; init; }

    /// <summary>文号; null before the signature.</summary>
    public string? Number { get; init; }

    /// <summary>签发人, in the upward layout.</summary>
    public string? Signer { get; init; }

    /// <summary>主送 or the person, without the colon.</summary>
    public string? Addressee { get; init; }

    public IReadOnlyList<PaperParagraph> Paragraphs { get; init; } = [];

    /// <summary>Of a form.</summary>
    public IReadOnlyList<PaperRow> Rows { get; init; } = [];

    /// <summary>Names of what is attached.</summary>
    public IReadOnlyList<string> Attachments { get; init; } = [];

    /// <summary>成文日期; null before the signature.</summary>
    public DateOnly? Date { get; init; }

    /// <summary>Who signs an agreement, one block each.</summary>
    public IReadOnlyList<string> Parties { get; init; } = [];

    /// <summary>附注, without its brackets.</summary>
    public string? Note { get; init; }

    /// <summary>抄送.</summary>
    public string? CopiesTo { get; init; }

    /// <summary>印发机关.</summary>
    public string? PrintedBy { get; init; }

    /// <summary>草稿, 送审稿, 作废; on every page.</summary>
    public string? Mark { get; init; }

    /// <summary>Everything that is printed once, in the order of reading: what a reader of the PDF must find.</summary>
    public IEnumerable<string> Texts()
    {
        if (Layout is not (PaperLayout.Form or PaperLayout.Agreement)) yield return Issuer;
        if (Number is { } number) yield return number;
        foreach (var line in Title.Split('\n')) yield return line;
        if (Addressee is { } addressee) yield return $"{addressee}：";
        foreach (var row in Rows)
        {
            yield return row.Label;
            yield return row.Value;
        }
        foreach (var paragraph in Paragraphs)
        {
            if (paragraph.Heading is { } heading) yield return heading;
            foreach (var line in Lines(paragraph.Text)) yield return line;
            foreach (var text in paragraph.Table?.Texts() ?? []) yield return text;
        }
        foreach (var attachment in Attachments) yield return attachment;
        foreach (var party in Parties) yield return party;
        if (Date is { } date) yield return Law.ChineseDates.WithYear(date);
        if (Note is { } note) yield return note;
        if (CopiesTo is { } copies) yield return copies;
    }

    internal static string[] Lines(string text) => text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}

/// <summary>The numbers of GB/T 9704-2012, in millimetres.</summary>
public static class Grid
{
    public const double PageWidth = 210, PageHeight = 297, Top = 37, Left = 28, Right = 26, Bottom = 35;

    /// <summary>版心 156 × 225 mm: 22 lines of 28 characters.</summary>
    public const double TypeWidth = PageWidth - Left - Right, TypeHeight = PageHeight - Top - Bottom;

    public const int LinesPerPage = 22, CharactersPerLine = 28;

    public const double Line = TypeHeight / LinesPerPage;

    /// <summary>3号.</summary>
    public const double Body = 15.75;

    /// <summary>Width in characters of 3号: Chinese characters count one, ASCII half.</summary>
    public static double WidthOf(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Sum(letter => letter > 0xFF ? 1 : 0.5);
    }
}
