using System.Text.Json;
using Npgsql;
using Xinfang.Contracts.Outreach.V1;
using Xinfang.Contracts.Training.V1;
using Xinfang.Insight.Api.Measures;
using Xinfang.ServiceDefaults.Messaging;
using Xinfang.ServiceDefaults.Organs;

namespace Xinfang.Insight.Api.Reports;

/// <summary>What outreach and training have told of a year, counted from the log.</summary>
internal static class YearsTold
{
    // The types stand in the text: else the index of these types (ToldEvent) is not used.
    private const string Duties = """
        select distinct on (petition_id) body from told where type = 'Outreach.V1.DutyChanged' and (body::jsonb ->> 'year')::int = extract(year from @from)
        order by petition_id, sent_at desc, position desc
        """;

    private const string Activities = "select body from told where type = 'Outreach.V1.ActivityHeld' and (body::jsonb ->> 'heldOn')::date >= @from and (body::jsonb ->> 'heldOn')::date < @until";
    private const string Courses = "select body from told where type = 'Training.V1.CourseHeld' and (body::jsonb ->> 'heldOn')::date >= @from and (body::jsonb ->> 'heldOn')::date < @until";
    private const string Started = "select body from told where type = 'Training.V1.CoachingStarted' and (body::jsonb ->> 'startedOn')::date >= @from and (body::jsonb ->> 'startedOn')::date < @until";
    private const string Ended = "select body from told where type = 'Training.V1.CoachingEnded' and (body::jsonb ->> 'endedOn')::date >= @from and (body::jsonb ->> 'endedOn')::date < @until";
    private const string Behind = "select body from told where type = 'Training.V1.ObligationOverdue' and (body::jsonb ->> 'year')::int = extract(year from @from)";

    private const string Exams = """
        select body from told where type = 'Training.V1.ExamPassed'
            and ((body::jsonb ->> 'closedAt')::timestamptz at time zone 'Asia/Shanghai')::date >= @from and ((body::jsonb ->> 'closedAt')::timestamptz at time zone 'Asia/Shanghai')::date < @until
        """;

    /// <summary>普法: the list of duties as it stands, what was dropped left out, and the activities held in the period.</summary>
    public static async Task<FrozenOutreach> OutreachAsync(NpgsqlDataSource database, Period period, CancellationToken ct)
    {
        var duties = await ReadAsync<DutyChanged>(database, Duties, period, ct);
        var held = await ReadAsync<ActivityHeld>(database, Activities, period, ct);
        return new(
            [.. duties.Where(duty => duty.Status != "Dropped").GroupBy(duty => duty.Organ).OrderBy(organ => organ.Key, StringComparer.Ordinal).Select(organ => Of(organ.Key, [.. organ]))],
            held.Count, held.Count(activity => activity.JointOrgans.Length > 0), held.Select(activity => activity.Street).Distinct().Count(), held.SelectMany(activity => activity.Forms.Split(',', StringSplitOptions.RemoveEmptyEntries)).Distinct().Count(),
            held.Sum(activity => activity.Attendance), held.Sum(activity => activity.Consultations), held.Sum(activity => activity.Materials));
    }

    /// <summary>培训: what was held, sat, coached and not met. Of organs with fewer than five people training tells nothing.</summary>
    public static async Task<FrozenTraining> TrainingAsync(NpgsqlDataSource database, Period period, CancellationToken ct)
    {
        var (courses, exams, started) = (await ReadAsync<CourseHeld>(database, Courses, period, ct), await ReadAsync<ExamPassed>(database, Exams, period, ct), await ReadAsync<CoachingStarted>(database, Started, period, ct));
        var (ended, behind) = (await ReadAsync<CoachingEnded>(database, Ended, period, ct), await ReadAsync<ObligationOverdue>(database, Behind, period, ct));
        return new(
            [.. courses.GroupBy(course => course.Mode).OrderBy(mode => mode.Key, StringComparer.Ordinal).Select(mode => new FrozenCourses(mode.Key, mode.Count(), mode.Sum(course => course.HourTenths), mode.Sum(course => course.Attendance)))],
            exams.Select(exam => exam.ExamId).Distinct().Count(),
            [.. exams.GroupBy(exam => exam.Organ).OrderBy(organ => organ.Key, StringComparer.Ordinal).Select(organ => new FrozenSat(organ.Key, NameOf(organ.Key), organ.Sum(exam => exam.People), organ.Sum(exam => exam.Passed)))],
            started.Count, started.Select(coaching => coaching.Organ).Distinct().Count(), ended.Count, ended.Sum(coaching => coaching.Visits), ended.Sum(coaching => coaching.Minutes),
            behind.Select(finding => finding.Organ).Distinct().Count(), behind.Sum(finding => finding.Overdue));
    }

    private static FrozenDuties Of(string organ, IReadOnlyList<DutyChanged> items)
    {
        var done = items.Where(item => item.Status == "Done").ToList();
        var inTime = done.Count(item => item.ReportedOn <= item.DueOn);
        return new(organ, NameOf(organ), items.Count, inTime, done.Count - inTime, items.Count(item => item.Status == "Reported"), items.Count(item => item.Status == "Open"));
    }

    private static string NameOf(string organ) => Organs.Find(organ)?.ShortName ?? organ;

    private static async Task<List<T>> ReadAsync<T>(NpgsqlDataSource database, string sql, Period period, CancellationToken ct)
    {
        List<T> told = [];
        await using var command = database.CreateCommand(sql);
        command.Parameters.Add(new("from", period.From));
        command.Parameters.Add(new("until", period.Until));
        await using var reader = await command.ExecuteReaderAsync(ct);
        while (await reader.ReadAsync(ct)) told.Add(JsonSerializer.Deserialize<T>(reader.GetString(0), MessageTypes.Json)!);
        return told;
    }
}
