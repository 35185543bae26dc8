using System.Collections.Frozen;
using Microsoft.EntityFrameworkCore;
using Xinfang.Contracts.CaseHandling.V1;
using Xinfang.Intake.Api.Persistence;
using Xinfang.Intake.Domain;
using Xinfang.ServiceDefaults.Persistence;

namespace Xinfang.Intake.Api.Notices;

/// <summary>
/// Which facts are told to the petitioner. What leaves a line in the record and what another service tells both pass here, so that a fact
/// and its notice are one transaction and neither can be forgotten.
/// </summary>
internal static class Notifying
{
    private static readonly FrozenDictionary<string, NoticeCause> Acts = new Dictionary<string, NoticeCause>(StringComparer.Ordinal)
    {
        ["Forward"] = NoticeCause.Routed,
        ["Assign"] = NoticeCause.Routed,
        ["Return"] = NoticeCause.Returned,
        ["Reply"] = NoticeCause.Replied,
        ["Link"] = NoticeCause.Linked,
        ["Divert"] = NoticeCause.Diverted,
        ["Withdraw"] = NoticeCause.Withdrawn,
        ["AnswerMessage"] = NoticeCause.MessageAnswered,
        ["DecideCorrection"] = NoticeCause.CorrectionDecided,
        ["MeasureRetaliation"] = NoticeCause.RetaliationMeasured,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenDictionary<Type, (NoticeCause Cause, Func<object, Guid?> Paper)> Facts = new Dictionary<Type, (NoticeCause, Func<object, Guid?>)>
    {
        [typeof(PetitionAccepted)] = (NoticeCause.Accepted, told => ((PetitionAccepted)told).DocumentId),
        [typeof(PetitionDeclined)] = (NoticeCause.Declined, told => ((PetitionDeclined)told).DocumentId),
        [typeof(PetitionExtended)] = (NoticeCause.Extended, told => ((PetitionExtended)told).DocumentId),
        [typeof(TermCorrected)] = (NoticeCause.DatesCorrected, _ => null),
        [typeof(HearingCalled)] = (NoticeCause.HearingCalled, told => ((HearingCalled)told).DocumentId),
        [typeof(HearingCancelled)] = (NoticeCause.HearingCancelled, _ => null),
        [typeof(OpinionServed)] = (NoticeCause.OpinionServed, told => ((OpinionServed)told).DocumentId),
        [typeof(PetitionCompleted)] = (NoticeCause.Completed, _ => null),
        [typeof(PetitionTerminated)] = (NoticeCause.Terminated, told => ((PetitionTerminated)told).DocumentId),
        [typeof(PetitionReopened)] = (NoticeCause.Reopened, _ => null),
        [typeof(EnforcementDone)] = (NoticeCause.Enforced, _ => null),
        [typeof(AdoptionCarriedOut)] = (NoticeCause.CarriedOut, _ => null),
        [typeof(SuggestionRewarded)] = (NoticeCause.Rewarded, _ => null),
        [typeof(ReviewRequestAnswered)] = (NoticeCause.ReviewAnswered, told => ((ReviewRequestAnswered)told).DocumentId),
        [typeof(ReviewOpinionServed)] = (NoticeCause.ReviewServed, told => ((ReviewOpinionServed)told).DocumentId),
        [typeof(PetitionBarred)] = (NoticeCause.Barred, told => ((PetitionBarred)told).DocumentId),
        [typeof(ReplyPublished)] = (NoticeCause.Published, _ => null),
        [typeof(AccusationTransferred)] = (NoticeCause.AccusationTransferred, _ => null),
        [typeof(AccusationResultTold)] = (NoticeCause.AccusationAnswered, _ => null),
    }.ToFrozenDictionary();

    /// <summary>After an act of the office or the petitioner was recorded. Its paper, if it has one, lies in the same transaction.</summary>
    public static async Task NotifyOfActAsync(this IntakeDb db, Petition petition, string act, DateTimeOffset at, CancellationToken ct)
    {
        // A dispute that is settled ends in a routing; one that goes up a level is no news to the petitioner.
        var settled = act == "DecideDispute" && petition.Status is PetitionStatus.Forwarded;
        if (!settled && !Acts.ContainsKey(act)) return;
        var seq = db.Record.Local.Where(entry => entry.PetitionId == petition.Id.Value).Max(entry => entry.Seq);
        var paper = db.Documents.Local.Where(document => document.PetitionId == petition.Id && DocumentReading.ToPetitioner.Contains(document.Kind)).MaxBy(document => document.Id)?.Id;
        await db.NotifyAsync(petition.Id, settled ? NoticeCause.Routed : Acts[act], $"{act}:{seq}", paper, at, ct);
    }

    /// <summary>After a fact of another service was kept for the first time.</summary>
    public static Task NotifyOfFactAsync(this IntakeDb db, PetitionId petition, object fact, string key, DateTimeOffset at, CancellationToken ct) =>
        Facts.TryGetValue(fact.GetType(), out var known) ? db.NotifyAsync(petition, known.Cause, key, known.Paper(fact), at, ct) : Task.CompletedTask;

    private static async Task NotifyAsync(this IntakeDb db, PetitionId petition, NoticeCause cause, string key, Guid? paper, DateTimeOffset at, CancellationToken ct)
    {
        // Whoever filed without a name is reached nowhere and asks with the query code.
        if (await db.Contacts.FindAsync([petition], ct) is not { } contact) return;
        var underSeal = contact.Way is NoticeWay.Post
            && await db.Petitions.Where(p => p.Id == petition).IgnoreAutoIncludes().Select(p => p.Sealed).SingleOrDefaultAsync(ct);
        var notice = Notice.Of(petition, cause, key, contact.Way, underSeal, paper, at);
        db.Notices.Add(notice);
        db.Entry(notice).Property<byte[]>(NoticeMapping.Addressee).CurrentValue = contact.Addressee;
    }
}
