using Microsoft.AspNetCore.Components;
using Xinfang.Portal.Api;

namespace Xinfang.Portal.Public.Progress;

/// <summary>A page of one act of the petitioner beside rating and supplementing.</summary>
public abstract class OwnActPage : ProgressPage
{
    /// <summary>Intake's acts.</summary>
    [Inject] protected IntakeActsClient Sender { get; set; } = null!;

    /// <summary>The act, in the glossary's word.</summary>
    protected abstract string ActName { get; }

    /// <summary>Open or shut, as the service says; null when it can never apply.</summary>
    protected ActView? Act => Progress?.Acts.FirstOrDefault(act => act.Act == ActName);

    /// <inheritdoc />
    protected override async Task OnInitializedAsync()
    {
        await Load();
        if (Posted) TakePosted();
    }

    /// <summary>Sends it and goes back to the progress.</summary>
    private protected async Task Do(string route, object body)
    {
        if (Progress is null) return;
        if (!Form.Valid) { Status(422); return; }
        var answer = await Sender.Own(Ticket, route, body, Gone);
        if (answer.Refused(out var problem, out _)) Refuse(problem);
        else Go(After);
    }

    /// <summary>Where it leads when it is done.</summary>
    protected virtual string After => "/progress/view";
}
