using Npgsql;
using Xinfang.Law;

namespace Xinfang.Testing;

/// <summary>
/// The counters that insight counts from events, counted a second time from the tables and records of the services that decided. Terms by the regulation's days (arts. 22, 23, 31, 34)
/// and the calendar, not by what the services promised. Of petitions whose events have all been told.
/// </summary>
public static class IndependentCount
{
    private const int Forwarding = 15, Notice = 15, Completion = 60;

    // Beijing's day of an instant.
    private const string Day = "(at at time zone 'Asia/Shanghai')::date";

    private const string OfTheOffice = """
        with one as (select p.*, not p.sealed and exists (select 1 from repeat_link l where l.petition_id = p.id and l.kind = 'Repeat' and l.undone_at is null) as again from petition p),
        open as (select r.* from routing r join petition p on p.id = r.petition_id where not p.sealed)
        select 'petitions', count(*) from one
        union all select 'first', count(*) from one where not again
        union all select 'repeats', count(*) from one where again
        union all select 'online', count(*) from one where channel = 'Online'
        union all select 'visits', count(*) from one where channel = 'Visit'
        union all select 'urgent', count(*) from one where urgent
        union all select 'rounds', count(*) from open
        union all select 'assigned', count(*) from open where report_due_on is not null
        union all select 'contest-agreed', count(*) from open where returned_at is not null
        union all select 'withdrawn', count(*) from withdrawal
        union all select 'rated', count(*) from rating
        union all select 'office-rated', count(*) from rating where office is not null
        union all select 'office-content', count(*) from rating where office in ('Satisfied', 'FairlySatisfied')
        union all select 'organ-rated', count(*) from rating where organ_score is not null
        union all select 'organ-content', count(*) from rating where organ_score in ('Satisfied', 'FairlySatisfied')
        union all select 'chases', count(*) from chase
        """;

    private const string OfTheOrgans = $"""
        with one as (select p.*, p.category = 'Accusation' as closed_off, p.repeat and p.category <> 'Accusation' as again from petition p),
        sound as (select d.petition_id from record d where d.act = 'SignOpinion' and not exists (select 1 from defect f where f.petition_id = d.petition_id and f.source = 'Checks') group by d.petition_id),
        anew as (select petition_id, max(seq) filter (where act in ('Reopen', 'Redo')) as seq, max(seq) filter (where act = 'Serve') as served from record group by petition_id),
        settled as (select petition_id from record where act = 'Agree'),
        owed as (select distinct on (r.petition_id) r.* from record r join anew using (petition_id) where act = 'Agree' or (act = 'SignOpinion' and served > coalesce(anew.seq, 0)) order by r.petition_id, r.seq desc),
        first as (select petition_id, min({Day}) as on_day from record where act in ('Accept', 'ReceiveAccusation') group by petition_id)
        select 'accepted', count(*) from one where accepted_on is not null
        union all select 'declined', count(*) from one where status = 'Declined' and accepted_on is null
        union all select 'opinions', count(*) from one where decided_on is not null and not closed_off and id not in (select petition_id from settled)
        union all select 'served', count(*) from anew where served > coalesce(seq, 0)
        union all select 'completed', count(*) from one where completed_on is not null and not closed_off
        union all select 'contested', count(*) from record r where act = 'Contest' and not exists (select 1 from one where one.id = r.petition_id and one.closed_off)
        union all select 'first-accepted', count(*) from one where accepted_on is not null and not again
        union all select 'first-accept-days', coalesce(sum(first.on_day - received_by_office_on), 0) from one join first on first.petition_id = one.id where not again
        union all select 'first-answered', count(*) from one where decided_on is not null and not again and not closed_off
        union all select 'first-answer-days', coalesce(sum(decided_on - received_by_office_on), 0) from one where not again and not closed_off
        union all select 'completion-days', coalesce(sum(completed_on - received_by_office_on), 0) from one where not closed_off
        union all select 'first-contacted', count(*) from one where accepted_on is not null and first_contact_at is not null and not again
        union all select 'simple', count(*) from one where simple
        union all select 'simple-answered', count(*) from one where simple and decided_on is not null
        union all select 'supervised', count(*) from supervision where opened_on is not null
        union all select 'supervised-closed', count(*) from supervision where closed_on is not null
        union all select 'proposals', count(*) from proposal where issued_on is not null
        union all select 'proposals-answered', count(*) from proposal where answered_on is not null
        union all select 'proposals-in-time', count(*) from proposal where answered_on <= due_on
        union all select 'reviews', count(*) from review where level = 'Review' and outcome is not null
        union all select 'rechecks', count(*) from review where level = 'Recheck' and outcome is not null
        union all select 'mediated', count(distinct petition_id) from record where act in ('Agree', 'FailMediation')
        union all select 'mediated-agreed', count(*) from settled
        union all select 'enforced', count(*) from record where act = 'Enforce'
        union all select 'enforcement-left', coalesce(sum(case when act = 'Agree' then 1 else (facts::jsonb -> 'fact' ->> 'supported')::int end
            - (select count(*) from record done where done.petition_id = owed.petition_id and done.act = 'Enforce' and done.seq > owed.seq)), 0)::bigint from owed
        union all select 'opinions-sound', count(*) from sound join one on one.id = sound.petition_id where one.decided_on is not null
        union all select 'published', count(*) from published_reply r join one on one.id = r.petition_id where one.completed_on is not null and not one.closed_off
        """;

