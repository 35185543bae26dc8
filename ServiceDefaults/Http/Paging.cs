using System.Buffers.Text;
using System.Text.Json;

namespace Xinfang.ServiceDefaults.Http;

/// <summary>One page of a list and the cursor of the next, or null at the end.</summary>
public sealed record Page<T>(IReadOnlyList<T> Items, string? Next)
{
    /// <summary>Makes a page from limit + 1 rows: the extra row only tells that there is more.</summary>
    public static Page<T> Of<TKey>(List<T> rows, int limit, Func<T, TKey> key) => rows.Count > limit
        ? new(rows.GetRange(0, limit), Cursor.Write(key(rows[limit - 1])))
        : new(rows, null);
}

/// <summary>Keyset cursors: the sort key of the last row, opaque to the caller.</summary>
public static class Cursor
{
    public const int DefaultLimit = 20, MaximumLimit = 100;

    public static string Write<TKey>(TKey key) => Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes(key));

    /// <summary>Reads a cursor; false for one that this list never gave out.</summary>
    public static bool TryRead<TKey>(string? cursor, out TKey? key)
    {
        key = default;
        if (string.IsNullOrEmpty(cursor)) return true;
        if (cursor.Length > 512 || !Base64Url.IsValid(cursor)) return false;
        try
        {
            key = JsonSerializer.Deserialize<TKey>(Base64Url.DecodeFromChars(cursor));
            return key is not null;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    /// <summary>The limit asked for, held between 1 and 100; 20 when none was asked.</summary>
    public static int Limit(int? asked) => Math.Clamp(asked ?? DefaultLimit, 1, MaximumLimit);

    public static Microsoft.AspNetCore.Http.HttpResults.ProblemHttpResult Invalid() =>
        Problems.Of("request.cursor", "这个翻页位置不对，请从第一页重新看。", 400);
}
