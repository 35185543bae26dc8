namespace Xinfang.Insight.Api.Alarms.Lookouts;

/// <summary>What a service answers on /health.</summary>
internal sealed record HealthReply(string Status, IReadOnlyList<HealthReply.Check> Checks)
{
    public sealed record Check(string Name, string Status, string? Description);
}

/// <summary>From a service's health to what is wrong with it.</summary>
internal static class HealthSigns
{
    private const string Healthy = "Healthy", Degraded = "Degraded", Outbox = "outbox", Errors = "error-queue";

    private static readonly Dictionary<string, string> Names = new(StringComparer.Ordinal)
    {
        ["identity"] = "统一登录", ["intake"] = "登记受理", ["case-handling"] = "办理", ["department-feed"] = "单位对接", ["outreach"] = "普法", ["training"] = "培训", ["insight"] = "统计分析", ["portal"] = "门户", ["gateway"] = "网关",
    };

    /// <summary>登记受理（intake）.</summary>
    public static string NameOf(string service) => Names.TryGetValue(service, out var name) ? $"{name}（{service}）" : service;

    /// <param name="reply">Null when it did not answer, or not with its health.</param>
    public static IReadOnlyList<Sign> Of(string service, HealthReply? reply)
    {
        var name = NameOf(service);
        if (reply is null)
            return // what was known of it is neither better nor worse
            [
                new(AlarmCode.ServiceGone, service, $"{name}没有回答健康检查。"),
                .. new[] { AlarmCode.ServiceUnhealthy, AlarmCode.ServiceDegraded, AlarmCode.OutboxOld, AlarmCode.ErrorQueue }.Select(code => Sign.Unknown(code, service)),
            ];
        var signs = new List<Sign>();
        foreach (var (check, code) in new[] { (Outbox, AlarmCode.OutboxOld), (Errors, AlarmCode.ErrorQueue) })
            if (reply.Checks.FirstOrDefault(each => each.Name == check) is { Status: not Healthy } found)
                signs.Add(found.Status == Degraded ? new(code, service, $"{name}：{found.Description ?? check}。") : Sign.Unknown(code, service));
        Add(AlarmCode.ServiceUnhealthy, reply.Checks.Where(each => each.Status is not (Healthy or Degraded)));
        Add(AlarmCode.ServiceDegraded, reply.Checks.Where(each => each.Status == Degraded && each.Name is not (Outbox or Errors)));
        return signs;

        void Add(AlarmCode code, IEnumerable<HealthReply.Check> checks)
        {
            if (string.Join("；", checks.Select(each => $"{each.Name}{(each.Description is { Length: > 0 } why ? $"（{why}）" : "")}")) is { Length: > 0 } what) signs.Add(new(code, service, $"{name}：{what}。"));
        }
    }
}
