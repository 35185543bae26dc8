using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Xinfang.Law;
using Xinfang.Outreach.Api.Activities;
using Xinfang.Outreach.Api.Campaigns;

namespace Xinfang.Outreach.Api.Knowing;

/// <summary>宣传前后: GET /campaigns/{id}/effect?topic=&amp;months=3. Without a topic, the one that most of its activities were about.</summary>
internal static class MeasureCampaign
{
    private const int Most = 1000;

    public static async Task<Results<Ok<EffectView>, ProblemHttpResult>> Handle(Guid id, OutreachDb db, LegalClock clock, CancellationToken ct, string? topic = null, int? months = null)
    {
        if (months is < 1 or > 12) return Acting.Wrong("months", "月数在1到12之间。");
        if (topic is not null && (topic.Length is < 4 or > 6 || !topic.All(char.IsAsciiDigit))) return Acting.Wrong("topic", "没有这个内容分类。");
        if (!await db.Set<Campaign>().AnyAsync(each => each.Id == id, ct)) return Readers.NotFound();
        var activities = await db.Set<Activity>().AsNoTracking().Where(each => each.CampaignId == id).OrderBy(each => each.Id).Take(Most).ToListAsync(ct);
        topic ??= activities.Where(each => each.WasHeld).Select(each => PetitionFact.CategoryOf(each.Topic)).OfType<string>().GroupBy(each => each).OrderByDescending(group => group.Count()).ThenBy(group => group.Key, StringComparer.Ordinal).FirstOrDefault()?.Key;
        return TypedResults.Ok(await EffectView.OfAsync(db, activities, topic, months ?? EffectView.Months, clock.Now().Date, ct));
    }
}
