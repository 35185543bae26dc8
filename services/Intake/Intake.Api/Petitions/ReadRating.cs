using Microsoft.EntityFrameworkCore;
using Xinfang.Intake.Domain;
using Xinfang.ServiceDefaults.Http;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.Intake.Api.Petitions;

/// <summary>评价结果: GET /petitions/{id}/rating, for the office. Not rated is an answer, not a zero.</summary>
internal static class ReadRating
{
    public sealed record Response(
        bool Rated, OrganView? Organ = null, Score? Office = null, Score? OrganScore = null, string? OfficeReason = null, string? OrganReason = null, DateTimeOffset? RatedAt = null);

    public static async Task<IResult> Handle(Guid id, IntakeDb db, PersonalData people, CancellationToken ct)
    {
        var petition = new PetitionId(id);
        if (!await db.Petitions.AnyAsync(p => p.Id == petition, ct)) return Problems.NotFound();
        if (await db.Ratings.AsNoTracking().SingleOrDefaultAsync(r => r.PetitionId == petition, ct) is not { } rating)
            return TypedResults.Ok(new Response(false));
        return TypedResults.Ok(new Response(true, OrganView.Of(rating.Organ), rating.Office, rating.OrganScore,
            Open(rating.OfficeReason), Open(rating.OrganReason), rating.At));

        string? Open(byte[]? words) => words is null ? null : people.Decrypt(words, id);
    }
}
