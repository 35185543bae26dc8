using Microsoft.AspNetCore.Components;
using Xinfang.Portal.Api;

namespace Xinfang.Portal.Desk.Acts;

/// <summary>A page about the answer that everybody shall read; knows its text.</summary>
public abstract class PublicationPage : ActPage
{
    /// <summary>Where the text comes from.</summary>
    [Inject] internal RepliesClient Replies { get; set; } = null!;

    /// <summary>The text and how far it is.</summary>
    protected PublicationView? Text { get; private set; }

    /// <inheritdoc />
    protected override async Task OnInitializedAsync()
    {
        if (!(await Replies.Of(Id, Gone)).Refused(out _, out var text)) Text = text;
        await base.OnInitializedAsync();
    }
}
