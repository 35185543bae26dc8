using System.Collections.Frozen;
using Xinfang.Contracts.CaseHandling.V1;
using Xinfang.Contracts.Intake.V1;

namespace Xinfang.DepartmentFeed.Api.Feed;

/// <summary>交还: the organ no longer holds the petition. The feed's own fact, told to the organ that lost it.</summary>
internal sealed record PetitionReturned
{
    public required Guid PetitionId { get; init; }
    public required string Organ { get; init; }
    public required int Round { get; init; }
    public required DateTimeOffset ReturnedAt { get; init; }
}

/// <summary>
/// What departments are told, whom it concerns and what is in it: the one place to change. docs/feed-audience.md, docs/schemas/ and
/// docs/asyncapi.yaml are printed from it, and a test fails for a contract that has no row.
/// </summary>
internal static class FeedTable
{
    /// <summary>One row for each event of Intake and CaseHandling, in the order of a petition's life.</summary>
    public static IReadOnlyList<FeedRow> Rows { get; } =
    [
        FeedRow.Of<PetitionRegistered>("登记", Audience.Office,
            e => new { e.Channel, e.ReceivedOn, e.RegisteredAt, e.Street, e.ForwardStrictDueOn, e.ForwardDueOn }, e => e.RegisteredAt),
        FeedRow.Of<PetitionClassified>("甄别分类", Audience.Office,
            e => new { e.Category, e.ContentCode, e.Urgent, e.ClassifiedAt }, e => e.ClassifiedAt),
        FeedRow.Of<PetitionForwarded>("转送", Audience.Receiver,
            e => new { e.Organ, e.Round, e.Category, e.ClaimCount, e.ElectronicService, e.Urgent, e.ReceivedByOfficeOn, e.ForwardedAt, e.Repeat, e.RepeatRound }, e => e.ForwardedAt),
        FeedRow.Of<PetitionAssigned>("交办", Audience.Receiver,
            e => new { e.Organ, e.Round, e.Category, e.ClaimCount, e.ElectronicService, e.Urgent, e.ReceivedByOfficeOn, e.AssignedAt, e.ReportDueOn, e.Repeat, e.RepeatRound },
            e => e.AssignedAt),
        FeedRow.Of<PetitionSupplemented>("补充材料", Audience.Holder,
            e => new { e.Organ, e.SupplementNumber, e.SupplementedAt }, e => e.SupplementedAt),
        FeedRow.Of<RepeatConfirmed>("确认重复", Audience.Holder,
            e => new { e.Organ, e.Kind, e.RepeatRound, e.ConfirmedAt }, e => e.ConfirmedAt),
        FeedRow.Of<RepeatUndone>("撤销重复关联", Audience.Holder,
            e => new { e.Organ, e.Kind, e.RepeatRound, e.UndoneAt }, e => e.UndoneAt),
        FeedRow.Of<PetitionAnswered>("信访办直接答复", Audience.Office,
            e => new { e.Outcome, e.AnsweredAt, e.DocumentId }, e => e.AnsweredAt),
        FeedRow.Of<JurisdictionDisputed>("受理争议", Audience.Office,
            e => new { e.Level, e.Settled, e.At }, e => e.At),
        FeedRow.Of<UrgencyEscalated>("紧急报告", Audience.Holder,
            e => new { e.Organ, e.Recipients, e.EscalatedAt, e.InTime }, e => e.EscalatedAt),
        FeedRow.Of<MessageLeft>("信访人留言", Audience.Holder,
            e => new { e.Organ, e.MessageNumber, e.LeftAt, e.ReplyDueOn }, e => e.LeftAt),
        FeedRow.Of<PetitionChased>("信访人催办", Audience.Holder,
            e => new { e.Organ, e.Term, e.DueOn, e.ChaseNumber, e.ChasedAt }, e => e.ChasedAt),
        FeedRow.Of<PetitionWithdrawn>("撤回", Audience.Holder,
            e => new { e.Organ, e.WithdrawnAt, e.DocumentId }, e => e.WithdrawnAt),
        FeedRow.Of<PetitionReceived>("收到", Audience.Holder,
            e => new { e.Organ, e.Round, e.ReceivedAt, e.NoticeStrictDueOn, e.NoticeDueOn, e.ContestDueOn }, e => e.ReceivedAt),
        FeedRow.Of<PetitionClaimed>("认领", Audience.Office,
            e => new { e.Organ, e.ClaimedAt }, e => e.ClaimedAt),
        FeedRow.Of<AssignmentContested>("提出异议", Audience.Holder,
            e => new { e.Organ, e.Round, e.ContestedAt, e.ProposedOrgan }, e => e.ContestedAt),
        FeedRow.Of<ContestationDecided>("异议核实", Audience.HolderOrFormer,
            e => new { e.Organ, e.Round, e.Agreed, e.DecidedAt, e.ProposedOrgan }, e => e.DecidedAt),
        FeedRow.Of<PetitionAccepted>("受理", Audience.Holder,
            e => new { e.Organ, e.AcceptedAt, e.StrictDueOn, e.DueOn, e.SimpleStrictDueOn, e.SimpleDueOn, e.DocumentId, e.DocumentNumber }, e => e.AcceptedAt),
        FeedRow.Of<PetitionDeclined>("不予受理", Audience.Holder,
            e => new { e.Organ, e.DeclinedAt, e.Road, e.Until, e.DocumentId, e.DocumentNumber }, e => e.DeclinedAt),
        FeedRow.Of<StatementHeard>("听取信访人陈述", Audience.Office,
            e => new { e.Organ, e.HeardOn, e.RecordedAt }, e => e.RecordedAt),
        FeedRow.Of<PetitionExtended>("延期", Audience.Holder,
            e => new { e.Organ, e.Days, e.ServedOn, e.StrictDueOn, e.DueOn, e.DocumentId, e.DocumentNumber }),
        FeedRow.Of<TermDueSoon>("临期", Audience.Holder,
            e => new { e.Organ, e.Term, e.StrictDueOn, e.DueOn, e.NoticedAt }, e => e.NoticedAt),
        FeedRow.Of<TermOverdue>("超期", Audience.Holder,
            e => new { e.Organ, e.Term, e.StrictDueOn, e.DueOn, e.NoticedAt }, e => e.NoticedAt),
        FeedRow.Of<TermCorrected>("期限重算", Audience.Holder,
            e => new { e.Organ, e.Term, e.FormerStrictDueOn, e.FormerDueOn, e.StrictDueOn, e.DueOn, e.CorrectedAt }, e => e.CorrectedAt),
        FeedRow.Of<PetitionDecided>("作出处理意见", Audience.Holder,
            e => new { e.Organ, e.DecidedAt, e.Supported, e.Explained, e.NotSupported, e.Adoption, e.MeasureDueOn, e.InTime, e.DocumentId, e.DocumentNumber }, e => e.DecidedAt),
        FeedRow.Of<OpinionWithdrawn>("作废处理意见书", Audience.Holder,
            e => new { e.Organ, e.WithdrawnAt, e.StrictDueOn, e.DueOn, e.DocumentId, e.DocumentNumber }, e => e.WithdrawnAt),
        FeedRow.Of<DefectFound>("文书缺陷", Audience.Office,
            e => new { e.Organ, e.Code, e.Severity, e.Count, e.Source, e.FoundAt }, e => e.FoundAt),
        FeedRow.Of<OpinionServed>("送达", Audience.Holder,
            e => new { e.Organ, e.ServedOn, e.Method, e.ReviewBody, e.ReviewStrictDueOn, e.ReviewDueOn, e.DocumentId }),
        FeedRow.Of<PetitionCompleted>("办结", Audience.Holder,
            e => new { e.Organ, e.CompletedAt, e.InTime, e.ClosingLevel, e.RootCause }, e => e.CompletedAt),
        FeedRow.Of<SimpleProcedureChosen>("适用简易办理", Audience.Holder,
            e => new { e.Organ, e.ChosenAt, e.StrictDueOn, e.DueOn }, e => e.ChosenAt),
        FeedRow.Of<SimpleProcedureLeft>("转为普通程序", Audience.Holder,
            e => new { e.Organ, e.EndedAt }, e => e.EndedAt),
        FeedRow.Of<PetitionHandedOver>("移交承办人", Audience.Office,
            e => new { e.Organ, e.HandedOverAt }, e => e.HandedOverAt),
        FeedRow.Of<PetitionerContacted>("联系信访人", Audience.Office,
            e => new { e.Organ, e.ContactedAt, e.First, e.InTime }, e => e.ContactedAt),
        FeedRow.Of<HearingCalled>("决定听证", Audience.Office,
            e => new { e.Organ, e.HeldOn, e.CalledAt, e.DocumentId, e.DocumentNumber }, e => e.CalledAt),
        FeedRow.Of<HearingHeld>("举行听证", Audience.Office,
            e => new { e.Organ, e.HeldOn, e.RecordedAt, e.DocumentId, e.DocumentNumber }, e => e.RecordedAt),
        FeedRow.Of<HearingCancelled>("取消听证", Audience.Office,
            e => new { e.Organ, e.HeldOn, e.CancelledAt }, e => e.CancelledAt),
        FeedRow.Of<MediationStarted>("开始调解", Audience.Holder,
            e => new { e.Organ, e.Kind, e.StartedAt }, e => e.StartedAt),
        FeedRow.Of<MediationAgreed>("达成协议", Audience.Holder,
            e => new { e.Organ, e.Kind, e.AgreedAt, e.InTime, e.PerformDueOn, e.DocumentId, e.DocumentNumber }, e => e.AgreedAt),
        FeedRow.Of<MediationFailed>("调解不成", Audience.Holder,
            e => new { e.Organ, e.Kind, e.FailedAt }, e => e.FailedAt),
        FeedRow.Of<SuggestionStudied>("研究论证", Audience.Office,
            e => new { e.Organ, e.StudiedOn }),
        FeedRow.Of<AdoptionCarriedOut>("落实采纳措施", Audience.Holder,
            e => new { e.Organ, e.DoneOn, e.InTime }),
        FeedRow.Of<SuggestionRewarded>("致谢、奖励", Audience.Holder,
            e => new { e.Organ, e.Kind, e.RewardedOn }),
        FeedRow.Of<EnforcementDone>("落实", Audience.Holder,
            e => new { e.Organ, e.Item, e.Claim, e.DoneOn, e.InTime, e.Left }),
        FeedRow.Of<EnforcementRefused>("拒不执行", Audience.Holder,
            e => new { e.Organ, e.Item, e.Claim, e.RefusedAt }, e => e.RefusedAt),
        FeedRow.Of<PetitionTerminated>("终止办理", Audience.Holder,
            e => new { e.Organ, e.Ground, e.TerminatedAt, e.DocumentId, e.DocumentNumber }, e => e.TerminatedAt),
        FeedRow.Of<PetitionReopened>("重新办理", Audience.Holder,
            e => new { e.Organ, e.ReopenedAt, e.StrictDueOn, e.DueOn }, e => e.ReopenedAt),
        FeedRow.Of<AccusationTransferred>("检举控告移送", Audience.Holder,
            e => new { e.Organ, e.TransferredAt }, e => e.TransferredAt),
        FeedRow.Of<AccusationResultTold>("检举控告反馈结果", Audience.Holder,
            e => new { e.Organ, e.ToldAt }, e => e.ToldAt),
        FeedRow.Of<PetitionRated>("满意度评价", Audience.Holder,
            e => new { e.Organ, e.OfficeScore, e.OrganScore, e.RatedAt }, e => e.RatedAt),
        FeedRow.Of<PetitionCalledBack>("回访", Audience.Holder,
            e => new { e.Organ, e.Way, e.HeldOn, e.Outcome, e.InTime, e.CalledBackAt }, e => e.CalledBackAt),
        FeedRow.Of<TermWarned>("预警", Audience.Holder,
            e => new { e.Organ, e.Term, e.Percent, e.StrictDueOn, e.DueOn, e.NoticedAt }, e => e.NoticedAt),
        FeedRow.Of<SupervisionOpened>("督办", Audience.Holder,
            e => new { e.Organ, e.SupervisionId, e.Cause, e.Pressings, e.DocumentNumber, e.AskedAt, e.DueOn }, e => e.AskedAt),
        FeedRow.Of<SupervisionClosed>("督办办结", Audience.Holder,
            e => new { e.Organ, e.SupervisionId, e.ClosedAt }, e => e.ClosedAt),
        FeedRow.Of<ProposalIssued>("发出建议", Audience.Holder,
            e => new { e.Organ, e.ProposalId, e.Kind, e.DocumentNumber, e.IssuedAt, e.DueOn }, e => e.IssuedAt),
        FeedRow.Of<ProposalAnswered>("反馈采纳情况", Audience.Holder,
            e => new { e.Organ, e.ProposalId, e.Adoption, e.InTime, e.AnsweredAt }, e => e.AnsweredAt),
        FeedRow.Of<ReviewRequested>("申请复查", Audience.HolderAndReviewer,
            e => new { e.Organ, e.ReviewId, e.ReviewBody, e.RequestedOn, e.ReceivedOn, e.InTime, e.RequestedAt, e.StrictDueOn, e.DueOn }, e => e.RequestedAt),
        FeedRow.Of<RecheckRequested>("申请复核", Audience.HolderAndReviewer,
            e => new { e.Organ, e.ReviewId, e.ReviewBody, e.RequestedOn, e.ReceivedOn, e.InTime, e.RequestedAt, e.StrictDueOn, e.DueOn }, e => e.RequestedAt),
        FeedRow.Of<ReviewRequestAnswered>("复查、复核申请受理或者不予受理", Audience.HolderAndReviewer,
            e => new { e.Organ, e.ReviewId, e.ReviewBody, e.Level, e.Accepted, e.Ground, e.Until, e.AnsweredAt, e.DocumentId, e.DocumentNumber }, e => e.AnsweredAt),
        FeedRow.Of<ReviewHearingHeld>("复查、复核听证", Audience.HolderAndReviewer,
            e => new { e.Organ, e.ReviewId, e.ReviewBody, e.Level, e.HeldFrom, e.HeldTo, e.ExcludedDays, e.RecordedAt, e.StrictDueOn, e.DueOn }, e => e.RecordedAt),
        FeedRow.Of<ReviewDecided>("作出复查意见", Audience.HolderAndReviewer,
            e => new { e.Organ, e.ReviewId, e.ReviewBody, e.Outcome, e.DecidedAt, e.InTime, e.RedoStrictDueOn, e.RedoDueOn, e.DocumentId, e.DocumentNumber }, e => e.DecidedAt),
        FeedRow.Of<RecheckDecided>("作出复核意见", Audience.HolderAndReviewer,
            e => new { e.Organ, e.ReviewId, e.ReviewBody, e.Outcome, e.DecidedAt, e.InTime, e.ExcludedDays, e.RedoStrictDueOn, e.RedoDueOn, e.DocumentId, e.DocumentNumber }, e => e.DecidedAt),
        FeedRow.Of<ReviewOpinionServed>("送达复查、复核意见", Audience.HolderAndReviewer,
            e => new { e.Organ, e.ReviewId, e.ReviewBody, e.Level, e.ServedOn, e.Method, e.RecheckBody, e.RecheckStrictDueOn, e.RecheckDueOn, e.Final, e.DocumentId }),
        FeedRow.Of<PetitionBarred>("不再受理", Audience.Holder,
            e => new { e.Organ, e.BarredAt, e.EarlierPetitionId, e.DocumentId, e.DocumentNumber }, e => e.BarredAt),
        FeedRow.Of<ReplyPublished>("公开答复", Audience.Holder, e => new { e.Organ, e.ReplyId, e.PublishedAt }, e => e.PublishedAt),
        FeedRow.Of<ReplyWithdrawn>("撤回公开", Audience.Holder, e => new { e.Organ, e.ReplyId, e.WithdrawnAt }, e => e.WithdrawnAt),
    ];

    /// <summary>交还, made by the feed itself: <see cref="Holding"/> says when.</summary>
    public static FeedRow Returned { get; } = FeedRow.Of<PetitionReturned>("交还", Audience.HolderOrFormer,
        e => new { e.Organ, e.Round, e.ReturnedAt }, e => e.ReturnedAt);

    /// <summary>Every type on the wire.</summary>
    public static IReadOnlyList<FeedRow> Types { get; } = [.. Rows, Returned];

    private static readonly FrozenDictionary<Type, FeedRow> ByContract = Rows.ToFrozenDictionary(row => row.Contract);

    /// <summary>The row of a contract. Throws for one without a row: an event must never be dropped silently.</summary>
    public static FeedRow RowOf(Type contract) => ByContract.TryGetValue(contract, out var row)
        ? row
        : throw new InvalidOperationException($"{contract} has no row in the feed's table.");
}
