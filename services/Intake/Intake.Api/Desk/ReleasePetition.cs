using Microsoft.EntityFrameworkCore;
using Xinfang.Intake.Domain;
using Xinfang.ServiceDefaults.Http;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.Intake.Api.Desk;

/// <summary>放开: POST /petitions/{id}/hold/release. Only one's own; a repeat changes nothing.</summary>
internal static class ReleasePetition
{
    public static async Task<IResult> Handle(Guid id, CurrentCaller caller, IntakeDb db, CancellationToken ct)
    {
        if (await db.Petitions.FindAsync([new PetitionId(id)], ct) is null) return Problems.NotFound();
        await db.Holds.Where(h => h.PetitionId == new PetitionId(id) && h.Account == caller.Account).ExecuteDeleteAsync(ct);
        return TypedResults.NoContent();
    }
}
