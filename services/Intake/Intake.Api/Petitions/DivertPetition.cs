using Xinfang.Intake.Api.Desk;
using Xinfang.Intake.Api.Persistence;
using Xinfang.Intake.Domain;
using Xinfang.Law;
using Xinfang.ServiceDefaults.Http;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.Intake.Api.Petitions;

/// <summary>导入其他渠道: POST /petitions/{id}/diversion. A visit about litigation, a request for information, what an organ outside the district decides.</summary>
internal static class DivertPetition
{
    /// <param name="WhereTo">The organ and its counter, in full.</param>
    /// <param name="Route">The road of article 31, whose limits the notice then tells.</param>
    public sealed record Request(Diversion Diversion, string? WhereTo = null, string? Text = null, StatutoryRoute? Route = null);

    public static async Task<IResult> Handle(
        Guid id, Request request, CurrentCaller caller, IntakeDb db, PersonalData people, LegalClock clock, CancellationToken ct)
    {
        if (await db.Petitions.FindAsync([new PetitionId(id)], ct) is not { } petition) return Problems.NotFound();
        var now = clock.Now();
        if (await db.HeldByAnotherAsync(id, caller, now.At, ct) is { } held) return held.ToProblem();

        var before = petition.Digest();
        if (petition.Divert(request.Diversion, request.WhereTo, request.Text, caller.Account, now).Refused(out var refusal, out var answered)) return refusal.ToProblem();

        var (dossier, basis) = (await db.OpenDossierAsync(id, people, ct), BasisOf(request.Diversion));
        var route = request.Route ?? (request.Diversion is Diversion.LitigationRelated ? StatutoryRoute.Litigation : null);
        var limits = route is { } road ? Routes.Of(road).LimitText : "";
        List<Paragraph> paragraphs =
        [
            Papers.Opening(petition, dossier), new("为什么", request.Text!.Trim()),
            new("去哪里", $"请向{request.WhereTo!.Trim()}提出。"),
        ];
        if (limits.Length > 0) paragraphs.Add(new("那条路的时限", limits));
        paragraphs.Add(new("不会走、走不动", $"打{Names.OfficePhone}，我们告诉您怎么走。您仍然可以就别的事提出信访。"));
        var paper = db.IssueToPetitioner(people, petition, dossier, DocumentKind.Guidance, "告知书", null, answered.At, paragraphs, [basis]);
        return TypedResults.Ok(await Answering.FinishAsync(db, people, petition, before, answered, paper, $"请向{request.WhereTo!.Trim()}提出。", caller,
            new { diversion = request.Diversion, route, document = paper.Id }, ct, diversion: request.Diversion));
    }

    private static Article BasisOf(Diversion diversion) => diversion switch
    {
        Diversion.LitigationRelated => PetitionRegulations.LitigationVisit,
        Diversion.InformationDisclosure => OtherProcedures.InformationDisclosure,
        _ => PetitionRegulations.DirectReceipt,
    };
}
