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
internal sealed class Registrar(NpgsqlDataSource database, PersonalData people, QueryKeys keys, MessageTypes types, OutboxSignal signal)
{
    private static readonly TimeSpan Kept = TimeSpan.FromDays(1);
    private static readonly Guid AnswerContext = new("6b1d3c60-0000-7000-8000-000000000001");

    private static readonly Refusal DifferentBody = new("idempotency.different-body",
        "这个提交编号已经用过，内容却不一样。请重新打开表格再提交。", Kind: RefusalKind.Invalid);

    private static readonly Registering GoneFiles = new(null, AttachmentRefusals.Gone);

    private static readonly Refusal Exists = new("petition.exists", "这件事已经登记过。", PetitionRegulations.Registration);

    private readonly byte[] _bodyKey = people.SearchHash("idempotency", "body");

    /// <summary>The statement. $1…$7 the key, then the rows in the order of their columns; nothing is inserted when the key is taken.</summary>
    private const string Rows = """
        with key as (
            insert into idempotency (key, route, caller, body_hash, answer, expires_at)
            values ($1, $2, $3, $4, $5, $6)
            on conflict (key, route, caller) do update
                set body_hash = excluded.body_hash, answer = excluded.answer, expires_at = excluded.expires_at
                where idempotency.expires_at < $7
            returning 1
        ), petition as (
            insert into petition (id, number, channel, anonymous, electronic_service, street, claim_count, stated_category,
                received_on, registered_at, forward_strict_due_on, forward_due_on, status, urgent, sealed, round, first_receiver,
                supplements, code_hash, phone_last_four_hash, identity_last_four_hash)
            select $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, false, false, 0, $21, 0, $22, $23, $24 from key
        ), dossier as (
            insert into dossier (petition_id, content, name_hash, identity_hash, phone_hash, address_hash)
            select $8, $25, $26, $27, $28, $29 from key
        ), record as (
            insert into record (petition_id, seq, act, by, organ, at, article, facts, after, previous_hash, hash)
            select $8, 1, $30, $31, $32, $17, $33, $34, $35, $36, $37 from key
        ), outbox as (
            insert into outbox (message_id, petition_id, type, body, trace_parent, created_at)
            select $38, $8, $39, $40, $41, $17 from key
        ), due as (
            insert into search_due (petition_id) select $8 from key
        )
        """;

    /// <summary>The statement for one person, which is nearly every petition.</summary>
    internal const string Statement = Rows + "\nselect count(*) from key";

