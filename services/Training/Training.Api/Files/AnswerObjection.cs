using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Xinfang.Law;
using Xinfang.ServiceDefaults.Http;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.Training.Api.Files;

/// <summary>答复异议: POST /objections/{id}/answer, by a person other than the one who objects.</summary>
internal static class AnswerObjection
{
    public sealed record Request([property: StringLength(1000, MinimumLength = 2, ErrorMessage = "请写答复，2到1000个字。")] string Text);

    public sealed record Response(Guid Id, DateTimeOffset AnsweredAt);

    public static async Task<Results<Ok<Response>, ProblemHttpResult>> Handle(Guid id, Request request, CurrentCaller caller, TrainingDb db, PersonalData crypt, LegalClock clock, CancellationToken ct)
    {
        if (await db.Objections.SingleOrDefaultAsync(objection => objection.Id == id, ct) is not { } objection) return Refusals.NotFound.ToProblem();
        if (objection.Account == caller.Account) return FileRefusals.Own.ToProblem();
        if (objection.AnsweredAt is not null) return FileRefusals.Answered.ToProblem();
        var at = clock.Now().At;
        (objection.Answer, objection.AnsweredBy, objection.AnsweredAt) = (crypt.Encrypt(request.Text.Trim(), id), caller.Account, at);
        await db.SaveChangesAsync(ct);
        return TypedResults.Ok(new Response(id, at));
    }
}
