using Microsoft.EntityFrameworkCore;
using Npgsql;
using OpenIddict.Abstractions;
using Xinfang.Identity.Api.Accounts;

namespace Xinfang.Identity.Api;

/// <summary>Removes codes, refresh tokens and authorizations that can no longer be used, forgotten tries and old account events, hourly.</summary>
internal sealed partial class Housekeeping(IServiceScopeFactory scopes, TimeProvider time, ILogger<Housekeeping> log) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromHours(1);

    /// <summary>Longer than a session, so that no row of a running one goes.</summary>
    private static readonly TimeSpan TokensKept = TimeSpan.FromHours(12);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, time);
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await SweepAsync(stoppingToken);
            }
            catch (NpgsqlException e)
            {
                LogPostponed(e);
            }
        }
    }

    public async Task SweepAsync(CancellationToken ct)
    {
        var now = time.GetUtcNow();
        await using var scope = scopes.CreateAsyncScope();
        var services = scope.ServiceProvider;
        await services.GetRequiredService<IOpenIddictTokenManager>().PruneAsync(now - TokensKept, ct);
        await services.GetRequiredService<IOpenIddictAuthorizationManager>().PruneAsync(now - TokensKept, ct);
        var db = services.GetRequiredService<IdentityDb>();
        await db.Attempts.Where(a => a.LastAt < now - Attempt.Patience && (a.LockedUntil == null || a.LockedUntil < now - Attempt.Patience)).ExecuteDeleteAsync(ct);
        await db.AccountEvents.Where(e => e.At < now - AccountEvent.Kept).ExecuteDeleteAsync(ct);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Removal of used-up tokens postponed to the next hour")]
    private partial void LogPostponed(Exception exception);
}
