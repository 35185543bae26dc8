using Microsoft.EntityFrameworkCore;
using Xinfang.Intake.Domain;

namespace Xinfang.Intake.Api.Notices;

/// <summary>GET /notices/counts: what waits, for the menu.</summary>
internal static class CountNotices
{
    /// <param name="ToPrint">Letters that wait for the list of the day.</param>
    /// <param name="Printed">Printed and not yet posted.</param>
    public sealed record Response(int Messages, int ToPrint, int Printed, int Failed);

    public static async Task<IResult> Handle(IntakeDb db, CancellationToken ct)
    {
        var counts = await db.Notices.Where(n => n.State != NoticeState.Sent && n.State != NoticeState.Resolved).GroupBy(n => new { n.State, n.Way })
            .Select(group => new { group.Key.State, group.Key.Way, Count = group.Count() }).ToListAsync(ct);
        return TypedResults.Ok(new Response(
            counts.Where(c => c.State is NoticeState.Waiting && c.Way is NoticeWay.Sms).Sum(c => c.Count),
            counts.Where(c => c.State is NoticeState.Waiting && c.Way is NoticeWay.Post).Sum(c => c.Count),
            counts.Where(c => c.State is NoticeState.Printed).Sum(c => c.Count),
            counts.Where(c => c.State is NoticeState.Failed).Sum(c => c.Count)));
    }
}
