using System.Security.Cryptography;
using System.Text.Json;
using Npgsql;
using Xinfang.Intake.Api.Imports.Reading;
using Xinfang.Intake.Api.Persistence;
using Xinfang.Intake.Api.Petitions;
using Xinfang.Intake.Domain;
using Xinfang.Law;
using Xinfang.ServiceDefaults.Messaging;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.Intake.Api.Imports;

/// <summary>
/// 正式导入: so many rows a transaction, each registered as at the counter. Petition, key and what became of the row are written together,
/// so whatever instant it is broken off at, a row is registered and said to be, or neither.
/// </summary>
internal sealed partial class ImportRunning(
    NpgsqlDataSource database, PersonalData people, RegistrationRows registrations, PetitionNumbers numbers, OutboxSignal signal, LegalClock clock, TimeProvider time, ILogger<ImportRunning> log)
{
    private const int Batch = 200;

    /// <summary>Messages that may wait to leave; a citizen's petition of this minute is not to wait behind a hundred thousand old ones.</summary>
    private const int MostWaiting = 2000;

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(250);

    private const string Key = """
        insert into import_key (key, content_hash, import_id, row, petition_id, petition_number, at) values ($1, $2, $3, $4, $5, $6, $7)
        on conflict (key) do nothing returning 1
        """;

    // A file may hold years of petitions: nobody is sent a message for each. The report has the codes to hand out; later steps are told.
    private static readonly string Alone = RegistrationRows.Statement(Key, participants: false, tell: false), Together = RegistrationRows.Statement(Key, participants: true, tell: false);

    private sealed record Waiting(int Row, byte[] Key, byte[] ContentHash, byte[] Content);

    /// <summary>What became of a row.</summary>
    private sealed record Outcome(Waiting Row, RowResult Result)
    {
        public RowState State { get; set; } = RowState.Refused;
        public RowResult Result { get; set; } = Result;
        public Guid? PetitionId { get; set; }
        public string? PetitionNumber { get; set; }
    }

    public async Task RunAsync(Guid import, CancellationToken ct)
    {
        var size = Batch;
        while (true)
        {
            await LetOthersPassAsync(ct);
            try
            {
                if (!await BatchAsync(import, size, ct)) return;
                size = Batch;
            }
            catch (Exception e) when (IsOfARow(e) && size > 1)
            {
                LogOneByOne(import, e);
                size = 1; // one row of them cannot be written: find it
            }
        }
    }

    /// <summary>False when there is nothing more to do.</summary>
    private async Task<bool> BatchAsync(Guid import, int size, CancellationToken ct)
    {
        await using var connection = await database.OpenConnectionAsync(ct);
        await using var transaction = await connection.BeginTransactionAsync(ct);
        if (await OwnerAsync(connection, import, ct) is not { } by) return false;

        var rows = await NextAsync(connection, import, size, ct);
        var now = clock.Now();
        if (rows.Count == 0)
        {
            await connection.ExecuteAsync("update import set state = 'Done', changed_at = $2 where id = $1", ct, import, now.At);
            await connection.DropContentsAsync(import, ct);
            await transaction.CommitAsync(ct);
            return false;
        }
        List<Outcome> outcomes;
        try
        {
            outcomes = await RegisterAsync(connection, import, by, rows, now, ct);
        }
        catch (Exception e) when (IsOfARow(e) && size == 1)
        {
            LogUnwritable(import, rows[0].Row, e);
            await transaction.RollbackAsync(ct);
            await using var again = await connection.BeginTransactionAsync(ct);
            var fault = new RowFault("", "系统没能登记这一行，请手工登记，并告诉系统管理员。", PetitionRegulations.Registration.ToString());
            await SettleAsync(connection, import, [new(rows[0], new(null, [fault]))], ct);
            await again.CommitAsync(ct);
            return true;
        }
        await SettleAsync(connection, import, outcomes, ct);
        await transaction.CommitAsync(ct);
        signal.Set();
        return true;
    }

    private async Task<List<Outcome>> RegisterAsync(NpgsqlConnection connection, Guid import, string by, List<Waiting> rows, Moment now, CancellationToken ct)
    {
        var outcomes = new List<Outcome>(rows.Count);
        var sent = new List<Outcome>(rows.Count);
        await using var batch = new NpgsqlBatch(connection);
        foreach (var row in rows)
        {
            var read = JsonSerializer.Deserialize<ImportedPetition>(people.DecryptBytes(row.Content, ImportIds.Of(import, row.Row)), MessageTypes.Json)!;
            var faults = new List<Fault>();
            var number = await numbers.NextAsync(now.Date, ct);
            var refused = RowReading.Register(read, Guid.CreateVersion7(now.At), number, by, now, faults).Refused(out _, out var registration) || faults.Count > 0;
            var code = QueryCode.New(read.Form.Anonymous);
            var outcome = new Outcome(row, new RowResult(read.Number, Rows.Faults(faults), refused ? null : code));
            outcomes.Add(outcome);
            if (refused) continue;
            var petition = registration!.Petition;
            (outcome.State, outcome.PetitionId, outcome.PetitionNumber) = (RowState.Registered, petition.Id.Value, petition.Number);
            batch.BatchCommands.Add(Command(import, row, registration, read.Form, code, now));
            sent.Add(outcome);
        }
        if (sent.Count > 0) await ExecuteAsync(batch, sent, ct);
        await NameKnownAsync(connection, sent.FindAll(outcome => outcome.State is RowState.Known), ct);
        return outcomes;
    }

    private NpgsqlBatchCommand Command(Guid import, Waiting row, Registration registration, PetitionForm form, string code, Moment now)
    {
        var command = new NpgsqlBatchCommand(ParticipantsContent.Of(form) is null ? Alone : Together);
        RegistrationRows.Bytes(command.Parameters, row.Key);
        RegistrationRows.Bytes(command.Parameters, row.ContentHash);
        RegistrationRows.Id(command.Parameters, import);
        command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = row.Row });
        RegistrationRows.Id(command.Parameters, registration.Petition.Id.Value);
        RegistrationRows.Text(command.Parameters, registration.Petition.Number);
        RegistrationRows.Instant(command.Parameters, now.At);
        registrations.Add(command.Parameters, registration, form, code, new Dictionary<string, object> { ["import"] = import, ["importRow"] = row.Row });
        return command;
    }

    private static async Task ExecuteAsync(NpgsqlBatch batch, List<Outcome> sent, CancellationToken ct)
    {
        await using var reader = await batch.ExecuteReaderAsync(ct);
        foreach (var outcome in sent)
        {
            await reader.ReadAsync(ct);
            if (reader.GetInt64(0) == 0) outcome.State = RowState.Known; // the same row came by another import meanwhile
            await reader.NextResultAsync(ct);
        }
    }

    private static async Task NameKnownAsync(NpgsqlConnection connection, List<Outcome> known, CancellationToken ct)
    {
        if (known.Count == 0) return;
        await using var command = new NpgsqlCommand("select key, petition_id, petition_number, content_hash from import_key where key = any($1)", connection);
        command.Parameters.Add(new() { Value = known.Select(outcome => outcome.Row.Key).ToArray() });
        await using var reader = await command.ExecuteReaderAsync(ct);
        while (await reader.ReadAsync(ct))
            foreach (var outcome in known.Where(outcome => outcome.Row.Key.AsSpan().SequenceEqual((byte[])reader[0])))
            {
                (outcome.PetitionId, outcome.PetitionNumber) = (reader.GetGuid(1), reader.GetString(2));
                outcome.Result = outcome.Result with { QueryCode = null, Differs = !outcome.Row.ContentHash.AsSpan().SequenceEqual((byte[])reader[3]) };
            }
    }

    private async Task SettleAsync(NpgsqlConnection connection, Guid import, List<Outcome> outcomes, CancellationToken ct)
    {
        await using (var command = new NpgsqlCommand("""
            update import_row r set state = n.state, result = n.result, petition_id = n.petition_id, petition_number = n.petition_number, content = null
            from unnest($2, $3, $4, $5, $6) as n (row, state, result, petition_id, petition_number) where r.import_id = $1 and r.row = n.row
            """, connection))
        {
            command.Parameters.Add(new() { Value = import });
            command.Parameters.Add(new() { Value = outcomes.Select(o => o.Row.Row).ToArray() });
            command.Parameters.Add(new() { Value = outcomes.Select(o => o.State.ToString()).ToArray() });
            command.Parameters.Add(new() { Value = outcomes.Select(o => o.Result.Encrypted(people, ImportIds.Of(import, o.Row.Row))).ToArray() });
            command.Parameters.Add(new() { Value = outcomes.Select(o => o.PetitionId).ToArray(), NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Array | NpgsqlTypes.NpgsqlDbType.Uuid });
            command.Parameters.Add(new() { Value = outcomes.Select(o => o.PetitionNumber).ToArray(), NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Array | NpgsqlTypes.NpgsqlDbType.Text });
            await command.ExecuteNonQueryAsync(ct);
        }
        int Of(RowState state) => outcomes.Count(outcome => outcome.State == state);
        await connection.ExecuteAsync("update import set ready = ready - $2, registered = registered + $3, known = known + $4, refused = refused + $5 where id = $1",
            ct, import, outcomes.Count, Of(RowState.Registered), Of(RowState.Known), Of(RowState.Refused));
    }

    /// <summary>In whose name; null when it was stopped. The row is held until the end of the transaction, so stopping waits for a batch at most.</summary>
    private static async Task<string?> OwnerAsync(NpgsqlConnection connection, Guid import, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand("select by from import where id = $1 and state = 'Running' for update", connection);
        command.Parameters.Add(new() { Value = import });
        return await command.ExecuteScalarAsync(ct) as string;
    }

    private static async Task<List<Waiting>> NextAsync(NpgsqlConnection connection, Guid import, int size, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(
            "select row, key, content_hash, content from import_row where import_id = $1 and state = 'Ready' order by row limit $2", connection);
        command.Parameters.Add(new() { Value = import });
        command.Parameters.Add(new() { Value = size });
        var rows = new List<Waiting>(size);
        await using var reader = await command.ExecuteReaderAsync(ct);
        while (await reader.ReadAsync(ct)) rows.Add(new(reader.GetInt32(0), (byte[])reader[1], (byte[])reader[2], (byte[])reader[3]));
        return rows;
    }

    // A value that PostgreSQL does not take, or a content that does not open any more.
    private static bool IsOfARow(Exception e) => e is PostgresException { SqlState: ['2', '2' or '3', ..] } or CryptographicException or JsonException;

    private async Task LetOthersPassAsync(CancellationToken ct)
    {
        while (true)
        {
            await using var command = database.CreateCommand("select count(*) from (select from outbox limit $1) o");
            command.Parameters.Add(new() { Value = MostWaiting });
            if ((long)(await command.ExecuteScalarAsync(ct))! < MostWaiting) return;
            await Task.Delay(Pause, time, ct);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "A row of import {Import} cannot be written; going on row by row")]
    private partial void LogOneByOne(Guid import, Exception exception);

    [LoggerMessage(Level = LogLevel.Error, Message = "Row {Row} of import {Import} cannot be written and is reported as refused")]
    private partial void LogUnwritable(Guid import, int row, Exception exception);
}
