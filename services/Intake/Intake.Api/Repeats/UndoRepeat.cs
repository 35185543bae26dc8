using Xinfang.Contracts.Intake.V1;
using Xinfang.Intake.Api.Persistence;
using Xinfang.Intake.Domain;
using Xinfang.Law;
using Xinfang.ServiceDefaults.Http;
using Xinfang.ServiceDefaults.Organs;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.Intake.Api.Repeats;

/// <summary>撤销关联: POST /petitions/{id}/repeats/{link}/undoing. The link stays, with who undid it, when and why; it can be confirmed anew.</summary>
internal static class UndoRepeat
{
    private static readonly Refusal NoReason = new("repeat.undoing-reason", "请写为什么撤销关联，4到500个字。", PetitionRegulations.Registration, RefusalKind.Invalid);
    private static readonly Refusal Undone = new("repeat.undone", "这个关联已经撤销。", PetitionRegulations.Registration);

    public sealed record Request(string? Reason = null);

    public sealed record Response(Guid Id, DateTimeOffset UndoneAt);

    public static async Task<IResult> Handle(Guid id, Guid link, Request request, CurrentCaller caller, IntakeDb db, PersonalData people, LegalClock clock, CancellationToken ct)
    {
        if (await db.Petitions.FindAsync([new PetitionId(id)], ct) is not { } petition) return Problems.NotFound();
        if (await db.RepeatLinks.FindAsync([link], ct) is not { } row || row.PetitionId != petition.Id) return Problems.NotFound();
        if (row.UndoneAt is not null) return Undone.ToProblem();
        if (request.Reason?.Trim() is not { Length: >= 4 and <= 500 } reason) return NoReason.ToProblem();

        var now = clock.Now();
        (row.UndoneBy, row.UndoneAt, row.UndoneReason) = (caller.Account, now.At, people.Encrypt(reason, id));
        await db.RecordAsync(petition, petition.Digest(), "UndoRepeat", caller.Account, Organs.Office, now.At, PetitionRegulations.Registration,
            new { earlier = row.EarlierId.Value, kind = row.Kind.ToString() }, ct);
        if (row.Kind is not RepeatKind.Unrelated && !petition.Sealed)
            db.Publish(id, new RepeatUndone
            {
                PetitionId = id,
                Organ = petition.Organ,
                EarlierId = row.EarlierId.Value,
                Kind = row.Kind.ToString(),
                RepeatRound = await db.RepeatRoundAsync(petition.Id, ct, besides: row.Id),
                UndoneAt = now.At,
            });
        await db.SaveChangesAsync(ct);
        return TypedResults.Ok(new Response(link, now.At));
    }
}
