using Npgsql;

namespace Xinfang.Identity.Api.Keys;

/// <summary>Reads the keys before the service answers, then every ten minutes, so that a key made by another replica is known here in time.</summary>
internal sealed partial class KeyRotation(KeyRing keys, TimeProvider time, ILogger<KeyRotation> log) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromMinutes(10);

    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        await keys.RefreshAsync(cancellationToken);
        await base.StartAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await keys.RefreshAsync(stoppingToken);
            }
            catch (NpgsqlException e)
            {
                LogPostponed(e);
            }
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Keys could not be read; the present ones stay in use")]
    private partial void LogPostponed(Exception exception);
}
