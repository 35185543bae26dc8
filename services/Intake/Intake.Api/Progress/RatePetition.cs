using Microsoft.EntityFrameworkCore;
using Xinfang.Contracts.CaseHandling.V1;
using Xinfang.Contracts.Intake.V1;
using Xinfang.Intake.Api.Persistence;
using Xinfang.Intake.Domain;
using Xinfang.Law;
using Xinfang.ServiceDefaults.Http;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.Intake.Api.Progress;

/// <summary>评价: POST /progress/rating, by the petitioner, once, within 30 days of the opinion being served.</summary>
internal static class RatePetition
{
    public sealed record Request(Score Office, Score Organ, string? OfficeReason = null, string? OrganReason = null);

    public sealed record Response(Score Office, Score Organ, DateTimeOffset RatedAt);

    public static async Task<IResult> Handle(
        Request request, HttpContext http, PetitionTickets tickets, IntakeDb db, PersonalData people, LegalClock clock, CancellationToken ct)
    {
        if (http.User.Identity?.IsAuthenticated is true) return Refusals.StaffCannotRate.ToProblem();
        if (await tickets.PetitionAsync(http.Request, db, ct) is not { } petition) return Problems.TicketRequired();

        var before = petition.Digest();
        var servedOn = (await db.CaseFactsAsync(petition, ct)).Last<OpinionServed>(petition.Organ)?.ServedOn;
        if (petition.Rate(request.Office, request.Organ, request.OfficeReason, request.OrganReason, servedOn, clock.Now()).Refused(out var refusal, out var rated))
            return refusal.ToProblem();

        db.Ratings.Add(new Rating
        {
            PetitionId = petition.Id,
            Organ = rated.Organ,
            Office = rated.Office,
            OrganScore = rated.OrganScore,
            OfficeReason = Sealed(request.OfficeReason),
            OrganReason = Sealed(request.OrganReason),
            At = rated.At,
        });
        if (CallBack.OwedFor(rated) is { } owed) db.CallBacks.Add(owed);
        await db.RecordAsync(petition, before, "Rate", Recording.Petitioner, "", rated.At, Flow.Basis(Act.Rate),
            new { office = rated.Office, organ = rated.OrganScore }, ct);
        db.Publish(petition.Id.Value, new PetitionRated
        {
            PetitionId = petition.Id.Value,
            Organ = rated.Organ,
            OfficeScore = rated.Office.ToString(),
            OrganScore = rated.OrganScore.ToString(),
            RatedAt = rated.At,
        });
        await db.SaveChangesAsync(ct);
        return TypedResults.Ok(new Response(rated.Office, rated.OrganScore, rated.At));

        byte[]? Sealed(string? words) => string.IsNullOrWhiteSpace(words) ? null : people.Encrypt(words.Trim(), petition.Id.Value);
    }
}
