using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Xinfang.Contracts.Intake.V1;
using Xinfang.Intake.Api.Persistence;
using Xinfang.Intake.Api.Repeats;
using Xinfang.Intake.Recognition.HotTopics;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.Intake.Api.HotTopics;

/// <summary>
/// Listens for hot topics (art. 25; handbook §6): reads what was filed, behind the work, one replica at a time, and tells of a topic when it becomes hot and whenever
/// it has grown by half. Accusations kept secret are not in the table it reads; what was sealed since is left out of what is told.
/// </summary>
internal sealed partial class TopicWatching(NpgsqlDataSource database, IServiceScopeFactory scopes, PersonalData people, TimeProvider time, ILogger<TopicWatching> log) : BackgroundService
{
    private const int Batch = 200, Newest = 50;

    /// <summary>At most so many petitions are read again at start: the newest of the half year.</summary>
    private const int MostAtStart = 5_000;

    private const double Growth = 1.5;
    private const long Lease = 0x58_46_54_4F_50_49_43; // one replica listens
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(30), LookBack = TimeSpan.FromMinutes(10), Lately = TimeSpan.FromHours(1);

    private const string Next = "select petition_id from dossier where petition_id > $1 order by petition_id limit $2";

    private const string Read = """
        select d.petition_id, d.content, coalesce(encode(d.identity_hash, 'hex'), encode(d.phone_hash, 'hex'), d.petition_id::text), p.registered_at
        from dossier d join petition p on p.id = d.petition_id where d.petition_id = any($1) order by d.petition_id
        """;

    private const string Start = "select petition_id from (select petition_id from dossier where petition_id > $1 order by petition_id desc limit $2) newest order by petition_id limit 1";

    private const string Most = """
        select (select street from p where street is not null group by street having count(*) * 2 > (select count(*) from p)),
            (select left(content_code, 2) || '0000' from p where content_code is not null group by 1 having count(*) * 2 > (select count(*) from p)), array(select id from p)
        """;

    private Gathering? _gathering;
    private Guid _from;
    private DateTimeOffset _lookedBackAt;

