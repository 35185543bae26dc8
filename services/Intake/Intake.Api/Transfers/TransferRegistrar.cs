using Npgsql;
using NpgsqlTypes;
using Xinfang.Intake.Api.Persistence;
using Xinfang.Intake.Api.Petitions;
using Xinfang.Intake.Domain;
using Xinfang.ServiceDefaults.Messaging;

namespace Xinfang.Intake.Api.Transfers;

/// <summary>Writes a petition that was handed over in one statement with the source's number, which keeps it from being written twice.</summary>
internal sealed class TransferRegistrar(NpgsqlDataSource database, RegistrationRows rows, OutboxSignal signal)
{
    private const string Key = """
        insert into transfer (source, number, petition_id, reason, due_on, content_hash, at, linked) values ($1, $2, $3, $4, $5, $6, $7, false)
        on conflict (source, number) do nothing returning 1
        """;

    private static readonly string Alone = RegistrationRows.Statement(Key, participants: false), Together = RegistrationRows.Statement(Key, participants: true);

    /// <summary>Codes for the record: whose number, and by when they want it.</summary>
    public static Dictionary<string, object> Facts(Transfer transfer)
    {
        var facts = new Dictionary<string, object> { ["source"] = transfer.Source, ["sourceNumber"] = transfer.Number, ["transferReason"] = transfer.Reason };
        if (transfer.DueOn is { } due) facts["sourceDueOn"] = due;
        return facts;
    }

    /// <summary>The query code, or null when that number was there.</summary>
    public async Task<string?> WriteAsync(Registration registration, PetitionForm form, Transfer transfer, CancellationToken ct)
    {
        var code = QueryCode.New(form.Anonymous);
        await using var command = database.CreateCommand(ParticipantsContent.Of(form) is null ? Alone : Together);
        RegistrationRows.Text(command.Parameters, transfer.Source.ToString());
        RegistrationRows.Text(command.Parameters, transfer.Number);
        RegistrationRows.Id(command.Parameters, transfer.PetitionId.Value);
        RegistrationRows.Text(command.Parameters, transfer.Reason.ToString());
        command.Parameters.Add(new NpgsqlParameter { NpgsqlDbType = NpgsqlDbType.Date, Value = transfer.DueOn is { } due ? due : DBNull.Value });
        RegistrationRows.Bytes(command.Parameters, transfer.ContentHash);
        RegistrationRows.Instant(command.Parameters, transfer.At);
        rows.Add(command.Parameters, registration, form, code, Facts(transfer));
        if (await command.ExecuteScalarAsync(ct) is not 1L) return null;
        signal.Set();
        return code;
    }
}
