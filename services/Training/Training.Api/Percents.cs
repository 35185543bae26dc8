using System.Globalization;

namespace Xinfang.Training.Api;

/// <summary>Shares as people read them, whatever the machine's language.</summary>
internal static class Percents
{
    /// <summary>12.5%.</summary>
    public static string Of(double share) => string.Create(CultureInfo.InvariantCulture, $"{100 * share:0.#}%");
}
