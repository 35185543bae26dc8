using System.Buffers;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using Npgsql;
using StackExchange.Redis;

namespace Xinfang.EndToEnd.Tests.Running;

/// <summary>Everything a running system has written anywhere, to be searched: dumps of every database, the cache, and every file of its data folder.</summary>
internal static class Everything
{
    private const int Window = 8 * 1024 * 1024;

    /// <summary>Where one of these texts stands, in whatever coding: as it is, in UTF-16, escaped, hexadecimal as a dump writes bytes, in an address, in Base64.</summary>
    public static async Task<IReadOnlyList<string>> SearchAsync(XinfangSystem system, IReadOnlyList<string> texts, CancellationToken ct)
    {
        var forms = texts.SelectMany(text => FormsOf(text).Select(form => (Form: form, Text: text))).DistinctBy(pair => pair.Form).ToDictionary(pair => pair.Form, pair => pair.Text);
        var search = SearchValues.Create([.. forms.Keys], StringComparison.Ordinal);
        var found = new List<string>();
        foreach (var service in XinfangSystem.Databases.Keys)
            await using (var dump = await DumpAsync(system.Connection(service), ct)) await LookAsync($"dump of {service}", dump.Output, search, forms, found, ct);
        await foreach (var (key, value) in CacheAsync(system.Cache)) Look($"cache {key}", value, search, forms, found);
        foreach (var path in Directory.EnumerateFiles(system.DataFolder, "*", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.ReparsePoint }).Where(IsReadable))
            await LookAtFileAsync(system, path, search, forms, found, ct);
        return [.. found.Distinct()];
    }

    private static IEnumerable<string> FormsOf(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        yield return Latin(bytes);
        yield return Latin(Encoding.Unicode.GetBytes(text));
        yield return Convert.ToHexStringLower(bytes);
        yield return Convert.ToHexString(bytes);
        yield return Uri.EscapeDataString(text);
        yield return string.Concat(text.Select(sign => sign < 128 ? sign.ToString() : string.Create(CultureInfo.InvariantCulture, $"\\u{(int)sign:x4}")));
        yield return string.Concat(text.Select(sign => sign < 128 ? sign.ToString() : string.Create(CultureInfo.InvariantCulture, $"\\u{(int)sign:X4}")));
        yield return string.Concat(bytes.Select(part => part < 128 ? ((char)part).ToString() : "\\" + Convert.ToString(part, 8))); // as programs of Erlang and Redis print
        for (var shift = 0; shift < 3; shift++) // the same bytes stand in Base64 in three ways
        {
            var coded = Convert.ToBase64String([.. new byte[shift], .. bytes]);
            var from = shift == 0 ? 0 : 4;
            var core = coded[from..(coded.TrimEnd('=').Length - 2)];
            if (core.Length >= 12) yield return core;
        }
    }

    private static async Task LookAtFileAsync(XinfangSystem system, string path, SearchValues<string> search, Dictionary<string, string> forms, List<string> found, CancellationToken ct)
    {
        try
        {
            await using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            await LookAsync(Path.GetRelativePath(system.DataFolder, path), file, search, forms, found, ct);
        }
        catch (IOException e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            // A server has taken it away meanwhile.
        }
    }

    private static async Task LookAsync(string where, Stream stream, SearchValues<string> search, Dictionary<string, string> forms, List<string> found, CancellationToken ct)
    {
        var overlap = forms.Keys.Max(form => form.Length);
        var buffer = new byte[Window];
        var kept = 0;
        while (await stream.ReadAtLeastAsync(buffer.AsMemory(kept), buffer.Length - kept, throwOnEndOfStream: false, ct) is > 0 and var read)
        {
            Look(where, buffer.AsMemory(0, kept + read), search, forms, found);
            var next = Math.Min(overlap, kept + read);
            buffer.AsSpan(kept + read - next, next).CopyTo(buffer);
            kept = next;
        }
    }

    private static void Look(string where, ReadOnlyMemory<byte> bytes, SearchValues<string> search, Dictionary<string, string> forms, List<string> found)
    {
        var text = Latin(bytes.Span);
        for (var at = 0; at < text.Length && text.AsSpan(at).IndexOfAny(search) is >= 0 and var next; at++)
        {
            at += next;
            foreach (var (form, secret) in forms) if (text.AsSpan(at).StartsWith(form, StringComparison.Ordinal)) found.Add($"{where}: {secret}");
        }
    }

    private static async IAsyncEnumerable<(string Key, byte[] Value)> CacheAsync(string connection)
    {
        await using var redis = await ConnectionMultiplexer.ConnectAsync(connection);
        var database = redis.GetDatabase();
        await foreach (var key in redis.GetServers()[0].KeysAsync())
        {
            yield return (key.ToString(), Encoding.UTF8.GetBytes(key.ToString()));
            var values = await database.KeyTypeAsync(key) switch
            {
                RedisType.String => [await database.StringGetAsync(key)],
                RedisType.Hash => (await database.HashGetAllAsync(key)).SelectMany(entry => new[] { entry.Name, entry.Value }).ToArray(),
                RedisType.List => await database.ListRangeAsync(key),
                RedisType.Set => await database.SetMembersAsync(key),
                RedisType.SortedSet => (await database.SortedSetRangeByRankWithScoresAsync(key)).Select(entry => entry.Element).ToArray(),
                _ => [],
            };
            foreach (var value in values) if ((byte[]?)value is { } bytes) yield return (key.ToString(), bytes);
        }
    }

    private static Task<Dump> DumpAsync(string connection, CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        var of = new NpgsqlConnectionStringBuilder(connection);
        var program = Directory.EnumerateDirectories("/usr/lib/postgresql").OrderByDescending(folder => int.TryParse(Path.GetFileName(folder), out var version) ? version : 0).Select(folder => Path.Combine(folder, "bin", "pg_dump")).First(File.Exists);
        var start = new ProcessStartInfo(program, ["-h", of.Host!, "-p", of.Port.ToString(CultureInfo.InvariantCulture), "-U", of.Username!, "-d", of.Database!]) { RedirectStandardOutput = true };
        start.Environment["PGPASSWORD"] = of.Password;
        return Task.FromResult(new Dump(Process.Start(start)!));
    }

    // Keys are there to be kept; the socket of a server is none to be read.
    private static bool IsReadable(string path) => Path.GetFileName(path) != "secrets.json" && new FileInfo(path) is { Length: > 0 } info && info.UnixFileMode is not UnixFileMode.None;

    private static string Latin(ReadOnlySpan<byte> bytes) => Encoding.Latin1.GetString(bytes);

    private sealed class Dump(Process process) : IAsyncDisposable
    {
        public Stream Output => process.StandardOutput.BaseStream;

        public async ValueTask DisposeAsync()
        {
            await process.WaitForExitAsync();
            Assert.Equal(0, process.ExitCode);
            process.Dispose();
        }
    }
}
