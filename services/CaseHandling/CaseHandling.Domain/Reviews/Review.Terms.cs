using Xinfang.Law;

namespace Xinfang.CaseHandling.Domain.Reviews;

/// <summary>The dates of the reviewing body, and the right to the next level.</summary>
public sealed partial class Review
{
    /// <summary>临期, 超期: what the body has to be told today, each once per date.</summary>
    public IReadOnlyList<ReviewTermTold> TellTerms(Moment now)
    {
        List<ReviewTermTold> told = [];
        var terms = _terms.ToList();
        for (var i = 0; i < terms.Count; i++)
        {
            if (terms[i].WatchOn() is not { } day || day > now.Date) continue;
            var overdue = now.Date > terms[i].StrictDueOn;
            terms[i] = terms[i] with { DueSoonTold = true, OverdueTold = overdue };
            told.Add(new(terms[i].Code, overdue, terms[i].StrictDueOn, terms[i].DueOn));
        }
        if (told.Count == 0) return told;
        _terms = terms;
        Changed(told[^1]);
        return told;
    }

    /// <summary>The version of the calendar that what is owed was projected with; empty when there are several, null when nothing is owed.</summary>
    public string? ProjectedWith() => PetitionTerm.ProjectedWith(_terms.Where(term => term.IsOwed()));

    /// <summary>期限重算: counts what is owed again with the calendar in use now. Null when no date moves; then nothing is changed.</summary>
    public DatesCorrected? CorrectDates(Moment now)
    {
        var (terms, moved) = PetitionTerm.CountAgain(_terms, term => term.IsOwed(), now);
        if (moved.Count == 0) return null;
        _terms = terms;
        return Changed(new DatesCorrected(now.Calendar.Version, moved));
    }

    /// <summary>The term of that code.</summary>
    public PetitionTerm? TermOf(string code) => _terms.Find(term => term.Code == code);

    /// <summary>Code of the body's own term.</summary>
    public string DecisionCode() => Level is ReviewLevel.Review ? Terms.Review.Code : Terms.Recheck.Code;

    private DueDate DecisionTerm(Moment now) => now.Due(ReceivedOn, DecisionCode(), $"收到{ReviewWords.Of(Level)}申请", excludedDays: ExcludedDays);

    private DueDates DecisionDates()
    {
        var decision = TermOf(DecisionCode())!;
        return new(decision.StrictDueOn, decision.DueOn);
    }

    private void Start(DueDate due) => _terms = [.. _terms.Where(term => term.Code != due.Term.Code), PetitionTerm.Of(due)];

    private bool Finish(string code, DateOnly on)
    {
        _terms = [.. _terms.Select(term => term.Code == code && term.DoneOn is null ? term with { DoneOn = on } : term)];
        return on <= TermOf(code)?.DueOn;
    }
}
