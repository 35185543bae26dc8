using Xinfang.Contracts.Intake.V1;
using Xinfang.Intake.Api.Persistence;
using Xinfang.Intake.Domain;
using Xinfang.Law;
using Xinfang.ServiceDefaults.Http;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.Intake.Api.Progress;

/// <summary>催办: POST /progress/chases, by the petitioner, once the last day of what is due has passed.</summary>
internal static class ChasePetition
{
    public sealed record Response(int Number, string Term, string? Organ, DateTimeOffset ChasedAt);

    public static async Task<IResult> Handle(HttpRequest request, PetitionTickets tickets, IntakeDb db, LegalClock clock, CancellationToken ct)
    {
        if (await tickets.PetitionAsync(request, db, ct) is not { } petition) return Problems.TicketRequired();

        var (now, before) = (clock.Now(), petition.Digest());
        var situation = new Situation(petition, await db.CaseFactsAsync(petition, ct), now);
        if (petition.Chase(situation.Running, situation.OfficeActs, now).Refused(out var refusal, out var chased)) return refusal.ToProblem();

        db.Chases.Add(new Chase { PetitionId = petition.Id, Number = chased.Number, Organ = chased.Organ, Term = chased.Term.Term.Code, DueOn = chased.Term.DueOn, At = chased.At });
        await db.RecordAsync(petition, before, "Chase", Recording.Petitioner, "", chased.At, Flow.Basis(Act.Chase),
            new { number = chased.Number, organ = chased.Organ, term = chased.Term.Term.Code, dueOn = chased.Term.DueOn }, ct);
        db.Publish(petition.Id.Value, new PetitionChased
        {
            PetitionId = petition.Id.Value,
            Organ = chased.Organ,
            Term = chased.Term.Term.Code,
            DueOn = chased.Term.DueOn,
            ChaseNumber = chased.Number,
            ChasedAt = chased.At,
        });
        await db.SaveChangesAsync(ct);
        return TypedResults.Ok(new Response(chased.Number, chased.Term.Term.Name, OrganView.Of(chased.Organ)?.Name, chased.At));
    }
}
