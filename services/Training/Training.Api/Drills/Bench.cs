using Xinfang.Law;

namespace Xinfang.Training.Api.Drills;

/// <summary>A step as it was found, or the day by which it had to be done.</summary>
/// <param name="At">Its place among the steps; -1 where it was not taken.</param>
internal sealed record Found(DrillVerdict Verdict, int At, DateOnly On, string Choice);

/// <summary>What the law asks for next.</summary>
/// <param name="Model">The right choice.</param>
/// <param name="Why">What is said where it is right or missing.</param>
/// <param name="IsRight">Whether a choice is right; null for those where only the model is.</param>
/// <param name="WhyNot">What is said of a wrong choice.</param>
/// <param name="From">Not before this day.</param>
/// <param name="Due">In time until then; null where no term runs.</param>
/// <param name="Until">Where another day than the term's own ends it: an extension has to be in force on the strict last day.</param>
/// <param name="After">Only after the step at that place.</param>
internal sealed record Asked(
    DrillAct Act, string Model, Article Basis, string Why, DateOnly From, Func<string, bool>? IsRight = null, Func<string, string>? WhyNot = null, DueDate? Due = null, DateOnly? Until = null, int After = -1, string? TooEarly = null);

/// <summary>Looks for what the law asks among the steps that were taken; what is left over was not needed.</summary>
internal sealed class Bench(DrillCase drill, IReadOnlyList<DrillStep> steps)
{
    private readonly List<DrillMove?> _moves = [.. steps.Select(step => DrillMoves.Find(drill, step.Move))];
    private readonly HashSet<int> _used = [];
    private readonly List<DrillLine> _lines = [];

    public bool Took(DrillAct act) => _moves.Exists(move => move?.Act == act);

    public Found Look(Asked asked)
    {
        var latest = asked.Until ?? asked.Due?.DueOn;
        bool Right(int at) => asked.IsRight?.Invoke(_moves[at]!.Choice) ?? _moves[at]!.Choice == asked.Model;
        var taken = Enumerable.Range(0, steps.Count).Where(at => !_used.Contains(at) && _moves[at]?.Act == asked.Act).ToList();
        var model = DrillMoves.CodeOf(asked.Act, asked.Model);
        if (taken.Count == 0)
        {
            _lines.Add(new(DrillVerdict.Missing, model, DrillMoves.Find(drill, model)?.Text ?? "", null, latest, Basis(asked), $"{asked.Why}{Term(asked)}"));
            return new(DrillVerdict.Missing, -1, latest ?? asked.From, asked.Model);
        }
        var found = taken.Exists(Right) ? taken.Find(Right) : taken[0];
        _used.Add(found);
        var (step, move) = (steps[found], _moves[found]!);
        var (verdict, sentence) = !Right(found) ? (DrillVerdict.Wrong, asked.WhyNot?.Invoke(move.Choice) ?? asked.Why)
            : found < asked.After ? (DrillVerdict.Wrong, $"顺序反了。{asked.Why}")
            : step.On < asked.From ? (DrillVerdict.Wrong, asked.TooEarly ?? $"早了：要在{ChineseDates.Full(asked.From)}以后。")
            : latest is { } last && step.On > last ? (DrillVerdict.Late, $"晚了{step.On.DayNumber - last.DayNumber}天。{Term(asked)}")
            : (DrillVerdict.Right, $"{asked.Why}{Term(asked)}");
        _lines.Add(new(verdict, model, move.Text, step.On, latest, Basis(asked), sentence));
        return new(verdict, found, step.On, move.Choice);
    }

    public DrillResult Result(Func<DrillMove, (Article Basis, string Why)> unneeded)
    {
        foreach (var (step, at) in steps.Select((step, at) => (step, at)).Where(each => !_used.Contains(each.at)))
            if (_moves[at] is { } move)
            {
                var twice = _used.Any(other => _moves[other]?.Act == move.Act);
                var (basis, why) = unneeded(move);
                _lines.Add(new(DrillVerdict.Unneeded, null, move.Text, step.On, null, basis.ToString(), twice ? "这一步做过了，不用再做。" : why));
            }
        return DrillResult.Of(_lines);
    }

    private static string Basis(Asked asked) => asked.Due is { } due && asked.Until is null && due.Term.Basis != asked.Basis ? $"{asked.Basis}；{due.Basis}" : asked.Due is { } own && asked.Until is null ? own.Basis : asked.Basis.ToString();

    private static string Term(Asked asked) => asked switch
    {
        { Until: { } until } => $"最晚{ChineseDates.Full(until)}。",
        { Due: { } due } => $"自{ChineseDates.Full(due.From)}{due.FromEvent}起{due.Term.Length}{(due.ExtensionDays > 0 ? $"，延长{due.ExtensionDays}日" : "")}，最晚{ChineseDates.Full(due.DueOn)}{(due.Rolled ? $"（第{due.Days}天{ChineseDates.MonthDay(due.StrictDueOn)}不上班，顺延）" : "")}。",
        _ => "",
    };
}
