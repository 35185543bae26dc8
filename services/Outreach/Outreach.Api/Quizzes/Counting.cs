using Xinfang.ServiceDefaults.Statistics;

namespace Xinfang.Outreach.Api.Quizzes;

/// <summary>A share with its 95 % interval (Wilson).</summary>
/// <param name="Rate">Null when nobody was asked.</param>
internal sealed record Share(int Of, int Asked, double? Rate, double? Low, double? High)
{
    public static Share Wilson(int of, int asked)
    {
        if (asked == 0) return new(of, asked, null, null, null);
        var (low, high) = Interval.Wilson(of, asked);
        return new(of, asked, (double)of / asked, low, high);
    }
}

/// <summary>How much more know it after than before, with the interval; a difference counts when the interval leaves out 0.</summary>
internal sealed record Gain(double Points, double Low, double High, bool Certain)
{
    /// <summary>Null when one side was not asked.</summary>
    public static Gain? Between(Share before, Share after)
    {
        if (before.Rate is not { } b || after.Rate is not { } a) return null;
        var (low, high) = Interval.OfChange(b, new(before.Low!.Value, before.High!.Value), a, new(after.Low!.Value, after.High!.Value));
        return new(a - b, low, high, low > 0 || high < 0);
    }
}
