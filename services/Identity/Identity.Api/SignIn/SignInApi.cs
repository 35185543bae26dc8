using System.Globalization;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Xinfang.Identity.Api.Accounts;
using Xinfang.Identity.Api.Factors;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.Identity.Api.SignIn;

/// <summary>登录、退出: the pages under /account.</summary>
internal static class SignInApi
{
    private const string Desk = "/desk";

    private static readonly TimeZoneInfo Beijing = TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai");

    public static void MapSignIn(this IEndpointRouteBuilder routes)
    {
        var pages = routes.MapGroup("/account").AllowAnonymous().ExcludeFromDescription();
        pages.MapGet("/sign-in", Show);
        pages.MapPost("/sign-in", Enter);
        pages.MapGet("/sign-out", Ask);
        pages.MapPost("/sign-out", Leave);
        pages.MapGet("/signed-out", Pages.SignedOut);
        pages.MapGet("", MyAccount.Show);
        pages.MapGet("/invitation", FirstPassword.Show);
        pages.MapPost("/invitation", FirstPassword.Handle);
        pages.MapGet("/password", ChangePassword.Show);
        pages.MapPost("/password", ChangePassword.Handle);
        pages.MapGet("/second-factor", EnterCode.Show);
        pages.MapPost("/second-factor", EnterCode.Handle);
        pages.MapGet("/second-factor/new", SetUpFactor.Show);
        pages.MapPost("/second-factor/new", SetUpFactor.Handle);
        pages.MapGet("/setup", FirstStart.NameAdministrators.Show);
        pages.MapPost("/setup", FirstStart.NameAdministrators.Handle);
        routes.MapPost("/account/unlocks", UnlockAccount.Handle).RequireAuthorization(Duty.Secure).WithTags("账号").WithSummary("解锁输错密码的工号");
    }

    /// <summary>Where the form is, with the way back.</summary>
    public static string AddressFor(string returnUrl, bool idle)
        => $"/account/sign-in?returnUrl={Uri.EscapeDataString(returnUrl)}{(idle ? "&reason=idle" : "")}";

    private static IResult Show(HttpContext http, IAntiforgery antiforgery, string? returnUrl, string? reason)
        => Form(http, antiforgery, null, Local(returnUrl), null, reason == "idle", StatusCodes.Status200OK);

    private static async Task<IResult> Enter(HttpContext http, IAntiforgery antiforgery, CheckPassword check, Entrance entrance, TimeProvider time, CancellationToken ct)
    {
        var form = http.Request.HasFormContentType ? await http.Request.ReadFormAsync(ct) : FormCollection.Empty;
        var returnUrl = Local(form["returnUrl"]);
        if (!await antiforgery.IsRequestValidAsync(http))
            return Form(http, antiforgery, form["account"], returnUrl, "这一页放得太久了，请重新填一次", false, StatusCodes.Status400BadRequest);

        switch (await check.RunAsync(form["account"], form["password"], ct))
        {
            case PasswordChecked.Right right:
                return Results.Redirect(await entrance.PasswordRightAsync(http, right.Account, returnUrl, ct));
            case PasswordChecked.Locked locked:
                http.Response.Headers.RetryAfter = Math.Ceiling((locked.Until - time.GetUtcNow()).TotalSeconds).ToString(CultureInfo.InvariantCulture);
                var until = TimeZoneInfo.ConvertTime(locked.Until, Beijing);
                var text = string.Create(CultureInfo.InvariantCulture, $"连续输错{Attempt.Allowed}次，这个工号锁定到{until:H:mm}，到时再试");
                return Form(http, antiforgery, form["account"], returnUrl, text, false, StatusCodes.Status429TooManyRequests);
            case PasswordChecked.Wrong wrong:
                return Form(http, antiforgery, form["account"], returnUrl, $"工号或密码不对。还可以再试{wrong.Left}次，之后锁定15分钟", false, StatusCodes.Status400BadRequest);
            default:
                throw new InvalidOperationException("Unknown outcome of a sign-in.");
        }
    }

    private static IResult Ask(HttpContext http, IAntiforgery antiforgery) => Pages.AskSignOut(antiforgery.GetAndStoreTokens(http));

    private static async Task<IResult> Leave(HttpContext http, IAntiforgery antiforgery, IdentityDb db, TimeProvider time, CancellationToken ct)
    {
        if (!await antiforgery.IsRequestValidAsync(http)) return Ask(http, antiforgery);
        await EndAsync(http, db, time, ct);
        return Results.Redirect("/account/signed-out");
    }

    /// <summary>Ends the session of this browser, if there is one, and records it.</summary>
    public static async Task EndAsync(HttpContext http, IdentityDb db, TimeProvider time, CancellationToken ct)
    {
        var session = await http.AuthenticateAsync(Session.Scheme);
        if (session.Principal?.FindFirst("sub")?.Value is { } account)
        {
            db.AccountEvents.Add(new AccountEvent { Account = account, What = AccountEventKind.SignedOut, At = time.GetUtcNow() });
            await db.SaveChangesAsync(ct);
        }
        await http.SignOutAsync(Session.Scheme);
    }

    private static IResult Form(HttpContext http, IAntiforgery antiforgery, string? account, string returnUrl, string? error, bool idle, int status)
        => Pages.SignIn(antiforgery.GetAndStoreTokens(http), account, returnUrl, error, idle, status);

    // Only paths of this site: anything else would make the form a way to send people elsewhere.
    private static string Local(string? url)
        => url is ['/', ..] and not ['/', '/' or '\\', ..] && !url.Any(char.IsControl) ? url : Desk;
}
