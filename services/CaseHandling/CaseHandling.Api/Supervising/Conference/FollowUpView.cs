using Xinfang.CaseHandling.Api.Petitions;
using Xinfang.CaseHandling.Domain.Supervising;
using Xinfang.Law;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.CaseHandling.Api.Supervising.Conference;

/// <summary>落实任务, in lists and in full.</summary>
internal sealed record FollowUpView(
    Guid Id, FollowUpSource Source, Guid SourceId, Guid? PetitionId, string? Number, Guid? DisputeId, string Organ, string OrganName, FollowUpStatus Status, string StatusText,
    string Text, DateOnly SetOn, DateOnly DueOn, bool Overdue, DateOnly? DoneOn, IReadOnlyList<Note> Reports, IReadOnlyList<Note> Returns, Note? Confirmation, IReadOnlyList<ActView> Acts)
{
    private static readonly IReadOnlyDictionary<FollowUpAct, string> Routes = new Dictionary<FollowUpAct, string>
    {
        [FollowUpAct.Report] = "report",
        [FollowUpAct.SendBack] = "return",
        [FollowUpAct.Confirm] = "confirmation",
    };

    public static async Task<FollowUpView> OfAsync(FollowUp each, CaseHandlingDb db, CurrentCaller caller, Moment now, CancellationToken ct) => (await OfAsync([each], db, caller, now, ct))[0];

    public static async Task<IReadOnlyList<FollowUpView>> OfAsync(IReadOnlyList<FollowUp> all, CaseHandlingDb db, CurrentCaller caller, Moment now, CancellationToken ct)
    {
        var petitions = await db.VisibleNumbersAsync(all.Select(each => each.PetitionId).OfType<Guid>(), caller, ct);
        return [.. all.Select(each => new FollowUpView(
            each.Id, each.Source, each.SourceId, each.PetitionId is { } id && petitions.ContainsKey(id) ? id : null,
            each.PetitionId is { } known ? petitions.GetValueOrDefault(known) : null, each.DisputeId, each.Organ, Scopes.NameOf(each.Organ), each.Status, SupervisingWords.Of(each.Status),
            each.File.Text, each.SetOn, each.DueOn, each.Status is not FollowUpStatus.Done && now.Date > each.DueOn, each.DoneOn, each.File.Reports, each.File.Returns,
            each.File.Confirmation, SupervisingActs.For(each, caller.Person(), now, Routes, "/supervision/tasks")))];
    }
}
