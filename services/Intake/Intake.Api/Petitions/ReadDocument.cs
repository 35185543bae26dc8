using Xinfang.Intake.Api.Persistence;
using Xinfang.Intake.Domain;
using Xinfang.Law;
using Xinfang.ServiceDefaults.Http;
using Xinfang.ServiceDefaults.Organs;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.Intake.Api.Petitions;

/// <summary>文书, for staff: GET /petitions/{id}/documents/{document}. The office, and the organ that holds the petition now; names masked.</summary>
internal static class ReadDocument
{
    public static async Task<IResult> Handle(
        Guid id, Guid document, CurrentCaller caller, IntakeDb db, PersonalData people, LegalClock clock, CancellationToken ct)
    {
        return await FindAsync(id, document, caller, db, people, clock, ct) is { } content ? TypedResults.Ok(content) : Problems.NotFound();
    }

    /// <summary>The document, or null when this caller may not see it or there is none.</summary>
    public static async Task<DocumentContent?> FindAsync(Guid id, Guid document, CurrentCaller caller, IntakeDb db, PersonalData people, LegalClock clock, CancellationToken ct) =>
        await db.Petitions.FindAsync([new PetitionId(id)], ct) is { } petition && (IsOffice(caller) || caller.Organ == petition.Organ)
            ? await db.ReadDocumentAsync(petition, document, forPetitioner: false, people, clock.Now(), ct)
            : null;

    // The office as such handles nothing: its own officers and its system see what they hold, which is nothing (art. 14).
    private static bool IsOffice(CurrentCaller caller) =>
        caller.Organ == Organs.Office && (caller.Has(Duty.Register) || caller.Has(Duty.Oversee) || caller.Has(Duty.Audit));
}
