using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Xinfang.Intake.Api.Imports.Reading;

namespace Xinfang.Intake.Api.Imports;

/// <summary>模板: GET /imports/template.csv and .xlsx. The Excel file has a second sheet that explains every column, and its cells are text.</summary>
internal static class DownloadTemplate
{
    private const string ExcelType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    public static IResult Csv()
    {
        static string Line(IEnumerable<string> cells) => string.Join(',', cells.Select(cell => $"\"{cell}\"")) + "\r\n";
        var text = Line(Reading.Columns.All.Select(column => column.Title)) + Line(Reading.Columns.All.Select(column => column.Example));
        return TypedResults.File((byte[])[.. Encoding.UTF8.GetPreamble(), .. Encoding.UTF8.GetBytes(text)], "text/csv; charset=utf-8", "import-template.csv");
    }

    public static IResult Xlsx()
    {
        using var file = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(file, SpreadsheetDocumentType.Workbook))
        {
            var book = document.AddWorkbookPart();
            var styles = book.AddNewPart<WorkbookStylesPart>();
            styles.Stylesheet = Styles();
            var sheets = new Sheets();
            Add(book, sheets, "信访件", 18, [Reading.Columns.All.Select(column => column.Title), Reading.Columns.All.Select(column => column.Example)]);
            Add(book, sheets, "填写说明", 24, [["列", "要不要有", "怎么填", "例子"], .. Reading.Columns.All.Select(column => (string[])[column.Title, column.Needed ? "必须有这一列" : "可以没有", column.Explanation, column.Example])]);
            book.Workbook = new Workbook(sheets);
        }
        return TypedResults.File(file.ToArray(), ExcelType, "import-template.xlsx");
    }

    private static void Add(WorkbookPart book, Sheets sheets, string name, double width, IEnumerable<IEnumerable<string>> rows)
    {
        var part = book.AddNewPart<WorksheetPart>();
        var data = new SheetData(rows.Select(row => new Row(row.Select(text => new Cell { DataType = CellValues.InlineString, StyleIndex = 1, InlineString = new InlineString(new Text(text)) }))));
        // The style of the column holds for the cells that are filled in later: a number typed there stays a text.
        part.Worksheet = new Worksheet(new DocumentFormat.OpenXml.Spreadsheet.Columns(new DocumentFormat.OpenXml.Spreadsheet.Column { Min = 1, Max = TableRow.MostColumns, Width = width, CustomWidth = true, Style = 1 }), data);
        sheets.Append(new Sheet { Id = book.GetIdOfPart(part), SheetId = (uint)sheets.Count() + 1, Name = name });
    }

    // 49 is Excel's own format "@": text.
    private static Stylesheet Styles() => new(
        new Fonts(new Font()), new Fills(new Fill(new PatternFill { PatternType = PatternValues.None }), new Fill(new PatternFill { PatternType = PatternValues.Gray125 })),
        new Borders(new Border()), new CellStyleFormats(new CellFormat()),
        new CellFormats(new CellFormat(), new CellFormat { NumberFormatId = 49, ApplyNumberFormat = true, Alignment = new Alignment { WrapText = true, Vertical = VerticalAlignmentValues.Top } }));
}
