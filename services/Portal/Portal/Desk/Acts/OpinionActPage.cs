using Microsoft.AspNetCore.Components;
using Xinfang.Portal.Api;

namespace Xinfang.Portal.Desk.Acts;

/// <summary>A page on the way of the opinion: shows the draft beside the act.</summary>
public abstract class OpinionActPage : ActPage
{
    /// <summary>CaseHandling's documents.</summary>
    [Inject] protected DocumentsClient Documents { get; set; } = null!;

    /// <summary>The draft, its versions and what the checks found.</summary>
    protected OpinionView? Opinion { get; private set; }

    /// <inheritdoc />
    protected override async Task OnInitializedAsync()
    {
        Opinion = (await Documents.Opinion(Id, Gone)).Value;
        await base.OnInitializedAsync();
    }
}
