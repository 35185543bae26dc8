using Xinfang.CaseHandling.Api.Petitions;
using Xinfang.CaseHandling.Domain.Supervising;
using Xinfang.Law;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.CaseHandling.Api.Supervising.Receptions;

/// <summary>接访日, in lists and in full.</summary>
internal sealed record ReceptionView(
    Guid Id, ReceptionKind Kind, DateOnly On, TimeOnly From, TimeOnly Until, DateOnly? DueOn, string Leader, LeaderRank Rank, string RankText, string Post, string Place, string Topic,
    int Places, int Booked, int Received, ReceptionStatus Status, string StatusText, string OrganName, IReadOnlyList<string> Organs,
    IReadOnlyList<ReceptionView.AppointmentView> Appointments, IReadOnlyList<ReceptionView.EntryView> Entries, Note? Cancellation, IReadOnlyList<ActView> Acts)
{
    /// <param name="Number">信访编号; null where the petition is not this caller's to see.</param>
    public sealed record AppointmentView(int Slot, string? Number, Guid? PetitionId, DateOnly BookedOn, string By);

    public sealed record EntryView(string Text, string? FollowUp, string? OrganName, DateOnly? DueOn);

    private static readonly IReadOnlyDictionary<ReceptionAct, string> Routes = new Dictionary<ReceptionAct, string>
    {
        [ReceptionAct.Publish] = "publication",
        [ReceptionAct.Book] = "appointments",
        [ReceptionAct.Hold] = "minutes",
        [ReceptionAct.Cancel] = "cancellation",
    };

    public static async Task<ReceptionView> OfAsync(ReceptionDay each, CaseHandlingDb db, CurrentCaller caller, Moment now, CancellationToken ct) => (await OfAsync([each], db, caller, now, ct))[0];

    public static async Task<IReadOnlyList<ReceptionView>> OfAsync(IReadOnlyList<ReceptionDay> all, CaseHandlingDb db, CurrentCaller caller, Moment now, CancellationToken ct)
    {
        var numbers = await db.VisibleNumbersAsync(all.SelectMany(each => each.File.Appointments).Select(each => each.PetitionId), caller, ct);
        return [.. all.Select(each => new ReceptionView(
            each.Id, each.Kind, each.On, each.From, each.Until, each.Status is ReceptionStatus.Planned or ReceptionStatus.Published ? each.On : null, each.Leader, each.Rank,
            ReceptionFrequency.Of(each.Rank).Words, each.File.Post, each.File.Place, each.File.Topic, each.Places, each.Booked, each.Received, each.Status,
            SupervisingWords.Of(each.Status), string.Join("、", each.Organs.Select(Scopes.NameOf)), each.Organs,
            [.. each.File.Appointments.Select(booked => new AppointmentView(booked.Slot, numbers.GetValueOrDefault(booked.PetitionId),
                numbers.ContainsKey(booked.PetitionId) ? booked.PetitionId : null, booked.BookedOn, booked.By))],
            [.. each.File.Entries.Select(entry => new EntryView(entry.Text, entry.FollowUp, entry.Organ is { } organ ? Scopes.NameOf(organ) : null, entry.DueOn))],
            each.File.Cancellation, SupervisingActs.For(each, caller.Person(), now, Routes, "/supervision/reception-days")))];
    }
}
