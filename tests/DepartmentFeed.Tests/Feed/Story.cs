using System.Collections;
using System.Text.Json;
using System.Text.Json.Nodes;
using Xinfang.Contracts.CaseHandling.V1;
using Xinfang.Contracts.Intake.V1;
using Xinfang.Contracts.Tests;
using Xinfang.DepartmentFeed.Api.Feed;
using Xinfang.ServiceDefaults.Messaging;

namespace Xinfang.DepartmentFeed.Tests.Feed;

/// <summary>One petition and the facts about it, without any server.</summary>
internal sealed class Story
{
    private static readonly DateTimeOffset At = new(2026, 3, 2, 2, 0, 0, TimeSpan.Zero);

    public Holding Holding { get; } = Holding.Of(Sample<PetitionRegistered>().PetitionId);

    public static T Sample<T>() => (T)Samples.All.Single(sample => sample is T);

    public Told Tell<T>() => Tell(typeof(T));

    public Told Tell(Type contract, string? organ = null)
    {
        var fact = Samples.All.Single(sample => sample.GetType() == contract);
        if (organ is null) return Take(fact);
        var json = JsonSerializer.SerializeToNode(fact, contract, MessageTypes.Json)!.AsObject();
        if (json.ContainsKey("organ")) json["organ"] = (JsonNode)organ;
        if (json.ContainsKey("sealed")) json["sealed"] = true;
        return Take(json.Deserialize(contract, MessageTypes.Json)!);
    }

    public Told Routed(string organ, int round = 1, bool @sealed = false) =>
        Take(Sample<PetitionForwarded>() with { Organ = organ, Round = round, Sealed = @sealed });

    public Told Decided(bool agreed, string organ, int round) =>
        Take(Sample<ContestationDecided>() with { Organ = organ, Round = round, Agreed = agreed });

    public Told Seal() => Take(Sample<PetitionClassified>() with { Category = null, ContentCode = null, Sealed = true });

    public Told Take(object fact)
    {
        var row = FeedTable.RowOf(fact.GetType());
        return new(Holding.Take(row, Fact.Of(row, fact, At)));
    }
}

/// <summary>Who was told of one fact.</summary>
internal sealed class Told(IReadOnlyList<Telling> tellings) : IEnumerable<Telling>
{
    public IEnumerable<string> Organs => tellings.Select(telling => telling.Organ);

    public Telling Of(string organ) => tellings.Single(telling => telling.Organ == organ);

    public IEnumerator<Telling> GetEnumerator() => tellings.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
