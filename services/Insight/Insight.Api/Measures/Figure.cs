namespace Xinfang.Insight.Api.Measures;

/// <summary>One measure of one scope and period.</summary>
/// <param name="Code">K-01 …</param>
/// <param name="Part">What is counted of <paramref name="All"/>; for a count the count itself, for a mean the sum.</param>
/// <param name="All">What it is divided by; 0 leaves the number out.</param>
/// <param name="Number">Share between 0 and 1, mean or count; null where there is nothing to divide by.</param>
/// <param name="Value">As people read it: 98.5 %, 12 件, 3.4 天, — .</param>
/// <param name="Low">Of a share, the lower bound of its 95 % interval (Wilson).</param>
internal sealed record Figure(string Code, string Name, long Part, long All, double? Number, string Value, double? Low = null, double? High = null);
