using Xinfang.ServiceDefaults.Organs;

namespace Xinfang.DepartmentFeed.Api.Feed;

/// <summary>Who holds a petition, as the feed knows it from the events in their order; decides who is told of a fact (rulings of the feed: docs/feed-audience.md).</summary>
internal sealed class Holding
{
    public Guid PetitionId { get; private init; }

    /// <summary>信访编号, told with every event of a petition that is not sealed.</summary>
    public string? Number { get; private set; }

    /// <summary>保密 (art. 30).</summary>
    public bool Sealed { get; private set; }

    /// <summary>The organ that holds it now; null before routing and after a return.</summary>
    public string? Organ { get; private set; }

    /// <summary>Counts the routings; null before the first one.</summary>
    public int? Round { get; private set; }

    /// <summary>Number of facts told so far; the next one gets the next number.</summary>
    public long Sequence { get; private set; }

    public static Holding Of(Guid petitionId) => new() { PetitionId = petitionId };

    /// <summary>Takes in the next fact and says who is told of it, and what.</summary>
    /// <exception cref="EarlyFactException">An organ's act on a petition that was never routed: the routing has not arrived yet.</exception>
    public IReadOnlyList<Telling> Take(FeedRow row, Fact fact)
    {
        if (row.Contract.Namespace!.Contains("CaseHandling", StringComparison.Ordinal) && Round is null) throw new EarlyFactException(fact.PetitionId, row.Type);

        Number = fact.Number ?? Number;
        Sealed = fact.Classifies ? fact.Sealed : Sealed || fact.Sealed;
        List<Telling> told = [new(Organs.Office, row, fact.Message)];
        switch (row.Audience)
        {
            case Audience.Receiver when Round is null || fact.Round > Round:
                if (Organ is { } former && former != fact.Organ) told.Add(Loss(former, fact));
                (Organ, Round) = (fact.Organ, fact.Round);
                told.Add(new(fact.Organ!, row, fact.Message));
                break;
            case Audience.HolderOrFormer when Concerns(fact) && fact.Agreed:
                told.Add(Loss(Organ!, fact));
                Organ = null;
                break;
            case Audience.HolderAndReviewer:
                if (Concerns(fact)) told.Add(new(Organ!, row, fact.Message));
                told.Add(new(fact.ReviewBody!, row, fact.Message));
                break;
            case Audience.Holder or Audience.HolderOrFormer when Concerns(fact):
                told.Add(new(Organ!, row, fact.Message));
                break;
        }
        Sequence++;
        return [.. told.Where(MayBeTold).DistinctBy(telling => telling.Organ)];
    }

    /// <summary>A late fact, about an organ or a routing that has been replaced since, concerns nobody but the office.</summary>
    private bool Concerns(Fact fact) => Organ is not null
        && (fact.Organ is null || fact.Organ == Organ)
        && (fact.Round is null || fact.Round == Round);

    /// <summary>Article 30: an accusation is known to the disciplinary organ it was forwarded to, and to the office without its contents.</summary>
    private bool MayBeTold(Telling telling) => !Sealed
        || telling.Organ == Organs.Office
        || Organs.Find(telling.Organ)?.Kind == OrganKind.Discipline;

    private Telling Loss(string organ, Fact fact) => new(organ, FeedTable.Returned,
        new PetitionReturned { PetitionId = PetitionId, Organ = organ, Round = Round!.Value, ReturnedAt = fact.Time });
}

/// <summary>One organ is told of one fact.</summary>
internal sealed record Telling(string Organ, FeedRow Row, object Message);

/// <summary>A fact that came before the one that must precede it. Retried, then parked for a person; never counted as handled.</summary>
internal sealed class EarlyFactException(Guid petition, string type)
    : Exception($"{type} of petition {petition} came before its routing.");
