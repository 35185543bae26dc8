using Npgsql;
using Xinfang.Intake.Domain;

namespace Xinfang.Intake.Api.Petitions;

/// <summary>
/// Gives out petition numbers from blocks that this process has taken of a day, so that a submission asks the database for
/// none. Unique across replicas; a block that is not used up leaves a gap. Blocks begin small and double: a quiet office
/// sees few gaps, a busy one few round trips.
/// </summary>
internal sealed class PetitionNumbers(NpgsqlDataSource database) : IDisposable
{
    private const int Smallest = 8, Largest = 512;

    private const string Take = """
        insert into number_block (day, next) values ($1, 1 + $2)
        on conflict (day) do update set next = number_block.next + $2
        returning next - $2
        """;

    private readonly SemaphoreSlim _one = new(1, 1);
    private DateOnly _day;
    private int _next, _end, _size;

    /// <summary>A number nobody else has or gets.</summary>
    /// <param name="day">The date in Beijing on which it is registered.</param>
    public async ValueTask<string> NextAsync(DateOnly day, CancellationToken ct)
    {
        await _one.WaitAsync(ct);
        try
        {
            if (day != _day || _next == _end) await TakeBlockAsync(day, ct);
            return PetitionNumber.Of(day, _next++);
        }
        finally
        {
            _one.Release();
        }
    }

    public void Dispose() => _one.Dispose();

    private async Task TakeBlockAsync(DateOnly day, CancellationToken ct)
    {
        var size = day == _day ? Math.Min(_size * 2, Largest) : Smallest;
        await using var command = database.CreateCommand(Take);
        command.Parameters.Add(new NpgsqlParameter<DateOnly> { TypedValue = day });
        command.Parameters.Add(new NpgsqlParameter<int> { TypedValue = size });
        var first = (int)(await command.ExecuteScalarAsync(ct))!;
        (_day, _size, _next, _end) = (day, size, first, first + size);
    }
}
