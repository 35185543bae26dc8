using Microsoft.EntityFrameworkCore;
using Xinfang.Intake.Api.Persistence;
using Xinfang.Intake.Api.Progress;
using Xinfang.Intake.Domain;
using Xinfang.Law;
using Xinfang.ServiceDefaults.Http;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.Intake.Api.Corrections;

/// <summary>我的信息: GET /progress/data. What is kept of the person, masked as on every screen, and what became of their requests.</summary>
internal static class ReadOwnData
{
    public sealed record CorrectionView(CorrectionField Field, DateTimeOffset AskedAt, bool? Granted, DateTimeOffset? DecidedAt, string? Reason);

    public sealed record Response(
        bool Anonymous, PetitionerKind Kind, string? Name, string? IdNumber, string? Phone, bool HasAddress, string? PrivacyVersion, IReadOnlyList<CorrectionView> Corrections);

    public static async Task<IResult> Handle(HttpContext http, PetitionTickets tickets, IntakeDb db, PersonalData people, CancellationToken ct)
    {
        if (await tickets.PetitionAsync(http.Request, db, ct) is not { } petition) return Problems.TicketRequired();
        var dossier = await db.AnyDossierAsync(petition, people, ct);
        var corrections = await db.Corrections.Where(c => c.PetitionId == petition.Id).OrderBy(c => c.Id).ToListAsync(ct);
        http.Response.Headers.CacheControl = "no-store";
        return TypedResults.Ok(new Response(
            petition.Anonymous, dossier.Kind, dossier.Name is null ? null : Masking.Name(dossier.Name), Masking.IdentityNumber(dossier.IdNumber ?? dossier.CreditCode), Masking.Phone(dossier.Phone),
            dossier.Address is not null, dossier.PrivacyVersion,
            [.. corrections.Select(c => new CorrectionView(c.Field, c.AskedAt, c.Granted, c.DecidedAt, db.ContentOf(c, people).Reason))]));
    }
}
