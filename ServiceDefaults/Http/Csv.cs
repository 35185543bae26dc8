using System.Text;

namespace Xinfang.ServiceDefaults.Http;

/// <summary>Rows as spreadsheets read them (RFC 4180, UTF-8 with its mark).</summary>
public static class Csv
{
    /// <summary>The media type of such a file.</summary>
    public const string ContentType = "text/csv; charset=utf-8";

    private static readonly char[] Special = ['"', ',', '\n', '\r'];

    /// <summary>The whole file. What begins like a formula is written as text, with an apostrophe before it.</summary>
    public static byte[] Write(IEnumerable<IEnumerable<string>> rows)
    {
        var text = new StringBuilder();
        foreach (var row in rows) text.AppendJoin(',', row.Select(Cell)).Append("\r\n");
        return [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text.ToString())];
    }

    // A cell that begins like a formula would be one (OWASP, CSV injection).
    private static string Cell(string value)
    {
        var safe = value.Length > 0 && value[0] is '=' or '+' or '-' or '@' or '\t' or '\r' ? "'" + value : value;
        return safe.IndexOfAny(Special) < 0 ? safe : $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }
}
