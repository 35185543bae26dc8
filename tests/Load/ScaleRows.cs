using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using Npgsql;
using NpgsqlTypes;
using Xinfang.Intake.Api.Persistence;
using Xinfang.Intake.Api.Repeats;
using Xinfang.Intake.Api.Search;
using Xinfang.Intake.Domain;
using Xinfang.Intake.Recognition.Matters;
using Xinfang.ServiceDefaults.Organs;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.Load;

/// <summary>
/// Petitions by the million: the rows of petition, dossier, matter and search_terms as the product writes them, encrypted and with its keyed grams, by COPY.
/// Their records, events and answers are left out; nothing that is measured reads them.
/// </summary>
internal sealed class ScaleRows(NpgsqlDataSource database, PersonalData people, TextModel model, int count)
{
    private const int Batch = 4_000, Persons = 400_000;
    private static readonly DateOnly First = new(2022, 5, 2);
    private static readonly string[] Channels = ["Online", "Online", "Online", "Online", "Phone", "Phone", "Letter", "Visit", "Visit", "Fax"];

    private readonly Recognizer _recognizer = new(people);
    private readonly SearchKeys _keys = new(people);
    private readonly QueryKeys _query = new(people);
    private readonly ConcurrentDictionary<int, int> _hashes = [];
    private readonly string[] _streets = [.. Organs.Streets.Select(street => street.Code)];
    private readonly DateTimeOffset _now = TimeProvider.System.GetUtcNow();

    /// <summary>Ids of those written, by the number of the question they answer.</summary>
    public ConcurrentDictionary<int, ConcurrentBag<Guid>> Answers { get; } = [];

    public ConcurrentBag<Guid> Ids { get; } = [];

    public async Task WriteAsync(IReadOnlyList<Question> questions)
    {
        _recognizer.Rarity = Rarity.Count(Enumerable.Range(0, 3_000).Select(n => Recognizer.WordingOf(ContentOf(Draw(n)))));
        var done = 0;
        await Parallel.ForEachAsync(Enumerable.Range(0, count).Chunk(Batch), new ParallelOptions { MaxDegreeOfParallelism = 3 }, async (chunk, ct) =>
        {
            var rows = new List<Row>(chunk.Length);
            foreach (var n in chunk)
            {
                var written = Draw(n);
                rows.Add(Make(written));
                for (var q = 0; q < questions.Count; q++)
                    if (questions[q].IsAnswer(written)) Answers.GetOrAdd(q, _ => []).Add(written.Id);
                if (n % 50 == 0) Ids.Add(written.Id);
            }
            await CopyAsync(rows, ct);
            if (Interlocked.Add(ref done, chunk.Length) is var now && now % 100_000 < chunk.Length) Progress.Say($"{now:N0} petitions written");
        });
    }

    /// <summary>The n-th petition: drawn by its number, so that it is always the same.</summary>
    private Written Draw(int n)
    {
        var random = new Random(n + 1);
        var day = First.AddDays((int)((long)n * (_now.UtcDateTime.Date - First.ToDateTime(TimeOnly.MinValue)).Days / count));
        var (name, phone, identity) = SearchQuestions.PersonOf((int)((long)n * 7_919 % Persons));
        var (subject, facts, place) = SearchQuestions.Of(n);
        var routed = random.Next(10) > 0;
        return new(n, IdOf(day, n, random), day, name, phone, identity, _streets[random.Next(_streets.Length)], place ?? (random.Next(3) == 0 ? $"虚构路{n % 900 + 1}号" : ""),
            model.Subject(random) + subject, model.Facts(random) + facts, random.Next(4) == 0 ? "请依法处理" : model.Subject(random), Channels[random.Next(Channels.Length)],
            random.Next(7) == 0 ? "Suggestion" : "Redress", routed ? Plan.OrganOf(random.Next(1_000)) : null, !routed ? "Classified" : random.Next(5) > 0 ? "Completed" : "Forwarded");
    }

    private static DossierContent ContentOf(Written w) =>
        new(w.Name, w.IdNumber, w.Phone, "虚构里7号", w.Subject, w.Facts, [w.Claim], w.Place.Length > 0 ? w.Place : null, null, null);

    private sealed record Row(Written Written, string Number, byte[] Dossier, byte[][] Hashes, byte[][] Keys, int[] Matter, int[] Terms);

