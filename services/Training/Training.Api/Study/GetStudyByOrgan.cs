using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Xinfang.Law;
using Xinfang.ServiceDefaults.Organs;
using Xinfang.Training.Api.Reminding;

namespace Xinfang.Training.Api.Study;

/// <summary>各单位学时: GET /hours?year=. Of those on the roll, how many have met the year's hours (T-3).</summary>
internal static class GetStudyByOrgan
{
    /// <param name="Reminded">Things that somebody was reminded of and has not done, coming and over.</param>
    /// <param name="Overdue">Of these, those that are over.</param>
    public sealed record Row(string Organ, string Name, int People, int Met, decimal Hours, int Reminded, int Overdue);

    public sealed record Response(int Year, IReadOnlyList<Row> Rows);

    public static async Task<Ok<Response>> Handle(TrainingDb db, LegalClock clock, CancellationToken ct, int? year = null)
    {
        var asked = year ?? clock.Now().Date.Year;
        var people = await db.Trainees.Select(trainee => new { trainee.Organ, trainee.Rank, Hours = db.Hours.Where(entry => entry.Account == trainee.Account && entry.Year == asked).Sum(entry => (decimal?)entry.Hours) ?? 0 }).ToListAsync(ct);
        var reminded = (await db.OpenReminders(clock.Now().Date).GroupBy(reminder => new { reminder.Organ, reminder.Account, reminder.Kind, reminder.Reference })
            .Select(group => new { group.Key.Organ, Overdue = group.Any(reminder => reminder.Stage == ReminderStage.Overdue) }).ToListAsync(ct)).ToLookup(each => each.Organ);
        return TypedResults.Ok(new Response(asked, [.. people.GroupBy(each => each.Organ).OrderBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => new Row(group.Key, Organs.Find(group.Key)?.ShortName ?? group.Key, group.Count(), group.Count(each => each.Hours >= Obligations.Of(each.Rank).Hours), group.Sum(each => each.Hours), reminded[group.Key].Count(), reminded[group.Key].Count(each => each.Overdue)))]));
    }
}
