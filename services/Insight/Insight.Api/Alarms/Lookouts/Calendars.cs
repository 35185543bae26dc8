namespace Xinfang.Insight.Api.Alarms.Lookouts;

/// <summary>Looks whether the notice of holidays of next year is there by 15 December.</summary>
internal sealed class Calendars : ILookout
{
    public Task<IReadOnlyList<Sign>> LookAsync(Sighting now, CancellationToken ct) =>
        Task.FromResult<IReadOnlyList<Sign>>(now.Legal.Calendar.MissingYearAlarm(now.Legal.Date) is { } missing ? [new(AlarmCode.CalendarMissing, "", missing)] : []);
}
