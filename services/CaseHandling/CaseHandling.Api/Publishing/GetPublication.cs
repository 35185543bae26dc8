using Microsoft.AspNetCore.Http.HttpResults;
using Xinfang.CaseHandling.Domain;
using Xinfang.Documents.Checks;
using Xinfang.ServiceDefaults.Http;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.CaseHandling.Api.Publishing;

/// <summary>The text that is going to be public, or a first draft of it from the opinion with what points at people left out: GET /petitions/{id}/publication</summary>
internal static class GetPublication
{
    /// <param name="State">Draft (nothing proposed yet), Proposed, Published or Withdrawn.</param>
    public sealed record Response(string State, Guid? ReplyId, string Title, string Question, string Answer, string? ProposedBy, DateOnly? ReleasedOn, string? WithdrawnBecause);

    public static async Task<Results<Ok<Response>, ProblemHttpResult>> Handle(Guid id, CurrentCaller caller, CaseHandlingDb db, CancellationToken ct)
    {
        if (await db.OpenAsync(id, caller, ct) is not { } petition) return Problems.NotFound();
        return TypedResults.Ok(petition.File.Publication is { } publication
            ? new Response(publication.IsPublished() ? "Published" : publication.IsProposed() ? "Proposed" : "Withdrawn", publication.Id, publication.Title, publication.Question,
                publication.Answer, publication.ProposedBy, publication.ReleasedOn, publication.WithdrawnBecause)
            : new Response("Draft", null, "", "", Anonymity.Mask(AnswerOf(petition.File)), null, null, null));
    }

    private static string AnswerOf(CaseFile file) => file.Answer is { } answer
        ? answer.Reply
        : string.Join("\n", file.Claims.Where(claim => claim.Reason is not null).Select(claim => $"{claim.Reason}依据：{claim.Basis}。").Prepend(file.Facts ?? ""));
}
