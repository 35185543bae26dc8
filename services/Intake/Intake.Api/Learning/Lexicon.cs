using Xinfang.Intake.Api.Persistence;
using Xinfang.Intake.Domain;
using Xinfang.Law;
using Xinfang.ServiceDefaults.Organs;

namespace Xinfang.Intake.Api.Learning;

/// <summary>What fixed words propose: from the first day on, and for what is too rare to be learnt.</summary>
internal static class Lexicon
{
    /// <summary>The likeliest first.</summary>
    /// <param name="street">Where it happened.</param>
    public static IReadOnlyList<Proposal> Of(Question question, DossierContent dossier, string? street) => question switch
    {
        Question.Category => Proposals.CategoriesOf(dossier.Text),
        Question.Content => Proposals.ContentsOf(dossier.Text),
        Question.Organ => OrgansOf(dossier, street),
        _ => RoadsOf(dossier),
    };

    // Streets share their duties, so their words would only repeat each other: the place decides which street is proposed.
    private static IReadOnlyList<Proposal> OrgansOf(DossierContent dossier, string? street)
    {
        var own = Organs.Find(street);
        var catalogue = Organs.Routable.Where(organ => organ.Kind is not OrganKind.Street || organ.Code == street).Select(Entry);
        return Proposals.Organs(dossier.Text, own is null ? null : Entry(own), catalogue);
    }

    private static IReadOnlyList<Proposal> RoadsOf(DossierContent dossier)
    {
        var hints = Routes.Hints($"{dossier.Text.Subject}\n{dossier.Text.Rest}").Where(hint => hint.Speaks).ToList();
        var signs = hints.Sum(hint => hint.Signs.Count);
        return
        [
            .. hints.Select(hint =>
            {
                // Where no word speaks for another road, it is the sixth as a rule; still only by default.
                var confidence = signs == 0 ? 0.55 : Math.Round((double)hint.Signs.Count / signs * (1 - Math.Pow(0.5, hint.Signs.Count + 1)), 2);
                return new Proposal(hint.Line.Route.ToString(), hint.Line.Name, confidence, Proposals.InWords(confidence), hint.Signs,
                    hint.Signs.Count == 0 ? "没有说到别的途径。" : $"文字里有：{string.Join("、", hint.Signs)}。");
            }).OrderByDescending(proposal => proposal.Confidence),
        ];
    }

    private static CatalogueEntry Entry(Organ organ) => new(organ.Code, organ.ShortName, organ.Duties);
}