    private Row Make(Written w)
    {
        var (content, number) = (ContentOf(w), string.Create(CultureInfo.InvariantCulture, $"120104-{w.ReceivedOn:yyyyMMdd}-{w.N + 10_000:0000}"));
        return new(w, number, content.Encrypted(people, w.Id),
            [people.SearchHash("name", w.Name), people.SearchHash("identity", w.IdNumber), people.SearchHash("phone", w.Phone), people.SearchHash("address", "虚构里7号")],
            [_query.OfCode(number, "0000"), _query.OfLastFour(number, w.Phone)!, _query.OfLastFour(number, w.IdNumber)!],
            [.. Signature.Of(_recognizer.MatterOf(content)).Select(HashOf), _keys.OfMonth(new PetitionId(w.Id), _now)], _keys.TermsOf(new PetitionId(w.Id), new Searchable(content, []), _now));
    }

    // As Recognizer does, which remembers fewer of them than a million petitions have.
    private int HashOf(int gram) => _hashes.GetOrAdd(gram, number => BitConverter.ToInt32(people.SearchHash("gram", number.ToString(CultureInfo.InvariantCulture))));

    private async Task CopyAsync(List<Row> rows, CancellationToken ct)
    {
        await using var connection = await database.OpenConnectionAsync(ct);
        // The rows of one batch belong together; that need not be looked up a million times.
        await using (var trusting = new NpgsqlCommand("set session_replication_role = replica", connection)) await trusting.ExecuteNonQueryAsync(ct);
        await using (var petition = await connection.BeginBinaryImportAsync("""
            copy petition (id, number, channel, anonymous, electronic_service, street, claim_count, received_on, registered_at, forward_strict_due_on, forward_due_on, status, category,
                content_code, urgent, sealed, organ, round, first_receiver, first_routed_on, supplements, code_hash, phone_last_four_hash, identity_last_four_hash) from stdin (format binary)
            """, ct))
        {
            foreach (var row in rows)
            {
                var w = row.Written;
                var at = new DateTimeOffset(w.ReceivedOn.ToDateTime(new TimeOnly(2, 0)), TimeSpan.Zero);
                object?[] values =
                [
                    w.Id, row.Number, w.Channel, false, false, w.Street, 1, w.ReceivedOn, at, w.ReceivedOn.AddDays(15), w.ReceivedOn.AddDays(15), w.Status, w.Category,
                    "030000", false, false, w.Organ, w.Organ is null ? 0 : 1, "clerk", w.Organ is null ? null : w.ReceivedOn.AddDays(3), 0, row.Keys[0], row.Keys[1], row.Keys[2],
                ];
                await petition.StartRowAsync(ct);
                foreach (var value in values)
                    if (value is null) await petition.WriteNullAsync(ct);
                    else await petition.WriteAsync(value, ct);
            }
            await petition.CompleteAsync(ct);
        }
        await using (var dossier = await connection.BeginBinaryImportAsync("copy dossier (petition_id, content, name_hash, identity_hash, phone_hash, address_hash) from stdin (format binary)", ct))
        {
            foreach (var row in rows)
            {
                await dossier.StartRowAsync(ct);
                await dossier.WriteAsync(row.Written.Id, ct);
                await dossier.WriteAsync(row.Dossier, ct);
                foreach (var hash in row.Hashes) await dossier.WriteAsync(hash, ct);
            }
            await dossier.CompleteAsync(ct);
        }
        await CopyGramsAsync(connection, "matter", rows, row => row.Matter, ct);
        await CopyGramsAsync(connection, "search_terms", rows, row => row.Terms, ct);
    }

    private static async Task CopyGramsAsync(NpgsqlConnection connection, string table, List<Row> rows, Func<Row, int[]> grams, CancellationToken ct)
    {
        await using var copy = await connection.BeginBinaryImportAsync($"copy {table} (petition_id, grams) from stdin (format binary)", ct);
        foreach (var row in rows)
        {
            await copy.StartRowAsync(ct);
            await copy.WriteAsync(row.Written.Id, ct);
            await copy.WriteAsync(grams(row), NpgsqlDbType.Array | NpgsqlDbType.Integer, ct);
        }
        await copy.CompleteAsync(ct);
    }

    private static Guid IdOf(DateOnly day, int n, Random random)
    {
        Span<byte> bytes = stackalloc byte[16];
        random.NextBytes(bytes);
        var at = new DateTimeOffset(day.ToDateTime(new TimeOnly(1, 0)), TimeSpan.Zero).ToUnixTimeMilliseconds() + n % 10_000;
        for (var i = 0; i < 6; i++) bytes[i] = (byte)(at >> (40 - 8 * i));
        (bytes[6], bytes[8]) = ((byte)(0x70 | bytes[6] & 0x0F), (byte)(0x80 | bytes[8] & 0x3F));
        return new Guid(bytes, bigEndian: true);
    }
}
