using Xinfang.Intake.Api.Persistence;
using Xinfang.Law;
using Xinfang.ServiceDefaults.Http;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.Intake.Api.Catalogue;

/// <summary>加一类: POST /contents. Under an existing line; its code is the next one free.</summary>
internal static class AddContent
{
    public sealed record Request(string? Parent = null, string? Name = null);

    public sealed record Response(string Code, string Path);

    public static async Task<IResult> Handle(Request request, CurrentCaller caller, IntakeDb db, LegalClock clock, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await db.LockContentTreeAsync(ct);
        if ((await db.ContentTreeAsync(ct)).Add(request.Parent, request.Name).Refused(out var refusal, out var added)) return refusal.ToProblem();
        db.ContentChanges.Add(new ContentChange { Code = added.Code, Name = added.Name, Retired = false, By = caller.Account, At = clock.Now().At });
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return TypedResults.Ok(new Response(added.Code, (await db.ContentTreeAsync(ct)).NameOf(added.Code)));
    }
}
