using Microsoft.EntityFrameworkCore;
using Xinfang.Contracts.Intake.V1;
using Xinfang.Intake.Api.Persistence;
using Xinfang.Intake.Domain;
using Xinfang.Law;
using Xinfang.ServiceDefaults.Http;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.Intake.Api.Progress;

/// <summary>补充材料: POST /progress/supplements, by the petitioner.</summary>
internal static class SupplementPetition
{
    public sealed record Request(string? Text = null);

    public sealed record Response(int Number, DateTimeOffset ReceivedAt);

    public static async Task<IResult> Handle(
        Request request, HttpRequest http, PetitionTickets tickets, IntakeDb db, PersonalData people, LegalClock clock, CancellationToken ct)
    {
        if (await tickets.PetitionAsync(http, db, ct) is not { } petition) return Problems.TicketRequired();

        var (before, hash) = (petition.Digest(), people.SearchHash("supplement", $"{petition.Id.Value}:{request.Text}"));
        var received = await db.Supplements.AnyAsync(s => s.PetitionId == petition.Id && s.TextHash == hash, ct);
        if (petition.Supplement(request.Text, received, clock.Now()).Refused(out var refusal, out var supplemented)) return refusal.ToProblem();

        db.Supplements.Add(new Supplement
        {
            PetitionId = petition.Id,
            Number = supplemented.Number,
            Text = people.Encrypt(request.Text!.Trim(), petition.Id.Value),
            TextHash = hash,
            At = supplemented.At,
        });
        db.SearchDue.Add(new SearchDue { PetitionId = petition.Id });
        await db.RecordAsync(petition, before, "Supplement", Recording.Petitioner, "", supplemented.At, Flow.Basis(Act.Supplement), new { number = supplemented.Number }, ct);
        db.Publish(petition.Id.Value, new PetitionSupplemented
        {
            PetitionId = petition.Id.Value,
            Organ = supplemented.Organ,
            SupplementNumber = supplemented.Number,
            SupplementedAt = supplemented.At,
        });
        await db.SaveChangesAsync(ct);
        return TypedResults.Ok(new Response(supplemented.Number, supplemented.At));
    }
}
