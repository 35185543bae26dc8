using System.Buffers.Binary;
using Npgsql;

namespace Xinfang.Intake.Api.Attachments;

/// <summary>
/// Keeps rows and files together. Whoever moves a file to its place holds the lock of its address until the row that names it is committed; whoever
/// deletes one holds the same lock while it looks whether a row names it. So a row never names a file that is not there, and a file that no row names is
/// what a crash has left: <see cref="AttachmentSweep"/> takes it away.
/// </summary>
internal sealed class Blobs(NpgsqlDataSource database, FileStore files)
{
    // The first number keeps these locks apart from others of the database.
    private const int OfDrafts = 7401, OfAddresses = 7402;

    public static Task LockDraftAsync(NpgsqlConnection connection, byte[] key, CancellationToken ct) => LockAsync(connection, OfDrafts, key, ct);

    public static Task LockAddressAsync(NpgsqlConnection connection, byte[] address, CancellationToken ct) => LockAsync(connection, OfAddresses, address, ct);

    /// <summary>Deletes the file if no row names it any more; true when it did.</summary>
    public async Task<bool> CollectAsync(byte[] address, CancellationToken ct)
    {
        await using var connection = await database.OpenConnectionAsync(ct);
        await using var transaction = await connection.BeginTransactionAsync(ct);
        await LockAddressAsync(connection, address, ct);
        await using var command = new NpgsqlCommand("select exists (select from attachment where address = $1)", connection) { Parameters = { new() { Value = address } } };
        var named = await command.ExecuteScalarAsync(ct) is true;
        var there = !named && files.Has(address);
        if (there) files.Delete(address);
        await transaction.CommitAsync(ct);
        return there;
    }

    private static async Task LockAsync(NpgsqlConnection connection, int kind, byte[] hash, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand("select pg_advisory_xact_lock($1, $2)", connection)
        {
            Parameters = { new() { Value = kind }, new() { Value = BinaryPrimitives.ReadInt32BigEndian(hash) } },
        };
        await command.ExecuteNonQueryAsync(ct);
    }
}
