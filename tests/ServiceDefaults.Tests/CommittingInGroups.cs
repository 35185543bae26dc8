using Xinfang.ServiceDefaults.Messaging;

namespace Xinfang.ServiceDefaults.Tests;

/// <summary>What arrives while one group is written is the next group.</summary>
public class CommittingInGroups
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_arrives_meanwhile_is_committed_together_and_in_order()
    {
        using var log = new Log();
        await log.StartAsync(Ct);
        var first = log.AppendAsync(0, Ct);
        await log.Begun.WaitAsync(Ct);
        var others = Enumerable.Range(1, 20).Select(number => log.AppendAsync(number, Ct)).ToArray();
        log.Disk.Release(2);
        await Task.WhenAll([first, .. others]);

        Assert.Equal(2, log.Groups.Count);
        Assert.Equal([0], log.Groups[0]);
        Assert.Equal(Enumerable.Range(1, 20), log.Groups[1]);
        await log.StopAsync(Ct);
    }

    [Fact]
    public async Task One_bad_arrival_keeps_nobody_else_out()
    {
        using var log = new Log();
        await log.StartAsync(Ct);
        var first = log.AppendAsync(0, Ct);
        await log.Begun.WaitAsync(Ct);
        int[] numbers = [1, Log.Bad, 2];
        var others = numbers.Select(number => log.AppendAsync(number, Ct)).ToArray();
        log.Disk.Release(5);
        await Task.WhenAll(first, others[0], others[2]);

        await Assert.ThrowsAsync<InvalidDataException>(() => others[1]);
        Assert.Equal([0, 1, 2], log.Groups.SelectMany(group => group));
        await log.StopAsync(Ct);
    }

    [Fact]
    public async Task What_was_not_committed_when_the_service_stops_is_given_back()
    {
        using var log = new Log();
        await log.StartAsync(Ct);
        var inHand = log.AppendAsync(0, Ct);
        await log.Begun.WaitAsync(Ct);
        var waiting = log.AppendAsync(1, Ct);
        await log.StopAsync(Ct);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => inHand);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
        Assert.Empty(log.Groups);
    }

    /// <summary>A log whose disk writes when it is told to.</summary>
    private sealed class Log : GroupCommit<int>
    {
        public const int Bad = -1;

        public SemaphoreSlim Begun { get; } = new(0);

        public SemaphoreSlim Disk { get; } = new(0);

        public List<IReadOnlyList<int>> Groups { get; } = [];

        public override void Dispose()
        {
            Begun.Dispose();
            Disk.Dispose();
            base.Dispose();
        }

        protected override async Task CommitAsync(IReadOnlyList<int> group, CancellationToken ct)
        {
            Begun.Release();
            await Disk.WaitAsync(ct);
            if (group.Contains(Bad)) throw new InvalidDataException();
            Groups.Add(group);
        }
    }
}
