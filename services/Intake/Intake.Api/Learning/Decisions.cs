using System.Security.Cryptography;
using Npgsql;
using Xinfang.Intake.Api.Persistence;
using Xinfang.Intake.Recognition;
using Xinfang.ServiceDefaults.Organs;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.Intake.Api.Learning;

/// <summary>A petition and what the office has decided of it.</summary>
/// <param name="Label">As it is learnt: streets are one label, since the place says which of them.</param>
internal sealed record Decision(DossierContent Dossier, string? Street, string Label, DateTimeOffset At)
{
    /// <summary>Any street: they share their duties.</summary>
    public const string AnyStreet = "street";

    public Wording Wording => Repeats.Recognizer.WordingOf(Dossier);

    public static string LabelOf(Question question, string value) =>
        question is Question.Organ && Organs.Find(value)?.Kind is OrganKind.Street ? AnyStreet : value;
}

/// <summary>
/// The office's own confirmed decisions: how it classified, which organ accepted what was routed to it, which road that organ took. A sealed
/// petition has no dossier and teaches nothing (art. 30).
/// </summary>
internal sealed class Decisions(NpgsqlDataSource database, PersonalData people)
{
    /// <summary>The newest so many are learnt from: duties and words change.</summary>
    public const int Most = 6000;

    // What was classified and then routed or answered stands; what was only classified may still be corrected. An organ that contests does not accept.
    private const string Classified = "join record r on r.petition_id = p.id and r.act = 'Classify' and not exists (select from record l where l.petition_id = p.id and l.act = 'Classify' and l.seq > r.seq)";
    private const string Accepted = "join progress f on f.petition_id = p.id and f.organ = p.organ and f.event in ('CaseHandling.V1.PetitionAccepted', 'CaseHandling.V1.PetitionDeclined')";

    private static string From(Question question) => question switch
    {
        Question.Category => $"select p.id, p.category as label, r.at from petition p {Classified} where p.category is not null and p.first_routed_on is not null and p.status <> 'Withdrawn'",
        Question.Content => $"select p.id, p.content_code as label, r.at from petition p {Classified} where p.content_code is not null and p.first_routed_on is not null and p.status <> 'Withdrawn'",
        Question.Organ => $"select distinct on (p.id) p.id, p.organ as label, f.at from petition p {Accepted} where p.organ is not null order by p.id, f.at",
        _ => $"""
            select distinct on (p.id) p.id, coalesce(f.body::jsonb ->> 'road', 'Opinion') as label, f.at from petition p {Accepted}
            where p.category = 'Redress' and coalesce(f.body::jsonb ->> 'road', 'Opinion') in ('Litigation', 'Arbitration', 'PartyDiscipline', 'AdministrativeReview', 'StatutoryDuty', 'Opinion')
            order by p.id, f.at
            """,
    };

    /// <summary>How many have been taken since then.</summary>
    public async Task<int> CountAsync(Question question, DateTimeOffset since, CancellationToken ct)
    {
        await using var command = database.CreateCommand($"select count(*)::int from ({From(question)}) d join dossier o on o.petition_id = d.id where d.at > $1");
        command.Parameters.Add(new NpgsqlParameter<DateTimeOffset> { TypedValue = since.ToUniversalTime() });
        return (int)(await command.ExecuteScalarAsync(ct))!;
    }

    /// <summary>The newest decisions with the words they were taken on, oldest first; labels that hardly occur are left out.</summary>
    public async Task<IReadOnlyList<Decision>> ReadAsync(Question question, int fewestOfLabel, CancellationToken ct)
    {
        await using var command = database.CreateCommand(
            $"select d.id, o.content, p.street, d.label, d.at from ({From(question)}) d join petition p on p.id = d.id join dossier o on o.petition_id = d.id order by d.at desc, d.id desc limit {Most}");
        List<Decision> decisions = [];
        await using (var reader = await command.ExecuteReaderAsync(ct))
            while (await reader.ReadAsync(ct))
                if (Opened(reader.GetGuid(0), reader.GetFieldValue<byte[]>(1)) is { } dossier)
                    decisions.Add(new(dossier, reader.IsDBNull(2) ? null : reader.GetString(2), Decision.LabelOf(question, reader.GetString(3)), reader.GetFieldValue<DateTimeOffset>(4)));
        decisions.Reverse();
        var known = decisions.GroupBy(decision => decision.Label).Where(group => group.Count() >= fewestOfLabel).Select(group => group.Key).ToHashSet(StringComparer.Ordinal);
        return [.. decisions.Where(decision => known.Contains(decision.Label))];
    }

    // Changed behind the service's back: its own verification tells that, and it teaches nothing.
    private DossierContent? Opened(Guid id, byte[] content)
    {
        try
        {
            return DossierContent.Decrypted(content, people, id);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
