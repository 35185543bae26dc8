using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Xinfang.Law;
using Xinfang.ServiceDefaults.Http;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.Training.Api.Files;

/// <summary>对档案提出异议: PUT /my/file/objections/{id}. Sent again it is raised once.</summary>
internal static class ObjectToFile
{
    public sealed record Request([property: StringLength(1000, MinimumLength = 4, ErrorMessage = "请写哪里不对，4到1000个字。")] string Text);

    public sealed record Response(Guid Id, DateTimeOffset RaisedAt);

    public static async Task<Results<Ok<Response>, ProblemHttpResult>> Handle(Guid id, Request request, CurrentCaller caller, TrainingDb db, PersonalData crypt, LegalClock clock, CancellationToken ct)
    {
        if (id.Version != 7) return Problems.Invalid(new Dictionary<string, string[]> { ["id"] = ["编号要是第7版UUID。"] });
        var now = clock.Now().At;
        if (await db.Objections.AsNoTracking().SingleOrDefaultAsync(objection => objection.Id == id, ct) is { } known)
            return known.Account == caller.Account ? TypedResults.Ok(new Response(id, known.RaisedAt)) : Refusals.NotFound.ToProblem();
        await Study.Ledger.EnrolAsync(db, caller, now, ct);
        db.Add(new Objection { Id = id, Account = caller.Account, Text = crypt.Encrypt(request.Text.Trim(), id), RaisedAt = now });
        await db.SaveChangesAsync(ct);
        return TypedResults.Ok(new Response(id, now));
    }
}
