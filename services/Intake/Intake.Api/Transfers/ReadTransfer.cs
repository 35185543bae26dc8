using Microsoft.EntityFrameworkCore;
using Xinfang.Intake.Domain;
using Xinfang.ServiceDefaults.Http;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.Intake.Api.Transfers;

/// <summary>GET /transfers/{number}: where it stands, for the source that handed it over and for nobody else.</summary>
internal static class ReadTransfer
{
    public static async Task<IResult> Handle(string number, CurrentCaller caller, IntakeDb db, CancellationToken ct)
    {
        if (Domain.Transfers.SourceOf(caller.Account) is not { } source) return Domain.Transfers.NoSource.ToProblem();
        return await db.Transfers.AsNoTracking().FirstOrDefaultAsync(t => t.Source == source && t.Number == number, ct) is { } found
            ? TypedResults.Ok((await TransferView.AllAsync(db, [found], ct))[0])
            : Domain.Transfers.NotFound.ToProblem();
    }
}
