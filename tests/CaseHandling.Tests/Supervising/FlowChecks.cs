using Xinfang.CaseHandling.Domain.Supervising;
using static Xinfang.CaseHandling.Tests.Domain.Story;

namespace Xinfang.CaseHandling.Tests.Supervising;

/// <summary>What holds for every flow of supervision: each pair of state and act is decided, each refusal names its article.</summary>
internal static class FlowChecks
{
    /// <summary>Walks every pair of state and act.</summary>
    /// <param name="flow">The table.</param>
    /// <param name="inState">Brings an aggregate into a state by real acts.</param>
    public static void EveryPairIsDecided<TAct, TStatus, TFile>(FlowTable<TAct, TStatus> flow, Func<TStatus, Filed<TAct, TStatus, TFile>> inState)
        where TAct : struct, Enum where TStatus : struct, Enum where TFile : class, new()
    {
        Assert.Equal(Enum.GetValues<TAct>().Order(), flow.All.Select(line => line.Act).Order());
        foreach (var status in Enum.GetValues<TStatus>())
        {
            var filed = inState(status);
            Assert.Equal(status, filed.Status);
            foreach (var act in Enum.GetValues<TAct>())
            {
                var line = flow.Of(act);
                var refusal = filed.Refuses(act, People.As(line.Who), At(2026, 3, 9));
                if (line.From.Contains(status)) Assert.False(refusal?.Code.EndsWith(".wrong-state", StringComparison.Ordinal) is true, $"{act} in {status}: {refusal?.Message}");
                else Assert.True(refusal?.Code.EndsWith(".wrong-state", StringComparison.Ordinal) is true && refusal.Basis == line.Basis, $"{act} in {status} was not refused");

                foreach (var other in Enum.GetValues<Capacity>().Where(capacity => (capacity & line.Who) == 0))
                {
                    var wrong = filed.Refuses(act, People.As(other), At(2026, 3, 9));
                    Assert.Equal(("duty.missing", line.Basis), (wrong?.Code, wrong?.Basis));
                }
            }
        }
        Assert.All(flow.All.SelectMany(line => line.Guards), guard =>
        {
            Assert.NotNull(guard.Basis);
            Assert.EndsWith("。", guard.Message, StringComparison.Ordinal);
        });
    }
}