    // Received by the office; first routed, or answered by the office itself; null while neither.
    private const string Routed = """
        select received_on, (least((select min(r.at) from routing r where r.petition_id = p.id), (select min(a.at) from own_answer a where a.petition_id = p.id)) at time zone 'Asia/Shanghai')::date, 0 from petition p
        """;

    // Accepted, taken on anew or ordered anew; answered; days of extensions since, or how the days ordered differ from the sixty.
    private static readonly string Answered = $"""
        with redo as (select distinct on (petition_id) petition_id, seq, {Day} as on_day, (facts::jsonb -> 'fact' ->> 'redoWithinDays')::int as days from record
            where act in ('ReviewDecide', 'RecheckDecide') and facts::jsonb -> 'fact' ->> 'redoWithinDays' is not null order by petition_id, seq desc),
        anew as (select petition_id, max(seq) as seq from record where act in ('Reopen', 'Redo') group by petition_id),
        again as (select r.petition_id, r.act, r.seq from anew join record r using (petition_id, seq))
        select coalesce(case when again.act = 'Redo' then redo.on_day end, accepted_on), decided_on,
            case when again.act = 'Redo' then redo.days - {Completion} else coalesce((select sum((facts::jsonb -> 'fact' ->> 'days')::int) from record r where r.petition_id = p.id and r.act = 'Extend' and r.seq > coalesce(again.seq, 0)), 0)::int end
        from petition p left join again on again.petition_id = p.id left join redo on redo.petition_id = p.id
        where accepted_on is not null and status <> 'Withdrawn' and category <> 'Accusation'
        """;

    // Came to the organ; told the petitioner.
    private const string Told = $"""
        with told as (select petition_id, min({Day}) as on_day from record where act in ('Accept', 'Decline') group by petition_id),
        came as (select distinct on (petition_id) petition_id, {Day} as on_day from record where act = 'Receive' order by petition_id, seq desc)
        select came.on_day, told.on_day, 0 from told join came using (petition_id) where not exists (select 1 from petition p where p.id = told.petition_id and p.category = 'Accusation')
        """;

    /// <param name="intake">Database of the petition office.</param>
    /// <param name="caseHandling">Database of the organs.</param>
    /// <param name="today">Day of the system.</param>
    /// <returns>Counts by the names of insight's counters.</returns>
    public static async Task<IReadOnlyDictionary<string, long>> ReadAsync(NpgsqlDataSource intake, NpgsqlDataSource caseHandling, DateOnly today, CancellationToken ct = default)
    {
        var counts = new Dictionary<string, long>(StringComparer.Ordinal);
        foreach (var (source, sql) in new[] { (intake, OfTheOffice), (caseHandling, OfTheOrgans) })
        {
            await using var reader = await source.CreateCommand(sql).ExecuteReaderAsync(ct);
            while (await reader.ReadAsync(ct)) counts[reader.GetString(0)] = reader.GetInt64(1);
        }
        var routed = await SpansAsync(intake, Routed, ct);
        counts["routed"] = routed.Count(span => span.Until is not null);
        (counts["office-in-time"], counts["office-late"]) = Split(routed, Forwarding);
        var answered = await SpansAsync(caseHandling, Answered, ct);
        (counts["answered-in-time"], counts["answered-late"]) = Split(answered, Completion);
        counts["unanswered-open"] = answered.Count(span => span.Until is null && span.LastDay(Completion) >= today);
        (counts["notice-in-time"], counts["notice-late"]) = Split(await SpansAsync(caseHandling, Told, ct), Notice);
        return counts;
    }

    private static (long InTime, long Late) Split(List<Span> spans, int days) =>
        (spans.Count(span => span.Until <= span.LastDay(days)), spans.Count(span => span.Until > span.LastDay(days)));

    private static async Task<List<Span>> SpansAsync(NpgsqlDataSource source, string sql, CancellationToken ct)
    {
        var spans = new List<Span>();
        await using var reader = await source.CreateCommand(sql).ExecuteReaderAsync(ct);
        while (await reader.ReadAsync(ct)) spans.Add(new(reader.GetFieldValue<DateOnly>(0), await reader.IsDBNullAsync(1, ct) ? null : reader.GetFieldValue<DateOnly>(1), reader.GetInt32(2)));
        return spans;
    }

    private readonly record struct Span(DateOnly From, DateOnly? Until, int More)
    {
        public DateOnly LastDay(int days) => LegalCalendar.Default.WorkingDayFrom(From.AddDays(days + More));
    }
}
