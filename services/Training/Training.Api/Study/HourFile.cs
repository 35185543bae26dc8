using System.Globalization;
using System.Text;
using Xinfang.ServiceDefaults.Http;

namespace Xinfang.Training.Api.Study;

/// <summary>A row of a file of hours, read.</summary>
internal sealed record HourRow(int Number, string Account, string Platform, string Course, Topic? Topic, decimal Hours, DateOnly On, IReadOnlyList<string> Faults)
{
    /// <summary>The same course of a platform on the same day is entered once.</summary>
    public string Reference => $"{Platform}|{Course}|{On:yyyy-MM-dd}";
}

/// <summary>外部平台的学时 as CSV (RFC 4180, UTF-8): 账号, 平台, 课程, 专题, 学时, 日期, in any order.</summary>
internal static class HourFile
{
    public static readonly string[] Columns = ["账号", "平台", "课程", "专题", "学时", "日期"];
    public const int MostRows = 5000;

    /// <summary>Reads every row, with what is wrong in it; null when it is no such file.</summary>
    public static IReadOnlyList<HourRow>? Read(string text)
    {
        if (Fields(text.TrimStart('\uFEFF')) is not [{ } head, .. var rows] || rows.Count > MostRows) return null;
        var at = Columns.Select(column => head.FindIndex(title => title.Trim() == column)).ToArray();
        if (at.Contains(-1)) return null;
        return [.. rows.Select((row, index) => RowOf(index + 2, row, at)).Where(row => row is not null).Select(row => row!)];
    }

    private static HourRow? RowOf(int number, List<string> row, int[] at)
    {
        if (row.TrueForAll(string.IsNullOrWhiteSpace)) return null;
        string Of(int column) => at[column] < row.Count ? row[at[column]].Trim() : "";
        List<string> faults = [];
        var (account, platform, course) = (Of(0), Of(1), Of(2));
        if (account.Length is 0 or > 80 || account.Any(char.IsWhiteSpace)) faults.Add("账号没有填或者不对");
        if (platform.Length is 0 or > 40) faults.Add("平台没有填或者太长");
        if (course.Length is 0 or > 100) faults.Add("课程没有填或者太长");
        if (Topics.Find(Of(3)) is not { } topic) { faults.Add($"没有“{Of(3)}”这个专题"); topic = null!; }
        if (!decimal.TryParse(Of(4), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var hours) || hours is <= 0 or > 80) faults.Add("学时要在0到80之间");
        if (!DateOnly.TryParseExact(Of(5), ["yyyy-M-d", "yyyy/M/d", "yyyy年M月d日"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var on)) faults.Add("日期写成2026-04-15");
        if (!CleanText.IsClean(string.Concat(row))) faults.Add("有存不了的字符");
        return new(number, account, platform, course, topic, Math.Round(hours, 1), on, faults);
    }

    private static List<List<string>>? Fields(string text)
    {
        List<List<string>> rows = [];
        List<string> row = [];
        var (field, quoted) = (new StringBuilder(), false);
        for (var i = 0; i < text.Length; i++)
        {
            var letter = text[i];
            if (quoted)
            {
                if (letter is not '"') field.Append(letter);
                else if (i + 1 < text.Length && text[i + 1] is '"') { field.Append('"'); i++; }
                else quoted = false;
            }
            else if (letter is '"' && field.Length == 0) quoted = true;
            else if (letter is ',') { row.Add(field.ToString()); field.Clear(); }
            else if (letter is '\n') { row.Add(field.ToString()); field.Clear(); rows.Add(row); row = []; }
            else if (letter is not '\r') field.Append(letter);
        }
        if (quoted) return null;
        if (field.Length > 0 || row.Count > 0) { row.Add(field.ToString()); rows.Add(row); }
        return rows.Count > 0 ? rows : null;
    }
}