    /// <summary>Hears what is new; how many topics it told of.</summary>
    public async Task<int> RunAsync(CancellationToken ct)
    {
        await using var connection = await database.OpenConnectionAsync(ct); // holds the lease, and loses it with the process
        if (!await LeaseAsync(connection, "select pg_try_advisory_lock($1)", ct)) return 0;
        try
        {
            var told = 0;
            if (_gathering is null) (_gathering, _from) = (new(), await BeginAsync(ct));
            var from = _from;
            // An id may have been made some time before it was used: now and then the last hour is looked at again.
            if (time.GetUtcNow() is var now && now - _lookedBackAt > LookBack && Guid.CreateVersion7(now - Lately) is var lately && lately.CompareTo(_from) < 0) (from, _lookedBackAt) = (lately, now);
            while (true)
            {
                (var heard, from, var more) = await HearAsync(_gathering, from, ct);
                // An id of a day to come hides none that is made now.
                var made = Guid.CreateVersion7(time.GetUtcNow() - Every);
                _from = from.CompareTo(made) < 0 ? from : made;
                var heated = heard.Count == 0 ? [] : await Task.Factory.StartNew(() => _gathering.Hear(heard), ct, TaskCreationOptions.LongRunning, TaskScheduler.Default);
                foreach (var topic in heated) told += await TellAsync(topic, ct) ? 1 : 0;
                if (!more) return told;
            }
        }
        finally
        {
            await LeaseAsync(connection, "select pg_advisory_unlock($1)", CancellationToken.None);
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                if (await RunAsync(stoppingToken) is > 0 and var told) LogTold(told);
            }
            catch (Exception e) when (e is NpgsqlException or DbUpdateException or InvalidOperationException && !stoppingToken.IsCancellationRequested)
            {
                LogPostponed(e);
            }
            await Task.Delay(Every, time, stoppingToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task<Guid> BeginAsync(CancellationToken ct)
    {
        await using var command = database.CreateCommand(Start);
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = Guid.CreateVersion7(time.GetUtcNow() - TopicStream.Window) });
        command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = MostAtStart });
        return await command.ExecuteScalarAsync(ct) is Guid first ? Before(first) : Guid.Empty;
    }

    // The reading wants ids greater than the one it begins with.
    private static Guid Before(Guid id)
    {
        var bytes = id.ToByteArray(bigEndian: true);
        for (var at = bytes.Length - 1; at >= 0 && bytes[at]-- == 0; at--) { }
        return new(bytes, bigEndian: true);
    }

    /// <summary>What was not heard yet of the next petitions, the last of these, and whether there may be more. What was heard is not read again.</summary>
    private async Task<(List<Heard> Heard, Guid Last, bool More)> HearAsync(Gathering gathering, Guid from, CancellationToken ct)
    {
        var next = new List<Guid>(Batch);
        await using (var command = database.CreateCommand(Next))
        {
            command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = from });
            command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = Batch });
            await using var reader = await command.ExecuteReaderAsync(ct);
            while (await reader.ReadAsync(ct)) next.Add(reader.GetGuid(0));
        }
        Guid[] fresh = [.. next.Where(petition => !gathering.Knows(petition))];
        return (fresh.Length == 0 ? [] : await ReadAsync(fresh, ct), next.Count > 0 ? next[^1] : from, next.Count == Batch);
    }

    private async Task<List<Heard>> ReadAsync(Guid[] petitions, CancellationToken ct)
    {
        await using var command = database.CreateCommand(Read);
        command.Parameters.Add(new NpgsqlParameter<Guid[]> { TypedValue = petitions });
        var (heard, now) = (new List<Heard>(), time.GetUtcNow());
        await using var reader = await command.ExecuteReaderAsync(ct);
        while (await reader.ReadAsync(ct))
        {
            var (id, at) = (reader.GetGuid(0), reader.GetFieldValue<DateTimeOffset>(3));
            try
            {
                // A day to come, by a clock that goes before this one, would make all that was heard old.
                heard.Add(new(id, reader.GetString(2), at < now ? at : now, Recognizer.WordingOf(DossierContent.Decrypted(reader.GetFieldValue<byte[]>(1), people, id))));
            }
            catch (CryptographicException)
            {
                // Its own verification tells of it; here it says nothing.
            }
        }
        return heard;
    }

    private async Task<bool> TellAsync(Heated topic, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<IntakeDb>();
        var known = await db.Set<ToldTopic>().SingleOrDefaultAsync(told => told.TopicId == topic.Topic, ct);
        if (known is not null && topic.People < known.People * Growth) return false;
        var (street, content, open) = await MostOfAsync(topic.Petitions, ct);
        if (open.Length < Gathering.Hot) return false;

        var now = time.GetUtcNow();
        if (known is null) db.Add(new ToldTopic { TopicId = topic.Topic, People = topic.People, ToldAt = now });
        else (known.People, known.ToldAt) = (topic.People, now);
        db.Publish(topic.Topic, new HotTopicFound
        {
            TopicId = topic.Topic,
            Topic = topic.Name,
            People = topic.People,
            Petitions = open.Length,
            Street = street,
            Content = content,
            Newest = string.Join(' ', topic.Petitions.Where(open.Contains).Take(Newest)),
            FoundAt = now,
        });
        await db.SaveChangesAsync(ct);
        return true;
    }

    /// <summary>Street and content of most, and those of the petitions that are still nobody's secret.</summary>
    private async Task<(string? Street, string? Content, Guid[] Open)> MostOfAsync(IReadOnlyList<Guid> petitions, CancellationToken ct)
    {
        await using var command = database.CreateCommand($"with p as (select id, street, content_code from petition where id = any($1) and not sealed) {Most}");
        command.Parameters.Add(new NpgsqlParameter<Guid[]> { TypedValue = [.. petitions] });
        await using var reader = await command.ExecuteReaderAsync(ct);
        await reader.ReadAsync(ct);
        return (reader.IsDBNull(0) ? null : reader.GetString(0), reader.IsDBNull(1) ? null : reader.GetString(1), reader.GetFieldValue<Guid[]>(2));
    }

    private static async Task<bool> LeaseAsync(NpgsqlConnection connection, string sql, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        command.Parameters.Add(new NpgsqlParameter<long> { TypedValue = Lease });
        return (bool)(await command.ExecuteScalarAsync(ct))!;
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Told of {Topics} hot topics")]
    private partial void LogTold(int topics);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Listening for hot topics failed and is repeated")]
    private partial void LogPostponed(Exception exception);
}
