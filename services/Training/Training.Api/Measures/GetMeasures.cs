using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Xinfang.Law;
using Xinfang.ServiceDefaults.Http;
using Xinfang.Training.Api.Exams;
using Xinfang.Training.Api.Needs;
using Xinfang.Training.Api.Study;

namespace Xinfang.Training.Api.Measures;

/// <summary>培训指标 T-1 … T-7: GET /measures?year=&amp;quarter=. A share of nothing is not 0 but absent.</summary>
internal static class GetMeasures
{
    /// <param name="Code">T-1 … T-7.</param>
    /// <param name="Value">As people read it; — where there is nothing to divide by.</param>
    /// <param name="Of">What it was computed from.</param>
    public sealed record Row(string Code, string Name, string Value, string Of, double? Number);

    public sealed record Response(int Year, int? Quarter, DateOnly From, DateOnly Until, IReadOnlyList<Row> Rows);

    public static async Task<Results<Ok<Response>, ProblemHttpResult>> Handle(TrainingDb db, LegalClock clock, CancellationToken ct, int? year = null, int? quarter = null)
    {
        var (now, asked) = (clock.Now(), year ?? clock.Now().Date.Year);
        var faults = new Dictionary<string, string[]>();
        if (asked is < 2022 or > 2100) faults["year"] = ["年份在2022到2100之间。"];
        if (quarter is < 1 or > 4) faults["quarter"] = ["季度是1到4。"];
        if (faults.Count > 0) return Problems.Invalid(faults);

        var from = new DateOnly(asked, quarter is { } q ? 3 * q - 2 : 1, 1);
        var until = from.AddMonths(quarter is null ? 12 : 3).AddDays(-1);
        var (start, end) = (At(from), At(until.AddDays(1)));
        List<Row> rows = [await AttendanceAsync(db, start, end, now.At, ct), .. await ExamsAsync(db, start, end, now.At, ct), await HoursAsync(db, asked, ct), .. await CoachingAsync(db, from, until, start, end, now.At, ct), await EffectAsync(db, from, until, now.Date, ct), await LiteracyAsync(db, from, until, start, end, ct)];
        return TypedResults.Ok(new Response(asked, quarter, from, until, [.. rows.OrderBy(row => row.Code, StringComparer.Ordinal)]));
    }

    private static DateTimeOffset At(DateOnly day) => new DateTimeOffset(day.ToDateTime(TimeOnly.MinValue), TimeSpan.FromHours(8)).ToUniversalTime();

    private static async Task<Row> AttendanceAsync(TrainingDb db, DateTimeOffset start, DateTimeOffset end, DateTimeOffset now, CancellationToken ct)
    {
        var sessions = await db.Sessions.AsNoTracking().Where(session => !session.Cancelled && session.StartsAt >= start && session.StartsAt < end && session.StartsAt <= now).ToListAsync(ct);
        var roll = await db.Trainees.GroupBy(trainee => trainee.Organ).Select(group => new { group.Key, Count = group.Count() }).ToDictionaryAsync(each => each.Key, each => each.Count, ct);
        var references = sessions.Select(session => Ledger.ReferenceOf(session.Id)).ToList();
        var came = await db.Hours.CountAsync(entry => entry.Source == HourSource.Session && references.Contains(entry.Reference), ct);
        var invited = sessions.Sum(session => session.Plan.Organs.Count == 0 ? roll.Values.Sum() : session.Plan.Organs.Sum(organ => roll.GetValueOrDefault(organ)));
        return Share("T-1", "参训率", came, invited, $"{sessions.Count}场，名册上应到{invited}人次，签到{came}人次");
    }

    private static async Task<IReadOnlyList<Row>> ExamsAsync(TrainingDb db, DateTimeOffset start, DateTimeOffset end, DateTimeOffset now, CancellationToken ct)
    {
        var best = await db.Sittings.Where(sitting => sitting.Percent != null && db.Exams.Any(exam => exam.Id == sitting.ExamId && exam.ClosesAt >= start && exam.ClosesAt < end && exam.ClosesAt <= now))
            .GroupBy(sitting => new { sitting.ExamId, sitting.Account }).Select(group => new { Passed = group.Any(sitting => sitting.Passed == true), Best = group.Max(sitting => sitting.Percent) }).ToListAsync(ct);
        return
        [
            Share("T-2", "通过率", best.Count(each => each.Passed), best.Count, $"{best.Count}人次应考，取每人最好的一次"),
            new("T-2a", "平均分", best.Count == 0 ? "—" : $"{best.Average(each => each.Best):0.0}分", "百分制", best.Count == 0 ? null : (double)best.Average(each => each.Best)!),
        ];
    }

