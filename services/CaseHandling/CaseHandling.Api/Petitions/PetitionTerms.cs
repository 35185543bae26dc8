using Xinfang.CaseHandling.Domain;
using Xinfang.Law;

namespace Xinfang.CaseHandling.Api.Petitions;

/// <summary>Stored terms as people and programs read them; counted again from their facts, with the calendar in use now.</summary>
internal static class PetitionTerms
{
    /// <summary>Rights that lapse; shown while they can be used or when they were.</summary>
    private static readonly HashSet<string> Rights = [Terms.Contest.Code, Terms.ReviewRequest.Code];

    public static TermView View(this PetitionTerm term, Moment now) => now.View(term.Facts.Project(now.Calendar, now.Terms), term.DoneOn);

    /// <summary>The terms of a petition for its page. A right that has lapsed is no term any more: its closed act says so.</summary>
    public static IReadOnlyList<TermView> ViewTerms(this Petition petition, Moment now) =>
        [.. petition.StartedTerms.Where(term => !Rights.Contains(term.Code) || term.DoneOn is not null || IsUsable(petition, term, now)).Select(term => term.View(now))];

    private static bool IsUsable(Petition petition, PetitionTerm term, Moment now) =>
        now.Date <= term.DueOn && (term.Code != Terms.Contest.Code || petition.Status is PetitionStatus.Received);
}
