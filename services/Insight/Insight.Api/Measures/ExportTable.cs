using System.Globalization;
using Microsoft.AspNetCore.Http.HttpResults;
using Npgsql;
using Xinfang.Law;
using Xinfang.ServiceDefaults.Http;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.Insight.Api.Measures;

/// <summary>
/// 导出: POST /exports/{what}, one of measures.csv, measures.xlsx, counts.csv, counts.xlsx (with by=), petitions.csv, petitions.xlsx (with counter=). As far as the caller's rights
/// go; no person is in these figures. Who took what away is on record (art. 41¶2), which is why it is no GET.
/// </summary>
internal static class ExportTable
{
    /// <summary>Petitions in one file; a longer list is cut and says so.</summary>
    private const int Most = 10_000;

    public static async Task<Results<FileContentHttpResult, ProblemHttpResult>> Handle(string what, [AsParameters] Asked asked, [AsParameters] PetitionFilter filter, CurrentCaller caller, InsightDb db,
        NpgsqlDataSource database, LegalClock clock, CancellationToken ct, Dimension? by = null, string? counter = null)
    {
        var kind = Path.GetFileNameWithoutExtension(what);
        var (table, problem) = kind switch
        {
            "measures" => await MeasuresAsync(asked, caller, db, database, clock, ct),
            "counts" => await CountsAsync(asked, caller, database, clock, by, ct),
            "petitions" => await PetitionsAsync(asked, filter, caller, database, clock, counter, ct),
            _ => (null, Readers.NotFound()),
        };
        if (table is null) return problem!;
        var file = Path.GetExtension(what) switch
        {
            ".csv" => TypedResults.File(Csv.Write(table), Csv.ContentType, what),
            ".xlsx" => TypedResults.File(Sheets.Xlsx(table), Sheets.XlsxType, what),
            _ => null,
        };
        if (file is null) return Readers.NotFound();

        var now = clock.Now();
        if (!asked.TryRead(caller, now.Date, out var period, out var organ, out var unreadable)) return unreadable;
        // Only what was checked above: what else stands in the address may be anything, and a record holds no free text.
        var note = ExportNote.Of(what, kind switch { "counts" => $"{by ?? Dimension.Channel}", "petitions" => counter, _ => null }, period, organ, table.Count - 1, caller, now.At);
        db.Add(note);
        await db.NoteAsync(note.Id, "Export", caller, now, InsightLaw.Supplying, new { note.What, note.Detail, note.From, note.Until, note.Basis, note.Organ, note.Rows, filtered = filter != new PetitionFilter() }, null, note, ct);
        await db.SaveChangesAsync(ct);
        return file;
    }

    private static async Task<(List<string[]>? Table, ProblemHttpResult? Problem)> MeasuresAsync(Asked asked, CurrentCaller caller, InsightDb db, NpgsqlDataSource database, LegalClock clock, CancellationToken ct)
    {
        if ((await ReadMeasures.Handle(asked, caller, db, database, clock, ct)).Result is not Ok<ReadMeasures.Response> { Value: { } read } answer) return (null, Bad(asked, caller, clock));
        return ([["指标", "名称", "分子", "分母", "数值", "95%区间下限", "95%区间上限", "上期", "上年同期", "算法", "依据"],
            .. read.Rows.Select(row => (string[])[row.Code, row.Name, Text(row.Part), row.Kind is FigureKind.Count ? "" : Text(row.All), row.Value, Text(row.Low), Text(row.High), row.Before.Value, row.YearBefore.Value, row.Formula, row.Article])], null);
    }

    private static async Task<(List<string[]>? Table, ProblemHttpResult? Problem)> CountsAsync(Asked asked, CurrentCaller caller, NpgsqlDataSource database, LegalClock clock, Dimension? by, CancellationToken ct)
    {
        if (by is { } named && !Enum.IsDefined(named)) return (null, Acting.Wrong("by", "按Channel、Street、Category、Content或者Organ数。"));
        var today = clock.Now().Date;
        if (!asked.TryRead(caller, today, out var period, out var organ, out var problem)) return (null, problem);
        var rows = await Counts.ReadAsync(database, period, organ, by ?? Dimension.Channel, today, ct);
        return ([["代码", "名称", "件次", "初次", "重复", "已结", "超期"], .. rows.Select(row => (string[])[row.Value, row.Name, Text(row.Petitions), Text(row.First), Text(row.Repeats), Text(row.Closed), Text(row.Overdue)])], null);
    }

    private static async Task<(List<string[]>? Table, ProblemHttpResult? Problem)> PetitionsAsync(Asked asked, PetitionFilter filter, CurrentCaller caller, NpgsqlDataSource database, LegalClock clock, string? counter, CancellationToken ct)
    {
        List<string[]> table = [["编号", "信访日期", "责任单位", "街道", "内容分类", "渠道", "期限", "重复", "已结"]];
        string? after = null;
        do
        {
            if ((await ListPetitions.Handle(asked, filter, caller, database, clock, ct, counter, after, Cursor.MaximumLimit)).Result is not Ok<Page<ListPetitions.Item>> { Value: { } page })
                return (null, counter is not null && Books.Holding(counter) is null ? Acting.Wrong("counter", "没有这个计数。") : Bad(asked, caller, clock));
            table.AddRange(page.Items.Select(item => (string[])[item.Number ?? "", Text(item.ReceivedOn), item.OrganName, item.StreetName, item.ContentName, item.Channel ?? "", Text(item.DueOn), item.Repeat ? "是" : "", item.Closed ? "是" : ""]));
            after = page.Next;
        }
        while (after is not null && table.Count < Most);
        if (after is not null) table.Add([$"只列出前{table.Count - 1}件；请缩短日期再导出。"]);
        return (table, null);
    }

    private static ProblemHttpResult? Bad(Asked asked, CurrentCaller caller, LegalClock clock) => asked.TryRead(caller, clock.Now().Date, out _, out _, out var problem) ? null : problem;

    private static string Text(long value) => value.ToString(CultureInfo.InvariantCulture);

    private static string Text(double? value) => value?.ToString("0.0000", CultureInfo.InvariantCulture) ?? "";

    private static string Text(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";
}
