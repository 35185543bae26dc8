using System.Diagnostics;
using System.Text.Json;
using Npgsql;
using Xinfang.Contracts.Intake.V1;
using Xinfang.Intake.Api.Persistence;
using Xinfang.Intake.Domain;
using Xinfang.Law;
using Xinfang.ServiceDefaults.Messaging;
using Xinfang.ServiceDefaults.Organs;
using Xinfang.ServiceDefaults.Persistence;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.Intake.Api.Petitions;

/// <summary>
/// The rows of a registration behind whatever keeps it from happening twice: petition, dossier, first record, event, what is to be indexed, and those who are part of it.
/// Whoever writes one puts a <c>with key as (…)</c> of its own before, with the parameters $1 to $7, and nothing is inserted when that gives no row.
/// </summary>
internal sealed class RegistrationRows(PersonalData people, QueryKeys keys, MessageTypes types)
{
    /// <summary>After the key: $8 and on, in the order of their columns.</summary>
    private const string Rows = """
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
        ), contact as (
            insert into contact (petition_id, way, addressee, chosen_at)
            select $8, $42, $43, $17 from key where $43::bytea is not null
        )
        """;

    private const string Telling = """
        , notice as (
            insert into notice (id, petition_id, cause, key, way, addressee, state, paper_id, attempts, created_at, next_attempt_at, sent_at)
            select $44, $8, $45, '', $46, $43, $47, $8, 0, $17, $48, $49 from key where $43::bytea is not null
        )
        """;

    private const string Participants = """
        , participants as (
            insert into participants (petition_id, people, representatives, oral, step_up_organ, content)
            select $8, $50, $51, $52, $53, $54 from key
        )
        """;

    /// <summary>The statement that answers whether it was done: 1, or 0 when the key was taken.</summary>
    /// <param name="key">The insert of the key, returning a row when it is new.</param>
    /// <param name="after">What else is to be written with it.</param>
    /// <param name="tell">The petitioner is told of the registration at once.</param>
    public static string Statement(string key, bool participants, string after = "", bool tell = true) =>
        $"with key as (\n{key}\n{Rows}{(tell ? "\n" + Telling : "")}{(participants ? "\n" + Participants : "")}{after}\nselect count(*) from key";

    /// <summary>Adds $8 and on.</summary>
    /// <param name="origin">Codes for the record of where it was taken over from; null for what was handed in here.</param>
    public void Add(NpgsqlParameterCollection to, Registration registration, PetitionForm form, string code, IReadOnlyDictionary<string, object>? origin = null)
    {
        AddPetition(to, registration.Petition);
        AddKeys(to, registration.Petition, form, code);
        AddDossier(to, registration.Petition, form);
        AddRecord(to, registration, origin);
        AddEvent(to, registration);
        AddContact(to, registration.Petition, form);
        if (ParticipantsContent.Of(form) is { } participants) AddParticipants(to, registration.Petition, form, participants);
    }

    private static void AddPetition(NpgsqlParameterCollection to, Petition petition)
    {
        Id(to, petition.Id.Value);
        Text(to, petition.Number);
        Text(to, petition.Channel.ToString());
        Flag(to, petition.Anonymous);
        Flag(to, petition.ElectronicService);
        Text(to, petition.Street);
        to.Add(new NpgsqlParameter<int> { TypedValue = petition.ClaimCount });
        Text(to, petition.StatedCategory?.ToString());
        Day(to, petition.ReceivedOn);
        Instant(to, petition.RegisteredAt);
        Day(to, petition.ForwardStrictDueOn);
        Day(to, petition.ForwardDueOn);
        Text(to, petition.Status.ToString());
        Text(to, petition.FirstReceiver);
    }

    private void AddKeys(NpgsqlParameterCollection to, Petition petition, PetitionForm form, string code)
    {
        Bytes(to, keys.OfCode(petition.Number, code));
        Bytes(to, keys.OfLastFour(petition.Number, Form.Phone(form.Phone)));
        Bytes(to, keys.OfLastFour(petition.Number, form.IdNumber ?? form.CreditCode));
    }

    private void AddDossier(NpgsqlParameterCollection to, Petition petition, PetitionForm form)
    {
        var content = new DossierContent(
            Trimmed(form.Name), Trimmed(form.IdNumber)?.ToUpperInvariant(), Form.Phone(form.Phone), Trimmed(form.Address),
            form.Subject!.Trim(), form.Facts!.Trim(), [.. form.Claims.Select(claim => claim!.Trim())], Trimmed(form.Place), form.HappenedOn, form.PrivacyVersion,
            form.Kind, Trimmed(form.CreditCode)?.ToUpperInvariant(), form.Confidential, AgentContent.Of(form.Agent),
            form.FurtherAgents.Count == 0 ? null : [.. form.FurtherAgents.Select(agent => AgentContent.Of(agent)!)]);
        // Who asked not to be known is not found through another petition of theirs either.
        var findable = content.Confidential ? content with { Name = null, IdNumber = null, CreditCode = null, Phone = null, Address = null } : content;
        Bytes(to, content.Encrypted(people, petition.Id.Value));
        Bytes(to, Hash("name", findable.Name));
        Bytes(to, Hash("identity", findable.IdNumber ?? findable.CreditCode));
        Bytes(to, Hash("phone", findable.Phone));
        Bytes(to, Hash("address", findable.Address));
    }

