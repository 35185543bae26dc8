using Microsoft.EntityFrameworkCore;
using Xinfang.Intake.Api.Persistence;
using Xinfang.Intake.Domain;

namespace Xinfang.Intake.Api.Transfers;

/// <summary>What a source is told of what it handed over. Nothing of the petitioner goes back.</summary>
/// <param name="Number">The source's own.</param>
/// <param name="Linked">The matter was here already: no new petition was made.</param>
/// <param name="Code">A01 to A03 taken up, R01 to R03 given back, D01 to D06 done.</param>
/// <param name="DueOn">The source's own last day, as it said.</param>
/// <param name="QueryCode">For the petitioner, said once, when the petition is made.</param>
/// <param name="ForwardDueOn">Our last day to pass it on (art. 22).</param>
internal sealed record TransferView(
    string Number, string PetitionNumber, bool Linked, TransferState State, string Code, string Text, OrganView? Organ, DateOnly? DueOn, DateOnly ForwardDueOn, DateTimeOffset At, string? QueryCode = null)
{
    public static async Task<IReadOnlyList<TransferView>> AllAsync(IntakeDb db, IReadOnlyList<Transfer> transfers, CancellationToken ct)
    {
        var ids = transfers.Select(transfer => transfer.PetitionId).Distinct().ToList();
        var petitions = await db.Petitions.AsNoTracking().IgnoreAutoIncludes().Where(p => ids.Contains(p.Id)).ToDictionaryAsync(p => p.Id, ct);
        var diversions = await db.OwnAnswers.AsNoTracking().Where(a => ids.Contains(a.PetitionId) && a.Diversion != null).ToDictionaryAsync(a => a.PetitionId, a => a.Diversion, ct);
        return [.. transfers.Select(transfer => Of(transfer, petitions[transfer.PetitionId], diversions.GetValueOrDefault(transfer.PetitionId)))];
    }

    private static TransferView Of(Transfer transfer, Petition petition, Diversion? diversion)
    {
        var (state, code, text) = Domain.Transfers.Outcome(petition.Status, diversion);
        // Where an accusation went is nobody's business but the disciplinary organ's (art. 30).
        return new(transfer.Number, petition.Number, transfer.Linked, state, code, text, petition.Sealed ? null : OrganView.Of(petition.Organ), transfer.DueOn, petition.ForwardDueOn, transfer.At);
    }
}

/// <summary>Where a petition came from besides, as the desk shows it.</summary>
internal sealed record OriginView(TransferSource Source, string SourceName, string Number, string ReasonText, DateOnly? DueOn, bool Overdue, bool Linked, DateTimeOffset At)
{
    public static async Task<ILookup<PetitionId, OriginView>> OfAsync(IntakeDb db, IReadOnlyList<PetitionId> petitions, DateOnly today, CancellationToken ct) =>
        (await db.Transfers.AsNoTracking().Where(t => petitions.Contains(t.PetitionId)).OrderBy(t => t.At).ToListAsync(ct)).ToLookup(t => t.PetitionId, t => new OriginView(
            t.Source, Domain.Transfers.NameOf(t.Source), t.Number, Domain.Transfers.NameOf(t.Reason), t.DueOn, t.DueOn < today, t.Linked, t.At));
}
