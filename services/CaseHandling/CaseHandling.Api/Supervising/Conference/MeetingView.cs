using Microsoft.EntityFrameworkCore;
using Xinfang.CaseHandling.Api.Petitions;
using Xinfang.CaseHandling.Domain;
using Xinfang.CaseHandling.Domain.Supervising;
using Xinfang.Law;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.CaseHandling.Api.Supervising.Conference;

/// <summary>联席会议, in lists and in full.</summary>
/// <param name="Organs">Who takes part.</param>
/// <param name="Tasks">What its decisions became.</param>
internal sealed record MeetingView(
    Guid Id, DateOnly On, DateOnly? DueOn, string Place, string Chair, MeetingStatus Status, string StatusText, string CalledBy, string OrganName, IReadOnlyList<MeetingView.OrganView> Organs,
    IReadOnlyList<MeetingView.PointView> Agenda, string? Minutes, IReadOnlyList<MeetingView.DecisionView> Decisions, IReadOnlyList<FollowUpView> Tasks, Note? Cancellation,
    IReadOnlyList<ActView> Acts)
{
    public sealed record OrganView(string Code, string Name);

    public sealed record PointView(int Number, string Text, Guid? PetitionId, string? PetitionNumber, Guid? DisputeId);

    public sealed record DecisionView(int Point, string Text, string Organ, string OrganName, DateOnly DueOn);

    private static readonly IReadOnlyDictionary<MeetingAct, string> Routes = new Dictionary<MeetingAct, string>
    {
        [MeetingAct.Hold] = "minutes",
        [MeetingAct.Cancel] = "cancellation",
    };

    public static async Task<MeetingView> OfAsync(Meeting each, CaseHandlingDb db, CurrentCaller caller, Moment now, CancellationToken ct) => (await OfAsync([each], db, caller, now, ct))[0];

    public static async Task<IReadOnlyList<MeetingView>> OfAsync(IReadOnlyList<Meeting> all, CaseHandlingDb db, CurrentCaller caller, Moment now, CancellationToken ct)
    {
        var ids = all.Select(each => each.Id).ToList();
        var rows = await db.FollowUpsFor(caller).Where(task => task.Source == FollowUpSource.Meeting && ids.Contains(task.SourceId)).OrderBy(task => task.DueOn).ThenBy(task => task.Id).ToListAsync(ct);
        var tasks = await FollowUpView.OfAsync([.. rows.Select(db.Read)], db, caller, now, ct);
        var sources = rows.ToDictionary(row => row.Id, row => row.SourceId);
        var petitions = await db.VisibleNumbersAsync(all.SelectMany(each => each.File.Agenda).Select(point => point.PetitionId).OfType<Guid>(), caller, ct);
        return [.. all.Select(each => new MeetingView(
            each.Id, each.On, each.Status is MeetingStatus.Called ? each.On : null, each.File.Place, each.File.Chair, each.Status, SupervisingWords.Of(each.Status), each.CalledBy,
            string.Join("、", each.Organs.Select(Scopes.NameOf)), [.. each.Organs.Select(code => new OrganView(code, Scopes.NameOf(code)))],
            [.. each.File.Agenda.Select((point, index) => new PointView(index + 1, point.Text,
                point.PetitionId is { } id && petitions.ContainsKey(id) ? id : null, point.PetitionId is { } known ? petitions.GetValueOrDefault(known) : null, point.DisputeId))],
            each.File.Minutes,
            [.. each.File.Decisions.Select(decision => new DecisionView(decision.Point, decision.Text, decision.Organ, Scopes.NameOf(decision.Organ), decision.DueOn))],
            [.. tasks.Where(task => sources[task.Id] == each.Id)], each.File.Cancellation, SupervisingActs.For(each, caller.Person(), now, Routes, "/supervision/meetings")))];
    }
}
