using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Xinfang.Law;
using Xinfang.ServiceDefaults.Http;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.CaseHandling.Api.Quality;

/// <summary>案卷缺陷: GET /quality/defects?from=&amp;to=, by organ, officer and code. An organ sees its own, the office all.</summary>
internal static class ListDefects
{
    public sealed record Row(string Organ, string Officer, string Code, string Severity, DefectSource Source, int Documents, int Defects);

    public sealed record Response(DateOnly From, DateOnly To, IReadOnlyList<Row> Rows);

    public static async Task<Results<Ok<Response>, ProblemHttpResult>> Handle(
        CurrentCaller caller, CaseHandlingDb db, LegalClock clock, CancellationToken ct, DateOnly? from = null, DateOnly? to = null)
    {
        var today = clock.Now().Date;
        var (first, last) = (from ?? new DateOnly(today.Year, today.Month, 1), to ?? today);
        if (first > last) return Problems.Invalid(new Dictionary<string, string[]> { ["from"] = ["开始日期不能晚于结束日期。"] });

        var defects = db.Defects.AsNoTracking().Where(defect => defect.FoundOn >= first && defect.FoundOn <= last);
        if (!Staff.IsOffice(caller)) defects = defects.Where(defect => defect.Organ == caller.Organ);
        var rows = await defects.GroupBy(defect => new { defect.Organ, defect.Officer, defect.Code, defect.Severity, defect.Source })
            .Select(group => new { group.Key, Documents = group.Select(defect => defect.PetitionId).Distinct().Count(), Defects = group.Sum(defect => defect.Count) })
            .OrderBy(row => row.Key.Organ).ThenBy(row => row.Key.Officer).ThenBy(row => row.Key.Code).Take(1000).ToListAsync(ct);
        return TypedResults.Ok(new Response(first, last,
            [.. rows.Select(row => new Row(row.Key.Organ, row.Key.Officer, row.Key.Code, row.Key.Severity, row.Key.Source, row.Documents, row.Defects))]));
    }
}
