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
    double SamePerson, double SameMatter, double SameEvent, Kinship Kinship, IReadOnlyList<Point> Points, BarProposal? Bar)
{
    public static CandidateView Of(Candidates.Found found, BarProposal? bar) => new(
        found.Petition.Id.Value, found.Petition.Number, found.Content.Subject, found.Petition.ReceivedOn, found.Petition.Status, Words.Of(found.Petition.Status),
        Organs.Find(found.Petition.Organ)?.ShortName, found.Petition.IsRunning,
        Math.Round(found.Comparison.SamePerson, 2), Math.Round(found.Comparison.SameMatter, 2), Math.Round(found.Comparison.SameEvent, 2),
        found.Comparison.Kinship, found.Comparison.Points, bar);
}

/// <summary>A link that a clerk has made, or one that was undone.</summary>
/// <param name="Reason">Null where either of the two has come under seal since.</param>
internal sealed record RepeatView(Guid Id, Guid EarlierId, string EarlierNumber, RepeatKind Kind, int Round, string By, DateTimeOffset At, string? Reason, string? UndoneBy, DateTimeOffset? UndoneAt, string? UndoneReason);

/// <summary>判重: GET /petitions/{id}/candidates. Of a sealed petition there are none: it keeps nothing to search by (art. 30).</summary>
internal static class ListCandidates
{
    private const int Most = 10;

    /// <param name="Later">Links by which later petitions point to this one.</param>
    public sealed record Response(IReadOnlyList<CandidateView> Items, IReadOnlyList<RepeatView> Links, IReadOnlyList<LaterView> Later);

    /// <summary>A later petition that repeats this one or tells of the same event.</summary>
    public sealed record LaterView(Guid Id, string Number, RepeatKind Kind, int Round);

    public static async Task<IResult> Handle(Guid id, IntakeDb db, Candidates candidates, PersonalData people, LegalClock clock, CancellationToken ct)
    {
        if (await db.Petitions.FindAsync([new PetitionId(id)], ct) is not { } petition) return Problems.NotFound();
        if (petition.Sealed || await db.OpenDossierAsync(id, people, ct) is not { } dossier) return TypedResults.Ok(new Response([], [], []));
        var found = await candidates.OfAsync(petition, dossier, Most, ct);
        List<CandidateView> items = [];
        foreach (var each in found) items.Add(CandidateView.Of(each, await BarProposal.OfAsync(db, petition, dossier, each, clock.Now(), ct)));
        return TypedResults.Ok(new Response(items, await db.LinksAsync(petition, people, ct), await LaterAsync(db, petition, ct)));
    }

    private static async Task<IReadOnlyList<LaterView>> LaterAsync(IntakeDb db, Petition petition, CancellationToken ct) =>
        [
            .. (await db.RepeatLinks.AsNoTracking().Where(l => l.EarlierId == petition.Id && l.UndoneAt == null && l.Kind != RepeatKind.Unrelated)
                .Join(db.Petitions.AsNoTracking().IgnoreAutoIncludes().Where(p => !p.Sealed), l => l.PetitionId, p => p.Id, (l, p) => new { p.Id, p.Number, l.Kind, l.Round, l.At })
                .OrderBy(row => row.At).ToListAsync(ct)).Select(row => new LaterView(row.Id.Value, row.Number, row.Kind, row.Round)),
        ];

    public static async Task<IReadOnlyList<RepeatView>> LinksAsync(this IntakeDb db, Petition petition, PersonalData people, CancellationToken ct)
    {
        var links = await db.RepeatLinks.AsNoTracking().Where(l => l.PetitionId == petition.Id).OrderBy(l => l.At).ToListAsync(ct);
        var ids = links.ConvertAll(link => link.EarlierId);
        var earlier = await db.Petitions.AsNoTracking().IgnoreAutoIncludes().Where(p => ids.Contains(p.Id)).ToDictionaryAsync(p => p.Id, p => new { p.Number, p.Sealed }, ct);
        return
        [
            .. links.Select(link => new RepeatView(
                link.Id, link.EarlierId.Value, earlier[link.EarlierId].Number, link.Kind, link.Round, link.By, link.At, Open(link, link.Reason), link.UndoneBy, link.UndoneAt, Open(link, link.UndoneReason))),
        ];

        string? Open(RepeatLink link, byte[]? words) => words is null || petition.Sealed || earlier[link.EarlierId].Sealed ? null : people.Decrypt(words, petition.Id.Value);
    }
}
