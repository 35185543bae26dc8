using Npgsql;
using Xinfang.Intake.Api.Persistence;
using Xinfang.Intake.Domain;
using Xinfang.Law;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.Intake.Api.Attachments;

/// <summary>Files that are handed in with a petition, a supplement or a registration: uploaded before, under the key of the form that the request shows.</summary>
internal sealed record HandedIn(byte[] Key, IReadOnlyList<(Guid Id, AttachmentKind Kind)> Files)
{
    public static readonly HandedIn Nothing = new([], []);

    private const string Lock = "select id, address, size from attachment where id = any($1) and upload_key_hash = $2 and petition_id is null order by id for update";

    private const string Update = """
        update attachment a set petition_id = $1, supplement = $2, upload_key_hash = null, kind = f.kind, position = f.position
        from unnest($3::uuid[], $4::text[], $5::int[]) as f(id, kind, position) where a.id = f.id
        """;

    public bool Any => Files.Count > 0;

    public static Result<HandedIn> Of(string? uploadKey, PersonalData people, AttachmentSettings settings, params IEnumerable<(AttachmentKind Kind, IReadOnlyList<Guid>? Ids)> lists)
    {
        var files = lists.SelectMany(list => (list.Ids ?? []).Select(id => (Id: id, list.Kind))).DistinctBy(file => file.Id).ToList();
        if (files.Count == 0) return Nothing;
        if (files.Count > settings.Files) return AttachmentRefusals.TooMany(settings.Files);
        return UploadKeys.Of(uploadKey, people) is { } key ? new HandedIn(key, files) : AttachmentRefusals.KeyMissing;
    }

    /// <summary>Holds the rows until the transaction ends, so that nobody removes or hands in the same; their addresses in order and their size, or null when one is not there.</summary>
    public async Task<(IReadOnlyList<string> Addresses, long Size)?> LockAsync(NpgsqlConnection connection, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(Lock, connection) { Parameters = { new() { Value = Ids }, new() { Value = Key } } };
        Dictionary<Guid, (string Address, long Size)> found = [];
        await using var reader = await command.ExecuteReaderAsync(ct);
        while (await reader.ReadAsync(ct)) found[reader.GetGuid(0)] = (Convert.ToHexStringLower((byte[])reader[1]), reader.GetInt64(2));
        return found.Count == Files.Count ? ([.. Files.Select(file => found[file.Id].Address)], found.Values.Sum(file => file.Size)) : null;
    }

    /// <summary>In the transaction of what they are handed in with.</summary>
    public async Task BindAsync(NpgsqlConnection connection, Guid petition, int? supplement, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(Update, connection)
        {
            Parameters =
            {
                new() { Value = petition }, new() { Value = (object?)supplement ?? DBNull.Value, NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Integer },
                new() { Value = Ids }, new() { Value = Files.Select(file => file.Kind.ToString()).ToArray() }, new() { Value = Enumerable.Range(1, Files.Count).ToArray() },
            },
        };
        await command.ExecuteNonQueryAsync(ct);
    }

    private Guid[] Ids => [.. Files.Select(file => file.Id)];
}
