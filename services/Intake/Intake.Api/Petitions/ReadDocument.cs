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
        if (await db.Petitions.FindAsync([new PetitionId(id)], ct) is not { } petition) return Problems.NotFound();
        if (!IsOffice(caller) && caller.Organ != petition.Organ) return Problems.NotFound();
        return await db.ReadDocumentAsync(petition, document, forPetitioner: false, people, clock.Now(), ct) is { } content
            ? TypedResults.Ok(content)
            : Problems.NotFound();
    }

    // The office as such handles nothing: its own officers and its system see what they hold, which is nothing (art. 14).
    private static bool IsOffice(CurrentCaller caller) =>
        caller.Organ == Organs.Office && (caller.Has(Duty.Register) || caller.Has(Duty.Oversee) || caller.Has(Duty.Audit));
}
