using Xinfang.ServiceDefaults.Security;

namespace Xinfang.Insight.Api.Governance.Checks;

internal static class ChecksApi
{
    public static void MapChecks(this RouteGroupBuilder governance)
    {
        var checks = governance.MapGroup("/checks").RequireAuthorization(Readers.Office);
        checks.MapGet("", ListChecks.Handle);
        checks.MapGet("/{id:guid}", GetCheck.Handle).ProducesProblem(StatusCodes.Status404NotFound);
        checks.MapPut("/{id:guid}", NoteCheck.Handle).RequireAuthorization(Shared.Keepers).For(GovernanceLaw.Finance);
        checks.MapPost("/{id:guid}/rectification", RectifyCheck.Handle).For(GovernanceLaw.Finance);
    }
}

/// <summary>A check as a caller sees it.</summary>
internal sealed record CheckView(
    Guid Id, string Area, string AreaText, string Item, DateOnly On, bool Passed, string Evidence, string? Rectification, DateOnly? RectifiedOn, string Basis, IReadOnlyList<ActView> Acts)
{
    public static CheckView Of(ComplianceCheck each, CurrentCaller caller) => new(
        each.Id, each.Area.ToString(), ComplianceCheck.Words(each.Area), each.Item, each.On, each.Passed, each.Evidence, each.Rectification, each.RectifiedOn, each.Basis.ToString(),
        [.. new[] { ActView.Of("Rectify", "登记整改", $"/governance/checks/{each.Id}/rectification", each.Refuses(caller)) }.Where(act => act.Open)]);
}
