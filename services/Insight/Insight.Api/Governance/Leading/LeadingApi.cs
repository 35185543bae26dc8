using Xinfang.ServiceDefaults.Security;

namespace Xinfang.Insight.Api.Governance.Leading;

internal static class LeadingApi
{
    public static void MapLeading(this RouteGroupBuilder governance)
    {
        governance.MapGet("/road-map", ReadRoadMap.Handle);
        governance.MapGet("/measures", ReadGovernanceMeasures.Handle).RequireAuthorization(Readers.Office);
        governance.MapGet("/evidence-book", ReadEvidenceBook.Handle).RequireAuthorization(Readers.Office);
        governance.MapGet("/study", ListStudy.Handle).RequireAuthorization(Readers.Office);
        governance.MapPut("/study/{id:guid}", EnterStudy.Handle).RequireAuthorization(Duty.Lead).For(GovernanceLaw.FirstResponsible);
    }
}

/// <summary>An entry of the leader's study.</summary>
internal sealed record StudyView(Guid Id, string Title, DateOnly On, decimal Hours)
{
    public static StudyView Of(StudyEntry each) => new(each.Id, each.Title, each.On, each.Hours);
}
