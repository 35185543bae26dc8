using Microsoft.EntityFrameworkCore;
using Xinfang.CaseHandling.Api.Petitions;
using Xinfang.CaseHandling.Domain;
using Xinfang.CaseHandling.Domain.Supervising;
using Xinfang.Law;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.CaseHandling.Api.Supervising.Packages;

/// <summary>领导包案, in lists and in full.</summary>
/// <param name="PetitionStatusText">Where the petition stands with its organ.</param>
internal sealed record PackageView(
    Guid Id, Guid PetitionId, string? Number, string PetitionStatusText, string Organ, string OrganName, string Leader, PackageStatus Status, string StatusText, string Reason,
    DateOnly AssignedOn, DateOnly DueOn, bool Overdue, DateOnly? ClosedOn, Note? Plan, IReadOnlyList<PackageView.VisitView> Visits, Note? Result, IReadOnlyList<Note> Returns,
    Note? Closing, IReadOnlyList<ActView> Acts)
{
    public sealed record VisitView(DateOnly On, LeaderVisitWay Way, string WayText, string By, string Text);

    private static readonly IReadOnlyDictionary<PackageAct, string> Routes = new Dictionary<PackageAct, string>
    {
        [PackageAct.Plan] = "plan",
        [PackageAct.Visit] = "visits",
        [PackageAct.Report] = "result",
        [PackageAct.SendBack] = "return",
        [PackageAct.Close] = "closure",
    };

    public static async Task<PackageView> OfAsync(CasePackage each, CaseHandlingDb db, CurrentCaller caller, Moment now, CancellationToken ct) => (await OfAsync([each], db, caller, now, ct))[0];

    public static async Task<IReadOnlyList<PackageView>> OfAsync(IReadOnlyList<CasePackage> all, CaseHandlingDb db, CurrentCaller caller, Moment now, CancellationToken ct)
    {
        var ids = all.Select(each => each.PetitionId).ToList();
        var petitions = await db.Petitions.AsNoTracking().Where(petition => ids.Contains(petition.Id))
            .Select(petition => new { petition.Id, petition.Number, petition.Organ, petition.Status }).ToDictionaryAsync(each => each.Id, ct);
        return [.. all.Select(each =>
        {
            var (file, petition) = (each.File, petitions[each.PetitionId]);
            return new PackageView(
                each.Id, each.PetitionId.Value, petition.Number, Words.Of(petition.Status), petition.Organ, Scopes.NameOf(petition.Organ), each.Leader, each.Status,
                SupervisingWords.Of(each.Status), file.Reason, each.AssignedOn, each.DueOn, each.Status is not PackageStatus.Closed && now.Date > each.DueOn, each.ClosedOn, file.Plan,
                [.. file.Visits.Select(visit => new VisitView(visit.On, visit.Way, SupervisingWords.Of(visit.Way), visit.By, visit.Text))], file.Result, file.Returns, file.Closing,
                SupervisingActs.For(each, caller.Person(), now, Routes, "/supervision/packages"));
        })];
    }
}
