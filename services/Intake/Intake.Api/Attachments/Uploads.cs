using Npgsql;
using Xinfang.Intake.Api.Persistence;
using Xinfang.Intake.Domain;
using Xinfang.Law;

namespace Xinfang.Intake.Api.Attachments;

/// <summary>What is uploaded and not handed in yet: how much there may be, the row and the file together, and how it goes again.</summary>
internal sealed class Uploads(NpgsqlDataSource database, FileStore store, Blobs blobs, AttachmentSettings settings)
{
    private const string Count = """
        select count(*) filter (where upload_key_hash = $1), coalesce(sum(size) filter (where upload_key_hash = $1), 0)::bigint, coalesce(sum(size), 0)::bigint
        from attachment where petition_id is null
        """;

    private const string Insert = """
        insert into attachment (id, upload_key_hash, position, kind, address, size, type, name, state, uploaded_at)
        values ($1, $2, 0, 'Material', $3, $4, $5, $6, $7, $8) on conflict (id) do nothing returning 1
        """;

    /// <summary>Why no more is taken under this key: asked before a file is read, and again, under the lock, before it is kept.</summary>
    public async Task<Refusal?> RefusesAsync(byte[] key, CancellationToken ct)
    {
        await using var connection = await database.OpenConnectionAsync(ct);
        return await RefusesAsync(connection, key, 0, ct);
    }

    /// <summary>Moves the file to its place and writes the row, both or neither. The same upload twice is one.</summary>
    public async Task<Result<Attachment>> KeepAsync(Attachment row, string incoming, CancellationToken ct)
    {
        await using var connection = await database.OpenConnectionAsync(ct);
        await using var transaction = await connection.BeginTransactionAsync(ct);
        await Blobs.LockDraftAsync(connection, row.UploadKeyHash!, ct);
        if (await ThereAsync(connection, row.Id, ct) is var (key, address))
            return key is not null && key.AsSpan().SequenceEqual(row.UploadKeyHash) && address.AsSpan().SequenceEqual(row.Address) ? row : AttachmentRefusals.Taken;
        if (await RefusesAsync(connection, row.UploadKeyHash!, row.Size, ct) is { } refusal) return refusal;
        await Blobs.LockAddressAsync(connection, row.Address, ct);
        await using var command = new NpgsqlCommand(Insert, connection)
        {
            Parameters = { new() { Value = row.Id }, new() { Value = row.UploadKeyHash }, new() { Value = row.Address }, new() { Value = row.Size }, new() { Value = row.Type }, new() { Value = row.Name }, new() { Value = row.State.ToString() }, new() { Value = row.UploadedAt } },
        };
        if (await command.ExecuteScalarAsync(ct) is null) return AttachmentRefusals.Taken; // under another key, at the same moment
        if (!store.Has(row.Address)) store.Place(incoming, row.Address);
        await transaction.CommitAsync(CancellationToken.None); // a caller who leaves now has uploaded
        return row;
    }

    /// <summary>Takes it back; false when there is none under this key that is not handed in.</summary>
    public async Task<bool> RemoveAsync(Guid id, byte[] key, CancellationToken ct)
    {
        await using var command = database.CreateCommand("delete from attachment where id = $1 and upload_key_hash = $2 and petition_id is null returning address");
        command.Parameters.Add(new() { Value = id });
        command.Parameters.Add(new() { Value = key });
        if (await command.ExecuteScalarAsync(ct) is not byte[] address) return false;
        await blobs.CollectAsync(address, CancellationToken.None);
        return true;
    }

    private async Task<Refusal?> RefusesAsync(NpgsqlConnection connection, byte[] key, long more, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(Count, connection) { Parameters = { new() { Value = key } } };
        await using var reader = await command.ExecuteReaderAsync(ct);
        await reader.ReadAsync(ct);
        if (reader.GetInt64(0) >= settings.Files) return AttachmentRefusals.TooMany(settings.Files);
        if (reader.GetInt64(1) + more > settings.TotalBytes) return AttachmentRefusals.TooMuch(settings.TotalBytes);
        return reader.GetInt64(2) + more > settings.UnboundBytes ? AttachmentRefusals.Full : null;
    }

    private static async Task<(byte[]? Key, byte[] Address)?> ThereAsync(NpgsqlConnection connection, Guid id, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand("select upload_key_hash, address from attachment where id = $1", connection) { Parameters = { new() { Value = id } } };
        await using var reader = await command.ExecuteReaderAsync(ct);
        return await reader.ReadAsync(ct) ? (reader[0] as byte[], (byte[])reader[1]) : null;
    }
}
