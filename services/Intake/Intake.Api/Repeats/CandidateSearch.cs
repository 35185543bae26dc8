using Npgsql;
using Xinfang.Intake.Api.Search;

namespace Xinfang.Intake.Api.Repeats;

/// <summary>
/// Finds petitions that share telling grams with one. Each gram is looked up by itself, in the newest months first, then in a year's, then in all, and no
/// further than needed: a common one costs no more than a rare one, and of a common one the newest are found.
/// </summary>
internal static class CandidateSearch
{
    /// <summary>So many grams of the new petition are looked up, so many petitions read of each, so many are compared in full.</summary>
    public const int Grams = 24, PerGram = 200, Most = 50;

    /// <summary>$1 grams, $2 the petition itself, $3 and $4 months, $5 what is older than these. A gram found in few petitions counts for more.</summary>
    internal const string Sql = """
        select petition_id from (
            select m.petition_id, 1.0 / count(*) over (partition by q.gram) as weight
            from unnest($1) q(gram) cross join lateral (
                (select petition_id from matter where grams @> array[q.gram] and grams && $3 limit 200)
                union all
                (select petition_id from matter where grams @> array[q.gram] and grams && $4 limit 200)
                union all
                (select petition_id from matter where grams @> array[q.gram] and petition_id < $5 limit 200)
                limit 200) m
        ) found
        where petition_id <> $2 group by petition_id order by sum(weight) desc, petition_id desc limit 50
        """;

    public static async Task<List<Guid>> FindAsync(this NpgsqlDataSource database, int[] signature, Guid petition, SearchWindows windows, CancellationToken ct)
    {
        await using var command = database.CreateCommand(Sql);
        command.Parameters.Add(new NpgsqlParameter<int[]> { TypedValue = [.. signature.Take(Grams)] });
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = petition });
        command.Parameters.Add(new NpgsqlParameter<int[]> { TypedValue = windows.Newest });
        command.Parameters.Add(new NpgsqlParameter<int[]> { TypedValue = windows.Before });
        command.Parameters.Add(new NpgsqlParameter<Guid> { TypedValue = windows.First });
        List<Guid> found = [];
        await using var reader = await command.ExecuteReaderAsync(ct);
        while (await reader.ReadAsync(ct)) found.Add(reader.GetGuid(0));
        return found;
    }
}
