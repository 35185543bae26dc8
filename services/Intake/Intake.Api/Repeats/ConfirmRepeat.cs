using Microsoft.EntityFrameworkCore;
using Xinfang.Contracts.Intake.V1;
using Xinfang.Intake.Api.Persistence;
using Xinfang.Intake.Domain;
using Xinfang.Law;
using Xinfang.ServiceDefaults.Http;
using Xinfang.ServiceDefaults.Organs;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.Intake.Api.Repeats;

/// <summary>确认重复: POST /petitions/{id}/repeats. A clerk says what the machine may only propose: a repeat, the same event told by others, or neither; the link carries who, why and the round. It refuses nothing.</summary>
internal static class ConfirmRepeat
{
    private static readonly Refusal Unknown = new("repeat.unknown", "没有找到这一件，或者它是保密件。", PetitionRegulations.Registration, RefusalKind.Invalid);
    private static readonly Refusal NotEarlier = new("repeat.not-earlier", "只能关联到更早登记的另一件。", PetitionRegulations.Registration, RefusalKind.Invalid);
    private static readonly Refusal NoReason = new("repeat.reason", "请写为什么，4到500个字。", PetitionRegulations.Registration, RefusalKind.Invalid);
    private static readonly Refusal Already = new("repeat.already", "这两件是什么关系已经定过。要改，先撤销。", PetitionRegulations.Registration);
    private static readonly Refusal RoundTooLow = new("repeat.round", "次数不能比记录里算出来的少，最多99。", PetitionRegulations.Registration, RefusalKind.Invalid);

    /// <param name="Round">第几次, where earlier ones lie outside this register; else counted from the links.</param>
    public sealed record Request(Guid Earlier, RepeatKind Kind = RepeatKind.Repeat, string? Reason = null, int? Round = null);

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

        var counted = request.Kind is RepeatKind.Repeat ? 1 + await db.RepeatRoundAsync(earlier.Id, ct) : 1;
        var round = request.Kind is RepeatKind.Repeat ? request.Round ?? counted : 1;
        if (round < counted || round > 99) return RoundTooLow.ToProblem();

        var now = clock.Now();
        var comparison = (await candidates.WithAsync(petition, dossier, earlier, ct))?.Comparison;
        var link = new RepeatLink
        {
            Id = Guid.CreateVersion7(now.At),
            PetitionId = petition.Id,
            EarlierId = earlier.Id,
            Kind = request.Kind,
            Round = round,
            Likeness = Math.Round(comparison?.Score ?? 0, 2),
            By = caller.Account,
            At = now.At,
            Reason = people.Encrypt(reason, id),
        };
        db.RepeatLinks.Add(link);
        await db.RecordAsync(petition, petition.Digest(), "ConfirmRepeat", caller.Account, Organs.Office, now.At, PetitionRegulations.Registration,
            new { earlier = earlier.Id.Value, number = earlier.Number, kind = link.Kind.ToString(), round = link.Round }, ct);
        if (link.Kind is not RepeatKind.Unrelated)
            db.Publish(id, new RepeatConfirmed
            {
                PetitionId = id,
                Organ = petition.Organ,
                EarlierId = earlier.Id.Value,
                Kind = link.Kind.ToString(),
                RepeatRound = Math.Max(link.Round, await db.RepeatRoundAsync(petition.Id, ct)),
                ConfirmedAt = now.At,
            });
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
}
