using Xinfang.CaseHandling.Api.Petitions;
using Xinfang.CaseHandling.Domain.Supervising;
using Xinfang.Law;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.CaseHandling.Api.Supervising.Conference;

/// <summary>约谈、通报、挂牌督办、限期整改, in lists and in full.</summary>
internal sealed record MeasureView(
    Guid Id, MeasureKind Kind, string KindText, string Organ, string OrganName, Guid? MeetingId, MeasureStatus Status, string StatusText, string Reason, string Demand,
    DateOnly ImposedOn, DateOnly DueOn, bool Overdue, DateOnly? LiftedOn, IReadOnlyList<Note> Reports, IReadOnlyList<Note> Returns, Note? Lifting, IReadOnlyList<ActView> Acts)
{
    private static readonly IReadOnlyDictionary<MeasureAct, string> Routes = new Dictionary<MeasureAct, string>
    {
        [MeasureAct.Report] = "report",
        [MeasureAct.SendBack] = "return",
        [MeasureAct.Lift] = "lifting",
    };

    public static async Task<MeasureView> OfAsync(Measure each, CaseHandlingDb db, CurrentCaller caller, Moment now, CancellationToken ct) => (await OfAsync([each], db, caller, now, ct))[0];

    public static Task<IReadOnlyList<MeasureView>> OfAsync(IReadOnlyList<Measure> all, CaseHandlingDb db, CurrentCaller caller, Moment now, CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        return Task.FromResult<IReadOnlyList<MeasureView>>([.. all.Select(each => new MeasureView(
            each.Id, each.Kind, SupervisingWords.Of(each.Kind), each.Organ, Scopes.NameOf(each.Organ), each.MeetingId, each.Status, SupervisingWords.Of(each.Status), each.File.Reason,
            each.File.Demand, each.ImposedOn, each.DueOn, each.Status is not MeasureStatus.Lifted && now.Date > each.DueOn, each.LiftedOn, each.File.Reports, each.File.Returns,
            each.File.Lifting, SupervisingActs.For(each, caller.Person(), now, Routes, "/supervision/measures")))]);
    }
}
