using Microsoft.EntityFrameworkCore;
using Xinfang.Intake.Api.Persistence;
using Xinfang.Intake.Domain;
using Xinfang.ServiceDefaults.Http;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.Intake.Api.Imports;

/// <summary>报告: GET /imports/{id}/rows?state=&amp;after=&amp;limit=, in the order of the file.</summary>
internal static class ReadRows
{
    public static async Task<IResult> Handle(
        Guid id, IntakeDb db, PersonalData people, CancellationToken ct, RowState? state = null, string? after = null, int? limit = null)
    {
        if (state is { } named && !Enum.IsDefined(named)) return Problems.Invalid(new Dictionary<string, string[]> { ["state"] = ["没有这个状态。"] });
        if (!Cursor.TryRead<int?>(after, out var last)) return Cursor.Invalid();
        if (await db.Imports.AsNoTracking().FirstOrDefaultAsync(i => i.Id == id, ct) is not { } found) return ImportRefusals.NotFound.ToProblem();
        var size = Cursor.Limit(limit);
        var rows = db.ImportRows.AsNoTracking().Where(r => r.ImportId == id && r.Row > (last ?? 0));
        if (state is { } asked) rows = rows.Where(r => r.State == asked);
        var page = Page<ImportRow>.Of(await rows.OrderBy(r => r.Row).Take(size + 1).ToListAsync(ct), size, row => row.Row);
        return TypedResults.Ok(new Page<RowView>([.. page.Items.Select(row => RowView.Of(row, people, found.State is ImportState.Cancelled))], page.Next));
    }
}
