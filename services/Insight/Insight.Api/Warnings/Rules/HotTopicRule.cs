using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Xinfang.Contracts.Intake.V1;
using Xinfang.Law;
using Xinfang.ServiceDefaults.Messaging;
using Xinfang.ServiceDefaults.Organs;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.Insight.Api.Warnings.Rules;

/// <summary>热点: what Intake has found in the texts, lately. A topic that grew by half is told again under a key of its own.</summary>
internal sealed class HotTopicRule : IWarningRule
{
    private const int Days = 7;
    private const string Told = "Intake.V1.HotTopicFound";

    public WarningRule Rule => WarningRule.HotTopic;

    public int Silence => 0;

    public async Task<IReadOnlyList<Finding>> FindAsync(InsightDb db, Moment now, CancellationToken ct)
    {
        var since = now.At.AddDays(-Days).ToUniversalTime();
        var bodies = await db.Told.Where(told => told.Type == Told && told.SentAt >= since && told.SentAt <= now.At.ToUniversalTime()).OrderBy(told => told.SentAt).Select(told => told.Body).ToListAsync(ct);
        var found = new List<Finding>();
        foreach (var topic in bodies.Select(body => JsonSerializer.Deserialize<HotTopicFound>(body, MessageTypes.Json)!))
        {
            Guid[] petitions = [.. topic.Newest.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Guid.Parse)];
            var behind = await db.Petitions.Where(fact => petitions.Contains(fact.PetitionId) && !fact.Sealed).NewestAsync(ct);
            found.Add(new(topic.TopicId.ToString(), $"{topic.People}", topic.Street, topic.Content, behind.MostOrgan, behind.MostOrgan == Organs.Office ? Duty.Oversee : Duty.Handle,
                new() { From = now.Date.AddDays(1 - JointFormingRule.Days), Until = Moment.DateIn(topic.FoundAt), Count = topic.Petitions, People = topic.People, Topic = topic.Topic, Petitions = behind.Ids }));
        }
        return found;
    }
}
