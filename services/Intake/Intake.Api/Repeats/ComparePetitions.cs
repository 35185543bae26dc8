using Xinfang.Intake.Api.Persistence;
using Xinfang.Intake.Domain;
using Xinfang.Intake.Recognition.Matters;
using Xinfang.Law;
using Xinfang.ServiceDefaults.Http;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.Intake.Api.Repeats;

/// <summary>对照: GET /petitions/{id}/candidates/{other}. Both petitions as written, with the passages that both have.</summary>
internal static class ComparePetitions
{
    /// <param name="Petitioner">Masked: names are not what is compared by eye.</param>
    public sealed record Side(Guid Id, string Number, DateOnly ReceivedOn, string Petitioner, string Text);

    /// <param name="NextRound">第几次 this one would be.</param>
    /// <param name="Link">What a clerk has said of the two and nobody has undone.</param>
    public sealed record Response(Side This, Side Other, CandidateView Comparison, IReadOnlyList<Passage> Passages, int NextRound, RepeatView? Link);

    public static async Task<IResult> Handle(Guid id, Guid other, IntakeDb db, Candidates candidates, PersonalData people, LegalClock clock, CancellationToken ct)
    {
        if (await db.Petitions.FindAsync([new PetitionId(id)], ct) is not { Sealed: false } petition) return Problems.NotFound();
        if (await db.Petitions.FindAsync([new PetitionId(other)], ct) is not { Sealed: false } second || other == id) return Problems.NotFound();
        if (await db.OpenDossierAsync(id, people, ct) is not { } dossier || await candidates.WithAsync(petition, dossier, second, ct) is not { } found) return Problems.NotFound();
        var (a, b) = (TextOf(dossier), TextOf(found.Content));
        var bar = await BarProposal.OfAsync(db, petition, dossier, found, clock.Now(), ct);
        var link = (await db.LinksAsync(petition, people, ct)).FirstOrDefault(each => each.EarlierId == other && each.UndoneAt is null);
        return TypedResults.Ok(new Response(
            new(id, petition.Number, petition.ReceivedOn, dossier.Masked(petition.Anonymous).Name, a),
            new(other, second.Number, second.ReceivedOn, found.Content.Masked(second.Anonymous).Name, b),
            CandidateView.Of(found, bar), Passages.Between(a, b), 1 + await db.RepeatRoundAsync(second.Id, ct), link));
    }

    private static string TextOf(DossierContent dossier) => string.Join('\n', [dossier.Subject, dossier.Facts, .. dossier.Claims]);
}
