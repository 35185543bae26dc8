using System.Text.Json.Serialization;

namespace Xinfang.CaseHandling.Domain;

/// <summary>重复信访: whether a petition repeats an earlier one is the office's to say, in its routing or while an organ has it (handbook 7.4).</summary>
public sealed partial class Petition
{
    /// <summary>重复信访, as the office says.</summary>
    public bool Repeat { get; private set; }

    /// <summary>第几次: 2 for the first repeat; null where the office has not said which petition it repeats.</summary>
    // Left out while it is nothing, so that what was vouched for before it existed still is.
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public int? RepeatRound { get; private set; }

    /// <summary>The office has confirmed a repeat, or taken that back. Null when it was told before. A simple procedure goes on until the officer leaves it (C-08).</summary>
    /// <param name="round">1 where it repeats nothing.</param>
    public RepeatNoted? NoteRepeat(int round)
    {
        int? now = round > 1 ? round : null;
        if ((Repeat, RepeatRound) == (now is not null, now)) return null;
        (Repeat, RepeatRound) = (now is not null, now);
        return Changed(new RepeatNoted(now));
    }
}

public sealed record RepeatNoted(int? Round) : Fact
{
    public override string Sentence => Round is { } round ? $"信访办确认为重复信访，第{round}次" : "信访办撤销重复信访的认定";
}
