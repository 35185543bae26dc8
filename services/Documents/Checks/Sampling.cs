using System.Security.Cryptography;
using System.Text;

namespace Xinfang.Documents.Checks;

/// <summary>抽查: a share that anybody can draw again. Who does not know the seed cannot foresee it, who knows it cannot change it.</summary>
public static class Sampling
{
    /// <summary>The share of the items, at least one when there are any, in the order of the draw.</summary>
    /// <param name="items">From which to draw.</param>
    /// <param name="idOf">What an item is known by.</param>
    /// <param name="share">0 to 1.</param>
    /// <param name="seed">Seed, organ and month.</param>
    public static IReadOnlyList<T> Draw<T>(IReadOnlyCollection<T> items, Func<T, Guid> idOf, double share, string seed)
    {
        ArgumentNullException.ThrowIfNull(items);
        ArgumentNullException.ThrowIfNull(idOf);
        ArgumentOutOfRangeException.ThrowIfNegative(share);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(share, 1);
        var many = items.Count == 0 || share == 0 ? 0 : Math.Max(1, (int)Math.Ceiling(items.Count * share));
        return [.. items.OrderBy(item => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes($"{seed}|{idOf(item):N}"))), StringComparer.Ordinal).Take(many)];
    }
}
