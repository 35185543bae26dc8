namespace Xinfang.Portal.Api;

/// <summary>A published answer.</summary>
public sealed record PublishedReply(Guid Id, string Title, string Organ, string OrganName, DateOnly PublishedOn, string Question, string Answer);

/// <summary>The text that is going to be public, and how far it is.</summary>
public sealed record PublicationView(string State, Guid? ReplyId, string Title, string Question, string Answer, string? ProposedBy, DateOnly? ReleasedOn, string? WithdrawnBecause);

/// <summary>公开的答复 at the gateway.</summary>
public sealed class RepliesClient(HttpClient http) : GatewayClient(http, "/api/case-handling")
{
    /// <summary>The newest first.</summary>
    public Task<Answer<Page<PublishedReply>>> List(string? after, CancellationToken ct) => Get<Page<PublishedReply>>($"/replies?limit=20{(after is { Length: > 0 } ? $"&after={Uri.EscapeDataString(after)}" : "")}", ct: ct);

    /// <summary>One.</summary>
    public Task<Answer<PublishedReply>> Read(Guid id, CancellationToken ct) => Get<PublishedReply>($"/replies/{id}", ct: ct);

    /// <summary>What a petition has to publish.</summary>
    public Task<Answer<PublicationView>> Of(Guid petition, CancellationToken ct) => Get<PublicationView>($"/petitions/{petition}/publication", ct: ct);
}
