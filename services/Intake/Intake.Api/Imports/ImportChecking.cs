using System.Text.Json;
using System.Xml;
using Npgsql;
using NpgsqlTypes;
using Xinfang.Intake.Api.Imports.Reading;
using Xinfang.Intake.Api.Persistence;
using Xinfang.Intake.Domain;
using Xinfang.Law;
using Xinfang.ServiceDefaults.Messaging;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.Intake.Api.Imports;

/// <summary>
/// 试查: reads the file row by row, asks of each what a registration asks, and registers nothing. What has been read is seen from the rows,
/// so a check that was broken off goes on behind the last row laid down.
/// </summary>
internal sealed class ImportChecking(NpgsqlDataSource database, PersonalData people, LegalClock clock)
{
    private const int Batch = 500;

    /// <summary>A row as it will be laid down.</summary>
    private sealed record Checked(int Row, RowState State, byte[] Key, byte[] ContentHash, byte[]? Content, byte[]? Result);

    public async Task RunAsync(Import import, CancellationToken ct)
    {
        try
        {
            if (await ReadAsync(import, ct)) await FinishAsync(import.Id, ct);
        }
        catch (Exception e) when (e is UnreadableFileException or XmlException or InvalidDataException)
        {
            var words = e is UnreadableFileException ? e.Message : "文件读到一半读不下去了，可能没有传完整，或者不是这种格式。请重新另存一次再传。";
            await FailAsync(import.Id, words, ct);
        }
    }

    private async Task<bool> ReadAsync(Import import, CancellationToken ct)
    {
        var done = await LastRowAsync(import.Id, ct);
        await using var file = new BlockStream(database, people, import);
        var rows = import.Format is ImportFormat.Csv ? CsvTable.Read(file) : ExcelTable.Read(file, new ExcelTexts(database, people, import.Id));
        Heading? heading = null;
        var (batch, count) = (new List<Checked>(Batch), 0);
        foreach (var row in rows)
        {
            ct.ThrowIfCancellationRequested();
            if (row.IsBlank) continue;
            if (heading is null)
            {
                heading = Heading.Of(row);
                if (heading.Ignored.Count > 0) await TellIgnoredAsync(import, heading.Ignored, ct);
                continue;
            }
            if (++count > Import.MostRows) throw new UnreadableFileException($"行数太多，一次最多{Import.MostRows}行。请分成几个文件导入。");
            if (row.Number <= done) continue;
            batch.Add(Check(import, row, heading));
            if (batch.Count < Batch) continue;
            if (!await LayDownAsync(import.Id, batch, ct)) return false;
            batch.Clear();
        }
        if (heading is null || count == 0) throw new UnreadableFileException("文件里没有内容。第一行是标题，从第二行起一行一件。");
        return batch.Count == 0 || await LayDownAsync(import.Id, batch, ct);
    }

    private Checked Check(Import import, TableRow row, Heading heading)
    {
        var faults = new List<Fault>();
        var read = RowReading.Read(row, heading, faults);
        RowReading.Register(read, Guid.CreateVersion7(), "", import.By, clock.Now(), faults);
        var content = JsonSerializer.Serialize(read with { Number = null }, MessageTypes.Json);
        var contentHash = people.SearchHash("import-content", content);
        var key = read.Number is { } number ? people.SearchHash("import-number", number) : contentHash;
        var context = ImportIds.Of(import.Id, row.Number);
        var result = read.Number is null && faults.Count == 0 ? null : new RowResult(read.Number, Rows.Faults(faults)).Encrypted(people, context);
        return faults.Count > 0
            ? new(row.Number, RowState.Refused, key, contentHash, null, result)
            : new(row.Number, RowState.Ready, key, contentHash, people.Encrypt(JsonSerializer.SerializeToUtf8Bytes(read, MessageTypes.Json), context), result);
    }

