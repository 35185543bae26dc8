using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using Xinfang.CaseHandling.Domain;
using Xinfang.Law;
using Xinfang.ServiceDefaults.Http;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.CaseHandling.Api.Petitions;

/// <summary>适用简易办理: POST /petitions/{id}/simple-procedure. What the organ answers is checked against the admission table (C-01, C-02).</summary>
internal static class ChooseSimpleProcedure
{
    public sealed record Request(
        SimpleGround? Ground = null,
        [property: StringLength(1000, ErrorMessage = "最多1000个字。")] string? Note = null,
        bool StatutoryRoad = false,
        bool LikelyNotSupported = false,
        bool SeveralOrgans = false,
        bool Grave = false,
        bool PaperWanted = false);

    public sealed record Response(PetitionStatus Status, DateOnly StrictDueOn, DateOnly DueOn);

    public static async Task<Results<Ok<Response>, ProblemHttpResult>> Handle(
        Guid id, Request request, CurrentCaller caller, CaseHandlingDb db, LegalClock clock, CancellationToken ct)
    {
        if (await db.OpenAsync(id, caller, ct) is not { } petition) return Problems.NotFound();
        var now = clock.Now();

        if (petition.Refuses(Act.ChooseSimple, caller.Actor(), now) is { } closed) return closed.ToProblem();
        if (request.Ground is not { } ground) return Refusals.SimpleWithoutGround.ToProblem();
        if (petition.ChooseSimple(caller.Actor(), new(ground, request.Note, request.StatutoryRoad, request.LikelyNotSupported, request.SeveralOrgans, request.Grave, request.PaperWanted), now).Refused(out var refusal, out var chosen)) return refusal.ToProblem();

        await db.RecordAsync(petition, Act.ChooseSimple, caller.Actor(), now, chosen, ct);
        db.Publish(id, new Contracts.CaseHandling.V1.SimpleProcedureChosen { PetitionId = id, Organ = petition.Organ, ChosenAt = now.At, StrictDueOn = chosen.Accept.StrictDueOn, DueOn = chosen.Accept.DueOn });
        await db.CommitAsync(ct);
        return TypedResults.Ok(new Response(petition.Status, chosen.Accept.StrictDueOn, chosen.Accept.DueOn));
    }
}
