using Microsoft.EntityFrameworkCore;
using Xinfang.Law;

namespace Xinfang.Intake.Api.Imports;

/// <summary>停止: POST /imports/{id}/cancellation. What is registered stays; what the file said is dropped at once, the report is kept.</summary>
internal static class CancelImport
{
    public static Task<IResult> Handle(Guid id, IntakeDb db, LegalClock clock, CancellationToken ct) => Acting.OnAsync(db, id, async found =>
    {
        if (found.Cancel(clock.Now()) is { } refusal) return refusal;
        await db.ImportBlocks.Where(b => b.ImportId == id).ExecuteDeleteAsync(ct);
        await db.Database.ExecuteSqlAsync($"update import_row set content = null where import_id = {id} and content is not null", ct);
        return null;
    }, ct);
}
