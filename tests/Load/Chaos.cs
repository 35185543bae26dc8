namespace Xinfang.Load;

/// <summary>Kills services and servers in turn while the replay runs; the host starts them again.</summary>
internal static class Chaos
{
    private static readonly string[] Victims = ["intake", "case-handling", "department-feed", "messaging"];

    public static async Task RunAsync(SystemUnderTest system, CancellationToken ct)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(4));
        try
        {
            foreach (var victim in Victims)
            {
                await timer.WaitForNextTickAsync(ct);
                Progress.Say($"kill -9 {victim}");
                await system.KillAsync(victim, CancellationToken.None);
                Progress.Say($"{victim} is back");
            }
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            Progress.Say("the replay ended before every victim had been killed; use a larger --count");
        }
    }
}
