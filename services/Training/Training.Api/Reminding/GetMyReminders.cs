using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Xinfang.Law;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.Training.Api.Reminding;

/// <summary>我的提醒: GET /my/reminders. Of each thing the last stage, as long as it is not done.</summary>
internal static class GetMyReminders
{
    public sealed record Response(IReadOnlyList<ReminderView> Items);

    public static async Task<Ok<Response>> Handle(CurrentCaller caller, TrainingDb db, LegalClock clock, CancellationToken ct) =>
        TypedResults.Ok(new Response(await OfAsync(db, caller.Account, clock.Now().Date, ct)));

    internal static async Task<IReadOnlyList<ReminderView>> OfAsync(TrainingDb db, string account, DateOnly today, CancellationToken ct) =>
        [.. (await db.OpenReminders(today).AsNoTracking().Where(reminder => reminder.Account == account).ToListAsync(ct))
            .GroupBy(reminder => (reminder.Kind, reminder.Reference)).Select(group => group.MaxBy(reminder => reminder.Stage)!)
            .OrderBy(reminder => reminder.DueOn).Select(reminder => new ReminderView(reminder.Kind, reminder.Reference, reminder.Title, reminder.DueOn, reminder.Stage))];
}
