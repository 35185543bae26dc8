using System.Buffers.Binary;
using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Xinfang.Verifier;

/// <summary>What was checked, and the first thing that does not fit.</summary>
internal sealed record Report(IReadOnlyList<string> Lines, string? Broken);

/// <summary>
/// Checks a petition's bundle with nothing but the bundle: the hash of every file, both record chains link by link, the state each chain ends in, and that
/// every document and draft is the one whose hash its act recorded. Written without any code of the services, so that an error of theirs is not repeated.
/// </summary>
internal static class Bundle
{
    private static readonly byte[] Root = new byte[SHA256.HashSizeInBytes];

    public static Report Verify(Stream stream)
    {
        List<string> lines = [];
        try
        {
            using var zip = new ZipArchive(stream, ZipArchiveMode.Read);
            var files = zip.Entries.ToDictionary(entry => entry.FullName, Read, StringComparer.Ordinal);
            return new(lines, Files(files, lines) ?? Chains(files, lines));
        }
        catch (Exception e) when (e is InvalidDataException or JsonException or KeyNotFoundException or FormatException or InvalidOperationException)
        {
            return new(lines, $"案卷的格式不对：{e.Message}");
        }
    }

    private static string? Files(Dictionary<string, byte[]> files, List<string> lines)
    {
        var listed = Parse(files["manifest.json"]).GetProperty("files").EnumerateObject().ToDictionary(file => file.Name, file => file.Value.GetString()!, StringComparer.Ordinal);
        foreach (var (path, hash) in listed.OrderBy(file => file.Key, StringComparer.Ordinal))
        {
            if (!files.TryGetValue(path, out var bytes)) return $"缺少文件{path}";
            if (HashOf(bytes) != hash) return $"文件{path}和清单里的哈希不一样";
        }
        if (files.Keys.FirstOrDefault(path => path != "manifest.json" && !listed.ContainsKey(path)) is { } extra) return $"多出文件{extra}";
        lines.Add($"文件{listed.Count}个，哈希都对。");
        return null;
    }

    private static string? Chains(Dictionary<string, byte[]> files, List<string> lines)
    {
        var petition = Parse(files["manifest.json"]).GetProperty("petitionId").GetGuid();
        var intake = Parse(files["intake/evidence.json"]);
        var record = Parse(files["case-handling/record.json"]).EnumerateArray().ToList();
        return Chain("登记", petition, [.. intake.GetProperty("record").EnumerateArray()], Encoding.UTF8.GetBytes(intake.GetProperty("state").GetString()!), lines)
            ?? Chain("办理", petition, record, files["case-handling/petition.json"], lines)
            ?? Kept(files, record, lines);
    }

    private static string? Chain(string name, Guid petition, List<JsonElement> entries, byte[] state, List<string> lines)
    {
        var previous = Root;
        foreach (var (i, entry) in entries.Index())
        {
            var seq = entry.GetProperty("seq").GetInt32();
            if (seq != i + 1) return $"{name}记录第{i + 1}条缺失，或者多出一条";
            if (Text(entry, "previousHash") != Convert.ToHexStringLower(previous)) return $"{name}记录第{seq}条和上一条接不上";
            var hash = HashOf(previous, petition, entry, seq);
            if (Text(entry, "hash") != Convert.ToHexStringLower(hash)) return $"{name}记录第{seq}条被改过";
            previous = hash;
        }
        if (entries.Count == 0) return $"{name}没有任何记录";
        if (Text(entries[^1], "after") != HashOf(state)) return $"{name}记录第{entries.Count}条和事项的内容不符";
        lines.Add($"{name}记录{entries.Count}条，逐条接上，和事项的内容相符。");
        return null;
    }

    private static string? Kept(Dictionary<string, byte[]> files, List<JsonElement> record, List<string> lines)
    {
        var (documents, drafts) = (0, 0);
        foreach (var entry in record)
        {
            var seq = entry.GetProperty("seq").GetInt32();
            var facts = Parse(Encoding.UTF8.GetBytes(Text(entry, "facts")!));
            if (Text(facts, "documentId") is { } id)
            {
                if (!files.TryGetValue($"documents/{id}.json", out var bytes) || HashOf(bytes) != Text(facts, "documentHash")) return $"办理记录第{seq}条出具的文书被改过或者不见了";
                documents++;
            }
            if (Text(entry, "act") == "DraftOpinion" && facts.TryGetProperty("fact", out var fact))
            {
                if (!files.TryGetValue($"drafts/{fact.GetProperty("version").GetInt32()}.json", out var bytes) || HashOf(bytes) != Text(fact, "hash")) return $"办理记录第{seq}条存下的稿子被改过或者不见了";
                drafts++;
            }
        }
        lines.Add($"文书{documents}份、稿子{drafts}份，和记录里的哈希相符。");
        return null;
    }

    // SHA-256 over the previous hash and every field, each with its length (−1: absent).
    private static byte[] HashOf(byte[] previous, Guid petition, JsonElement entry, int seq)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(previous);
        var at = entry.GetProperty("at").GetDateTimeOffset();
        var length = new byte[4];
        foreach (var field in (string?[])[petition.ToString("N"), seq.ToString(CultureInfo.InvariantCulture), Text(entry, "act"), Text(entry, "by"), Text(entry, "organ"),
            (at.UtcTicks / 10).ToString(CultureInfo.InvariantCulture), Text(entry, "article"), Text(entry, "facts"), Text(entry, "before"), Text(entry, "after")])
        {
            var bytes = Encoding.UTF8.GetBytes(field ?? "");
            BinaryPrimitives.WriteInt32LittleEndian(length, field is null ? -1 : bytes.Length);
            hash.AppendData(length);
            hash.AppendData(bytes);
        }
        return hash.GetHashAndReset();
    }

    private static string? Text(JsonElement of, string name) => of.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.String ? value.GetString() : null;

    private static JsonElement Parse(byte[] bytes) => JsonSerializer.Deserialize<JsonElement>(bytes);

    private static string HashOf(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    private static byte[] Read(ZipArchiveEntry entry)
    {
        using var stream = entry.Open();
        using var memory = new MemoryStream();
        stream.CopyTo(memory);
        return memory.ToArray();
    }
}
