using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Components;
using Xinfang.Portal.Api;
using Xinfang.Portal.Sessions;
using Xinfang.Portal.Shell;

namespace Xinfang.Portal.Desk;

/// <summary>A page of a signed-in person.</summary>
public abstract class DeskPage : PortalPage
{
    /// <summary>Intake.</summary>
    [Inject] protected IntakeClient Intake { get; set; } = null!;

    /// <summary>CaseHandling.</summary>
    [Inject] protected CaseHandlingClient CaseHandling { get; set; } = null!;

    /// <summary>Why there is nothing to show, or why an act was refused.</summary>
    protected Problem? Problem { get; set; }

    /// <summary>The form on the page is one that was typed before the session ended.</summary>
    protected bool GivenBack { get; private set; }

    [Inject] private IServiceProvider Services { get; set; } = null!;

    /// <summary>Fills the form with what this account had typed here when its session ended.</summary>
    private protected async Task TakeKept()
    {
        if (Posted || await Services.GetRequiredService<KeptForms>().Take(Http, Http.User.FindFirst("sub")?.Value) is not { } fields) return;
        foreach (var (name, value) in fields) Form[name] = value;
        GivenBack = true;
    }

    /// <summary>The duty whose menu is shown.</summary>
    protected string MyDuty => DutyOf(Http);

    internal static string DutyOf(HttpContext http) => ChooseDuty.InUse(http);

    /// <summary>Shows the refusal; a lost session leads to the sign-in page.</summary>
    private protected async Task Refuse(Problem problem)
    {
        if (problem.Unauthenticated)
        {
            await Http.SignOutAsync(SignIn.Session);
            Go($"/sign-in?over=1&back={Uri.EscapeDataString(HttpMethods.IsGet(Http.Request.Method) ? Http.Request.Path + Http.Request.QueryString.ToString() : "/desk")}");
            return;
        }
        Problem = problem;
        Status(problem.Status >= 500 ? 503 : problem.Status);
    }

    /// <summary>The value, or null and the refusal on the page.</summary>
    private protected async Task<T?> Take<T>(Task<Answer<T>> asked) where T : class
    {
        var answer = await asked;
        if (!answer.Refused(out var problem, out var value)) return value;
        await Refuse(problem);
        return null;
    }

    /// <summary>The value, or null when it is not this caller's; other refusals are shown.</summary>
    private protected async Task<T?> TakeOptional<T>(Task<Answer<T>> asked) where T : class
    {
        var answer = await asked;
        if (!answer.Refused(out var problem, out var value)) return value;
        if (problem.Unauthenticated) await Refuse(problem);
        return null;
    }
}
