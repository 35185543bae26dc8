using Microsoft.AspNetCore.Components;
using Xinfang.Portal.Sessions;
using Xinfang.Portal.Shell;

namespace Xinfang.Portal.Public.Submit;

/// <summary>A step of 我要信访: loads the draft, keeps it at every press of a button, goes on when nothing is wrong.</summary>
public abstract class SubmitPage : PortalPage
{
    [Inject] private IServiceProvider Services { get; set; } = null!;

    private protected Drafts Drafts => Services.GetRequiredService<Drafts>();

    private protected Draft Draft { get; private set; } = new();

    /// <summary>The browser had a draft and the server has it no more.</summary>
    protected bool Lost { get; private set; }

    private protected async Task Load()
    {
        var known = await Drafts.Of(Http, Gone);
        Lost = known is null && Drafts.Expected(Http);
        Draft = known ?? new Draft();
    }

    private protected async Task<string> Keep(Draft draft)
    {
        Draft = draft;
        return await Drafts.Keep(Http, draft, Gone);
    }

    /// <summary>The button that was pressed, apart from the way on.</summary>
    protected string Pressed => Posted ? Http.Request.Form["press"].ToString() : "";
}
