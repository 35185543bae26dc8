using Microsoft.EntityFrameworkCore;
using Xinfang.Intake.Api.Persistence;
using Xinfang.Intake.Domain;
using Xinfang.Law;
using Xinfang.ServiceDefaults.Http;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.Intake.Api.Imports;

/// <summary>试查: POST /imports/{id}/check. Looks at every row in the background and registers nothing.</summary>
internal static class CheckImport
{
    /// <param name="Size">Bytes of the file, so that one that was cut off on the way is noticed.</param>
    public sealed record Request(long Size);

    public static Task<IResult> Handle(Guid id, Request request, IntakeDb db, LegalClock clock, CancellationToken ct) => Acting.OnAsync(db, id, async found =>
        found.Check(request.Size, await db.ImportBlocks.Where(b => b.ImportId == id && b.Kind == ImportBlock.Part)
            .ToDictionaryAsync(b => b.Number, b => b.Content.Length - PersonalData.Overhead, ct), clock.Now()), ct);
}

/// <summary>What the acts on an import do alike: take their turn with the background work, decide, save.</summary>
internal static class Acting
{
    public static async Task<IResult> OnAsync(IntakeDb db, Guid import, Func<Import, Task<Refusal?>> act, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        if (await db.Imports.FromSql($"select * from import where id = {import} for update").SingleOrDefaultAsync(ct) is not { } found) return ImportRefusals.NotFound.ToProblem();
        if (await act(found) is { } refusal) return refusal.ToProblem();
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return TypedResults.Accepted((string?)null);
    }
}
