using Microsoft.EntityFrameworkCore;
using Xinfang.Intake.Api.Persistence;
using Xinfang.Intake.Domain;
using Xinfang.Law;
using Xinfang.ServiceDefaults.Http;
using Xinfang.ServiceDefaults.Organs;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.Intake.Api.Repeats;

/// <summary>确认重复: POST /petitions/{id}/repeats. A clerk says what the machine may only propose; the link carries who, why and the round. It refuses nothing.</summary>
internal static class ConfirmRepeat
{
    private static readonly Refusal Unknown = new("repeat.unknown", "没有找到这一件，或者它是保密件。", PetitionRegulations.Registration, RefusalKind.Invalid);
    private static readonly Refusal NotEarlier = new("repeat.not-earlier", "只能关联到更早登记的另一件。", PetitionRegulations.Registration, RefusalKind.Invalid);
    private static readonly Refusal NoReason = new("repeat.reason", "请写为什么是同一件事，4到500个字。", PetitionRegulations.Registration, RefusalKind.Invalid);
    private static readonly Refusal Already = new("repeat.already", "这两件已经关联。", PetitionRegulations.Registration);

    public sealed record Request(Guid Earlier, RepeatKind Kind = RepeatKind.Repeat, string? Reason = null);

    public sealed record Response(Guid Id, int Round, RepeatKind Kind, DateTimeOffset At);

    public static async Task<IResult> Handle(
        Guid id, Request request, CurrentCaller caller, IntakeDb db, Candidates candidates, PersonalData people, LegalClock clock, CancellationToken ct)
    {
        if (await db.Petitions.FindAsync([new PetitionId(id)], ct) is not { } petition) return Problems.NotFound();
        var earlier = await db.Petitions.FindAsync([new PetitionId(request.Earlier)], ct);
        if (petition.Sealed || earlier is null or { Sealed: true } || await db.OpenDossierAsync(id, people, ct) is not { } dossier) return Unknown.ToProblem();
        if (earlier.Id == petition.Id || earlier.RegisteredAt > petition.RegisteredAt) return NotEarlier.ToProblem();
        if (request.Reason?.Trim() is not { Length: >= 4 and <= 500 } reason) return NoReason.ToProblem();
        if (await db.RepeatLinks.AnyAsync(l => l.PetitionId == petition.Id && l.EarlierId == earlier.Id && l.UndoneAt == null, ct)) return Already.ToProblem();

        var now = clock.Now();
        var comparison = (await candidates.WithAsync(petition, dossier, earlier, ct))?.Comparison;
        var link = new RepeatLink
        {
            Id = Guid.CreateVersion7(now.At),
            PetitionId = petition.Id,
            EarlierId = earlier.Id,
            Kind = request.Kind,
            Round = request.Kind is RepeatKind.SameEvent ? 1 : 1 + await RoundOfAsync(db, earlier.Id, ct),
            Likeness = Math.Round(comparison?.Score ?? 0, 2),
            By = caller.Account,
            At = now.At,
            Reason = people.Encrypt(reason, id),
        };
        db.RepeatLinks.Add(link);
        await db.RecordAsync(petition, petition.Digest(), "ConfirmRepeat", caller.Account, Organs.Office, now.At, PetitionRegulations.Registration,
            new { earlier = earlier.Id.Value, number = earlier.Number, kind = link.Kind.ToString(), round = link.Round }, ct);
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateException e) when (e.InnerException is Npgsql.PostgresException { SqlState: Npgsql.PostgresErrorCodes.UniqueViolation })
        {
            return Already.ToProblem(); // another clerk was first
        }
        return TypedResults.Ok(new Response(link.Id, link.Round, link.Kind, link.At));
    }

    // The round of the earlier one: 1, or what it has as a repeat itself.
    private static async Task<int> RoundOfAsync(IntakeDb db, PetitionId earlier, CancellationToken ct) =>
        await db.RepeatLinks.Where(l => l.PetitionId == earlier && l.Kind == RepeatKind.Repeat && l.UndoneAt == null).MaxAsync(l => (int?)l.Round, ct) ?? 1;
}
