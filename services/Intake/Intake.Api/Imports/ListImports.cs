using Microsoft.EntityFrameworkCore;
using Xinfang.ServiceDefaults.Http;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.Intake.Api.Imports;

/// <summary>GET /imports?after=&amp;limit=, newest first.</summary>
internal static class ListImports
{
    public static async Task<IResult> Handle(IntakeDb db, PersonalData people, CancellationToken ct, string? after = null, int? limit = null)
    {
        if (!Cursor.TryRead<Guid?>(after, out var last)) return Cursor.Invalid();
        var size = Cursor.Limit(limit);
        var imports = db.Imports.AsNoTracking();
        if (last is { } id) imports = imports.Where(i => i.Id < id);
        var page = Page<Domain.Import>.Of(await imports.OrderByDescending(i => i.Id).Take(size + 1).ToListAsync(ct), size, import => import.Id);
        return TypedResults.Ok(new Page<ImportView>([.. page.Items.Select(import => ImportView.Of(import, [], people))], page.Next));
    }
}
