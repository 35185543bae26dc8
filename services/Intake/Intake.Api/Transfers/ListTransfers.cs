using Microsoft.EntityFrameworkCore;
using Xinfang.Intake.Domain;
using Xinfang.ServiceDefaults.Http;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.Intake.Api.Transfers;

/// <summary>GET /transfers?after=&amp;limit=: everything the source has handed over, oldest first, with state and code.</summary>
internal static class ListTransfers
{
    private sealed record Key(DateTimeOffset At, string Number);

    public static async Task<IResult> Handle(CurrentCaller caller, IntakeDb db, CancellationToken ct, string? after = null, int? limit = null)
    {
        if (Domain.Transfers.SourceOf(caller.Account) is not { } source) return Domain.Transfers.NoSource.ToProblem();
        if (!Cursor.TryRead<Key>(after, out var last)) return Cursor.Invalid();
        var size = Cursor.Limit(limit);
        var transfers = db.Transfers.AsNoTracking().Where(t => t.Source == source);
        if (last is not null) transfers = transfers.Where(t => EF.Functions.GreaterThan(ValueTuple.Create(t.At, t.Number), ValueTuple.Create(last.At, last.Number)));
        var page = Page<Transfer>.Of(await transfers.OrderBy(t => t.At).ThenBy(t => t.Number).Take(size + 1).ToListAsync(ct), size, t => new Key(t.At, t.Number));
        return TypedResults.Ok(new Page<TransferView>(await TransferView.AllAsync(db, page.Items, ct), page.Next));
    }
}
