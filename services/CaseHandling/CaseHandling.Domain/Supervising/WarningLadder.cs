using Xinfang.Law;

namespace Xinfang.CaseHandling.Domain.Supervising;

/// <summary>One step of the warning ladder of a petition's term has been reached, or the term has been broken. Told once.</summary>
/// <param name="Term">Which term.</param>
/// <param name="Percent">Of the term's days, used; <see cref="WarningLadder.Breach"/> when its rolled day has passed.</param>
public sealed record TermWarned(string Term, int Percent, DateOnly StrictDueOn, DateOnly DueOn) : Fact
{
    public override string Sentence => $"{Terms.Default.All.First(term => term.Code == Term).Name}期限{WarningLadder.NameOf(Percent)}（{(Percent == WarningLadder.Breach ? "超期" : $"已用{Percent}%")}）";
}

/// <summary>
/// 预警阶梯, a policy of the district: at which parts of a term the organ is warned. One system in use has 50, 75, 85 and 99 percent.
/// The last step, the breach, is not a policy: it comes the day after the rolled day.
/// </summary>
public sealed record WarningLadder(IReadOnlyList<int> Steps)
{
    /// <summary>Stands for the day after the rolled day.</summary>
    public const int Breach = 100;

    /// <summary>50, 75, 85, 99.</summary>
    public static readonly WarningLadder Default = new([50, 75, 85, 99]);

    /// <summary>The policy by its name.</summary>
    public const string Name = "督办预警阶梯";

    /// <summary>Reads 50,75,85,99: rising, between 1 and 99.</summary>
    /// <exception cref="ArgumentException">It is none.</exception>
    public static WarningLadder Parse(string text)
    {
        var steps = text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Select(part => int.Parse(part, System.Globalization.CultureInfo.InvariantCulture)).ToList();
        if (steps.Count == 0 || steps.Any(step => step is < 1 or >= Breach) || steps.Zip(steps.Skip(1)).Any(pair => pair.First >= pair.Second))
            throw new ArgumentException($"{text} is no warning ladder.", nameof(text));
        return new(steps);
    }

    /// <summary>The step in words.</summary>
    public static string NameOf(int percent) => percent switch
    {
        >= Breach => "超期",
        >= 99 => "到期",
        >= 85 => "严重警告",
        >= 75 => "警告",
        _ => "预警",
    };

    /// <summary>The highest step reached on this day; 0 below the first.</summary>
    public int StepOn(DueDate due, DateOnly today) =>
        today > due.DueOn ? Breach
        : Steps.LastOrDefault(step => due.UsedDays(today < due.StrictDueOn ? today : due.StrictDueOn) * 100 >= due.Days * step);

    /// <summary>The first day after <paramref name="today"/> on which a higher step is reached; null when there is none.</summary>
    public DateOnly? NextAfter(DueDate due, DateOnly today)
    {
        if (today > due.DueOn) return null;
        var now = StepOn(due, today);
        var day = today.AddDays(1);
        while (StepOn(due, day) == now) day = day.AddDays(1);
        return day;
    }
}
