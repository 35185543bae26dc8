using System.Diagnostics;
using System.Security.Cryptography;
using System.Text.Json;
using Npgsql;
using Xinfang.Contracts.Intake.V1;
using Xinfang.Intake.Api.Attachments;
using Xinfang.Intake.Api.Persistence;
using Xinfang.Intake.Domain;
using Xinfang.Law;
using Xinfang.ServiceDefaults.Messaging;
using Xinfang.ServiceDefaults.Organs;
using Xinfang.ServiceDefaults.Persistence;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.Intake.Api.Petitions;

/// <summary>What a registration answers; the query code is said once.</summary>
internal sealed record RegistrationAnswer(
    Guid Id, string Number, string QueryCode, DateOnly ReceivedOn, DateOnly RegisteredOn, IReadOnlyList<TermView> Terms);

/// <summary>Whose request it is and what was in it, so that a repeat is answered and not done again.</summary>
/// <param name="Key">The client's Idempotency-Key, or the id it made.</param>
/// <param name="Caller">The account, or "public".</param>
/// <param name="Body">The request as read, written out again: equal requests are equal bytes.</param>
internal sealed record Repeatable(string Key, string Route, string Caller, byte[] Body);

/// <summary>Either the answer, as JSON, or why there is none.</summary>
internal sealed record Registering(byte[]? Answer, Refusal? Refusal);

/// <summary>
/// Writes a registration in one statement: petition, dossier, first record, event, what is to be indexed and idempotency key, in one round trip and one
/// transaction. Nothing is read before; only when the key turns out to be taken the earlier answer is read (docs/decisions/0003).
/// </summary>
internal sealed class Registrar(NpgsqlDataSource database, PersonalData people, RegistrationRows rows, OutboxSignal signal)
{
    private static readonly TimeSpan Kept = TimeSpan.FromDays(1);
    private static readonly Guid AnswerContext = new("6b1d3c60-0000-7000-8000-000000000001");

    private static readonly Refusal DifferentBody = new("idempotency.different-body",
        "这个提交编号已经用过，内容却不一样。请重新打开表格再提交。", Kind: RefusalKind.Invalid);

    private static readonly Registering GoneFiles = new(null, AttachmentRefusals.Gone);

    private static readonly Refusal Exists = new("petition.exists", "这件事已经登记过。", PetitionRegulations.Registration);

    private readonly byte[] _bodyKey = people.SearchHash("idempotency", "body");

    /// <summary>$1…$7. A key that has run out may be used again.</summary>
    private const string Key = """
            insert into idempotency (key, route, caller, body_hash, answer, expires_at)
            values ($1, $2, $3, $4, $5, $6)
            on conflict (key, route, caller) do update
                set body_hash = excluded.body_hash, answer = excluded.answer, expires_at = excluded.expires_at
                where idempotency.expires_at < $7
            returning 1
        """;

    // For one person, which is nearly every petition, and the same with those who are part of it and how it was brought.
    private static readonly string Alone = RegistrationRows.Statement(Key, participants: false), Together = RegistrationRows.Statement(Key, participants: true);

    public async Task<Registering> WriteAsync(Registration registration, PetitionForm form, Repeatable repeatable, HandedIn files, Moment now, CancellationToken ct)
    {
        var petition = registration.Petition;
        var code = QueryCode.New(petition.Anonymous);
        var answer = JsonSerializer.SerializeToUtf8Bytes(
            new RegistrationAnswer(petition.Id.Value, petition.Number, code, petition.ReceivedOn, now.Date, [now.View(registration.Fact.Forwarding)]),
            IntakeJson.Stored.RegistrationAnswer);
        var bodyHash = HMACSHA256.HashData(_bodyKey, repeatable.Body);

        // Files take a second and a third round trip in the same transaction; who hands in none, pays for none.
        await using var connection = files.Any ? await database.OpenConnectionAsync(ct) : null;
        await using var transaction = connection is null ? null : await connection.BeginTransactionAsync(ct);
        Dictionary<string, object>? handedIn = null;
        if (connection is not null)
        {
            if (await files.LockAsync(connection, ct) is not var (addresses, _)) return await EarlierAnswerAsync(repeatable, bodyHash, ct) ?? GoneFiles;
            handedIn = new() { ["attachments"] = addresses }; // which bytes were handed in stands in the chain
        }
        var sql = ParticipantsContent.Of(form) is null ? Alone : Together;
        await using var command = connection is null ? database.CreateCommand(sql) : new NpgsqlCommand(sql, connection);
        AddKey(command.Parameters, repeatable, bodyHash, answer, now);
        rows.Add(command.Parameters, registration, form, code, handedIn);
        try
        {
            if (await command.ExecuteScalarAsync(ct) is not 1L)
                return await EarlierAnswerAsync(repeatable, bodyHash, ct) ?? throw new TimeoutException("An idempotency key was taken and is gone.");
        }
        catch (PostgresException e) when (e is { SqlState: PostgresErrorCodes.UniqueViolation, TableName: "petition" })
        {
            return new(null, Exists); // another account has used the same id
        }
        if (connection is not null)
        {
            await files.BindAsync(connection, petition.Id.Value, supplement: null, ct);
            await transaction!.CommitAsync(ct);
        }
        signal.Set();
        return new(answer, null);
    }

    private async Task<Registering?> EarlierAnswerAsync(Repeatable repeatable, byte[] bodyHash, CancellationToken ct)
    {
        await using var command = database.CreateCommand("select body_hash, answer from idempotency where key = $1 and route = $2 and caller = $3");
        RegistrationRows.Text(command.Parameters, repeatable.Key);
        RegistrationRows.Text(command.Parameters, repeatable.Route);
        RegistrationRows.Text(command.Parameters, repeatable.Caller);
        await using var reader = await command.ExecuteReaderAsync(ct);
        if (!await reader.ReadAsync(ct)) return null;
        return CryptographicOperations.FixedTimeEquals((byte[])reader[0], bodyHash)
            ? new(people.DecryptBytes((byte[])reader[1], AnswerContext), null)
            : new(null, DifferentBody);
    }

    private void AddKey(NpgsqlParameterCollection to, Repeatable repeatable, byte[] bodyHash, byte[] answer, Moment now)
    {
        RegistrationRows.Text(to, repeatable.Key);
        RegistrationRows.Text(to, repeatable.Route);
        RegistrationRows.Text(to, repeatable.Caller);
        RegistrationRows.Bytes(to, bodyHash);
        RegistrationRows.Bytes(to, people.Encrypt(answer, AnswerContext));
        RegistrationRows.Instant(to, now.At + Kept);
        RegistrationRows.Instant(to, now.At);
    }
}
