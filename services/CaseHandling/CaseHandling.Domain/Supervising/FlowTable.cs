using System.Collections.Frozen;
using System.Text;
using Xinfang.Law;

namespace Xinfang.CaseHandling.Domain.Supervising;

/// <summary>What a person may be when supervising or being supervised. System: a date that has passed, a fact of the petition.</summary>
[Flags]
public enum Capacity { None = 0, Officer = 1, Head = 2, Supervisor = 4, Overseer = 8, Leader = 16, Petitioner = 32, System = 64 }

/// <summary>Who acts, for which organ, as what.</summary>
public readonly record struct Person(string Account, string Organ, Capacity Capacity)
{
    /// <summary>A date that has passed, a fact of the petition.</summary>
    public static readonly Person System = new("system", "", Capacity.System);

    /// <summary>The person with the ticket of a petition.</summary>
    public static readonly Person Petitioner = new("petitioner", "", Capacity.Petitioner);
}

/// <summary>One line of a flow: an act, who may do it, in which states, where it leads, under which provision.</summary>
/// <param name="Act">The act.</param>
/// <param name="Label">The act in Chinese, verb first.</param>
/// <param name="Who">Any one of these.</param>
/// <param name="From">States in which the act is open; none for the act that begins the matter.</param>
/// <param name="To">States it may lead to.</param>
/// <param name="Basis">The provision behind the act.</param>
/// <param name="Consequence">What it brings about, one line for the person who is about to do it.</param>
/// <param name="Guards">What may refuse it besides state and capacity.</param>
public sealed record FlowLine<TAct, TStatus>(
    TAct Act, string Label, Capacity Who, TStatus[] From, TStatus[] To, Article Basis, string Consequence, params Refusal[] Guards)
    where TAct : struct, Enum where TStatus : struct, Enum;

/// <summary>Which act is open in which state, of one kind of aggregate. Printed in docs/supervision-flow.md.</summary>
public sealed class FlowTable<TAct, TStatus> where TAct : struct, Enum where TStatus : struct, Enum
{
    private readonly FrozenDictionary<TAct, FlowLine<TAct, TStatus>> _lines;
    private readonly string _name, _code;
    private readonly Func<TStatus, string> _words;

    /// <param name="name">督办, in sentences.</param>
    /// <param name="code">supervision, in the codes of refusals.</param>
    /// <param name="words">The states in Chinese.</param>
    /// <param name="lines">One per act.</param>
    public FlowTable(string name, string code, Func<TStatus, string> words, params FlowLine<TAct, TStatus>[] lines)
    {
        (_name, _code, _words) = (name, code, words);
        _lines = lines.ToFrozenDictionary(line => line.Act);
    }

    /// <summary>The line of an act.</summary>
    public FlowLine<TAct, TStatus> Of(TAct act) => _lines[act];

    /// <summary>Every line, in the order in which the acts usually come.</summary>
    public IEnumerable<FlowLine<TAct, TStatus>> All => _lines.Values.OrderBy(line => line.Act);

    /// <summary>Why the act is not open: the wrong person first, then the state. Null when it is.</summary>
    /// <param name="status">Null for the act that begins.</param>
    public Refusal? Refuses(TAct act, TStatus? status, Capacity capacity)
    {
        var line = _lines[act];
        if ((line.Who & capacity) == 0)
            return new("duty.missing", $"只有{CapacityWords.Of(line.Who)}能{line.Label}。", line.Basis, RefusalKind.Forbidden);
        if (status is null ? line.From.Length == 0 : line.From.Contains(status.Value)) return null;
        return new($"{_code}.wrong-state", status is { } now ? $"这件{_name}现在是“{_words(now)}”，不能{line.Label}。" : $"还没有{_name}，不能{line.Label}。", line.Basis);
    }

    /// <summary>A state in Chinese.</summary>
    public string WordsOf(TStatus status) => _words(status);

    /// <summary>The table as Markdown.</summary>
    public string Describe()
    {
        var text = new StringBuilder($"## {typeof(TStatus).Name.Replace("Status", "", StringComparison.Ordinal)} {_name}\n\n| Act | 中文 | Who | From | To | Guards | Basis |\n|---|---|---|---|---|---|---|\n");
        foreach (var line in All)
        {
            var guards = line.Guards.Length == 0 ? "–" : string.Join("<br>", line.Guards.Select(guard => $"`{guard.Code}` {guard.Basis?.Short}"));
            text.Append(System.Globalization.CultureInfo.InvariantCulture,
                $"| {line.Act} | {line.Label} | {line.Who} | {(line.From.Length == 0 ? "(begins)" : string.Join(", ", line.From))} | {string.Join(", ", line.To)} | {guards} | {line.Basis} |\n");
        }
        return text.Append('\n').ToString();
    }
}

/// <summary>只有……能办.</summary>
internal static class CapacityWords
{
    private static readonly (Capacity Capacity, string Words)[] Each =
    [
        (Capacity.Supervisor, "督查人员"), (Capacity.Overseer, "信访办负责人"), (Capacity.Leader, "包案、接访的领导"), (Capacity.Head, "单位负责人"),
        (Capacity.Officer, "单位经办人"), (Capacity.Petitioner, "信访人"), (Capacity.System, "系统"),
    ];

    public static string Of(Capacity capacity) => string.Join("、", Each.Where(each => (each.Capacity & capacity) != 0).Select(each => each.Words));
}