    /// <summary>False when the import was stopped meanwhile.</summary>
    private async Task<bool> LayDownAsync(Guid import, List<Checked> batch, CancellationToken ct)
    {
        await using var connection = await database.OpenConnectionAsync(ct);
        await using var transaction = await connection.BeginTransactionAsync(ct);
        var ready = batch.Count(row => row.State is RowState.Ready);
        var open = await connection.ExecuteAsync(
            "update import set rows = rows + $2, ready = ready + $3, refused = refused + $4 where id = $1 and state = 'Checking'", ct, import, batch.Count, ready, batch.Count - ready);
        if (open == 0) return false;
        await using (var writer = await connection.BeginBinaryImportAsync(
            "copy import_row (import_id, row, state, key, content_hash, content, result) from stdin (format binary)", ct))
        {
            foreach (var row in batch)
            {
                await writer.StartRowAsync(ct);
                await writer.WriteAsync(import, ct);
                await writer.WriteAsync(row.Row, ct);
                await writer.WriteAsync(row.State.ToString(), NpgsqlDbType.Text, ct);
                await writer.WriteAsync(row.Key, ct);
                await writer.WriteAsync(row.ContentHash, ct);
                await WriteAsync(writer, row.Content, ct);
                await WriteAsync(writer, row.Result, ct);
            }
            await writer.CompleteAsync(ct);
        }
        await transaction.CommitAsync(ct);
        return true;
    }

    private static Task WriteAsync(NpgsqlBinaryImporter writer, byte[]? value, CancellationToken ct) => value is null ? writer.WriteNullAsync(ct) : writer.WriteAsync(value, NpgsqlDbType.Bytea, ct);

    /// <summary>Rows that say the same, and rows that an earlier import has registered; then the file itself is not needed any more.</summary>
    private async Task FinishAsync(Guid import, CancellationToken ct)
    {
        await using var connection = await database.OpenConnectionAsync(ct);
        await using var transaction = await connection.BeginTransactionAsync(ct);
        if (await connection.ExecuteAsync("update import set state = 'Checked', changed_at = $2 where id = $1 and state = 'Checking'", ct, import, clock.Now().At) == 0) return;
        await connection.ExecuteAsync("""
            update import_row r set state = 'Known', content = null, same_as = f.row
            from (select key, min(row) as row from import_row where import_id = $1 and state = 'Ready' group by key having count(*) > 1) f
            where r.import_id = $1 and r.state = 'Ready' and r.key = f.key and r.row <> f.row
            """, ct, import);
        await connection.ExecuteAsync("""
            update import_row r set state = 'Known', content = null, petition_id = k.petition_id, petition_number = k.petition_number
            from import_key k where r.import_id = $1 and r.state = 'Ready' and k.key = r.key
            """, ct, import);
        await connection.ExecuteAsync("""
            update import set known = n.known, ready = ready - n.known
            from (select count(*)::int as known from import_row where import_id = $1 and state = 'Known') n where id = $1
            """, ct, import);
        await connection.ExecuteAsync("delete from import_block where import_id = $1", ct, import);
        await transaction.CommitAsync(ct);
    }

    private async Task FailAsync(Guid import, string words, CancellationToken ct)
    {
        await using var connection = await database.OpenConnectionAsync(ct);
        await using var transaction = await connection.BeginTransactionAsync(ct);
        var failed = await connection.ExecuteAsync("update import set state = 'Failed', failure = $3, changed_at = $2, ready = 0 where id = $1 and state = 'Checking'", ct, import, clock.Now().At, words);
        if (failed == 0) return;
        await connection.DropContentsAsync(import, ct);
        await transaction.CommitAsync(ct);
    }

    private async Task TellIgnoredAsync(Import import, IReadOnlyList<string> ignored, CancellationToken ct)
    {
        var content = ImportContent.Decrypted(import.Content, people, import.Id) with { Ignored = ignored };
        await using var connection = await database.OpenConnectionAsync(ct);
        await connection.ExecuteAsync("update import set content = $2 where id = $1", ct, import.Id, content.Encrypted(people, import.Id));
    }

    private async Task<int> LastRowAsync(Guid import, CancellationToken ct)
    {
        await using var command = database.CreateCommand("select coalesce(max(row), 0) from import_row where import_id = $1");
        command.Parameters.Add(new() { Value = import });
        return (int)(await command.ExecuteScalarAsync(ct))!;
    }
}
