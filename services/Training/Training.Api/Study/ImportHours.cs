using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Xinfang.Law;
using Xinfang.ServiceDefaults.Http;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.Training.Api.Study;

/// <summary>导入外部平台的学时: POST /hours/imports. First a dry run that tells what each row would do; then the same file in earnest. A row that is already in the ledger is not entered again.</summary>
internal static class ImportHours
{
    /// <param name="Csv">The file's text.</param>
    /// <param name="DryRun">Only look; nothing is stored.</param>
    public sealed record Request([property: StringLength(900_000, MinimumLength = 1, ErrorMessage = "文件是空的或者太大。")] string Csv, bool DryRun = true);

    /// <param name="Result">Ready or Entered, Known, Refused.</param>
    public sealed record Row(int Number, string Result, string Text);

    public sealed record Response(bool DryRun, int Entered, int Known, int Refused, IReadOnlyList<Row> Rows);

    public static async Task<Results<Ok<Response>, ProblemHttpResult>> Handle(Request request, CurrentCaller caller, TrainingDb db, LegalClock clock, CancellationToken ct)
    {
        if (HourFile.Read(request.Csv) is not { } rows) return StudyRefusals.NotUnderstood.ToProblem();
        var now = clock.Now();
        var accounts = rows.Select(row => row.Account).Distinct().ToList();
        var people = await db.Trainees.AsNoTracking().Where(trainee => accounts.Contains(trainee.Account)).ToDictionaryAsync(trainee => trainee.Account, ct);
        var references = rows.Select(row => row.Reference).Distinct().ToList(); // of this file: the ledger of all years is not read
        var known = (await db.Hours.Where(entry => references.Contains(entry.Reference) && accounts.Contains(entry.Account) && entry.Source == HourSource.Import).Select(entry => new { entry.Account, entry.Reference }).ToListAsync(ct))
            .Select(entry => (entry.Account, entry.Reference)).ToHashSet();

        List<Row> report = [];
        foreach (var row in rows)
        {
            var faults = row.Faults.ToList();
            if (faults.Count == 0 && !people.ContainsKey(row.Account)) faults.Add("名册里没有这个账号：本人先登录打开一次“我的培训”");
            if (faults.Count == 0 && row.On > now.Date) faults.Add("日期还没有到");
            if (faults.Count > 0) report.Add(new(row.Number, "Refused", string.Join("；", faults)));
            else if (!known.Add((row.Account, row.Reference))) report.Add(new(row.Number, "Known", "已经记过，没有重复记"));
            else
            {
                db.Add(new HourEntry
                {
                    Id = Guid.CreateVersion7(), Account = row.Account, Organ = people[row.Account].Organ, Year = row.On.Year, Mode = StudyMode.Online, Topic = row.Topic!.Code, Hours = row.Hours, On = row.On,
                    Source = HourSource.Import, Reference = row.Reference, Title = $"{row.Platform}：{row.Course}", EnteredAt = now.At, EnteredBy = caller.Account,
                });
                report.Add(new(row.Number, request.DryRun ? "Ready" : "Entered", request.DryRun ? $"可以记{row.Hours:0.#}学时" : $"记了{row.Hours:0.#}学时"));
            }
        }
        if (!request.DryRun) await db.SaveChangesAsync(ct);
        return TypedResults.Ok(new Response(request.DryRun, report.Count(row => row.Result is "Ready" or "Entered"), report.Count(row => row.Result is "Known"), report.Count(row => row.Result is "Refused"), report));
    }
}
