using Xinfang.Intake.Domain;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.Intake.Api.Progress;

/// <summary>The petition that a request's ticket opens.</summary>
internal static class Ticketed
{
    /// <summary>Null when there is no valid ticket.</summary>
    public static async Task<Petition?> PetitionAsync(this PetitionTickets tickets, HttpRequest request, IntakeDb db, CancellationToken ct) =>
        tickets.Read(request) is { } id ? await db.Petitions.FindAsync([new PetitionId(id)], ct) : null;
}
