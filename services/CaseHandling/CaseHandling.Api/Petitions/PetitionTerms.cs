using Xinfang.CaseHandling.Domain;
using Xinfang.Law;

namespace Xinfang.CaseHandling.Api.Petitions;

/// <summary>Stored terms as people and programs read them; counted again from their facts, with the calendar in use now.</summary>
internal static class PetitionTerms
{
    /// <summary>Rights that lapse; shown while they can be used or when they were.</summary>
    private static readonly HashSet<string> Rights = [Terms.Contest.Code, Terms.ReviewRequest.Code];

    /// <summary>What is done or closed keeps the calendar it was promised with, whatever has been corrected since.</summary>
    public static TermView View(this PetitionTerm term, Moment now, bool runs = true) =>
        now.View(term.Facts.Project(runs && term.DoneOn is null ? now.Calendar : now.CalendarOf(term.Facts.CalendarVersion), now.Terms), term.DoneOn);

    /// <summary>The terms of a petition for its page. A right that has lapsed is no term any more: its closed act says so.</summary>
    public static IReadOnlyList<TermView> ViewTerms(this Petition petition, Moment now) =>
        [.. petition.StartedTerms.Where(term => !Rights.Contains(term.Code) || term.DoneOn is not null || IsUsable(petition, term, now)).Select(term => term.View(now, petition.Runs(term)))];

    private static bool IsUsable(Petition petition, PetitionTerm term, Moment now) =>
        now.Date <= term.DueOn && (term.Code != Terms.Contest.Code || petition.Status is PetitionStatus.Received);
}
