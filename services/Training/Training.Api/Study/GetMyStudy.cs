using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Xinfang.Law;
using Xinfang.ServiceDefaults.Security;
using Xinfang.Training.Api.Evaluating;

namespace Xinfang.Training.Api.Study;

/// <summary>我的学时: GET /my/study?year=. What the year asks, by topic and in all, and what has been entered.</summary>
internal static class GetMyStudy
{
    private const int Most = 200;

    public sealed record ByTopic(string Code, string Name, decimal Required, decimal Done);

    public sealed record ByMode(StudyMode Mode, decimal Hours);

    public sealed record Line(DateOnly On, string Title, string TopicName, StudyMode Mode, HourSource Source, decimal Hours);

    /// <summary>A session that the caller attended and may still evaluate.</summary>
    public sealed record Open(Guid Session, string Title, DateTimeOffset Until);

    /// <param name="Missing">Hours that the year still asks, 0 when it is met.</param>
    public sealed record Response(int Year, string Rank, decimal Required, string Basis, decimal Done, decimal Missing, IReadOnlyList<ByTopic> Topics, IReadOnlyList<ByMode> Modes, IReadOnlyList<Line> Lines, IReadOnlyList<Open> ToEvaluate);

    public static async Task<Ok<Response>> Handle(CurrentCaller caller, TrainingDb db, LegalClock clock, CancellationToken ct, int? year = null)
    {
        var now = clock.Now();
        await db.EnrolAsync(caller, now.At, ct);
        return TypedResults.Ok(await OfAsync(db, caller.Account, year ?? now.Date.Year, now.At, ct));
    }

    private static async Task<Response> OfAsync(TrainingDb db, string account, int year, DateTimeOffset now, CancellationToken ct)
    {
        var rank = await db.Trainees.Where(trainee => trainee.Account == account).Select(trainee => trainee.Rank).SingleOrDefaultAsync(ct) ?? Obligations.Usual;
        var (obligation, mine) = (Obligations.Of(rank), db.Hours.Where(entry => entry.Account == account && entry.Year == year));
        var sums = await mine.GroupBy(entry => new { entry.Topic, entry.Mode }).Select(group => new { group.Key.Topic, group.Key.Mode, Hours = group.Sum(entry => entry.Hours) }).ToListAsync(ct);
        var lines = await mine.OrderByDescending(entry => entry.On).ThenByDescending(entry => entry.Id).Take(Most).ToListAsync(ct);
        var done = sums.Sum(each => each.Hours);
        return new(year, obligation.Name, obligation.Hours, obligation.Basis, done, Math.Max(0, obligation.Hours - done),
            [.. Topics.All.Select(topic => new ByTopic(topic.Code, topic.Name, topic.Hours, sums.Where(each => each.Topic == topic.Code).Sum(each => each.Hours)))],
            [.. Enum.GetValues<StudyMode>().Select(mode => new ByMode(mode, sums.Where(each => each.Mode == mode).Sum(each => each.Hours)))],
            [.. lines.Select(entry => new Line(entry.On, entry.Title, Topics.NameOf(entry.Topic), entry.Mode, entry.Source, entry.Hours))], await ToEvaluateAsync(db, account, now, ct));
    }

    private static async Task<IReadOnlyList<Open>> ToEvaluateAsync(TrainingDb db, string account, DateTimeOffset now, CancellationToken ct)
    {
        var since = now.AddDays(-Evaluation.Days - 31); // a session lasts 31 days at most
        var references = await db.Hours.Where(entry => entry.Account == account && entry.Source == HourSource.Session && entry.EnteredAt > since).Select(entry => entry.Reference).ToListAsync(ct);
        var ids = references.Select(Guid.Parse).ToList();
        var done = await db.Evaluated.Where(each => each.Account == account && ids.Contains(each.SessionId)).Select(each => each.SessionId).ToListAsync(ct);
        return [.. (await db.Sessions.AsNoTracking().Where(session => ids.Contains(session.Id) && !done.Contains(session.Id)).OrderBy(session => session.StartsAt).ToListAsync(ct))
            .Where(session => Evaluation.Refuses(session, now) is null).Select(session => new Open(session.Id, session.Plan.Title, Evaluation.Until(session)))];
    }
}
