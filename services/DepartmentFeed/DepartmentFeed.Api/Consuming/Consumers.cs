using Xinfang.Contracts.CaseHandling.V1;
using Xinfang.Contracts.Intake.V1;

namespace Xinfang.DepartmentFeed.Api.Consuming;

// One closed class per contract: consumers are found by reflection, which cannot close a generic one. A test compares them with the table.
internal sealed class AppendPetitionRegistered(FeedLog log, TimeProvider time) : AppendToFeed<PetitionRegistered>(log, time);
internal sealed class AppendPetitionClassified(FeedLog log, TimeProvider time) : AppendToFeed<PetitionClassified>(log, time);
internal sealed class AppendPetitionForwarded(FeedLog log, TimeProvider time) : AppendToFeed<PetitionForwarded>(log, time);
internal sealed class AppendPetitionAssigned(FeedLog log, TimeProvider time) : AppendToFeed<PetitionAssigned>(log, time);
internal sealed class AppendPetitionSupplemented(FeedLog log, TimeProvider time) : AppendToFeed<PetitionSupplemented>(log, time);
internal sealed class AppendPetitionRated(FeedLog log, TimeProvider time) : AppendToFeed<PetitionRated>(log, time);
internal sealed class AppendPetitionAnswered(FeedLog log, TimeProvider time) : AppendToFeed<PetitionAnswered>(log, time);
internal sealed class AppendPetitionWithdrawn(FeedLog log, TimeProvider time) : AppendToFeed<PetitionWithdrawn>(log, time);
internal sealed class AppendPetitionChased(FeedLog log, TimeProvider time) : AppendToFeed<PetitionChased>(log, time);
internal sealed class AppendMessageLeft(FeedLog log, TimeProvider time) : AppendToFeed<MessageLeft>(log, time);
internal sealed class AppendUrgencyEscalated(FeedLog log, TimeProvider time) : AppendToFeed<UrgencyEscalated>(log, time);
internal sealed class AppendJurisdictionDisputed(FeedLog log, TimeProvider time) : AppendToFeed<JurisdictionDisputed>(log, time);
internal sealed class AppendPetitionReceived(FeedLog log, TimeProvider time) : AppendToFeed<PetitionReceived>(log, time);
internal sealed class AppendPetitionClaimed(FeedLog log, TimeProvider time) : AppendToFeed<PetitionClaimed>(log, time);
internal sealed class AppendAssignmentContested(FeedLog log, TimeProvider time) : AppendToFeed<AssignmentContested>(log, time);
internal sealed class AppendContestationDecided(FeedLog log, TimeProvider time) : AppendToFeed<ContestationDecided>(log, time);
internal sealed class AppendPetitionAccepted(FeedLog log, TimeProvider time) : AppendToFeed<PetitionAccepted>(log, time);
internal sealed class AppendPetitionDeclined(FeedLog log, TimeProvider time) : AppendToFeed<PetitionDeclined>(log, time);
internal sealed class AppendStatementHeard(FeedLog log, TimeProvider time) : AppendToFeed<StatementHeard>(log, time);
internal sealed class AppendPetitionExtended(FeedLog log, TimeProvider time) : AppendToFeed<PetitionExtended>(log, time);
internal sealed class AppendTermDueSoon(FeedLog log, TimeProvider time) : AppendToFeed<TermDueSoon>(log, time);
internal sealed class AppendTermOverdue(FeedLog log, TimeProvider time) : AppendToFeed<TermOverdue>(log, time);
internal sealed class AppendTermCorrected(FeedLog log, TimeProvider time) : AppendToFeed<TermCorrected>(log, time);
internal sealed class AppendPetitionDecided(FeedLog log, TimeProvider time) : AppendToFeed<PetitionDecided>(log, time);
internal sealed class AppendOpinionWithdrawn(FeedLog log, TimeProvider time) : AppendToFeed<OpinionWithdrawn>(log, time);
internal sealed class AppendDefectFound(FeedLog log, TimeProvider time) : AppendToFeed<DefectFound>(log, time);
internal sealed class AppendOpinionServed(FeedLog log, TimeProvider time) : AppendToFeed<OpinionServed>(log, time);
internal sealed class AppendPetitionCompleted(FeedLog log, TimeProvider time) : AppendToFeed<PetitionCompleted>(log, time);
internal sealed class AppendTermWarned(FeedLog log, TimeProvider time) : AppendToFeed<TermWarned>(log, time);
internal sealed class AppendSupervisionOpened(FeedLog log, TimeProvider time) : AppendToFeed<SupervisionOpened>(log, time);
internal sealed class AppendSupervisionClosed(FeedLog log, TimeProvider time) : AppendToFeed<SupervisionClosed>(log, time);
internal sealed class AppendProposalIssued(FeedLog log, TimeProvider time) : AppendToFeed<ProposalIssued>(log, time);
internal sealed class AppendProposalAnswered(FeedLog log, TimeProvider time) : AppendToFeed<ProposalAnswered>(log, time);
