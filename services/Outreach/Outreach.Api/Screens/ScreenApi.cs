using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Xinfang.Law;
using Xinfang.Outreach.Api.Library;
using Xinfang.ServiceDefaults.Http;

namespace Xinfang.Outreach.Api.Screens;

internal static class ScreenApi
{
    /// <summary>电子屏: the desk's side under /screens, the display's under /screen.</summary>
    public static void MapScreens(this IEndpointRouteBuilder app)
    {
        var desk = app.MapGroup("/screens").WithTags("Screens").RequireAuthorization(LibraryApi.Staff)
            .ProducesProblem(StatusCodes.Status401Unauthorized).ProducesProblem(StatusCodes.Status403Forbidden).ProducesValidationProblem();
        desk.MapGet("/", ListScreens.Handle);
        desk.MapPost("/emergencies", InterruptScreens.Handle).ProducesProblem(StatusCodes.Status404NotFound).ProducesProblem(StatusCodes.Status422UnprocessableEntity);
        desk.MapPost("/emergencies/{item:guid}/end", EndInterrupt.Handle).ProducesProblem(StatusCodes.Status404NotFound);
        var one = desk.MapGroup("/{id:guid}").ProducesProblem(StatusCodes.Status404NotFound);
        one.MapPut("/", SaveScreen.Handle);
        one.MapGet("/", GetScreen.Handle);
        one.MapPut("/items/{item:guid}", SaveItem.Handle).ProducesProblem(StatusCodes.Status409Conflict).ProducesProblem(StatusCodes.Status422UnprocessableEntity);
        one.MapDelete("/items/{item:guid}", RemoveItem.Handle);
        one.MapGet("/plays", ListPlays.Handle).ProducesProblem(StatusCodes.Status400BadRequest);

        var display = app.MapGroup("/screen").WithTags("Display").AllowAnonymous();
        display.MapGet("/{file:regex(^(player\\.js|worker\\.js|screen\\.css)$)}", PlayerFiles.Handle).ExcludeFromDescription();
        var shown = display.MapGroup("/{key:regex(^[0-9a-f]{{32}}$)}").ProducesProblem(StatusCodes.Status404NotFound);
        shown.MapGet("/", PlayerFiles.Page).ExcludeFromDescription();
        shown.MapGet("/playlist", ReadPlaylist.Handle);
        shown.MapPost("/plays", ReportPlays.Handle).ProducesValidationProblem();
    }

    public static Task<Screen?> ByKeyAsync(this OutreachDb db, string key, CancellationToken ct) =>
        db.Set<Screen>().AsNoTracking().SingleOrDefaultAsync(screen => screen.Key == key && !screen.Retired, ct);
}

internal static class ScreenProblems
{
    public static readonly Refusal NotShown = new("screen.text-not-public", "这份资料没有发布，不能上屏。");
    public static readonly Refusal Window = new("screen.window", "时段要写全：开始早于结束，钟点两个都填或者都不填，不能相同。", Kind: RefusalKind.Invalid);
    public static readonly Refusal Long = new("screen.emergency-long", "紧急插播从现在起最多播72小时，结束要晚于开始。", Kind: RefusalKind.Invalid);

    public static ProblemHttpResult NotFound() => Problems.Of("screen.not-found", "没有这块屏，可能已经停用。", StatusCodes.Status404NotFound);
}