    private static async Task<Row> HoursAsync(TrainingDb db, int year, CancellationToken ct)
    {
        var people = await db.Trainees.Select(trainee => new { trainee.Rank, Hours = db.Hours.Where(entry => entry.Account == trainee.Account && entry.Year == year).Sum(entry => (decimal?)entry.Hours) ?? 0 }).ToListAsync(ct);
        return Share("T-3", "学时达标率", people.Count(each => each.Hours >= Obligations.Of(each.Rank).Hours), people.Count, $"名册{people.Count}人，按全年学时算");
    }

    private static async Task<IReadOnlyList<Row>> CoachingAsync(TrainingDb db, DateOnly from, DateOnly until, DateTimeOffset start, DateTimeOffset end, DateTimeOffset now, CancellationToken ct)
    {
        var held = await db.Sessions.AsNoTracking().Where(session => !session.Cancelled && session.StartsAt >= start && session.StartsAt < end && session.StartsAt <= now).ToListAsync(ct);
        var organs = await db.Hours.Where(entry => entry.Source == HourSource.Session && entry.On >= from && entry.On <= until).Select(entry => entry.Organ).Distinct().CountAsync(ct);
        var visits = await db.Coaching.Where(entry => entry.On >= from && entry.On <= until).GroupBy(entry => entry.Organ).Select(group => new { Visits = group.Count(), Hours = group.Sum(entry => entry.Hours) }).ToListAsync(ct);
        var rounds = held.Count(session => session.Plan.Form is StudyForm.Round or StudyForm.PointToPoint or StudyForm.FaceToFace or StudyForm.Exchange);
        return
        [
            new("T-4", "轮训交流和覆盖单位", $"{rounds}场、{organs}个单位", "轮训、点对点、面对面、业务交流的场数；有人参训的单位", organs),
            new("T-5", "手把手指导", $"{visits.Sum(each => each.Visits)}次", $"{visits.Count}个单位，共{visits.Sum(each => each.Hours):0.#}小时", visits.Sum(each => each.Visits)),
        ];
    }

    private static async Task<Row> EffectAsync(TrainingDb db, DateOnly from, DateOnly until, DateOnly today, CancellationToken ct)
    {
        // Judged in the period in which its 90 days were over.
        var (first, last) = (from.AddDays(-Effect.Days), (until < today ? until : today).AddDays(-Effect.Days));
        var needs = await db.Needs.AsNoTracking().Where(need => (need.State == NeedState.Accepted || need.State == NeedState.Closed) && need.DecidedOn >= first && need.DecidedOn <= last).OrderBy(need => need.Id).Take(200).ToListAsync(ct);
        List<Effect> effects = [];
        foreach (var need in needs) if (await GetNeed.EffectAsync(db, need, today, ct) is { } effect) effects.Add(effect);
        int Of(string verdict) => effects.Count(effect => effect.Verdict == verdict);
        return new("T-6", "帮扶成效", effects.Count == 0 ? "—" : $"{Of("Better")}项变好", effects.Count == 0 ? "还没有满90天的" : $"满90天的{effects.Count}项：变好{Of("Better")}，不能断定{Of("Unsure")}，变差{Of("Worse")}，件数太少{Of("TooFew")}", effects.Count == 0 ? null : Of("Better"));
    }

    /// <summary>T-7 puts two figures side by side and adds nothing up: people judge people.</summary>
    private static async Task<Row> LiteracyAsync(TrainingDb db, DateOnly from, DateOnly until, DateTimeOffset start, DateTimeOffset end, CancellationToken ct)
    {
        var mean = await db.Sittings.Where(sitting => sitting.Percent != null && sitting.HandedInAt >= start && sitting.HandedInAt < end).AverageAsync(sitting => sitting.Percent, ct);
        var served = await db.CaseFacts.CountAsync(fact => fact.Kind == FactKind.Served && fact.On >= from && fact.On <= until, ct);
        var flawed = await db.CaseFacts.CountAsync(fact => fact.Kind == FactKind.Served && fact.On >= from && fact.On <= until && db.CaseFacts.Any(other => other.PetitionId == fact.PetitionId && other.Organ == fact.Organ && other.Kind == FactKind.Defect), ct);
        return new("T-7", "法治素养（考试和办件，并列，不合成一个分）", $"考试{(mean is { } value ? $"{value:0.0}分" : "—")}；文书无缺陷{(served == 0 ? "—" : Percents.Of((double)(served - flawed) / served))}", $"送达{served}件", null);
    }

    private static Row Share(string code, string name, int part, int all, string of) => new(code, name, all == 0 ? "—" : Percents.Of((double)part / all), of, all == 0 ? null : (double)part / all);
}
