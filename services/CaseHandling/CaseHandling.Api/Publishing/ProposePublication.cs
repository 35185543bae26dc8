using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using Xinfang.CaseHandling.Domain;
using Xinfang.Documents.Checks;
using Xinfang.Law;
using Xinfang.ServiceDefaults.Http;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.CaseHandling.Api.Publishing;

/// <summary>拟公开答复: POST /petitions/{id}/publication. Personal data stands in the way.</summary>
internal static class ProposePublication
{
    public sealed record Request(
        [property: StringLength(60, ErrorMessage = "最多60个字。")] string? Title = null,
        [property: StringLength(1000, ErrorMessage = "最多1000个字。")] string? Question = null,
        [property: StringLength(5000, ErrorMessage = "最多5000个字。")] string? Answer = null);

    public sealed record Response(Guid ReplyId);

    public static async Task<Results<Ok<Response>, ProblemHttpResult>> Handle(
        Guid id, Request request, CurrentCaller caller, CaseHandlingDb db, LegalClock clock, CancellationToken ct)
    {
        if (await db.OpenAsync(id, caller, ct) is not { } petition) return Problems.NotFound();
        var now = clock.Now();

        var reply = Guid.CreateVersion7(now.At);
        if (petition.ProposePublication(caller.Actor(), reply, request.Title ?? "", request.Question ?? "", request.Answer ?? "",
                Anonymity.Find(request.Title, request.Question, request.Answer), now).Refused(out var refusal, out var proposed))
            return refusal.ToProblem();

        await db.RecordAsync(petition, Act.ProposePublication, caller.Actor(), now, proposed, ct);
        await db.CommitAsync(ct);
        return TypedResults.Ok(new Response(reply));
    }
}
