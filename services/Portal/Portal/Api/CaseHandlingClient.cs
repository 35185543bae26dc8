namespace Xinfang.Portal.Api;

/// <summary>CaseHandling's routes.</summary>
public sealed class CaseHandlingClient(HttpClient http) : GatewayClient(http, "/api/case-handling")
{
    /// <summary>A paper, for the citizen by ticket or for staff of the organ.</summary>
    public Task<Answer<DocumentContent>> Document(Guid petition, Guid id, string? ticket, CancellationToken ct) =>
        Get<DocumentContent>($"/petitions/{petition}/documents/{id}", ticket, ct);
}
