using System.Globalization;
using MassTransit;
using Xinfang.Contracts.CaseHandling.V1;
using Xinfang.Contracts.Intake.V1;
using Xinfang.ServiceDefaults.Organs;

namespace Xinfang.EndToEnd.Tests.Running;

/// <summary>What is put into made-up cases beyond chance; nothing where the district is all alike.</summary>
/// <param name="Late">An organ whose terms pass more often.</param>
/// <param name="Flawed">An organ whose opinions have more defects.</param>
/// <param name="HotStreet">A street in which one category comes up more often.</param>
internal sealed record Planted(string? Late = null, string? Flawed = null, string? HotStreet = null);

/// <summary>Handled petitions of a seed, told to the services that learn as their events over the broker: to these two alone, for the others know nothing of such petitions.</summary>
internal sealed class MadeUpCases(XinfangSystem system, int seed, Planted planted)
{
    public const string HotCategory = "030000";

    private const int InHand = 500;
    private const double Usual = 0.06, Bad = 0.35;

    private static readonly string[] Categories = ["010000", "020000", HotCategory, "040000", "050000", "060000", "070000", "080000"];

    private readonly Random _random = new(seed);

    /// <summary>Twelve departments, so that each has enough cases to say something.</summary>
    public static IReadOnlyList<string> Departments { get; } =
        [.. Organs.Routable.Where(organ => organ.Kind == OrganKind.Department && organ.Code != Organs.Discipline).Select(organ => organ.Code).Take(12)];

    /// <summary>Sends so many petitions received on the days, the last not included, and waits until both services have kept them.</summary>
    public async Task TellAsync(int petitions, DateOnly from, DateOnly until, CancellationToken ct)
    {
        var (toOutreach, toTraining, facts) = (new List<Sent>(), new List<Sent>(), 0);
        for (var n = 0; n < petitions; n++) facts += Petition(n, from.AddDays(_random.Next(until.DayNumber - from.DayNumber)), toOutreach, toTraining);
        var (kept, known) = (await CountAsync("outreach", "petition_fact where category is not null", ct) + petitions, await CountAsync("training", "case_fact", ct) + facts);

        var bus = Bus.Factory.CreateUsingRabbitMq(rabbit => rabbit.Host(system.Broker));
        await bus.StartAsync(ct);
        try
        {
            await Task.WhenAll(SendAsync(bus, "outreach", toOutreach, ct), SendAsync(bus, "training", toTraining, ct));
        }
        finally
        {
            await bus.StopAsync(ct);
        }
        await Testing.Eventually.Holds(async () => await CountAsync("outreach", "petition_fact where category is not null", ct) == kept && await CountAsync("training", "case_fact", ct) == known, TimeSpan.FromMinutes(2), ct);
    }

    /// <summary>One petition; how many facts Training keeps of it.</summary>
    private int Petition(int n, DateOnly day, List<Sent> toOutreach, List<Sent> toTraining)
    {
        var (id, at, organ) = (Guid.CreateVersion7(), new DateTimeOffset(day, new(10, 0), TimeSpan.FromHours(8)).ToUniversalTime(), Departments[n % Departments.Count]);
        var street = Organs.Streets[_random.Next(Organs.Streets.Count)].Code;
        var category = Chance(Bad) && street == planted.HotStreet ? HotCategory : Categories[_random.Next(Categories.Length)];
        toOutreach.Add(new(id, new PetitionRegistered
        {
            PetitionId = id, Number = string.Create(CultureInfo.InvariantCulture, $"120104-{day:yyyyMMdd}-{n:0000}"), Channel = "Letter", ReceivedOn = day, RegisteredAt = at, Street = street, ForwardStrictDueOn = day.AddDays(15), ForwardDueOn = day.AddDays(15),
        }));
        toOutreach.Add(new(id, new PetitionClassified { PetitionId = id, Category = "Redress", ContentCode = category, Urgent = false, Sealed = false, ClassifiedAt = at }));

        toTraining.Add(new(id, new PetitionReceived { PetitionId = id, Organ = organ, Round = 1, Sealed = false, ReceivedAt = at }));
        toTraining.Add(new(id, new OpinionServed { PetitionId = id, Organ = organ, ServedOn = day.AddDays(5), Method = "HandedOver", DocumentId = id }));
        var (late, flawed) = (Chance(organ == planted.Late ? Bad : Usual), Chance(organ == planted.Flawed ? Bad : Usual));
        if (late) toTraining.Add(new(id, new TermOverdue { PetitionId = id, Organ = organ, Term = "completion", StrictDueOn = day.AddDays(4), DueOn = day.AddDays(4), NoticedAt = at.AddDays(5) }));
        if (flawed) toTraining.Add(new(id, new DefectFound { PetitionId = id, Organ = organ, Code = "L13", Severity = "Error", Count = 1, Source = "Checks", FoundAt = at.AddDays(5) }));
        return 2 + (late ? 1 : 0) + (flawed ? 1 : 0);
    }

    private bool Chance(double share) => _random.NextDouble() < share;

    private static async Task SendAsync(IBus bus, string queue, List<Sent> events, CancellationToken ct)
    {
        var endpoint = await bus.GetSendEndpoint(new Uri($"exchange:{queue}"));
        foreach (var batch in events.Chunk(InHand))
            await Task.WhenAll(batch.Select(each => endpoint.Send(each.Event, each.Event.GetType(), Pipe.Execute<SendContext>(context => (context.MessageId, context.CorrelationId) = (Guid.CreateVersion7(), each.Petition)), ct)));
    }

    private async Task<long> CountAsync(string service, string what, CancellationToken ct) => (await Rows.ReadAsync(system, service, $"select count(*) from {what}", reader => reader.GetInt64(0), ct))[0];

    private sealed record Sent(Guid Petition, object Event);
}
