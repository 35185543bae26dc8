using System.Text.Json.Serialization;

namespace Xinfang.Training.Api.Drills;

/// <summary>What the law engine says of a step.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<DrillVerdict>))]
internal enum DrillVerdict
{
    /// <summary>做对了.</summary>
    Right,

    /// <summary>做了，超期.</summary>
    Late,

    /// <summary>做错了: the wrong choice, or in the wrong order.</summary>
    Wrong,

    /// <summary>漏了.</summary>
    Missing,

    /// <summary>多余.</summary>
    Unneeded,
}

/// <summary>One judged step.</summary>
/// <param name="Model">Code of the move that is right; null for what was not needed.</param>
/// <param name="Text">What was done, or should have been.</param>
/// <param name="On">When it was done.</param>
/// <param name="Latest">The last day on which it is in time, where there is one.</param>
/// <param name="Basis">The article.</param>
internal sealed record DrillLine(DrillVerdict Verdict, string? Model, string Text, DateOnly? On, DateOnly? Latest, string Basis, string Sentence);

/// <summary>评分.</summary>
/// <param name="Percent">Steps that are right, less those that were not needed, of all that the law asks.</param>
internal sealed record DrillResult(IReadOnlyList<DrillLine> Lines, int Percent)
{
    /// <summary>及格线 (本区设定).</summary>
    public const int PassPercent = 80;

    [JsonIgnore]
    public bool Passed => Percent >= PassPercent;

    public static DrillResult Of(IReadOnlyList<DrillLine> lines)
    {
        var (asked, right, unneeded) = (lines.Count(line => line.Verdict is not DrillVerdict.Unneeded), lines.Count(line => line.Verdict is DrillVerdict.Right), lines.Count(line => line.Verdict is DrillVerdict.Unneeded));
        return new(lines, asked == 0 ? 0 : Math.Max(0, 100 * (right - unneeded) / asked));
    }
}
