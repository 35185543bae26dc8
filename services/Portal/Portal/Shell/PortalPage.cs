using Microsoft.AspNetCore.Components;
using Xinfang.Portal.Parts;

namespace Xinfang.Portal.Shell;

/// <summary>What the pages share: the request, the posted form, redirects after a POST.</summary>
public abstract class PortalPage : ComponentBase
{
    /// <summary>The request.</summary>
    [CascadingParameter] public HttpContext Http { get; set; } = null!;

    [Inject] private NavigationManager Navigation { get; set; } = null!;

    /// <summary>What was typed and what is wrong with it.</summary>
    protected FormState Form { get; } = new();

    /// <summary>A form was posted.</summary>
    protected bool Posted => HttpMethods.IsPost(Http.Request.Method);

    /// <summary>Ends when the person leaves.</summary>
    protected CancellationToken Gone => Http.RequestAborted;

    /// <summary>A value of the address.</summary>
    protected string Asked(string name) => Http.Request.Query[name].ToString();

    /// <summary>Takes over what was posted, if anything was.</summary>
    protected void TakePosted()
    {
        if (Posted) Form.Take(Http.Request.Form);
    }

    /// <summary>Post/Redirect/Get: sends the browser on.</summary>
    protected void Go(string address) => Navigation.NavigateTo(address);

    /// <summary>Sets the status of the page.</summary>
    protected void Status(int status) => Http.Response.StatusCode = status;
}
