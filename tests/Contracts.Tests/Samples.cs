using Xinfang.Contracts.CaseHandling.V1;
using Xinfang.Contracts.DepartmentFeed.V1;
using Xinfang.Contracts.Insight.V1;
using Xinfang.Contracts.Intake.V1;
using Xinfang.Contracts.Outreach.V1;
using Xinfang.Contracts.Training.V1;

namespace Xinfang.Contracts.Tests;

/// <summary>One example of every event, every property filled in.</summary>
internal static class Samples
{
    private static readonly Guid Petition = Guid.Parse("019a0000-0000-7000-8000-000000000001");
    private static readonly Guid Document = Guid.Parse("019a0000-0000-7000-8000-0000000000d1");
    private static readonly Guid Review = Guid.Parse("019a0000-0000-7000-8000-0000000000c1");
    private static readonly DateTimeOffset At = new(2026, 3, 2, 1, 30, 0, TimeSpan.Zero);
    private const string Number = "120104-20260302-0001";
    private const string Organ = "120104-zjw";
    private const string Other = "120104-cgw";

    public static IReadOnlyList<object> All { get; } =
    [
        new PetitionRegistered
        {
            PetitionId = Petition, Number = Number, Channel = "Online", ReceivedOn = new(2026, 3, 2), RegisteredAt = At, Street = "120104001",
            ForwardStrictDueOn = new(2026, 3, 17), ForwardDueOn = new(2026, 3, 17),
        },
        new PetitionClassified { PetitionId = Petition, Category = "Redress", ContentCode = "0301", Urgent = false, Sealed = false, ClassifiedAt = At },
        new PetitionForwarded
        {
            PetitionId = Petition, Number = Number, Organ = Organ, Round = 1, Category = "Redress", ClaimCount = 2, ElectronicService = true,
            Urgent = false, Sealed = false, ReceivedByOfficeOn = new(2026, 3, 2), ForwardedAt = At, Repeat = true, RepeatRound = 2, ConcernedAccounts = "120104-zjw.checker",
        },
        new PetitionAssigned
        {
            PetitionId = Petition, Number = Number, Organ = Organ, Round = 1, Category = "Redress", ClaimCount = 2, ElectronicService = true,
            Urgent = true, Sealed = false, ReceivedByOfficeOn = new(2026, 3, 2), AssignedAt = At, ReportDueOn = new(2026, 4, 1), Repeat = true, RepeatRound = 2, ConcernedAccounts = "120104-zjw.officer,120104-zjw.head",
        },
        new PetitionSupplemented { PetitionId = Petition, Organ = Organ, SupplementNumber = 1, SupplementedAt = At },
        new PetitionRated { PetitionId = Petition, Organ = Organ, OfficeScore = "Satisfied", OrganScore = "FairlySatisfied", RatedAt = At },
        new PetitionAnswered { PetitionId = Petition, Outcome = "Linked", AnsweredAt = At, DocumentId = Document },
        new PetitionWithdrawn { PetitionId = Petition, Organ = Organ, WithdrawnAt = At, DocumentId = Document },
        new PetitionChased { PetitionId = Petition, Organ = Organ, Term = "notice", DueOn = new(2026, 3, 17), ChaseNumber = 1, ChasedAt = At },
        new MessageLeft { PetitionId = Petition, Organ = Organ, MessageNumber = 1, LeftAt = At, ReplyDueOn = new(2026, 3, 5) },
        new RepeatConfirmed { PetitionId = Petition, Organ = Organ, EarlierId = Document, Kind = "Repeat", RepeatRound = 2, ConfirmedAt = At },
        new VisitorCounselled { TurnId = Document, Organ = "120104-xfb", ContentCode = "030000", Street = "120104001", Leaflet = "信访该找谁", People = 2, CounselledAt = At },
        new HotTopicFound { TopicId = Document, Topic = "虚构小区停车收费", People = 6, Petitions = 8, Street = "120104001", Content = "030000", Newest = Document.ToString(), FoundAt = At },
        new RepeatUndone { PetitionId = Petition, Organ = Organ, EarlierId = Document, Kind = "Repeat", RepeatRound = 1, UndoneAt = At },
        new PetitionCalledBack { PetitionId = Petition, Organ = Organ, Way = "Phone", HeldOn = new(2026, 3, 5), Outcome = "MoreToDo", InTime = true, CalledBackAt = At },
        new UrgencyEscalated { PetitionId = Petition, Organ = Organ, Recipients = 5, EscalatedAt = At, InTime = true },
        new JurisdictionDisputed { PetitionId = Petition, Level = "Superior", Settled = Organ, At = At },
        new PetitionReceived
        {
            PetitionId = Petition, Organ = Organ, Round = 1, Sealed = false, ReceivedAt = At,
            NoticeStrictDueOn = new(2026, 3, 17), NoticeDueOn = new(2026, 3, 17), ContestDueOn = new(2026, 3, 9),
        },
        new PetitionClaimed { PetitionId = Petition, Organ = Organ, ClaimedAt = At },
        new AssignmentContested { PetitionId = Petition, Organ = Organ, Round = 1, ContestedAt = At, ProposedOrgan = Other },
        new ContestationDecided { PetitionId = Petition, Organ = Organ, Round = 1, Agreed = true, DecidedAt = At, ProposedOrgan = Other },
        new PetitionAccepted
        {
            PetitionId = Petition, Organ = Organ, AcceptedAt = At, StrictDueOn = new(2026, 5, 1), DueOn = new(2026, 5, 6),
            SimpleStrictDueOn = new(2026, 3, 16), SimpleDueOn = new(2026, 3, 16),
            DocumentId = Document, DocumentNumber = "津南开住建信受〔2026〕1号",
        },
        new PetitionDeclined
        {
            PetitionId = Petition, Organ = Organ, DeclinedAt = At, Road = "AdministrativeReview", Until = new(2026, 5, 1),
            DocumentId = Document, DocumentNumber = "津南开住建信不受〔2026〕1号",
        },
        new StatementHeard { PetitionId = Petition, Organ = Organ, HeardOn = new(2026, 3, 12), RecordedAt = At },
        new PetitionExtended
        {
            PetitionId = Petition, Organ = Organ, Days = 30, ServedOn = new(2026, 4, 28), StrictDueOn = new(2026, 5, 31), DueOn = new(2026, 6, 1),
            DocumentId = Document, DocumentNumber = "津南开住建信延〔2026〕1号",
        },
        new TermDueSoon { PetitionId = Petition, Organ = Organ, Term = "Completion", StrictDueOn = new(2026, 5, 1), DueOn = new(2026, 5, 6), NoticedAt = At },
        new TermOverdue { PetitionId = Petition, Organ = Organ, Term = "Completion", StrictDueOn = new(2026, 5, 1), DueOn = new(2026, 5, 6), NoticedAt = At },
        new TermCorrected
        {
            PetitionId = Petition, Organ = Organ, Term = "completion", FormerStrictDueOn = new(2026, 5, 1), FormerDueOn = new(2026, 5, 6),
            StrictDueOn = new(2026, 5, 1), DueOn = new(2026, 5, 4), CorrectedAt = At,
        },
        new PetitionDecided
        {
            PetitionId = Petition, Organ = Organ, DecidedAt = At, Supported = 1, Explained = 1, NotSupported = 0, InTime = true, Adoption = "PartlyAdopted", MeasureDueOn = new(2026, 4, 30),
            DocumentId = Document, DocumentNumber = "津南开住建信理〔2026〕1号",
        },
        new OpinionWithdrawn
        {
            PetitionId = Petition, Organ = Organ, WithdrawnAt = At, StrictDueOn = new(2026, 5, 1), DueOn = new(2026, 5, 6),
            DocumentId = Document, DocumentNumber = "津南开住建信理〔2026〕1号",
        },
        new DefectFound
        {
            PetitionId = Petition, Organ = Organ, Code = "L04", Severity = "Error", Count = 2, Source = "Checks", FoundAt = At,
        },
        new OpinionServed
        {
            PetitionId = Petition, Organ = Organ, ServedOn = new(2026, 4, 20), Method = "HandedOver", ReviewBody = "120104",
            ReviewStrictDueOn = new(2026, 5, 20), ReviewDueOn = new(2026, 5, 20), DocumentId = Document,
        },
        new PetitionCompleted { PetitionId = Petition, Organ = Organ, CompletedAt = At, InTime = true, ClosingLevel = "Street", RootCause = "FailedToAct" },
        new SimpleProcedureChosen { PetitionId = Petition, Organ = Organ, ChosenAt = At, StrictDueOn = new(2026, 3, 5), DueOn = new(2026, 3, 5) },
        new SimpleProcedureLeft { PetitionId = Petition, Organ = Organ, EndedAt = At },
        new PetitionHandedOver { PetitionId = Petition, Organ = Organ, HandedOverAt = At },
        new PetitionerContacted { PetitionId = Petition, Organ = Organ, ContactedAt = At, First = true, InTime = true },
        new MediationStarted { PetitionId = Petition, Organ = Organ, Kind = "Mediation", StartedAt = At },
        new MediationAgreed { PetitionId = Petition, Organ = Organ, Kind = "Settlement", AgreedAt = At, InTime = true, PerformDueOn = new(2026, 4, 30), DocumentId = Document, DocumentNumber = "津南开住建信和〔2026〕1号" },
        new MediationFailed { PetitionId = Petition, Organ = Organ, Kind = "Mediation", FailedAt = At },
        new HearingCalled { PetitionId = Petition, Organ = Organ, HeldOn = new(2026, 3, 20), CalledAt = At, DocumentId = Document, DocumentNumber = "津南开住建信听〔2026〕1号" },
        new HearingHeld { PetitionId = Petition, Organ = Organ, HeldOn = new(2026, 3, 20), RecordedAt = At, DocumentId = Document, DocumentNumber = "津南开住建信听录〔2026〕1号" },
        new HearingCancelled { PetitionId = Petition, Organ = Organ, HeldOn = new(2026, 3, 20), CancelledAt = At },
        new SuggestionStudied { PetitionId = Petition, Organ = Organ, StudiedOn = new(2026, 3, 20) },
        new AdoptionCarriedOut { PetitionId = Petition, Organ = Organ, DoneOn = new(2026, 4, 30), InTime = true },
        new SuggestionRewarded { PetitionId = Petition, Organ = Organ, Kind = "Honour", RewardedOn = new(2026, 4, 30) },
        new EnforcementDone { PetitionId = Petition, Organ = Organ, Item = 1, Claim = 1, DoneOn = new(2026, 4, 30), InTime = true, Left = 0 },
        new EnforcementRefused { PetitionId = Petition, Organ = Organ, Item = 1, Claim = 1, RefusedAt = At },
        new PetitionTerminated { PetitionId = Petition, Organ = Organ, Ground = "PetitionerDied", TerminatedAt = At, DocumentId = Document, DocumentNumber = "津南开住建信终〔2026〕1号" },
        new PetitionReopened { PetitionId = Petition, Organ = Organ, ReopenedAt = At, StrictDueOn = new(2026, 5, 1), DueOn = new(2026, 5, 6) },
        new AccusationTransferred { PetitionId = Petition, Organ = Organ, Sealed = false, TransferredAt = At },
        new AccusationResultTold { PetitionId = Petition, Organ = Organ, Sealed = false, ToldAt = At },
        new TermWarned { PetitionId = Petition, Organ = Organ, Term = "completion", Percent = 85, StrictDueOn = new(2026, 5, 1), DueOn = new(2026, 5, 6), NoticedAt = At },
        new SupervisionOpened
        {
            PetitionId = Petition, Organ = Organ, SupervisionId = Document, Cause = "CompletionOverdue", Pressings = 0,
            DocumentNumber = "津南开信督〔2026〕1号", AskedAt = At, DueOn = new(2026, 5, 21),
        },
        new SupervisionClosed { PetitionId = Petition, Organ = Organ, SupervisionId = Document, ClosedAt = At },
        new ProposalIssued
        {
            PetitionId = Petition, Organ = Organ, ProposalId = Document, Kind = "Improvement", DocumentNumber = "津南开信建〔2026〕1号", IssuedAt = At, DueOn = new(2026, 6, 5),
        },
        new ProposalAnswered { PetitionId = Petition, Organ = Organ, ProposalId = Document, Adoption = "Adopted", InTime = true, AnsweredAt = At },
        new ReviewRequested
        {
            PetitionId = Petition, ReviewId = Review, Organ = Organ, ReviewBody = "120104", RequestedOn = new(2026, 5, 20), ReceivedOn = new(2026, 5, 22), InTime = true,
            RequestedAt = At, StrictDueOn = new(2026, 6, 21), DueOn = new(2026, 6, 22),
        },
        new RecheckRequested
        {
            PetitionId = Petition, ReviewId = Review, Organ = Organ, ReviewBody = "120000", RequestedOn = new(2026, 7, 20), ReceivedOn = new(2026, 7, 22), InTime = true,
            RequestedAt = At, StrictDueOn = new(2026, 8, 21), DueOn = new(2026, 8, 21),
        },
        new ReviewRequestAnswered
        {
            PetitionId = Petition, ReviewId = Review, Organ = Organ, ReviewBody = "120104", Level = "Review", Accepted = false, Ground = "OtherRoad", Until = new(2026, 7, 1),
            AnsweredAt = At, DocumentId = Document, DocumentNumber = "津南开政信查不受〔2026〕1号",
        },
        new ReviewHearingHeld
        {
            PetitionId = Petition, ReviewId = Review, Organ = Organ, ReviewBody = "120000", Level = "Recheck", HeldFrom = new(2026, 8, 3), HeldTo = new(2026, 8, 6), ExcludedDays = 4,
            RecordedAt = At, StrictDueOn = new(2026, 8, 25), DueOn = new(2026, 8, 25),
        },
        new ReviewDecided
        {
            PetitionId = Petition, ReviewId = Review, Organ = Organ, ReviewBody = "120104", Outcome = "RevokeAndRedo", DecidedAt = At, InTime = true,
            RedoStrictDueOn = new(2026, 7, 18), RedoDueOn = new(2026, 7, 20), DocumentId = Document, DocumentNumber = "津南开政信查〔2026〕1号",
        },
        new RecheckDecided
        {
            PetitionId = Petition, ReviewId = Review, Organ = Organ, ReviewBody = "120000", Outcome = "Uphold", DecidedAt = At, InTime = true, ExcludedDays = 4,
            RedoStrictDueOn = new(2026, 9, 18), RedoDueOn = new(2026, 9, 18), DocumentId = Document, DocumentNumber = "津政信核〔2026〕1号",
        },
        new ReviewOpinionServed
        {
            PetitionId = Petition, ReviewId = Review, Organ = Organ, ReviewBody = "120104", Level = "Review", ServedOn = new(2026, 6, 20), Method = "HandedOver",
            RecheckBody = "120000", RecheckStrictDueOn = new(2026, 7, 20), RecheckDueOn = new(2026, 7, 20), Final = false, DocumentId = Document,
        },
        new PetitionBarred
        {
            PetitionId = Petition, Organ = Organ, BarredAt = At, EarlierPetitionId = Review, DocumentId = Document, DocumentNumber = "津南开住建信不再〔2026〕1号",
        },
        new ReplyPublished { PetitionId = Petition, Organ = Organ, ReplyId = Review, PublishedAt = At },
        new ReplyWithdrawn { PetitionId = Petition, Organ = Organ, ReplyId = Review, WithdrawnAt = At },
        new PetitionAcknowledged { PetitionId = Petition, Organ = Organ, EventId = Guid.Parse("019a0000-0000-8000-8000-0000000000e1"), AcknowledgedAt = At },
        new DutyChanged { DutyId = Petition, Organ = Organ, Year = 2026, DueOn = new(2026, 6, 30), Status = "Done", ReportedOn = new(2026, 6, 20), ChangedAt = At },
        new DutyReminded { DutyId = Petition, Organ = Organ, Year = 2026, DueOn = new(2026, 6, 30), RemindedAt = At },
        new ReportPublished { ReportId = Document, Kind = "Disclosure", Year = 2025, PublishedOn = new(2026, 1, 30), InTime = true, NotedAt = At },
        new ActivityHeld
        {
            ActivityId = Petition, CampaignId = Document, Street = "120104003", HeldOn = new(2026, 5, 12), Forms = "Consultation,Leaflet", JointOrgans = "120104-gafj", Topic = "030000",
            Attendance = 120, Consultations = 12, Materials = 280, ClosedAt = At,
        },
        new CourseHeld { SessionId = Petition, Mode = "Class", Form = "Round", Topic = "Acceptance", HourTenths = 35, HeldOn = new(2026, 3, 2), Attendance = 42, Organs = 12, EndedAt = At },
        new ExamPassed { ExamId = Petition, Organ = Organ, People = 14, Passed = 11, ClosedAt = At },
        new CoachingStarted { NeedId = Petition, Organ = Organ, Competency = "Terms", StartedOn = new(2026, 3, 2) },
        new CoachingEnded { NeedId = Petition, Organ = Organ, Competency = "Terms", Visits = 6, Minutes = 750, EndedOn = new(2026, 5, 29) },
        new ObligationOverdue { FindingId = Petition, Organ = Organ, Year = 2025, People = 14, Overdue = 3, CountedAt = At },
    ];
}
