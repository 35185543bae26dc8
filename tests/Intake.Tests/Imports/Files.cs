using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Xinfang.Intake.Tests.Imports;

/// <summary>Files as offices have them, and the way they take over the wire.</summary>
internal static class Files
{
    public static readonly string[] Heading = ["外部编号", "信访形式", "收到日期", "姓名", "电话", "住址", "一句话", "经过", "请求", "信访目的", "街道"];

    private static int _counter;

    /// <summary>A row that can be registered; each call gives another matter.</summary>
    public static string[] Row(string? number = "", string channel = "来信", string receivedOn = "2026-03-02", string phone = "13000000017", string? facts = null)
    {
        var n = Interlocked.Increment(ref _counter);
        return [number ?? "", channel, receivedOn, $"导入{n}试", phone, $"示例路{n}号", $"第{n}栋下水管返水", facts ?? $"第{n}栋一楼地漏冒污水，物业和产权单位都说不归自己管。", "修好主管道|讲清归谁管", "求决", "长虹街道"];
    }

    public static byte[] Csv(IEnumerable<string[]> rows, Encoding? encoding = null, string[]? heading = null)
    {
        var coding = encoding ?? new UTF8Encoding(encoderShouldEmitUTF8Identifier: true);
        var text = string.Concat(rows.Prepend(heading ?? Heading).Select(row => string.Join(',', row.Select(cell => $"\"{cell.Replace("\"", "\"\"", StringComparison.Ordinal)}\"")) + "\r\n"));
        return [.. coding.GetPreamble(), .. coding.GetBytes(text)];
    }

    /// <summary>As Excel writes it: texts in the shared list, numbers as numbers.</summary>
    public static byte[] Xlsx(IEnumerable<string[]> rows)
    {
        using var file = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(file, SpreadsheetDocumentType.Workbook))
        {
            var book = document.AddWorkbookPart();
            var texts = new List<string>();
            var sheet = book.AddNewPart<WorksheetPart>();
            sheet.Worksheet = new Worksheet(new SheetData(rows.Prepend(Heading).Select((row, r) => new Row(row.Select((cell, c) => CellOf(cell, c, r, texts))) { RowIndex = (uint)r + 1 })));
            book.AddNewPart<SharedStringTablePart>().SharedStringTable = new SharedStringTable(texts.Select(text => new SharedStringItem(new Text(text))));
            book.Workbook = new Workbook(new Sheets(new Sheet { Id = book.GetIdOfPart(sheet), SheetId = 1, Name = "信访件" }));
        }
        return file.ToArray();
    }

    public static async Task<Guid> Begin(this HttpClient client, string name)
    {
        var id = Guid.CreateVersion7();
        await (await client.Put($"/imports/{id}", new { fileName = name })).Json(201);
        return id;
    }

    public static async Task<HttpResponseMessage> Part(this HttpClient client, Guid import, int part, byte[] content)
    {
        using var body = new ByteArrayContent(content) { Headers = { ContentType = new MediaTypeHeaderValue("application/octet-stream") } };
        return await client.PutAsync(new Uri($"/imports/{import}/parts/{part}", UriKind.Relative), body);
    }

    /// <summary>Uploaded and looked through.</summary>
    public static async Task<Guid> Checked(this HttpClient client, byte[] file, string name = "旧台账.csv", string state = "Checked")
    {
        var id = await client.Begin(name);
        foreach (var (index, content) in file.Chunk(512 * 1024).Index()) Assert.Equal(System.Net.HttpStatusCode.NoContent, (await client.Part(id, index + 1, content)).StatusCode);
        Assert.Equal(System.Net.HttpStatusCode.Accepted, (await client.Post($"/imports/{id}/check", new { size = file.Length })).StatusCode);
        await client.Reaches(id, state);
        return id;
    }

    public static async Task<JsonElement> Imported(this HttpClient client, byte[] file, string name = "旧台账.csv")
    {
        var id = await client.Checked(file, name);
        Assert.Equal(System.Net.HttpStatusCode.Accepted, (await client.Post($"/imports/{id}/start", new { })).StatusCode);
        return await client.Reaches(id, "Done");
    }

    public static async Task<JsonElement> Reaches(this HttpClient client, Guid import, string state)
    {
        var last = default(JsonElement);
        await IntakeApp.Soon(async () => (last = await client.View(import)).Text("state") == state);
        return last;
    }

    public static async Task<JsonElement> View(this HttpClient client, Guid import) => await (await client.Get($"/imports/{import}")).Json();

    public static async Task<List<JsonElement>> Rows(this HttpClient client, Guid import) =>
        [.. (await (await client.Get($"/imports/{import}/rows?limit=100")).Json()).GetProperty("items").EnumerateArray()];

    private static Cell CellOf(string text, int column, int row, List<string> texts)
    {
        var reference = $"{(char)('A' + column)}{row + 1}";
        if (row > 0 && Heading[column] is "电话" && text.Length > 0) return new Cell { CellReference = reference, CellValue = new CellValue(double.Parse(text, System.Globalization.CultureInfo.InvariantCulture)) };
        if (row > 0 && Heading[column] is "收到日期" && DateOnly.TryParse(text, System.Globalization.CultureInfo.InvariantCulture, out var day))
            return new Cell { CellReference = reference, CellValue = new CellValue(day.DayNumber - new DateOnly(1899, 12, 30).DayNumber) };
        texts.Add(text);
        return new Cell { CellReference = reference, DataType = CellValues.SharedString, CellValue = new CellValue(texts.Count - 1) };
    }
}
