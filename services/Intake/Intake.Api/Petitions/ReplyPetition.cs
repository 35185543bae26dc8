using Xinfang.Intake.Api.Desk;
using Xinfang.Intake.Api.Persistence;
using Xinfang.Intake.Domain;
using Xinfang.Law;
using Xinfang.ServiceDefaults.Http;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.Intake.Api.Petitions;

/// <summary>直接回复: POST /petitions/{id}/reply. Consultation, thanks, what can be answered at once.</summary>
internal static class ReplyPetition
{
    public sealed record Request(string? Text = null);

    public static async Task<IResult> Handle(
        Guid id, Request request, CurrentCaller caller, IntakeDb db, PersonalData people, LegalClock clock, CancellationToken ct)
    {
        if (await db.Petitions.FindAsync([new PetitionId(id)], ct) is not { } petition) return Problems.NotFound();
        var now = clock.Now();
        if (await db.HeldByAnotherAsync(id, caller, now.At, ct) is { } held) return held.ToProblem();

        var before = petition.Digest();
        if (petition.Reply(request.Text, caller.Account, now).Refused(out var refusal, out var answered)) return refusal.ToProblem();

        var dossier = await db.OpenDossierAsync(id, people, ct);
        var paper = db.IssueToPetitioner(people, petition, dossier, DocumentKind.DirectReply, "回复", null, answered.At,
            [
                Papers.Opening(petition, dossier), new("回复", request.Text!.Trim()),
                new("接下来", $"这件事到此答复完毕。您还有要求的，可以另提一件，也可以打{Names.OfficePhone}。"),
            ],
            [PetitionRegulations.Registration]);
        return TypedResults.Ok(await Answering.FinishAsync(db, people, petition, before, answered, paper, request.Text!, caller, new { document = paper.Id }, ct));
    }
}
