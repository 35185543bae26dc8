using Microsoft.AspNetCore.Http.HttpResults;
using Xinfang.CaseHandling.Domain;
using Xinfang.Contracts.CaseHandling.V1;
using Xinfang.Law;
using Xinfang.ServiceDefaults.Http;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.CaseHandling.Api.Publishing;

/// <summary>公开答复: POST /petitions/{id}/publication/release, by another person than the one who proposed it.</summary>
internal static class ReleasePublication
{
    public sealed record Response(Guid ReplyId, DateOnly PublishedOn);

    public static async Task<Results<Ok<Response>, ProblemHttpResult>> Handle(Guid id, CurrentCaller caller, CaseHandlingDb db, LegalClock clock, CancellationToken ct)
    {
        if (await db.OpenAsync(id, caller, ct) is not { } petition) return Problems.NotFound();
        var now = clock.Now();

        if (petition.ReleasePublication(caller.Actor(), now).Refused(out var refusal, out var released)) return refusal.ToProblem();
        var publication = petition.File.Publication!;

        db.Add(new PublishedReply
        {
            Id = publication.Id, PetitionId = petition.Id, Organ = petition.Organ, Title = publication.Title, Question = publication.Question, Answer = publication.Answer, PublishedOn = now.Date,
        });
        await db.RecordAsync(petition, Act.ReleasePublication, caller.Actor(), now, released, ct);
        db.Publish(id, new ReplyPublished { PetitionId = id, Organ = petition.Organ, ReplyId = publication.Id, PublishedAt = now.At });
        await db.CommitAsync(ct);
        return TypedResults.Ok(new Response(publication.Id, now.Date));
    }
}
