namespace Xinfang.Portal.Desk.Insight.Charts;

/// <summary>A line of a <see cref="BarTable"/>.</summary>
/// <param name="Length">Of the bar, 0 to 1; null draws none.</param>
/// <param name="Value">As people read it.</param>
/// <param name="More">In the last column.</param>
/// <param name="Href">Where the value leads.</param>
/// <param name="Low">Lower end of the interval, on the same scale.</param>
/// <param name="Before">First column, where there is one: the place.</param>
public sealed record Bar(string Name, double? Length, string Value, string? More = null, string? Href = null, double? Low = null, double? High = null, string? Before = null);
