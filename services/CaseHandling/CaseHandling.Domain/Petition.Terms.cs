using Xinfang.Law;

namespace Xinfang.CaseHandling.Domain;

/// <summary>The dates: which terms run, which is next, what is to be told.</summary>
public sealed partial class Petition
{
    private List<PetitionTerm> _terms = [];

    /// <summary>Terms of this round, running and done.</summary>
    public IReadOnlyList<PetitionTerm> StartedTerms => _terms;

    /// <summary>The earliest rolled date of something owed; <see cref="DateOnly.MaxValue"/> when nothing is. Lists are sorted by it.</summary>
    public DateOnly NextDueOn { get; private set; } = DateOnly.MaxValue;

    /// <summary>Code of the term that ends first, of those owed.</summary>
    public string? NextTerm { get; private set; }

    /// <summary>The next day on which the organ is to be told of a date; null when there is none.</summary>
    public DateOnly? WatchOn { get; private set; }

    /// <summary>The term of that code in this round.</summary>
    public PetitionTerm? TermOf(string code) => _terms.Find(term => term.Code == code);

    /// <summary>临期, 超期: what the organ has to be told today. Each is told once per date; a term already overdue is not announced as near.</summary>
    public IReadOnlyList<TermTold> TellTerms(Moment now)
    {
        List<TermTold> told = [];
        for (var i = 0; i < _terms.Count; i++)
        {
            if (_terms[i].WatchOn() is not { } day || day > now.Date) continue;
            var overdue = now.Date > _terms[i].StrictDueOn;
            _terms[i] = _terms[i] with { DueSoonTold = true, OverdueTold = overdue };
            told.Add(new(_terms[i].Code, overdue, _terms[i].StrictDueOn, _terms[i].DueOn));
        }
        if (told.Count == 0) return told;
        _terms = [.. _terms];
        Changed(told[^1]);
        return told;
    }

    /// <summary>In these states dates still run; what is closed keeps the dates it was promised.</summary>
    internal static bool IsOpen(PetitionStatus status) =>
        status is PetitionStatus.Received or PetitionStatus.Contested or PetitionStatus.Accepted or PetitionStatus.Mediating or PetitionStatus.Settled
            or PetitionStatus.Decided or PetitionStatus.Served;

    /// <summary>Whether a date of this term can still be missed or used, so that a corrected calendar moves it.</summary>
    public bool Runs(PetitionTerm term) => IsOpen(Status) && term.DoneOn is null && (term.IsOwed()
        || (term.Code == Terms.Contest.Code && Status is PetitionStatus.Received)
        || (term.Code == Terms.ReviewRequest.Code && Status is PetitionStatus.Served));

    /// <summary>The version of the calendar that its running dates were projected with; empty when there are several, null when none runs.</summary>
    public string? ProjectedWith() => PetitionTerm.ProjectedWith(_terms.Where(Runs));

    /// <summary>期限重算: counts the running terms again with the calendar in use now. Null when no date moves; then nothing is changed.</summary>
    public DatesCorrected? CorrectDates(Moment now)
    {
        var (terms, moved) = PetitionTerm.CountAgain(_terms, Runs, now);
        if (moved.Count == 0) return null;
        _terms = terms;
        return Changed(new DatesCorrected(now.Calendar.Version, moved));
    }

    private static List<PetitionTerm> StartingTerms(Routing routing, Moment now)
    {
        // 政法部门和纪检监察机关的告知按各自规定 (art. 23 para. 4); nothing of an accusation is counted here.
        if (routing.Category is Category.Accusation) return [];
        List<PetitionTerm> terms =
        [
            PetitionTerm.Of(now.Due(Terms.Notice.Code, "收到")),
            PetitionTerm.Of(now.Due(Terms.Contest.Code, "收到")),
        ];
        if (routing.Category is Category.Suggestion) terms.Add(PetitionTerm.Of(now.Due(Terms.SuggestionReply.Code, "收到")));
        if (routing is { AssignedOn: { } from, ReportDueOn: { } until })
            terms.Add(PetitionTerm.Of(now.Due(from, Terms.AssignmentReport with { Days = Math.Max(1, until.DayNumber - from.DayNumber) }, "交办")));
        return terms;
    }

    private void Start(DueDate due) => _terms = [.. _terms.Where(term => term.Code != due.Term.Code), PetitionTerm.Of(due)];

    /// <summary>Ends a term, and with it the shorter one that the simple procedure has laid beside it.</summary>
    private bool Finish(string code, DateOnly on)
    {
        var beside = code == Terms.Notice.Code ? Terms.SimpleAccept.Code : code == AnswerTerm() ? Terms.SimpleComplete.Code : null;
        var term = TermOf(code);
        _terms = [.. _terms.Select(each => (each.Code == code || each.Code == beside) && each.DoneOn is null ? each with { DoneOn = on } : each)];
        return term is null || on <= term.DueOn;
    }

    private void Drop(params string[] codes) => _terms = [.. _terms.Where(term => term.DoneOn is not null || !codes.Contains(term.Code))];

    private void DropOwedTerms() => _terms = [.. _terms.Where(term => !term.IsOwed())];

    private void Project()
    {
        var next = _terms.Where(term => term.IsOwed()).MinBy(term => (term.DueOn, term.Code));
        (NextDueOn, NextTerm) = (next?.DueOn ?? DateOnly.MaxValue, next?.Code);
        WatchOn = _terms.Min(term => term.WatchOn());
    }
}
