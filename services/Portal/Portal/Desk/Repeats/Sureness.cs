using System.Globalization;

namespace Xinfang.Portal.Desk.Repeats;

/// <summary>Words for scores and kinds (interface.md §4.5).</summary>
internal static class Sureness
{
    /// <summary>很有把握 from 0.90, 有把握 from 0.60, 拿不准 from 0.30, 不太像 below; the number beside the word.</summary>
    public static string Of(double score) => string.Create(CultureInfo.InvariantCulture, $"{score switch { >= 0.90 => "很有把握", >= 0.60 => "有把握", >= 0.30 => "拿不准", _ => "不太像" }} {score:0.00}");

    /// <summary>What two petitions are to each other.</summary>
    public static string Kind(string kind) => kind switch { "Repeat" => "重复信访", "SameEvent" => "同一事项，不同人", _ => "没有关系" };
}
