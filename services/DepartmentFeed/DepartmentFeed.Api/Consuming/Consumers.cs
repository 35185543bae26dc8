using Xinfang.Contracts.CaseHandling.V1;
using Xinfang.Contracts.Intake.V1;

namespace Xinfang.DepartmentFeed.Api.Consuming;

// One closed class per contract: consumers are found by reflection, which cannot close a generic one. A test compares them with the table.
internal sealed class AppendPetitionRegistered(DepartmentFeedDb db, TimeProvider time) : AppendToFeed<PetitionRegistered>(db, time);
internal sealed class AppendPetitionClassified(DepartmentFeedDb db, TimeProvider time) : AppendToFeed<PetitionClassified>(db, time);
internal sealed class AppendPetitionForwarded(DepartmentFeedDb db, TimeProvider time) : AppendToFeed<PetitionForwarded>(db, time);
internal sealed class AppendPetitionAssigned(DepartmentFeedDb db, TimeProvider time) : AppendToFeed<PetitionAssigned>(db, time);
internal sealed class AppendPetitionSupplemented(DepartmentFeedDb db, TimeProvider time) : AppendToFeed<PetitionSupplemented>(db, time);
internal sealed class AppendPetitionRated(DepartmentFeedDb db, TimeProvider time) : AppendToFeed<PetitionRated>(db, time);
internal sealed class AppendPetitionAnswered(DepartmentFeedDb db, TimeProvider time) : AppendToFeed<PetitionAnswered>(db, time);
internal sealed class AppendPetitionWithdrawn(DepartmentFeedDb db, TimeProvider time) : AppendToFeed<PetitionWithdrawn>(db, time);
internal sealed class AppendPetitionChased(DepartmentFeedDb db, TimeProvider time) : AppendToFeed<PetitionChased>(db, time);
internal sealed class AppendMessageLeft(DepartmentFeedDb db, TimeProvider time) : AppendToFeed<MessageLeft>(db, time);
internal sealed class AppendUrgencyEscalated(DepartmentFeedDb db, TimeProvider time) : AppendToFeed<UrgencyEscalated>(db, time);
internal sealed class AppendJurisdictionDisputed(DepartmentFeedDb db, TimeProvider time) : AppendToFeed<JurisdictionDisputed>(db, time);
internal sealed class AppendPetitionReceived(DepartmentFeedDb db, TimeProvider time) : AppendToFeed<PetitionReceived>(db, time);
internal sealed class AppendPetitionClaimed(DepartmentFeedDb db, TimeProvider time) : AppendToFeed<PetitionClaimed>(db, time);
internal sealed class AppendAssignmentContested(DepartmentFeedDb db, TimeProvider time) : AppendToFeed<AssignmentContested>(db, time);
internal sealed class AppendContestationDecided(DepartmentFeedDb db, TimeProvider time) : AppendToFeed<ContestationDecided>(db, time);
internal sealed class AppendPetitionAccepted(DepartmentFeedDb db, TimeProvider time) : AppendToFeed<PetitionAccepted>(db, time);
internal sealed class AppendPetitionDeclined(DepartmentFeedDb db, TimeProvider time) : AppendToFeed<PetitionDeclined>(db, time);
internal sealed class AppendStatementHeard(DepartmentFeedDb db, TimeProvider time) : AppendToFeed<StatementHeard>(db, time);
internal sealed class AppendPetitionExtended(DepartmentFeedDb db, TimeProvider time) : AppendToFeed<PetitionExtended>(db, time);
internal sealed class AppendTermDueSoon(DepartmentFeedDb db, TimeProvider time) : AppendToFeed<TermDueSoon>(db, time);
internal sealed class AppendTermOverdue(DepartmentFeedDb db, TimeProvider time) : AppendToFeed<TermOverdue>(db, time);
internal sealed class AppendPetitionDecided(DepartmentFeedDb db, TimeProvider time) : AppendToFeed<PetitionDecided>(db, time);
internal sealed class AppendOpinionServed(DepartmentFeedDb db, TimeProvider time) : AppendToFeed<OpinionServed>(db, time);
internal sealed class AppendPetitionCompleted(DepartmentFeedDb db, TimeProvider time) : AppendToFeed<PetitionCompleted>(db, time);
