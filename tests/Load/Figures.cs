using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using Npgsql;
using Xinfang.Testing;

namespace Xinfang.Load;

/// <summary>
/// Every counter of insight's measures beside an independent calculation in SQL over the tables and records of the services that decided, in a running system:
/// after <c>replay</c>, on its real messages. Terms are counted here by the regulation's days, not by what the services promised. Exit code 1 if one differs.
/// </summary>
internal static class Figures
{
    // Beijing's day of an instant.
    private const string Day = "(at at time zone 'Asia/Shanghai')::date";

    private const string OfTheOffice = $"""
        with one as (select p.*, (select min(r.at) from routing r where r.petition_id = p.id) as routed, (select min(a.at) from own_answer a where a.petition_id = p.id) as answered,
            exists (select 1 from repeat_link l where l.petition_id = p.id and l.kind = 'Repeat' and l.undone_at is null) and not p.sealed as again from petition p),
        days as (select received_on, (least(routed, answered) at time zone 'Asia/Shanghai')::date as on_day from one)
        select 'petitions', count(*) from one
        union all select 'first', count(*) from one where not again
        union all select 'repeats', count(*) from one where again
        union all select 'online', count(*) from one where channel = 'Online'
        union all select 'visits', count(*) from one where channel = 'Visit'
        union all select 'urgent', count(*) from one where urgent
        union all select 'routed', count(*) from days where on_day is not null
        union all select 'office-in-time', count(*) from days where on_day <= received_on + 15
        union all select 'office-late', count(*) from days where on_day > received_on + 15
        union all select 'rounds', count(*) from routing
        union all select 'assigned', count(*) from routing where report_due_on is not null
        union all select 'contest-agreed', count(*) from routing where returned_at is not null
        union all select 'withdrawn', count(*) from withdrawal
        union all select 'rated', count(*) from rating
        union all select 'office-rated', count(*) from rating where office is not null
        union all select 'office-content', count(*) from rating where office in ('Satisfied', 'FairlySatisfied')
        union all select 'organ-rated', count(*) from rating where organ_score is not null
        union all select 'organ-content', count(*) from rating where organ_score in ('Satisfied', 'FairlySatisfied')
        union all select 'chases', count(*) from chase
        """;

    private const string OfTheOrgans = $"""
        with extension as (select petition_id, sum((facts::jsonb -> 'fact' ->> 'days')::int)::int as more from record where act = 'Extend' group by petition_id),
        one as (select p.*, p.accepted_on + 60 + coalesce(e.more, 0) as due from petition p left join extension e on e.petition_id = p.id),
        told as (select petition_id, min({Day}) as on_day from record where act in ('Accept', 'Decline') group by petition_id),
        came as (select distinct on (petition_id) petition_id, {Day} as on_day from record where act = 'Receive' order by petition_id, seq desc),
        sound as (select d.petition_id from record d where d.act = 'SignOpinion' and not exists (select 1 from defect f where f.petition_id = d.petition_id) group by d.petition_id)
        select 'accepted', count(*) from one where accepted_on is not null
        union all select 'declined', count(*) from one where status = 'Declined' and accepted_on is null
        union all select 'opinions', count(*) from one where decided_on is not null
        union all select 'answered-in-time', count(*) from one where decided_on <= due
        union all select 'answered-late', count(*) from one where decided_on > due
        union all select 'unanswered-open', count(*) from one where accepted_on is not null and decided_on is null and due >= current_date
        union all select 'notice-in-time', count(*) from told join came using (petition_id) where told.on_day <= came.on_day + 15
        union all select 'notice-late', count(*) from told join came using (petition_id) where told.on_day > came.on_day + 15
        union all select 'served', count(distinct petition_id) from record where act = 'Serve'
        union all select 'completed', count(*) from one where completed_on is not null
        union all select 'contested', count(*) from record where act = 'Contest'
        union all select 'first-accepted', count(*) from one where accepted_on is not null and not repeat
        union all select 'first-accept-days', coalesce(sum(accepted_on - received_by_office_on), 0) from one where not repeat
        union all select 'first-answered', count(*) from one where decided_on is not null and not repeat
        union all select 'first-answer-days', coalesce(sum(decided_on - received_by_office_on), 0) from one where not repeat
        union all select 'completion-days', coalesce(sum(completed_on - received_by_office_on), 0) from one
        union all select 'first-contacted', count(*) from one where accepted_on is not null and first_contact_at is not null and not repeat
        union all select 'simple', count(*) from one where simple
        union all select 'simple-answered', count(*) from one where simple and decided_on is not null
        union all select 'supervised', count(*) from supervision where opened_on is not null
        union all select 'supervised-closed', count(*) from supervision where closed_on is not null
        union all select 'proposals', count(*) from proposal where issued_on is not null
        union all select 'proposals-answered', count(*) from proposal where answered_on is not null
        union all select 'proposals-in-time', count(*) from proposal where answered_on <= due_on
        union all select 'reviews', count(*) from review where level = 'Review' and outcome is not null
        union all select 'rechecks', count(*) from review where level = 'Recheck' and outcome is not null
        union all select 'opinions-sound', count(*) from sound join one on one.id = sound.petition_id where one.decided_on is not null
        union all select 'published', count(*) from published_reply
        """;

    public static async Task<int> RunAsync(Options options)
    {
        var gateway = new Uri(options["--gateway"] ?? throw new ArgumentException("figures looks at a running system: --gateway URL --postgres CONNECTION of its server"));
        var server = options["--postgres"] ?? throw new ArgumentException("figures needs --postgres CONNECTION of the server");
        using var http = Citizen.Client(gateway, 4);
        using var question = new HttpRequestMessage(HttpMethod.Get, "/api/insight/measures?from=2022-01-01&until=2031-01-01");
        question.Headers.Authorization = new AuthenticationHeaderValue("Bearer", await new SignIn(SignIn.ClientOf(gateway), SystemUnderTest.DemoPassword).TokenOf("leader"));
        using var answer = await http.SendAsync(question);
        answer.EnsureSuccessStatusCode();
        var counters = (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("counters");

        Dictionary<string, long> expected = new(StringComparer.Ordinal);
        foreach (var (database, sql) in new[] { ("intakedb", OfTheOffice), ("casehandlingdb", OfTheOrgans) })
        {
            await using var source = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(server) { Database = database }.ConnectionString);
            await using var reader = await source.CreateCommand(sql).ExecuteReaderAsync();
            while (await reader.ReadAsync()) expected[reader.GetString(0)] = reader.GetInt64(1);
        }
        var wrong = 0;
        foreach (var (counter, count) in expected)
        {
            var told = counters.GetProperty(counter).GetInt64();
            if (told != count) wrong++;
            Console.WriteLine($"{counter,-20}{told,10}{count,10}{(told == count ? "" : "  DIFFERS")}");
        }
        Console.WriteLine(JsonSerializer.Serialize(new { command = "figures", petitions = expected["petitions"], counters = expected.Count, wrong }));
        return wrong == 0 ? 0 : 1;
    }
}
