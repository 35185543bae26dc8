using System.Globalization;
using System.Text.Json;
using Npgsql;
using NpgsqlTypes;
using Xinfang.Contracts.CaseHandling.V1;
using Xinfang.Contracts.Intake.V1;
using Xinfang.ServiceDefaults.Messaging;
using Xinfang.ServiceDefaults.Organs;

namespace Xinfang.Load;

/// <summary>The events of petitions that nobody wrote, over five years: some unrouted, some late, some repeated, some sealed.</summary>
internal sealed class MadeUpLog(NpgsqlDataSource database, int petitions, int seed = 20261129)
{
    private const int Days = 5 * 365;

    private static readonly string[] Channels = ["Online", "Online", "Online", "Letter", "Phone", "Visit"];
    private static readonly string[] Contents = ["010000", "020000", "030000", "030000", "030000", "040000", "040000", "050000", "060000", "070000", "080000", "090000", "100000", "110000", "120000", "130000", "140000", "990000"];
    private static readonly string[] Handlers = [.. Organs.Routable.Where(organ => organ.Kind is OrganKind.Department or OrganKind.Street).Select(organ => organ.Code)];

    private readonly Random _random = new(seed);
    private readonly List<Guid> _first = [];

    public async Task WriteAsync()
    {
        Progress.Say($"writing the events of {petitions:N0} petitions");
        await using var connection = await database.OpenConnectionAsync();
        await using var copy = await connection.BeginBinaryImportAsync("copy told (message_id, petition_id, sent_at, type, body) from stdin (format binary)");
        for (var n = 0; n < petitions; n++)
        {
            var received = new DateOnly(2022, 1, 1).AddDays((int)((long)n * Days / petitions));
            var id = Guid.CreateVersion7(At(received, 0).AddMilliseconds(n % 86_400_000));
            foreach (var (at, told) in StoryOf(id, received, n))
            {
                await copy.StartRowAsync();
                await copy.WriteAsync(Guid.CreateVersion7(at), NpgsqlDbType.Uuid);
                await copy.WriteAsync(id, NpgsqlDbType.Uuid);
                await copy.WriteAsync(at, NpgsqlDbType.TimestampTz);
                await copy.WriteAsync(told.GetType().FullName!["Xinfang.Contracts.".Length..], NpgsqlDbType.Text);
                await copy.WriteAsync(JsonSerializer.Serialize(told, told.GetType(), MessageTypes.Json), NpgsqlDbType.Text);
            }
        }
        await copy.CompleteAsync();
        await copy.CloseAsync();
        Progress.Say("vacuum analyze");
        await using var analyze = database.CreateCommand("vacuum analyze told");
        await analyze.ExecuteNonQueryAsync();
    }

    /// <summary>One petition's events with the time each is sent.</summary>
    public List<(DateTimeOffset At, object Told)> StoryOf(Guid id, DateOnly received, int n)
    {
        var (story, organ, isSealed) = (new List<(DateTimeOffset, object)>(12), Handlers[_random.Next(Handlers.Length)], Chance(0.02));
        void Tell(int day, Func<DateTimeOffset, object> told) => story.Add((At(received, day).AddSeconds(story.Count), told(At(received, day))));
        var street = Organs.Streets[_random.Next(Organs.Streets.Count)].Code;
        Tell(0, at => new PetitionRegistered
        {
            PetitionId = id, Number = string.Create(CultureInfo.InvariantCulture, $"120104-{received:yyyyMMdd}-{n % 10_000:0000}"), Channel = Channels[_random.Next(Channels.Length)], ReceivedOn = received, RegisteredAt = at, Street = Chance(0.95) ? street : null,
            ForwardStrictDueOn = received.AddDays(15), ForwardDueOn = received.AddDays(15),
        });
        Tell(1, at => new PetitionClassified { PetitionId = id, Category = isSealed ? "Accusation" : Chance(0.1) ? "Suggestion" : "Redress", ContentCode = Contents[_random.Next(Contents.Length)], Urgent = Chance(0.01), Sealed = isSealed, ClassifiedAt = at });
        if (Chance(0.2) && _first.Count > 0) Tell(1, at => new RepeatConfirmed { PetitionId = id, EarlierId = _first[_random.Next(Math.Max(0, _first.Count - 20_000), _first.Count)], Kind = Chance(0.7) ? "Repeat" : "SameEvent", RepeatRound = 2, ConfirmedAt = at });
        else _first.Add(id);
        if (Chance(0.02)) return story;
        var forward = 1 + _random.Next(Chance(0.05) ? 30 : 10);
        Tell(forward, at => new PetitionForwarded { PetitionId = id, Organ = organ, Round = 1, Category = "Redress", ClaimCount = 1, ElectronicService = true, Urgent = false, Sealed = isSealed, ReceivedByOfficeOn = received, ForwardedAt = at });
        Tell(forward, at => new PetitionReceived { PetitionId = id, Organ = organ, Round = 1, Sealed = isSealed, ReceivedAt = at, NoticeStrictDueOn = received.AddDays(forward + 15), NoticeDueOn = received.AddDays(forward + 15) });
        if (isSealed) return story;
        var accept = forward + 1 + _random.Next(Chance(0.08) ? 40 : 14);
        if (Chance(0.1))
        {
            Tell(accept, at => new PetitionDeclined { PetitionId = id, Organ = organ, DeclinedAt = at, Road = "Administrative", DocumentId = id, DocumentNumber = "不受" });
            return story;
        }
        Tell(accept, at => new PetitionAccepted { PetitionId = id, Organ = organ, AcceptedAt = at, StrictDueOn = received.AddDays(accept + 60), DueOn = received.AddDays(accept + 60), DocumentId = id, DocumentNumber = "受" });
        if (Chance(0.03)) return story;
        var late = Chance(0.05);
        var decide = accept + (late ? 61 + _random.Next(20) : 10 + _random.Next(50));
        if (Chance(0.07)) Tell(decide, at => new DefectFound { PetitionId = id, Organ = organ, Code = "L13", Severity = "Error", Count = 1, Source = "Checks", FoundAt = at });
        Tell(decide, at => new PetitionDecided { PetitionId = id, Organ = organ, DecidedAt = at, Supported = 1, Explained = 0, NotSupported = 0, InTime = !late, DocumentId = id, DocumentNumber = "理" });
        Tell(decide + 1, _ => new OpinionServed { PetitionId = id, Organ = organ, ServedOn = received.AddDays(decide + 1), Method = "Electronic", DocumentId = id });
        Tell(decide + 3, at => new PetitionCompleted { PetitionId = id, Organ = organ, CompletedAt = at, InTime = !late, ClosingLevel = Chance(0.4) ? "Street" : "District" });
        if (Chance(0.6)) Tell(decide + 9, at => new PetitionRated { PetitionId = id, Organ = organ, OfficeScore = Chance(0.95) ? "Satisfied" : "Dissatisfied", OrganScore = Chance(0.9) ? "FairlySatisfied" : "Dissatisfied", RatedAt = at });
        return story;
    }

    private static DateTimeOffset At(DateOnly received, int day) => new DateTimeOffset(received.AddDays(day), new TimeOnly(9, 0), TimeSpan.FromHours(8)).ToUniversalTime();

    private bool Chance(double share) => _random.NextDouble() < share;
}
