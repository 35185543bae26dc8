using Xinfang.Law;

namespace Xinfang.CaseHandling.Domain;

/// <summary>A term of a petition as a row keeps it: the facts it is a projection of, the dates beside them, and what has been told about it.</summary>
/// <param name="Code">Which term.</param>
/// <param name="Facts">What the dates are projected from.</param>
/// <param name="StrictDueOn">Not rolled.</param>
/// <param name="DueOn">Rolled; promised to people.</param>
/// <param name="WarnOn">The first day on which the organ is told that the end is near: three quarters used or three days left.</param>
/// <param name="DoneOn">When it was done.</param>
/// <param name="DueSoonTold">Whether that was told.</param>
/// <param name="OverdueTold">Whether it was told that the strict day has passed.</param>
public sealed record PetitionTerm(
    string Code, TermFacts Facts, DateOnly StrictDueOn, DateOnly DueOn, DateOnly WarnOn,
    DateOnly? DoneOn = null, bool DueSoonTold = false, bool OverdueTold = false)
{
    private const int DaysBeforeEnd = 3;

    /// <summary>Terms an organ must keep; the others are rights that lapse (异议, 复查).</summary>
    private static readonly HashSet<string> Duties =
    [
        Terms.Notice.Code, Terms.Completion.Code, Terms.SuggestionReply.Code, Terms.AssignmentReport.Code, Terms.ServiceOfOpinion.Code,
        Terms.SimpleAccept.Code, Terms.SimpleComplete.Code, Terms.Enforcement.Code, Terms.Adoption.Code,
        Terms.Review.Code, Terms.Recheck.Code, Terms.Redo.Code,
    ];

    internal static PetitionTerm Of(DueDate due)
    {
        var near = due.StrictDueOn.AddDays(-DaysBeforeEnd);
        var threeQuarters = due.DueSoonFrom;
        return new(due.Term.Code, due.Facts, due.StrictDueOn, due.DueOn, threeQuarters < near ? threeQuarters : near);
    }

    /// <summary>The version of the calendar these were projected with; empty when there are several, null when there is no term.</summary>
    internal static string? ProjectedWith(IEnumerable<PetitionTerm> running) => running.Select(term => term.Facts.CalendarVersion).Distinct().ToList() switch
    {
        [] => null,
        [var one] => one,
        _ => "",
    };

    /// <summary>The terms with those that run counted again, and what of them has moved.</summary>
    internal static (List<PetitionTerm> Terms, List<MovedTerm> Moved) CountAgain(List<PetitionTerm> terms, Func<PetitionTerm, bool> runs, Moment now)
    {
        List<MovedTerm> moved = [];
        var again = terms.ConvertAll(term =>
        {
            if (!runs(term)) return term;
            var due = term.Facts.Project(now.Calendar, now.Terms);
            if (due.StrictDueOn != term.StrictDueOn || due.DueOn != term.DueOn) moved.Add(new(term.Code, term.StrictDueOn, term.DueOn, due.StrictDueOn, due.DueOn));
            return term.ProjectedAgain(due);
        });
        return (again, moved);
    }

    /// <summary>The same term with a new projection. What was told about a day that stays is not told again; a new day is a new warning.</summary>
    internal PetitionTerm ProjectedAgain(DueDate due)
    {
        var again = Of(due) with { DoneOn = DoneOn };
        return due.StrictDueOn == StrictDueOn ? again with { DueSoonTold = DueSoonTold, OverdueTold = OverdueTold } : again;
    }

    /// <summary>Something an organ owes and has not done.</summary>
    public bool IsOwed() => DoneOn is null && Duties.Contains(Code);

    /// <summary>The next day on which something is to be told, or null.</summary>
    public DateOnly? WatchOn() =>
        !IsOwed() || OverdueTold ? null
        : DueSoonTold ? StrictDueOn.AddDays(1)
        : WarnOn;
}
