using Microsoft.EntityFrameworkCore;

namespace Xinfang.Insight.Api.Alarms.Lookouts;

/// <summary>Looks whether the targets take what they are told.</summary>
internal sealed class Undelivered(IServiceScopeFactory scopes) : ILookout
{
    public async Task<IReadOnlyList<Sign>> LookAsync(Sighting now, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var waiting = await scope.ServiceProvider.GetRequiredService<InsightDb>().Set<AlarmMessage>()
            .Where(message => message.SentAt == null && message.Attempts >= AlarmMessage.Patience).Select(message => new { message.Target, message.Failure }).ToListAsync(ct);
        return [.. waiting.GroupBy(message => message.Target).Select(target => new Sign(AlarmCode.TargetFailing, target.Key, $"有{target.Count()}条告警没有送到{NameOf(target.Key)}：{target.First().Failure}。"))];
    }

    public static string NameOf(string target) => target switch { Targets.Webhook.Named => "接收告警的网址", Targets.Mail.Named => "邮箱", _ => target };
}
