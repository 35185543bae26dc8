using Microsoft.EntityFrameworkCore;
using Xinfang.Intake.Api.Persistence;
using Xinfang.Intake.Domain;
using Xinfang.Intake.Recognition.Matters;
using Xinfang.Law;
using Xinfang.ServiceDefaults.Http;
using Xinfang.ServiceDefaults.Organs;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.Intake.Api.Repeats;

/// <summary>One earlier petition and what it is to this one, each question by itself.</summary>
/// <param name="SamePerson">0 to 1; so are the next two.</param>
/// <param name="Bar">What article 19 or 36 may mean for it; a proposal, null where nothing does.</param>
internal sealed record CandidateView(
    Guid Id, string Number, string Subject, DateOnly ReceivedOn, PetitionStatus Stage, string StageText, string? Organ, bool Running,
    double SamePerson, double SameMatter, double SameEvent, Kinship Kinship, IReadOnlyList<Point> Points, CandidateView.Barring? Bar)
{
    public sealed record Barring(string Sentence, string Basis);

    public static CandidateView Of(Candidates.Found found) => new(
        found.Petition.Id.Value, found.Petition.Number, found.Content.Subject, found.Petition.ReceivedOn, found.Petition.Status, Words.Of(found.Petition.Status),
        Organs.Find(found.Petition.Organ)?.ShortName, found.Petition.IsRunning,
        Math.Round(found.Comparison.SamePerson, 2), Math.Round(found.Comparison.SameMatter, 2), Math.Round(found.Comparison.SameEvent, 2),
        found.Comparison.Kinship, found.Comparison.Points, BarOf(found));

    private static Barring? BarOf(Candidates.Found found) => found.Comparison.Kinship is not Kinship.Repeat ? null : found.Petition switch
    {
        { IsRunning: true } => new("那一件正由有权处理的机关办理。还在规定期限内的，可以不予受理，告诉信访人在哪里查。由您定。", PetitionRegulations.HigherLevelBar.ToString()),
        { Status: PetitionStatus.Completed } => new("那一件已经办结。请看是不是已经复核：复核过的，各级不再受理；没有的，告诉信访人可以怎样申请复查、复核。由您定。", PetitionRegulations.FinalBar.ToString()),
        _ => null,
    };
}

/// <summary>A confirmed link, or one that was undone.</summary>
internal sealed record RepeatView(Guid Id, Guid EarlierId, string EarlierNumber, RepeatKind Kind, int Round, string By, DateTimeOffset At, string Reason, string? UndoneBy, DateTimeOffset? UndoneAt, string? UndoneReason);

/// <summary>判重: GET /petitions/{id}/candidates. Of a sealed petition there are none: it keeps nothing to search by (art. 30).</summary>
internal static class ListCandidates
{
    private const int Most = 10;

    public sealed record Response(IReadOnlyList<CandidateView> Items, IReadOnlyList<RepeatView> Links);

    public static async Task<IResult> Handle(Guid id, IntakeDb db, Candidates candidates, PersonalData people, CancellationToken ct)
    {
        if (await db.Petitions.FindAsync([new PetitionId(id)], ct) is not { } petition) return Problems.NotFound();
        if (petition.Sealed || await db.OpenDossierAsync(id, people, ct) is not { } dossier) return TypedResults.Ok(new Response([], []));
        var found = await candidates.OfAsync(petition, dossier, Most, ct);
        return TypedResults.Ok(new Response([.. found.Select(CandidateView.Of)], await db.LinksAsync(petition, people, ct)));
    }

    public static async Task<IReadOnlyList<RepeatView>> LinksAsync(this IntakeDb db, Petition petition, PersonalData people, CancellationToken ct)
    {
        var links = await db.RepeatLinks.AsNoTracking().Where(l => l.PetitionId == petition.Id).OrderBy(l => l.At).ToListAsync(ct);
        var ids = links.ConvertAll(link => link.EarlierId);
        var numbers = await db.Petitions.AsNoTracking().IgnoreAutoIncludes().Where(p => ids.Contains(p.Id)).ToDictionaryAsync(p => p.Id, p => p.Number, ct);
        return
        [
            .. links.Select(link => new RepeatView(
                link.Id, link.EarlierId.Value, numbers[link.EarlierId], link.Kind, link.Round, link.By, link.At, people.Decrypt(link.Reason, petition.Id.Value),
                link.UndoneBy, link.UndoneAt, link.UndoneReason is { } reason ? people.Decrypt(reason, petition.Id.Value) : null)),
        ];
    }
}
