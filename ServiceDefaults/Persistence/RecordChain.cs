using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Xinfang.ServiceDefaults.Messaging;

namespace Xinfang.ServiceDefaults.Persistence;

/// <summary>Result of checking a petition's chain.</summary>
/// <param name="Intact">True when no entry was changed, removed or inserted and the petition's row is the one last recorded.</param>
/// <param name="Entries">How many entries were checked.</param>
/// <param name="BrokenAt">Number of the first entry that does not fit, or null.</param>
/// <param name="Reason">What does not fit, in Chinese, or null.</param>
public sealed record RecordVerification(bool Intact, int Entries, int? BrokenAt = null, string? Reason = null);

/// <summary>
/// The hash chain of a petition's record: hash = SHA-256 over the previous hash and every field, each with its length.
/// A later change of any row is found; removing the last rows is found because the petition's own digest no longer fits.
/// </summary>
public static class RecordChain
{
    private static readonly byte[] Root = new byte[SHA256.HashSizeInBytes];

    /// <summary>The entry that follows <paramref name="last"/> (null for the first of a petition).</summary>
    public static RecordEntry Next(RecordEntry? last, RecordDraft draft)
    {
        var at = new DateTimeOffset(draft.At.UtcTicks / 10 * 10, TimeSpan.Zero); // PostgreSQL keeps microseconds
        var (seq, previous) = ((last?.Seq ?? 0) + 1, last?.Hash ?? Root);
        return new()
        {
            PetitionId = draft.PetitionId,
            Seq = seq,
            Act = draft.Act,
            By = draft.By,
            Organ = draft.Organ,
            At = at,
            Article = draft.Article,
            Facts = draft.Facts,
            Before = draft.Before,
            After = draft.After,
            PreviousHash = previous,
            Hash = HashOf(previous, draft with { At = at }, seq),
        };
    }

    /// <summary>Checks the whole chain of one petition, oldest first, against the digest of the petition as it stands now.</summary>
    public static RecordVerification Verify(IReadOnlyList<RecordEntry> entries, string current)
    {
        var previous = Root;
        for (var i = 0; i < entries.Count; i++)
        {
            var entry = entries[i];
            if (entry.Seq != i + 1) return Broken(i + 1, "缺一条记录或者多出一条记录");
            if (!entry.PreviousHash.AsSpan().SequenceEqual(previous)) return Broken(entry.Seq, "与上一条记录接不上");
            if (!entry.Hash.AsSpan().SequenceEqual(HashOf(previous, DraftOf(entry), entry.Seq))) return Broken(entry.Seq, "这条记录被改过");
            previous = entry.Hash;
        }
        if (entries.Count == 0) return Broken(1, "没有任何记录");
        return entries[^1].After == current
            ? new(true, entries.Count)
            : Broken(entries.Count, "事项现在的内容与最后一条记录不符");

        RecordVerification Broken(int seq, string reason) => new(false, entries.Count, seq, reason);
    }

    /// <summary>Digest of an aggregate's state: SHA-256 over its JSON, as lower-case hexadecimal.</summary>
    public static string DigestOf<T>(T state) =>
        Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(state, MessageTypes.Json)));

    private static RecordDraft DraftOf(RecordEntry e) =>
        new(e.PetitionId, e.Act, e.By, e.Organ, e.At, e.Article, e.Facts, e.Before, e.After);

    private static byte[] HashOf(byte[] previous, RecordDraft d, int seq)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(previous);
        foreach (var field in (string?[])[d.PetitionId.ToString("N"), seq.ToString(CultureInfo.InvariantCulture), d.Act, d.By, d.Organ,
            (d.At.UtcTicks / 10).ToString(CultureInfo.InvariantCulture), d.Article, d.Facts, d.Before, d.After])
        {
            var bytes = Encoding.UTF8.GetBytes(field ?? "");
            hash.AppendData(BitConverter.GetBytes(field is null ? -1 : bytes.Length));
            hash.AppendData(bytes);
        }
        return hash.GetHashAndReset();
    }
}
