using Xinfang.ServiceDefaults.Security;

namespace Xinfang.Insight.Api.Governance.Publishing;

internal static class PublishingApi
{
    public static void MapPublishing(this RouteGroupBuilder governance)
    {
        var publishing = governance.MapGroup("/publishing").RequireAuthorization(Readers.Office);
        publishing.MapGet("", ListPublishing.Handle);
        publishing.MapGet("/{id:guid}", GetPublishing.Handle).ProducesProblem(StatusCodes.Status404NotFound);
        publishing.MapPut("/{id:guid}", PlanPublishing.Handle).RequireAuthorization(Shared.Keepers).For(GovernanceLaw.Disclosure);
        publishing.MapPost("/{id:guid}/publication", NotePublication.Handle).For(GovernanceLaw.Disclosure);
    }
}

/// <summary>An item of the calendar as a caller sees it.</summary>
internal sealed record PublishingView(Guid Id, string? Rule, string Title, DateOnly DueOn, DateOnly? PublishedOn, string? Where, bool InTime, bool Overdue, DateOnly? DueSoonToldOn, DateOnly? OverdueToldOn, string Basis, IReadOnlyList<ActView> Acts)
{
    public static PublishingView Of(PublishingItem each, CurrentCaller caller, DateOnly today) => new(
        each.Id, each.Rule?.ToString(), each.Title, each.DueOn, each.PublishedOn, each.Where, each.InTime, each.OverdueOn(today), each.DueSoonToldOn, each.OverdueToldOn, each.Basis.ToString(),
        [.. new[] { ActView.Of("Publish", "登记公开", $"/governance/publishing/{each.Id}/publication", each.Refuses(caller)) }.Where(act => act.Open)]);
}
