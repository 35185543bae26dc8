using Npgsql;
using Xinfang.Intake.Api.Search;

namespace Xinfang.Intake.Api.Repeats;

/// <summary>
/// Finds petitions that share telling grams with one. Two that tell of the same matter share several, others seldom two: of each pair of grams the index itself
/// intersects the lists, and hardly a row is read in vain. The most telling ones are looked up alone as well, the newest months first, for a petition that has
/// little in common with its repeat.
/// </summary>
internal static class CandidateSearch
{
    /// <summary>So many grams of the new petition are looked up in pairs, so many alone.</summary>
    public const int Paired = 16, Alone = 8;

    /// <summary>$1 grams for pairs, $2 grams alone, $3 the petition itself, $4 months, $5 what is older than these. What is found in few petitions counts for more. The condition on what is
    /// older is written so that no plan reads the table by its key for it: a plan made before the values are known did, and took a second among a million.</summary>
    internal const string Sql = """
        select petition_id from (
            select m.petition_id, 1.0 / count(*) over (partition by pair.a, pair.b) as weight
            from (select x.gram a, y.gram b from unnest($1) with ordinality x(gram, n) join unnest($1) with ordinality y(gram, n) on x.n < y.n) pair
            cross join lateral (select petition_id from matter where grams @> array[pair.a, pair.b] limit 50) m
            union all
            select m.petition_id, 1.0 / count(*) over (partition by q.gram)
            from unnest($2) q(gram) cross join lateral (
                (select petition_id from matter where grams @> array[q.gram] and grams && $4 limit 50)
                union all
                (select petition_id from matter where grams @> array[q.gram] and (petition_id >= $5) is false limit 50)
                limit 50) m
        ) found
        where petition_id <> $3 group by petition_id order by sum(weight) desc, petition_id desc limit 50
        """;

    public static async Task<List<Guid>> FindAsync(this NpgsqlDataSource database, int[] signature, Guid petition, SearchWindows windows, CancellationToken ct)
    {
        await using var command = database.CreateCommand(Sql);
        command.Parameters.Add(new NpgsqlParameter<int[]> { TypedValue = [.. signature.Take(Paired)] });
        command.Parameters.Add(new NpgsqlParameter<int[]> { TypedValue = [.. signature.Take(Alone)] });
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = petition });
        command.Parameters.Add(new NpgsqlParameter<int[]> { TypedValue = windows.Newest });
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = windows.FirstOfNewest });
        List<Guid> found = [];
        await using var reader = await command.ExecuteReaderAsync(ct);
        while (await reader.ReadAsync(ct)) found.Add(reader.GetGuid(0));
        return found;
    }
}
