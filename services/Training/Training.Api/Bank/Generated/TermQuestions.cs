using Xinfang.Law;

namespace Xinfang.Training.Api.Bank.Generated;

/// <summary>Questions on periods and their last days, from the terms and the calendar.</summary>
internal static class TermQuestions
{
    private const int Years = 2;

    private static readonly Dictionary<string, string> CompetencyOf = new(StringComparer.Ordinal)
    {
        [Terms.Forwarding.Code] = "Registration", [Terms.SimpleForward.Code] = "Registration", [Terms.Notice.Code] = "Acceptance", [Terms.Contest.Code] = "Acceptance", [Terms.SimpleAccept.Code] = "Acceptance",
        [Terms.ReviewRequest.Code] = "Review", [Terms.Review.Code] = "Review", [Terms.RecheckRequest.Code] = "Review", [Terms.Recheck.Code] = "Review",
        [Terms.MessageReply.Code] = "Counsel", [Terms.CallBack.Code] = "Counsel", [Terms.ServiceOfOpinion.Code] = "Opinion",
    };

    public static IEnumerable<LawQuestion?> Of(LawData law)
    {
        var asked = Calculator.All.Select(each => (Term: law.Terms.Find(each.Term.Code, law.Today), each.FromEvent)).Where(each => each.Term is not null)
            .Select(each => (Term: each.Term!, each.FromEvent)).ToList();
        List<string> lengths = [.. asked.Select(each => each.Term.Length), "7日", "10日", "45日", "90日", "15个工作日", "7个工作日"];
        var bases = asked.Where(each => !each.Term.Policy).Select(each => each.Term.Basis).ToList();

        foreach (var (term, from) in asked)
        {
            yield return Length(law, term, from, lengths);
            if (!term.Policy) yield return Basis(law, term, from, bases);
            foreach (var year in law.Calendar.Years.Order().TakeLast(Years))
            {
                yield return LastDay(law, term, from, year, rolled: true);
                yield return LastDay(law, term, from, year, rolled: false);
                yield return InTime(law, term, from, year);
            }
        }
        yield return Asking.Multiple("term/kinds", 2, "Terms", PetitionRegulations.Contest.ToString(), "下面这些期限，按工作日计算的有哪些？",
            "《条例》里只有提出异议的期限按工作日算，其余的按自然日；简易办理、回访等是本区设定。",
            asked.Select(each => each.Term).OrderBy(term => term.Code, StringComparer.Ordinal).ToList(), term => term.Name, term => law.Terms.InForce(term.Code, law.Today).Kind is DayKind.Working);
    }

    private static LawQuestion? Length(LawData law, Term term, string from, List<string> lengths) => Asking.Single(
        $"term/{term.Code}/length", 1, Competency(term), BasisOf(term), $"从{from}起，{term.Name}的期限是多少？", $"{BasisOf(term)}：自{from}之日起{term.Length}。",
        lengths, length => length, length => length == law.Terms.InForce(term.Code, law.Today).Length);

    private static LawQuestion? Basis(LawData law, Term term, string from, List<Article> bases) => Asking.Single(
        $"term/{term.Code}/basis", 2, Competency(term), term.Basis.ToString(), $"“自{from}之日起{term.Length}内{term.Name}”，依据是哪一条？", $"依据是{term.Basis}。",
        bases, article => article.ToString(), article => article == law.Terms.InForce(term.Code, law.Today).Basis);

    /// <summary>填日期: the first day of the year from which the last day falls on a day off, or does not.</summary>
    private static LawQuestion? LastDay(LawData law, Term term, string from, int year, bool rolled)
    {
        if (FirstDay(law, term, from, year, due => rolled ? due.Rolled : !due.Rolled && term.Kind is DayKind.Working && due.DueOn.DayNumber - due.From.DayNumber > term.Days + 2 || !rolled && !due.Rolled && term.Kind is DayKind.Calendar) is not { } due) return null;
        return new($"term/{term.Code}/last-day/{year}/{(rolled ? "rolled" : "plain")}", QuestionKind.Date, rolled ? 3 : 2, "Terms", BasisOf(term),
            new($"{ChineseDates.Full(due.From)}{from}。{term.Name}，最晚是哪一天？（{term.Length}；最后一天遇法定休假日的，顺延到其后第一个工作日）", [], [],
                string.Join("；", due.Derivation.Select(line => $"{line.Label}：{line.Text}")), due.DueOn),
            IsTheDay: day => law.Calendar.Due(due.From, law.Terms.InForce(term.Code, due.From), from).DueOn == day);
    }

    /// <summary>判断: done on the last day is in time, on the day after it is not. Which of both is asked, the year decides.</summary>
    private static LawQuestion? InTime(LawData law, Term term, string from, int year)
    {
        if (FirstDay(law, term, from, year, due => due.From.Month >= 3 && due.From.DayOfWeek is DayOfWeek.Thursday) is not { } due) return null;
        var on = year % 2 == term.Days % 2 ? due.DueOn : due.DueOn.AddDays(1);
        return Asking.TrueFalse($"term/{term.Code}/in-time/{year}", 2, "Terms", BasisOf(term), $"{ChineseDates.Full(due.From)}{from}，{ChineseDates.Full(on)}{term.Name}，没有超期。",
            $"最晚的一天是{ChineseDates.Full(due.DueOn)}：{term.Length}，{from}当天不算。", () => on <= law.Calendar.Due(due.From, law.Terms.InForce(term.Code, due.From), from).DueOn);
    }

    private static DueDate? FirstDay(LawData law, Term term, string from, int year, Func<DueDate, bool> fits)
    {
        for (var day = new DateOnly(year, 1, 1); day.Year == year; day = day.AddDays(1))
        {
            // A period has to be counted in the version in force on its first day; an officer receives nothing on a day off.
            if (!law.Calendar.IsWorkingDay(day) || law.Terms.Find(term.Code, day) is not { } inForce || inForce != term) continue;
            var due = law.Calendar.Due(day, term, from);
            if (due.Provisional) return null;
            if (fits(due)) return due;
        }
        return null;
    }

    private static string Competency(Term term) => CompetencyOf.GetValueOrDefault(term.Code, "Terms");

    private static string BasisOf(Term term) => term.Policy ? $"{term.Basis}（期限为本区设定）" : term.Basis.ToString();
}
