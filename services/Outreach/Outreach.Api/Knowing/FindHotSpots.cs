using Xinfang.Law;

namespace Xinfang.Outreach.Api.Knowing;

/// <summary>现在就统计一遍: POST /recommendations/search. What the hourly count does; a repeat proposes nothing twice.</summary>
internal static class FindHotSpots
{
    public sealed record Response(int Found);

    public static async Task<IResult> Handle(OutreachDb db, LegalClock clock, CancellationToken ct) => TypedResults.Ok(new Response(await Recommending.FindAsync(db, clock.Now(), ct)));
}
