using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Xinfang.Documents.Checks;
using Xinfang.Law;
using Xinfang.ServiceDefaults.Http;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.Outreach.Api.Screens;

/// <summary>紧急插播: POST /screens/emergencies, on one display or on all, from now or later, 72 hours at most. Displays show it at their next look, within half a minute.</summary>
internal static class InterruptScreens
{
    private static readonly TimeSpan Longest = TimeSpan.FromHours(72);

    /// <param name="ScreenId">Null: every display.</param>
    public sealed record Request(
        [property: Required(ErrorMessage = "请填写标题。"), StringLength(16, MinimumLength = 2, ErrorMessage = "标题2到16个字。")] string? Title,
        [property: Required(ErrorMessage = "请填写内容。"), StringLength(60, MinimumLength = 4, ErrorMessage = "内容4到60个字。")] string? Words,
        [property: Range(1, 4320, ErrorMessage = "播1到4320分钟（72小时）。")] int Minutes,
        DateTimeOffset? From = null, Guid? ScreenId = null);

    public sealed record Response(Guid Id, DateTimeOffset From, DateTimeOffset Until);

    public static async Task<Results<Ok<Response>, ProblemHttpResult>> Handle(Request request, CurrentCaller caller, OutreachDb db, LegalClock clock, CancellationToken ct)
    {
        var now = clock.Now().At;
        var from = (request.From ?? now).ToUniversalTime();
        if (from > now + Longest || from < now - Longest) return ScreenProblems.Long.ToProblem();
        var until = from.AddMinutes(request.Minutes);
        if (until <= now || until > now + Longest) return ScreenProblems.Long.ToProblem();
        if (Anonymity.Find(request.Title, request.Words) is { Count: > 0 } found) return Library.Refusals.PersonalDataIn(found).ToProblem();
        if (request.ScreenId is { } screen && !await db.Set<Screen>().AnyAsync(each => each.Id == screen, ct)) return ScreenProblems.NotFound();

        var item = new ScreenItem
        {
            Id = Guid.CreateVersion7(now), ScreenId = request.ScreenId, Kind = ItemKind.Emergency, Title = request.Title, Words = request.Words, Seconds = 60, Place = 0, From = from, Until = until, By = caller.Account,
        };
        db.Add(item);
        await db.SaveChangesAsync(ct);
        return TypedResults.Ok(new Response(item.Id, from, until));
    }
}

/// <summary>停播: POST /screens/emergencies/{item}/end. Ended twice is ended.</summary>
internal static class EndInterrupt
{
    public static async Task<Results<NoContent, ProblemHttpResult>> Handle(Guid item, OutreachDb db, LegalClock clock, CancellationToken ct)
    {
        if (await db.Set<ScreenItem>().SingleOrDefaultAsync(each => each.Id == item && each.Kind == ItemKind.Emergency, ct) is not { } interrupt) return ScreenProblems.NotFound();
        var now = clock.Now().At;
        if (interrupt.Until > now) interrupt.Until = now;
        await db.SaveChangesAsync(ct);
        return TypedResults.NoContent();
    }
}
