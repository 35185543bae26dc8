using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace Xinfang.Insight.Api.Alarms.Lookouts;

/// <summary>Looks when the last petition came over the internet. Nobody is woken: at night and on days off the silence counts for nothing.</summary>
internal sealed class Silence(IServiceScopeFactory scopes, IOptions<AlarmOptions> options) : ILookout
{
    private static readonly TimeSpan Beijing = TimeSpan.FromHours(8);

    public async Task<IReadOnlyList<Sign>> LookAsync(Sighting now, CancellationToken ct)
    {
        if (options.Value.SilentHours == 0) return [];
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<InsightDb>();
        var begun = (await db.Set<AlarmRound>().AsNoTracking().SingleOrDefaultAsync(ct))?.BegunAt ?? now.At;
        // In the words of the index ix_told_online.
        var last = (await db.Database.SqlQuery<DateTimeOffset?>(
            $"""select max(sent_at) as "Value" from told where type = 'Intake.V1.PetitionRegistered' and body like '%"channel":"Online"%' and sent_at <= {now.At.ToUniversalTime()}""").ToListAsync(ct))[0];
        return Judge(now, last, begun, options.Value) is { } sign ? [sign] : [];
    }

    /// <param name="last">When the last came; null when none ever did.</param>
    /// <param name="begun">When the system was looked at for the first time: before, there was nothing to be silent.</param>
    public static Sign? Judge(Sighting now, DateTimeOffset? last, DateTimeOffset begun, AlarmOptions options)
    {
        var hours = TimeSpan.FromHours(options.SilentHours);
        if (last is { } latest && now.At - latest < hours) return null;
        var here = now.At.ToOffset(Beijing);
        var (from, until) = (new DateTimeOffset(here.Date.AddHours(options.DayFrom), Beijing), new DateTimeOffset(here.Date.AddHours(options.DayUntil), Beijing));
        DateTimeOffset silentSince = new[] { from, last ?? from, begun }.Max();
        return now.Legal.Calendar.IsWorkingDay(now.Legal.Date) && here < until && here - silentSince >= hours
            ? new(AlarmCode.NoOnlinePetitions, "", $"从{silentSince.ToOffset(Beijing):H:mm}起没有收到网上信访。")
            : Sign.Unknown(AlarmCode.NoOnlinePetitions, ""); // it ends with a petition, not with the day
    }
}
