using Xinfang.EndToEnd.Tests.Running;
using Xinfang.ServiceDefaults.Organs;

namespace Xinfang.EndToEnd.Tests.Outages;

/// <summary>What a petition that went straight from filing to completion has brought to the queues (rulings 19), in this order.</summary>
internal static class Expected
{
    /// <summary>Up to the moment the organ has received it.</summary>
    public static readonly string[] UntilReceived = ["intake.petition-registered", "intake.petition-classified", "intake.petition-forwarded", "case-handling.petition-received"];

    /// <summary>Everything, as the office is told.</summary>
    public static readonly string[] ForOffice =
    [
        .. UntilReceived, "case-handling.petition-claimed", "case-handling.petition-accepted", "case-handling.statement-heard",
        "case-handling.petition-decided", "case-handling.opinion-served", "case-handling.petition-completed",
    ];

    /// <summary>What the organ that holds it is told.</summary>
    public static readonly string[] ForHolder =
    [
        "intake.petition-forwarded", "case-handling.petition-received", "case-handling.petition-accepted",
        "case-handling.petition-decided", "case-handling.opinion-served", "case-handling.petition-completed",
    ];

    /// <summary>Holds each petition's events, told once and in order, to the names; nobody else may have been told anything.</summary>
    /// <returns>One line for each difference.</returns>
    public static IReadOnlyList<string> Differences(DepartmentQueues queues, Guid petition, string holder, string[] office, string[] organ)
    {
        var told = queues.Distinct.Where(t => t.Petition == petition).ToList();
        List<string> wrong = [];
        Compare(Organs.Office, office);
        Compare(holder, organ);
        wrong.AddRange(told.Where(t => t.Organ != Organs.Office && t.Organ != holder).Select(t => $"{petition}: {t.Organ} was told {t.Name}, which is not its business"));
        wrong.AddRange(queues.All.Where(t => t.Petition == petition).GroupBy(t => t.Id).Where(same => same.Select(t => (t.Organ, t.Body)).Distinct().Count() > 1)
            .Select(same => $"{petition}: event {same.Key} has come with different contents"));
        return wrong;

        void Compare(string who, string[] names)
        {
            var mine = told.Where(t => t.Organ == who).ToList();
            if (!mine.Select(t => t.Name).SequenceEqual(names)) wrong.Add($"{petition}: {who} was told [{string.Join(", ", mine.Select(t => t.Name))}] instead of [{string.Join(", ", names)}]");
            if (mine.Zip(mine.Skip(1)).Any(pair => pair.Second.Sequence <= pair.First.Sequence)) wrong.Add($"{petition}: the sequence for {who} is {string.Join(", ", mine.Select(t => t.Sequence))}");
        }
    }

    /// <summary>Waits until as many events of these petitions have arrived as there should be. What they are is for <see cref="Differences"/> to say.</summary>
    public static async Task ArriveAsync(DepartmentQueues queues, IReadOnlyCollection<Guid> petitions, int each, TimeSpan patience, CancellationToken ct)
    {
        var wanted = petitions.ToHashSet();
        try
        {
            await Testing.Eventually.Holds(() => Task.FromResult(queues.Distinct.Count(t => wanted.Contains(t.Petition)) >= wanted.Count * each), patience, ct);
        }
        catch (TimeoutException)
        {
            // What is missing is named by the comparison that follows.
        }
    }
}
