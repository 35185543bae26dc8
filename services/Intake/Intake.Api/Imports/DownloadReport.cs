using System.Text;
using Microsoft.EntityFrameworkCore;
using Xinfang.Intake.Api.Imports.Reading;
using Xinfang.Intake.Api.Persistence;
using Xinfang.Intake.Domain;
using Xinfang.ServiceDefaults.Http;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.Intake.Api.Imports;

/// <summary>
/// 报告文件: GET /imports/{id}/report.csv. With the query codes, which the petitioners have to be told as at the counter; they are nowhere else
/// and go with the report.
/// </summary>
internal static class DownloadReport
{
    public static async Task<IResult> Handle(Guid id, IntakeDb db, PersonalData people, HttpContext http, CancellationToken ct)
    {
        if (await db.Imports.AsNoTracking().FirstOrDefaultAsync(i => i.Id == id, ct) is not { } found) return ImportRefusals.NotFound.ToProblem();
        http.Response.Headers.CacheControl = "no-store";
        return TypedResults.Stream(body => WriteAsync(body, db, found, people, ct), "text/csv; charset=utf-8", $"import-{found.At:yyyyMMdd-HHmm}.csv");
    }

    private static async Task WriteAsync(Stream body, IntakeDb db, Import import, PersonalData people, CancellationToken ct)
    {
        await using var writer = new StreamWriter(body, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true)); // Excel takes it for GBK without the mark
        await writer.WriteAsync("行号,外部编号,结果,信访编号,查询码,原因\r\n");
        await foreach (var row in db.ImportRows.AsNoTracking().Where(r => r.ImportId == import.Id).OrderBy(r => r.Row).AsAsyncEnumerable().WithCancellation(ct))
        {
            var result = RowResult.Decrypted(row.Result, people, ImportIds.Of(import.Id, row.Row));
            var view = RowView.Of(row, result, import.State is ImportState.Cancelled);
            var reasons = string.Join('；', view.Faults.Select(fault => $"{(fault.Column.Length > 0 ? fault.Column + "：" : "")}{fault.Message}（{fault.Basis}）"));
            await writer.WriteAsync($"{view.Row},{Quoted(view.Number)},{Quoted(view.Text)},{view.PetitionNumber},{result.QueryCode},{Quoted(reasons)}\r\n");
        }
    }

    // A spreadsheet takes what begins like this for a formula (CWE-1236).
    private static string Quoted(string? text) => text is not { Length: > 0 } ? ""
        : $"\"{(text[0] is '=' or '+' or '-' or '@' or '\t' or '\r' ? "'" : "")}{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