    private static void AddRecord(NpgsqlParameterCollection to, Registration registration, IReadOnlyDictionary<string, object>? origin)
    {
        var fact = registration.Fact;
        var entry = RecordChain.Next(null, new RecordDraft(
            fact.Id.Value, "Register", fact.By ?? Recording.Petitioner, fact.By is null ? "" : Organs.Office, fact.At,
            PetitionRegulations.Registration.ToString(),
            Recording.Json(Facts(fact, origin)),
            Before: null, After: registration.Petition.Digest()));
        Text(to, entry.Act);
        Text(to, entry.By);
        Text(to, entry.Organ);
        Text(to, entry.Article);
        Text(to, entry.Facts);
        Text(to, entry.After);
        Bytes(to, entry.PreviousHash);
        Bytes(to, entry.Hash);
    }

    private static Dictionary<string, object> Facts(Registered fact, IReadOnlyDictionary<string, object>? origin)
    {
        var facts = new Dictionary<string, object> { ["number"] = fact.Number, ["channel"] = fact.Channel, ["receivedOn"] = fact.ReceivedOn, ["forwardDueOn"] = fact.Forwarding.DueOn };
        foreach (var (name, value) in origin ?? new Dictionary<string, object>()) facts[name] = value;
        return facts;
    }

    private void AddEvent(NpgsqlParameterCollection to, Registration registration)
    {
        var (petition, fact) = registration;
        Id(to, Guid.CreateVersion7(fact.At));
        Text(to, types.NameOf(typeof(PetitionRegistered)));
        Text(to, JsonSerializer.Serialize(new PetitionRegistered
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
        Text(to, Activity.Current?.Id);
    }

    // Whoever filed without a name is told nothing, and has no row. Who asked for secrecy is written to under no name and no address.
    private void AddContact(NpgsqlParameterCollection to, Petition petition, PetitionForm form)
    {
        var way = Form.WayOf(form);
        var notice = Notice.Of(petition.Id, NoticeCause.Registered, "", way, underSeal: false, petition.Id.Value, petition.RegisteredAt);
        var addressee = form.Confidential ? new Addressee(null, Form.Phone(form.Phone), null) : new Addressee(Trimmed(form.Name), Form.Phone(form.Phone), Trimmed(form.Address));
        Text(to, way.ToString());
        Bytes(to, petition.Anonymous ? null : addressee.Encrypted(people, petition.Id.Value));
        Id(to, notice.Id);
        Text(to, notice.Cause.ToString());
        Text(to, notice.Way.ToString());
        Text(to, notice.State.ToString());
        MaybeInstant(to, notice.NextAttemptAt);
        MaybeInstant(to, notice.SentAt);
    }

    private void AddParticipants(NpgsqlParameterCollection to, Petition petition, PetitionForm form, ParticipantsContent content)
    {
        to.Add(new NpgsqlParameter<int> { TypedValue = Math.Max(form.People ?? 1, content.CoSigners.Count + 1) });
        to.Add(new NpgsqlParameter<int> { TypedValue = content.Representatives.Count });
        Flag(to, form.Oral || petition.Channel is Channel.Phone);
        Text(to, form.StepUpOrgan);
        Bytes(to, content.Encrypted(people, petition.Id.Value));
    }

    private byte[]? Hash(string kind, string? value) => value is null ? null : people.SearchHash(kind, value);

    private static string? Trimmed(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    public static void Id(NpgsqlParameterCollection to, Guid value) => to.Add(new NpgsqlParameter<Guid> { TypedValue = value });

    public static void Text(NpgsqlParameterCollection to, string? value) => to.Add(new NpgsqlParameter<string?> { NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Text, TypedValue = value });

    public static void Bytes(NpgsqlParameterCollection to, byte[]? value) => to.Add(new NpgsqlParameter<byte[]?> { NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Bytea, TypedValue = value });

    public static void Flag(NpgsqlParameterCollection to, bool value) => to.Add(new NpgsqlParameter<bool> { TypedValue = value });

    public static void Day(NpgsqlParameterCollection to, DateOnly value) => to.Add(new NpgsqlParameter<DateOnly> { TypedValue = value });

    private static void MaybeInstant(NpgsqlParameterCollection to, DateTimeOffset? value) =>
        to.Add(new NpgsqlParameter { NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.TimestampTz, Value = (object?)value ?? DBNull.Value });

    public static void Instant(NpgsqlParameterCollection to, DateTimeOffset value) => to.Add(new NpgsqlParameter<DateTimeOffset> { TypedValue = value });
}
