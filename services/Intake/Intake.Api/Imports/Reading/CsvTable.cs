using System.Text;

namespace Xinfang.Intake.Api.Imports.Reading;

/// <summary>Rows of a CSV file (RFC 4180), one at a time. UTF-8 with or without its mark, or GB 18030 as Excel writes it in China.</summary>
internal static class CsvTable
{
    private const int Looked = 64 * 1024;

    static CsvTable() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    public static IEnumerable<TableRow> Read(Stream file)
    {
        using var reader = new StreamReader(file, EncodingOf(file), detectEncodingFromByteOrderMarks: true, bufferSize: Looked);
        var (cells, cell, number) = (new List<string>(), new StringBuilder(), 1);
        var (quoted, any) = (false, false);
        for (var sign = reader.Read(); sign >= 0; sign = reader.Read())
        {
            any = true;
            if (quoted)
            {
                if (sign != '"') Append(cell, (char)sign, number);
                else if (reader.Peek() == '"') Append(cell, (char)reader.Read(), number);
                else quoted = false;
            }
            else if (sign == '"' && cell.Length == 0) quoted = true;
            else if (sign == ',') EndCell(cells, cell, number);
            else if (sign is '\r' or '\n')
            {
                if (sign == '\r' && reader.Peek() == '\n') reader.Read();
                EndCell(cells, cell, number);
                yield return new(number++, [.. cells]);
                cells.Clear();
                any = false;
            }
            else Append(cell, (char)sign, number);
        }
        if (quoted) throw new UnreadableFileException($"第{number}行有一个引号没有合上，后面的都读不出来。请改好再传。");
        if (!any) yield break;
        EndCell(cells, cell, number);
        yield return new(number, [.. cells]);
    }

    // The heading is Chinese, so what is no UTF-8 shows at once; a sign may be cut at the end of what is looked at.
    private static Encoding EncodingOf(Stream file)
    {
        var start = new byte[Looked];
        var read = file.ReadAtLeast(start, start.Length, throwOnEndOfStream: false);
        file.Position = 0;
        if (read >= 2 && start is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..]) throw new UnreadableFileException("这个文件是UTF-16编码。请另存为“CSV UTF-8”再传。");
        for (var cut = 0; cut < 4 && cut <= read; cut++)
        {
            if (System.Text.Unicode.Utf8.IsValid(start.AsSpan(0, read - cut))) return Encoding.UTF8;
            if (read < Looked) break;
        }
        return Encoding.GetEncoding("GB18030");
    }

    private static void Append(StringBuilder cell, char sign, int number)
    {
        if (cell.Length == TableRow.LongestCell) throw new UnreadableFileException($"第{number}行有一格太长。可能是引号没有合上，请改好再传。");
        cell.Append(sign);
    }

    private static void EndCell(List<string> cells, StringBuilder cell, int number)
    {
        if (cells.Count == TableRow.MostColumns) throw new UnreadableFileException($"第{number}行的列太多，最多{TableRow.MostColumns}列。请用模板填写。");
        cells.Add(cell.ToString());
        cell.Clear();
    }
}
