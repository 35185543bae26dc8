using System.Text;

namespace Xinfang.Outreach.Api;

/// <summary>Rows as spreadsheets read them (RFC 4180, UTF-8 with its mark).</summary>
internal static class Csv
{
    private static readonly char[] Special = ['"', ',', '\n', '\r'];

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
