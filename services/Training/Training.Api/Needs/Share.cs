using Xinfang.ServiceDefaults.Statistics;

namespace Xinfang.Training.Api.Needs;

/// <summary>A share of cases that went wrong, with its 95 % interval (Wilson).</summary>
/// <param name="Rate">Null where there was no case.</param>
internal sealed record Share(int Wrong, int Cases, double? Rate, double? Low, double? High)
{
    public static Share Of(int wrong, int cases)
    {
        if (cases == 0) return new(0, 0, null, null, null);
        var (low, high) = Interval.Wilson(wrong, cases);
        return new(wrong, cases, (double)wrong / cases, low, high);
    }
}
