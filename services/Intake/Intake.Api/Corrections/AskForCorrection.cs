using Microsoft.EntityFrameworkCore;
using Xinfang.Intake.Api.Persistence;
using Xinfang.Intake.Api.Progress;
using Xinfang.Intake.Domain;
using Xinfang.Law;
using Xinfang.ServiceDefaults.Http;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.Intake.Api.Corrections;

/// <summary>申请更正: POST /progress/corrections, by the petitioner (个人信息保护法 46).</summary>
internal static class AskForCorrection
{
    public sealed record Request(CorrectionField? Field = null, string? Value = null, string? Why = null);

    public sealed record Response(DateTimeOffset AskedAt);

    public static async Task<IResult> Handle(
        Request request, HttpContext http, PetitionTickets tickets, IntakeDb db, PersonalData people, LegalClock clock, CancellationToken ct)
    {
        if (await tickets.PetitionAsync(http.Request, db, ct) is not { } petition) return Problems.TicketRequired();
        if (request.Field is not { } field || !Enum.IsDefined(field)) return Refusals.CorrectionFieldMissing.ToProblem();

        var now = clock.Now();
        var dossier = await db.AnyDossierAsync(petition, people, ct);
        var waiting = await db.Corrections.AnyAsync(c => c.PetitionId == petition.Id && c.Field == field && c.DecidedAt == null, ct);
        var value = Correction.Read(field, dossier.Kind, request.Value, now.Date);
        if (Correction.Ask(petition, field, dossier.Confidential, value, request.Why, waiting, now).Refused(out var refusal, out var asked)) return refusal.ToProblem();

        db.Corrections.Add(asked);
        db.Entry(asked).Property<byte[]>(CorrectionMapping.Content).CurrentValue = new CorrectionContent(value!, request.Why!.Trim()).Encrypted(people, asked.Id);
        await db.RecordAsync(petition, petition.Digest(), "AskForCorrection", Recording.Petitioner, "", now.At, Form.Correcting, new { correction = asked.Id, field }, ct);
        await db.SaveChangesAsync(ct);
        return TypedResults.Ok(new Response(asked.AskedAt));
    }
}
