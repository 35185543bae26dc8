using Xinfang.Contracts.CaseHandling.V1;
using Xinfang.Contracts.Intake.V1;
using Xinfang.DepartmentFeed.Tests.Feed;

namespace Xinfang.DepartmentFeed.Tests.Wire;

/// <summary>Facts about one petition, to be published.</summary>
internal sealed class Facts
{
    public Guid Petition { get; } = Guid.CreateVersion7();

    public PetitionRegistered Registered() => Story.Sample<PetitionRegistered>() with { PetitionId = Petition };

    public PetitionClassified Classified(bool @sealed = false) => Story.Sample<PetitionClassified>() with
    {
        PetitionId = Petition, Sealed = @sealed, Category = @sealed ? null : "Redress", ContentCode = @sealed ? null : "0301",
    };

    public PetitionForwarded Forwarded(string organ, int round = 1, bool @sealed = false) => Story.Sample<PetitionForwarded>() with
    {
        PetitionId = Petition, Organ = organ, Round = round, Sealed = @sealed,
    };

    public PetitionReceived Received(string organ) => Story.Sample<PetitionReceived>() with { PetitionId = Petition, Organ = organ };

    public PetitionAccepted Accepted(string organ) => Story.Sample<PetitionAccepted>() with { PetitionId = Petition, Organ = organ };

    public ContestationDecided Agreed(string organ) => Story.Sample<ContestationDecided>() with { PetitionId = Petition, Organ = organ, Agreed = true };

    public PetitionCompleted Completed(string organ) => Story.Sample<PetitionCompleted>() with { PetitionId = Petition, Organ = organ };
}
