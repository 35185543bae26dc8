using Xinfang.ServiceDefaults.Security;

namespace Xinfang.Outreach.Api.Guidance;

internal static class GuidanceApi
{
    /// <summary>上级指导: what the superior office said to the office's work, and what was put right (S-37).</summary>
    public static void MapGuidance(this IEndpointRouteBuilder app)
    {
        var guidance = app.MapGroup("/guidance").WithTags("Guidance").RequireAuthorization(Readers.Office)
            .ProducesProblem(StatusCodes.Status401Unauthorized).ProducesProblem(StatusCodes.Status403Forbidden);
        guidance.MapGet("", ListGuidance.Handle);
        guidance.MapGet("/{id:guid}", GetGuidance.Handle).ProducesProblem(StatusCodes.Status404NotFound);
        guidance.MapPut("/{id:guid}", NoteGuidance.Handle).RequireAuthorization(Duty.Teach).For(GuidanceRefusals.Guidance);
        guidance.MapPost("/{id:guid}/rectification", RectifyGuidance.Handle).For(GuidanceRefusals.Guidance);
    }
}

/// <summary>An opinion of the superior office as a caller sees it.</summary>
internal sealed record GuidanceView(
    Guid Id, DateOnly On, string By, string Way, string WayText, string Opinion, string? Owner, DateOnly? DueOn, string Status, string StatusText, bool Overdue, string? Result, DateOnly? RectifiedOn, IReadOnlyList<ActView> Acts)
{
    public static GuidanceView Of(GuidanceEntry each, CurrentCaller caller, DateOnly today) => new(
        each.Id, each.On, each.By, each.Way.ToString(), GuidanceRefusals.Words(each.Way), each.Opinion, each.Owner, each.DueOn, each.Status.ToString(), GuidanceRefusals.Words(each.Status), each.OverdueOn(today), each.Result, each.RectifiedOn,
        [.. new[] { ActView.Of("Rectify", "登记整改结果", $"/guidance/{each.Id}/rectification", each.Refuses(caller)) }.Where(act => act.Open)]);
}
