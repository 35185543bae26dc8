using Microsoft.EntityFrameworkCore;
using Xinfang.Intake.Domain;
using Xinfang.ServiceDefaults.Http;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.Intake.Api.Imports;

/// <summary>一批导入: GET /imports/{id}, with its progress.</summary>
internal static class ReadImport
{
    public static async Task<IResult> Handle(Guid id, IntakeDb db, PersonalData people, CancellationToken ct) =>
        await db.Imports.AsNoTracking().FirstOrDefaultAsync(i => i.Id == id, ct) is { } found
            ? TypedResults.Ok(ImportView.Of(found, await ImportView.PartsAsync(db, found, ct), people))
            : ImportRefusals.NotFound.ToProblem();
}
