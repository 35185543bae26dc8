using Microsoft.EntityFrameworkCore;
using Xinfang.Intake.Domain;
using Xinfang.Law;
using Xinfang.ServiceDefaults.Http;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.Intake.Api.Desk;

/// <summary>在办: POST /petitions/{id}/hold. Repeating it stays on the petition; taking it from a colleague is said and recorded.</summary>
internal static class HoldPetition
{
    private static readonly Refusal NotAtTheDesk = new("petition.not-at-desk", "这一件不在分办台上，不用占着。", PetitionRegulations.Forwarding);

    /// <param name="TakeOver">接过来办: knowing that a colleague has it open.</param>
    public sealed record Request(bool TakeOver = false);

    public static async Task<IResult> Handle(Guid id, Request request, CurrentCaller caller, IntakeDb db, LegalClock clock, CancellationToken ct)
    {
        if (await db.Petitions.FindAsync([new PetitionId(id)], ct) is not { } petition) return Problems.NotFound();
        if (Flow.Refuses(petition.Status, Act.Classify) is not null && Flow.Refuses(petition.Status, Act.Forward) is not null) return NotAtTheDesk.ToProblem();

        var now = clock.Now();
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        var hold = await db.Holds.FromSql($"select * from hold where petition_id = {id} for update").SingleOrDefaultAsync(ct);
        var former = hold is not null && hold.IsOfAnother(caller.Account, now.At) ? hold.Account : null;
        if (hold is null) db.Add(hold = new Hold(petition.Id, caller.Account, now.At));
        else if (hold.Take(caller.Account, request.TakeOver, now.At) is { } refusal) return refusal.ToProblem();

        if (former is not null)
            await db.RecordAsync(petition, petition.Digest(), "TakeOver", caller.Account, caller.Organ, now.At, PetitionRegulations.Forwarding, new { from = former }, ct);
        await db.SaveChangesAsync(ct); // two who open it first at the same instant: the key decides, the other is told to look again
        await transaction.CommitAsync(ct);
        return TypedResults.Ok(HoldView.Of(hold, caller.Account, now.At));
    }
}
