using Xinfang.ServiceDefaults.Messaging;

namespace Xinfang.Insight.Api.Events;

/// <summary>
/// Keeps what the services tell, as much in one transaction as has arrived while the one before was written, and folds the petitions
/// concerned anew in it. A message is acknowledged when that is committed; one that was kept before changes nothing.
/// </summary>
internal sealed class EventLog(Keeping keeping) : GroupCommit<ToldEvent>
{
    protected override Task CommitAsync(IReadOnlyList<ToldEvent> group, CancellationToken ct) => keeping.KeepAsync(group, ct);
}
