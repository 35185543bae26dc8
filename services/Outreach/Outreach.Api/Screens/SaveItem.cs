using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Xinfang.Law;
using Xinfang.Outreach.Api.Library;
using Xinfang.ServiceDefaults.Http;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.Outreach.Api.Screens;

/// <summary>排一条: PUT /screens/{id}/items/{item}: a released text, by default or in a window. An item is not changed but put anew.</summary>
internal static class SaveItem
{
    private const int Most = 60;

    private static readonly Refusal TooMany = new("screen.too-many", "一块屏最多排60条。");

    /// <param name="DailyFrom">09:00; with DailyUntil, the hours in Beijing; over midnight where it is the later.</param>
    public sealed record Request(
        Guid MaterialId,
        [property: Range(5, 600, ErrorMessage = "每条播5到600秒。")] int Seconds,
        [property: Range(1, 1000, ErrorMessage = "顺序填1到1000。")] int Place,
        DateOnly? From = null, DateOnly? Until = null, TimeOnly? DailyFrom = null, TimeOnly? DailyUntil = null);

    public sealed record Response(Guid Id, ItemKind Kind);

    public static async Task<Results<Ok<Response>, ProblemHttpResult>> Handle(Guid id, Guid item, Request request, CurrentCaller caller, OutreachDb db, CancellationToken ct)
    {
        if (!await db.Set<Screen>().AnyAsync(screen => screen.Id == id, ct)) return ScreenProblems.NotFound();
        if (request.DailyFrom is null != request.DailyUntil is null || (request.DailyFrom is not null && request.DailyFrom == request.DailyUntil) || request.Until < request.From || !InOurTime(request.From) || !InOurTime(request.Until)) return ScreenProblems.Window.ToProblem();
        if (!await db.Set<Material>().AnyAsync(material => material.Id == request.MaterialId && material.Public != null, ct)) return ScreenProblems.NotShown.ToProblem();
        if (await db.Set<ScreenItem>().CountAsync(each => each.ScreenId == id, ct) >= Most) return TooMany.ToProblem();

        var windowed = request is not { From: null, Until: null, DailyFrom: null };
        var kind = windowed ? ItemKind.Window : ItemKind.Default;
        if (!await db.Set<ScreenItem>().AnyAsync(each => each.Id == item, ct))
        {
            db.Add(new ScreenItem
            {
                Id = item, ScreenId = id, Kind = kind, MaterialId = request.MaterialId, Seconds = request.Seconds, Place = request.Place, From = Beginning(request.From), Until = Beginning(request.Until?.AddDays(1)),
                DailyFrom = Minutes(request.DailyFrom), DailyUntil = Minutes(request.DailyUntil), By = caller.Account,
            });
            await db.SaveChangesAsync(ct);
        }
        return TypedResults.Ok(new Response(item, kind));
    }

    private static bool InOurTime(DateOnly? day) => day is not { Year: < 2000 or > 2100 };

    private static DateTimeOffset? Beginning(DateOnly? day) => day is { } date ? new DateTimeOffset(date, TimeOnly.MinValue, TimeSpan.FromHours(8)).ToUniversalTime() : null;

    private static int? Minutes(TimeOnly? time) => time is { } of ? (of.Hour * 60) + of.Minute : null;
}

/// <summary>撤一条: DELETE /screens/{id}/items/{item}. What was shown of it stays on file.</summary>
internal static class RemoveItem
{
    public static async Task<Results<NoContent, ProblemHttpResult>> Handle(Guid id, Guid item, OutreachDb db, CancellationToken ct) =>
        await db.Set<ScreenItem>().Where(each => each.Id == item && each.ScreenId == id).ExecuteDeleteAsync(ct) > 0 ? TypedResults.NoContent() : ScreenProblems.NotFound();
}
