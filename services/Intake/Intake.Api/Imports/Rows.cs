using Npgsql;
using Xinfang.Intake.Api.Imports.Reading;
using Xinfang.Intake.Api.Persistence;
using Xinfang.Intake.Domain;

namespace Xinfang.Intake.Api.Imports;

/// <summary>What the steps of an import do alike.</summary>
internal static class Rows
{
    public static IReadOnlyList<RowFault> Faults(IReadOnlyList<Fault> faults) =>
        [.. faults.Select(fault => new RowFault(Columns.TitleOf(fault.Field), fault.Message, fault.Basis.ToString())).Distinct()];

    public static async Task<int> ExecuteAsync(this NpgsqlConnection connection, string sql, CancellationToken ct, params object[] values)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        foreach (var value in values) command.Parameters.Add(new() { Value = value });
        return await command.ExecuteNonQueryAsync(ct);
    }

    /// <summary>The file and what its rows say; the report stays.</summary>
    public static async Task DropContentsAsync(this NpgsqlConnection connection, Guid import, CancellationToken ct)
    {
        await connection.ExecuteAsync("delete from import_block where import_id = $1", ct, import);
        await connection.ExecuteAsync("update import_row set content = null where import_id = $1 and content is not null", ct, import);
    }
}
