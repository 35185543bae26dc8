using System.Globalization;
using System.IO.Packaging;
using System.Text;
using System.Xml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Xinfang.Intake.Api.Imports.Reading;

/// <summary>Rows of the first sheet of an Excel file, one at a time: nothing of the file but the row is in memory.</summary>
internal static class ExcelTable
{
    private const long MostSigns = 600_000_000; // unpacked: a small file can unpack to a very large one

    private static readonly UnreadableFileException NoExcel = new("这个文件打不开，不是Excel的.xlsx文件，或者有密码。请另存为.xlsx再传。");

    public static IEnumerable<TableRow> Read(Stream file, ExcelTexts texts)
    {
        using var document = Open(file);
        var book = document.WorkbookPart ?? throw NoExcel;
        var sheet = book.Workbook?.Sheets?.Elements<Sheet>().FirstOrDefault()?.Id?.Value is { } id ? book.GetPartById(id) as WorksheetPart : null;
        if (sheet is null) throw NoExcel;
        if (book.SharedStringTablePart is { } shared) ReadTexts(shared, texts);
        using var xml = Reader(sheet);
        var number = 0;
        while (xml.Read())
        {
            if (xml is not { NodeType: XmlNodeType.Element, LocalName: "row" }) continue;
            number = int.TryParse(xml.GetAttribute("r"), NumberStyles.None, CultureInfo.InvariantCulture, out var said) && said > number ? said : number + 1;
            yield return new(number, xml.IsEmptyElement ? [] : Cells(xml, texts, number));
        }
    }

    private static SpreadsheetDocument Open(Stream file)
    {
        try
        {
            return SpreadsheetDocument.Open(file, isEditable: false, new OpenSettings { MaxCharactersInPart = 10_000_000 });
        }
        catch (Exception e) when (e is OpenXmlPackageException or FileFormatException or InvalidDataException or XmlException or ArgumentException or UriFormatException)
        {
            throw NoExcel;
        }
    }

    private static void ReadTexts(OpenXmlPart part, ExcelTexts texts)
    {
        using var xml = Reader(part);
        while (xml.Read())
            if (xml is { NodeType: XmlNodeType.Element, LocalName: "si" }) texts.Add(xml.IsEmptyElement ? "" : Text(xml, "si"));
        texts.Flush();
    }

    private static List<string> Cells(XmlReader xml, ExcelTexts texts, int row)
    {
        var cells = new List<string>();
        while (xml.Read() && xml is not { NodeType: XmlNodeType.EndElement, LocalName: "row" })
        {
            if (xml is not { NodeType: XmlNodeType.Element, LocalName: "c" }) continue;
            var column = ColumnOf(xml.GetAttribute("r")) ?? cells.Count;
            if (column >= TableRow.MostColumns) throw new UnreadableFileException($"第{row}行的列太多，最多{TableRow.MostColumns}列。请用模板填写。");
            while (cells.Count < column) cells.Add("");
            var kind = xml.GetAttribute("t");
            var value = xml.IsEmptyElement ? "" : Text(xml, "c");
            cells.Add(kind switch
            {
                "s" => int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var index) ? texts[index] : "",
                "inlineStr" or "str" or "e" or "d" => value,
                "b" => value == "1" ? "是" : "否",
                _ => Number(value),
            });
        }
        return cells;
    }

    /// <summary>The text within an element, without formulas and without readings of signs (注音).</summary>
    private static string Text(XmlReader xml, string within)
    {
        var text = new StringBuilder();
        var left = 0;
        while (xml.Read() && !(left == 0 && xml is { NodeType: XmlNodeType.EndElement } && xml.LocalName == within))
        {
            if (xml is { NodeType: XmlNodeType.Element, IsEmptyElement: false, LocalName: "f" or "rPh" }) left++;
            else if (xml is { NodeType: XmlNodeType.EndElement, LocalName: "f" or "rPh" }) left--;
            else if (left == 0 && xml.NodeType is XmlNodeType.Text or XmlNodeType.SignificantWhitespace or XmlNodeType.CDATA) Append(xml, text);
        }
        return text.ToString();
    }

    private static void Append(XmlReader xml, StringBuilder text)
    {
        var piece = new char[4096];
        for (int read; (read = xml.ReadValueChunk(piece, 0, piece.Length)) > 0;)
        {
            if (text.Length + read > TableRow.LongestCell) throw new UnreadableFileException("有一格太长，Excel一格最多32767个字。请改好再传。");
            text.Append(piece, 0, read);
        }
    }

    // 1.3000000017E10 is a telephone number that was typed as a number.
    private static string Number(string value) =>
        double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && Math.Abs(number) < 1e15 && number == Math.Floor(number)
            ? number.ToString("F0", CultureInfo.InvariantCulture)
            : value;

    private static int? ColumnOf(string? reference)
    {
        var column = 0;
        foreach (var sign in reference ?? "")
        {
            if (sign is < 'A' or > 'Z' || column > TableRow.MostColumns) break;
            column = column * 26 + (sign - 'A' + 1);
        }
        return column == 0 ? null : column - 1;
    }

    private static XmlReader Reader(OpenXmlPart part) => XmlReader.Create(part.GetStream(FileMode.Open, FileAccess.Read),
        new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, CloseInput = true, MaxCharactersInDocument = MostSigns });
}
