using Xinfang.Intake.Api.Persistence;
using Xinfang.Law;
using Xinfang.ServiceDefaults.Http;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.Intake.Api.Catalogue;

/// <summary>改名、停用、启用: POST /contents/{code}. What was classified under it keeps its code.</summary>
internal static class ChangeContent
{
    public sealed record Request(string? Name = null, bool? Retired = null);

    public sealed record Response(string Code, string Name, bool Retired);

    public static async Task<IResult> Handle(string code, Request request, CurrentCaller caller, IntakeDb db, LegalClock clock, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await db.LockContentTreeAsync(ct);
        if ((await db.ContentTreeAsync(ct)).Change(code, request.Name, request.Retired).Refused(out var refusal, out var changed)) return refusal.ToProblem();
        db.ContentChanges.Add(new ContentChange { Code = changed.Code, Name = changed.Name, Retired = changed.Retired, By = caller.Account, At = clock.Now().At });
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return TypedResults.Ok(new Response(changed.Code, changed.Name, changed.Retired));
    }
}