    /// <summary>The same with those who are part of it, and how it was brought.</summary>
    internal const string StatementWithParticipants = Rows + """
        , participants as (
            insert into participants (petition_id, people, representatives, oral, step_up_organ, content)
            select $8, $42, $43, $44, $45, $46 from key
        )
        select count(*) from key
        """;

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
        IReadOnlyList<string> addresses = [];
        if (connection is not null)
        {
            if (await files.LockAsync(connection, ct) is not var (locked, _)) return await EarlierAnswerAsync(repeatable, bodyHash, ct) ?? GoneFiles;
            addresses = locked;
        }
        var participants = ParticipantsContent.Of(form);
        var sql = participants is null ? Statement : StatementWithParticipants;
        await using var command = connection is null ? database.CreateCommand(sql) : new NpgsqlCommand(sql, connection);
        AddKey(command, repeatable, bodyHash, answer, now);
        AddPetition(command, petition);
        AddKeys(command, petition, form, code);
        AddDossier(command, petition, form);
        AddRecord(command, registration, addresses);
        AddEvent(command, registration);
        if (participants is not null) AddParticipants(command, petition, form, participants);
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
        Text(command, repeatable.Key);
        Text(command, repeatable.Route);
        Text(command, repeatable.Caller);
        await using var reader = await command.ExecuteReaderAsync(ct);
        if (!await reader.ReadAsync(ct)) return null;
        return CryptographicOperations.FixedTimeEquals((byte[])reader[0], bodyHash)
            ? new(people.DecryptBytes((byte[])reader[1], AnswerContext), null)
            : new(null, DifferentBody);
    }

    private void AddKey(NpgsqlCommand command, Repeatable repeatable, byte[] bodyHash, byte[] answer, Moment now)
    {
        Text(command, repeatable.Key);
        Text(command, repeatable.Route);
        Text(command, repeatable.Caller);
        Bytes(command, bodyHash);
        Bytes(command, people.Encrypt(answer, AnswerContext));
        Instant(command, now.At + Kept);
        Instant(command, now.At);
    }

    private static void AddPetition(NpgsqlCommand command, Petition petition)
    {
        Id(command, petition.Id.Value);
        Text(command, petition.Number);
        Text(command, petition.Channel.ToString());
        Flag(command, petition.Anonymous);
        Flag(command, petition.ElectronicService);
        Text(command, petition.Street);
        command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = petition.ClaimCount });
        Text(command, petition.StatedCategory?.ToString());
        Day(command, petition.ReceivedOn);
        Instant(command, petition.RegisteredAt);
        Day(command, petition.ForwardStrictDueOn);
        Day(command, petition.ForwardDueOn);
        Text(command, petition.Status.ToString());
        Text(command, petition.FirstReceiver);
    }

    private void AddKeys(NpgsqlCommand command, Petition petition, PetitionForm form, string code)
    {
        Bytes(command, keys.OfCode(petition.Number, code));
        Bytes(command, keys.OfLastFour(petition.Number, Form.Phone(form.Phone)));
        Bytes(command, keys.OfLastFour(petition.Number, form.IdNumber));
    }

    private void AddDossier(NpgsqlCommand command, Petition petition, PetitionForm form)
    {
        var content = new DossierContent(
            Trimmed(form.Name), Trimmed(form.IdNumber)?.ToUpperInvariant(), Form.Phone(form.Phone), Trimmed(form.Address),
            form.Subject!.Trim(), form.Facts!.Trim(), [.. form.Claims.Select(claim => claim!.Trim())], Trimmed(form.Place), form.HappenedOn, form.PrivacyVersion);
        Bytes(command, content.Encrypted(people, petition.Id.Value));
        Bytes(command, Hash("name", content.Name));
        Bytes(command, Hash("identity", content.IdNumber));
        Bytes(command, Hash("phone", content.Phone));
        Bytes(command, Hash("address", content.Address));
    }

    /// <param name="attachments">Addresses of the files: which bytes were handed in stands in the chain.</param>
    private static void AddRecord(NpgsqlCommand command, Registration registration, IReadOnlyList<string> attachments)
    {
        var fact = registration.Fact;
        var entry = RecordChain.Next(null, new RecordDraft(
            fact.Id.Value, "Register", fact.By ?? Recording.Petitioner, fact.By is null ? "" : Organs.Office, fact.At,
            PetitionRegulations.Registration.ToString(),
            Recording.Json(new { number = fact.Number, channel = fact.Channel, receivedOn = fact.ReceivedOn, forwardDueOn = fact.Forwarding.DueOn, attachments = attachments.Count == 0 ? null : attachments }),
            Before: null, After: registration.Petition.Digest()));
        Text(command, entry.Act);
        Text(command, entry.By);
        Text(command, entry.Organ);
        Text(command, entry.Article);
        Text(command, entry.Facts);
        Text(command, entry.After);
        Bytes(command, entry.PreviousHash);
        Bytes(command, entry.Hash);
    }

    private void AddEvent(NpgsqlCommand command, Registration registration)
    {
        var (petition, fact) = registration;
        Id(command, Guid.CreateVersion7(fact.At));
        Text(command, types.NameOf(typeof(PetitionRegistered)));
        Text(command, JsonSerializer.Serialize(new PetitionRegistered
        {
            PetitionId = fact.Id.Value,
            Number = fact.Number,
            Channel = fact.Channel.ToString(),
            ReceivedOn = fact.ReceivedOn,
            RegisteredAt = fact.At,
            Street = petition.Street,
            ForwardStrictDueOn = petition.ForwardStrictDueOn,
            ForwardDueOn = petition.ForwardDueOn,
        }, MessageTypes.Json));
        Text(command, Activity.Current?.Id);
    }

    private void AddParticipants(NpgsqlCommand command, Petition petition, PetitionForm form, ParticipantsContent content)
    {
        command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = Math.Max(form.People ?? 1, content.CoSigners.Count + 1) });
        command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = content.Representatives.Count });
        Flag(command, form.Oral || petition.Channel is Channel.Phone);
        Text(command, form.StepUpOrgan);
        Bytes(command, content.Encrypted(people, petition.Id.Value));
    }

    private byte[]? Hash(string kind, string? value) => value is null ? null : people.SearchHash(kind, value);

    private static string? Trimmed(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    private static void Id(NpgsqlCommand command, Guid value) => command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = value });

    private static void Text(NpgsqlCommand command, string? value) => command.Parameters.Add(new NpgsqlParameter<string?> { NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Text, TypedValue = value });

    private static void Bytes(NpgsqlCommand command, byte[]? value) => command.Parameters.Add(new NpgsqlParameter<byte[]?> { NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Bytea, TypedValue = value });

    private static void Flag(NpgsqlCommand command, bool value) => command.Parameters.Add(new NpgsqlParameter<bool> { TypedValue = value });

    private static void Day(NpgsqlCommand command, DateOnly value) => command.Parameters.Add(new NpgsqlParameter<DateOnly> { TypedValue = value });

    private static void Instant(NpgsqlCommand command, DateTimeOffset value) => command.Parameters.Add(new NpgsqlParameter<DateTimeOffset> { TypedValue = value });
}
