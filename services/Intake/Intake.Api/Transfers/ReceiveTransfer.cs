using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Xinfang.Intake.Api.Persistence;
using Xinfang.Intake.Api.Petitions;
using Xinfang.Intake.Domain;
using Xinfang.Law;
using Xinfang.ServiceDefaults.Http;
using Xinfang.ServiceDefaults.Messaging;
using Xinfang.ServiceDefaults.Organs;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.Intake.Api.Transfers;

/// <summary>
/// 转入: PUT /transfers/{number}, by the system of a superior office, the hotline or the message board. The same number is the same petition, however often it is
/// sent; the same matter of the same person from another source is linked to the petition that is there. Counted once in either case.
/// </summary>
internal static class ReceiveTransfer
{
    /// <param name="Reason">Why it is handed over.</param>
    /// <param name="DueOn">The source's own last day.</param>
    /// <param name="SameAs">Our number of a petition that the source knows to be about the same matter.</param>
    public sealed record Request(
        PetitionerInput Petitioner, TransferReason Reason, string? Subject = null, string? Facts = null, IReadOnlyList<string?>? Claims = null, Category? Category = null,
        string? Street = null, string? Place = null, DateOnly? HappenedOn = null, DateOnly? DueOn = null, string? SameAs = null);

    public static async Task<IResult> Handle(
        string number, Request request, CurrentCaller caller, IntakeDb db, PersonalData people, PetitionNumbers numbers, TransferRegistrar registrar, LegalClock clock, CancellationToken ct)
    {
        if (Domain.Transfers.SourceOf(caller.Account) is not { } source) return Domain.Transfers.NoSource.ToProblem();
        if (!Domain.Transfers.IsNumber(number)) return Domain.Transfers.NumberMalformed.ToProblem();
        if (await FoundAsync(db, source, number, ct) is { } known) return TypedResults.Ok(known);

        var now = clock.Now();
        if (request.DueOn < now.Date) return Domain.Transfers.DueInThePast.ToProblem();
        var form = FormOf(request, source);
        if (Form.Check(form, Filing.Streets, online: false, now.Date) is { Count: > 0 } faults) return Filing.Incomplete(faults);

        var hash = people.SearchHash("transfer-matter", JsonSerializer.Serialize((string?[])[form.Name?.Trim(), Form.Phone(form.Phone) ?? form.IdNumber?.Trim(), form.Subject!.Trim(), form.Facts!.Trim()], MessageTypes.Json));
        if (await SameAsync(db, request.SameAs, form.Anonymous ? null : hash, ct) is { } same)
        {
            // Sent twice at the same instant, the second finds the matter of the first: it is the same transfer, not another one of the same matter.
            if (await FoundAsync(db, source, number, ct) is { } meanwhile) return TypedResults.Ok(meanwhile);
            try
            {
                await LinkAsync(db, same, new Transfer(source, number, same.Id, request.Reason, request.DueOn, hash, now.At, linked: true), caller, now, ct);
            }
            catch (DbUpdateException e) when (e.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation })
            {
                db.ChangeTracker.Clear();
                if (await FoundAsync(db, source, number, ct) is null) throw; // another act on the petition came between: to be sent again
            }
            return TypedResults.Ok(await FoundAsync(db, source, number, ct));
        }

        var entry = new Entry(form.Channel, now.Date, form.Anonymous, false, form.Street, form.Claims.Count, form.Category, Transferred: true);
        var registered = Petition.Register(new(Guid.CreateVersion7(now.At)), await numbers.NextAsync(now.Date, ct), entry, caller.Account, now);
        if (registered.Refused(out var refusal, out var registration)) return refusal.ToProblem();
        var transfer = new Transfer(source, number, registration.Petition.Id, request.Reason, request.DueOn, hash, now.At, linked: false);
        var code = await registrar.WriteAsync(registration, form, transfer, ct);
        var view = await FoundAsync(db, source, number, ct);
        return code is null ? TypedResults.Ok(view) : TypedResults.Created((string?)null, view! with { QueryCode = code }); // null: sent twice at the same instant
    }

    private static async Task<TransferView?> FoundAsync(IntakeDb db, TransferSource source, string number, CancellationToken ct) =>
        await db.Transfers.AsNoTracking().FirstOrDefaultAsync(t => t.Source == source && t.Number == number, ct) is { } found ? (await TransferView.AllAsync(db, [found], ct))[0] : null;

    /// <summary>The petition about the same matter that is not ended: named by the source, or said word for word by the same person through another source.</summary>
    private static async Task<Petition?> SameAsync(IntakeDb db, string? named, byte[]? hash, CancellationToken ct)
    {
        var petition = named is { Length: > 0 } ? await db.Petitions.FirstOrDefaultAsync(p => p.Number == named, ct) : null;
        if (petition is null && hash is not null && await db.Transfers.AsNoTracking().Where(t => t.ContentHash == hash).OrderByDescending(t => t.At).FirstOrDefaultAsync(ct) is { } other)
            petition = await db.Petitions.FindAsync([other.PetitionId], ct);
        return petition is not null && Flow.Refuses(petition.Status, Act.Supplement) is null ? petition : null;
    }

    private static async Task LinkAsync(IntakeDb db, Petition petition, Transfer transfer, CurrentCaller caller, Moment now, CancellationToken ct)
    {
        db.Add(transfer);
        await db.RecordAsync(petition, petition.Digest(), "TransferIn", caller.Account, Organs.Office, now.At, PetitionRegulations.Registration, TransferRegistrar.Facts(transfer), ct);
        await db.SaveChangesAsync(ct);
    }

    private static PetitionForm FormOf(Request request, TransferSource source) => request.Petitioner.Form(agent: null) with
    {
        Subject = request.Subject,
        Facts = request.Facts,
        Claims = request.Claims ?? [],
        Category = request.Category,
        Street = request.Street,
        Place = request.Place,
        HappenedOn = request.HappenedOn,
        Channel = Domain.Transfers.ChannelOf(source),
        ReadBackConfirmed = true, // the hotline reads back what it writes down (art. 19¶1); it is not ours to confirm again
    };
}
