using System.Globalization;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using StackExchange.Redis;
using Xinfang.Law;
using Xinfang.ServiceDefaults.Http;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.ServiceDefaults.Time;

/// <summary>
/// 演练时间: in Development the day that all services count with can be moved forward. One number in Redis; every replica listens for it
/// and looks again by itself. Outside Development none of this is there.
/// </summary>
public static class Rehearsal
{
    private const int Most = 3650;

    /// <summary>Listens for the day, in Development and with Redis.</summary>
    internal static void AddRehearsal(this IHostApplicationBuilder builder)
    {
        if (!builder.Environment.IsDevelopment() || builder.Configuration.GetConnectionString("cache") is not { Length: > 0 }) return;
        builder.Services.AddSingleton<RehearsalClock>();
        builder.Services.AddHostedService(services => services.GetRequiredService<RehearsalClock>());
        builder.Services.AddHealthChecks().AddCheck<RehearsalHealth>("clock");
    }

    /// <summary>
    /// GET /rehearsal/clock tells the day, POST {"days": 15} moves it that far from where it is, for the system administrator.
    /// Both are there in Development only.
    /// </summary>
    public static void MapRehearsal(this WebApplication app)
    {
        if (app.Services.GetService<RehearsalClock>() is null) return;
        app.MapGet("/rehearsal/clock", (LegalClock clock) => Day.Of(clock)).AllowAnonymous();
        app.MapPost("/rehearsal/clock", MoveAsync).AllowAnonymous(); // the gateway has no authorization middleware; the act asks itself
    }

    private static async Task<IResult> MoveAsync(Move move, HttpContext http, RehearsalClock rehearsal, LegalClock clock)
    {
        if (await http.AuthenticateAsync() is not { Succeeded: true, Principal: var caller }) return Problems.Unauthorized();
        if (!caller.HasClaim("duty", Duty.Administer)) return Problems.Of("duty.missing", "演练时间只由系统管理员拨动。", StatusCodes.Status403Forbidden);
        if (move.Days is < 1 or > Most) return Problems.Of("rehearsal.days", $"只能往前拨1到{Most}天，不能往回拨。", StatusCodes.Status409Conflict);
        if (!await rehearsal.MoveAsync(move.Days)) return Problems.Of("rehearsal.unreachable", "连不上Redis，没有拨动。", StatusCodes.Status503ServiceUnavailable);
        return Results.Ok(Day.Of(clock));
    }

    private sealed record Move(int Days);

    private sealed record Day(DateOnly Today, int MovedDays)
    {
        public static Day Of(LegalClock clock) => new(clock.Now().Date, clock.MovedDays);
    }
}

/// <summary>Keeps this process's clock where Redis says. The number only grows, so a lost message or a late one does no harm.</summary>
internal sealed partial class RehearsalClock(IConfiguration configuration, LegalClock clock, ILogger<RehearsalClock> log) : BackgroundService
{
    private const string Key = "xinfang:rehearsal-days";
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(2);
    private static readonly RedisChannel Channel = RedisChannel.Literal(Key);
    private ConnectionMultiplexer? _redis;

    /// <summary>Moves the shared day; false when Redis does not answer.</summary>
    public async Task<bool> MoveAsync(int days)
    {
        try
        {
            if (_redis is not { IsConnected: true } redis) return false;
            var moved = await redis.GetDatabase().StringIncrementAsync(Key, days);
            clock.MoveTo((int)moved);
            await redis.GetSubscriber().PublishAsync(Channel, moved);
            LogMoved(moved);
            return true;
        }
        catch (Exception e) when (e is RedisException or TimeoutException)
        {
            LogAway(e);
            return false;
        }
    }

    public override async Task StartAsync(CancellationToken cancellationToken)
    {
        var options = ConfigurationOptions.Parse(configuration.GetConnectionString("cache")!);
        options.AbortOnConnectFail = false;
        options.ConnectTimeout = 1000;
        options.ClientName = "rehearsal";
        _redis = await ConnectionMultiplexer.ConnectAsync(options);
        await LookAsync();
        await base.StartAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every);
        var listening = false;
        do
        {
            listening = listening || await ListenAsync();
            await LookAsync();
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    public override void Dispose()
    {
        _redis?.Dispose();
        base.Dispose();
    }

    private async Task<bool> ListenAsync()
    {
        try
        {
            await _redis!.GetSubscriber().SubscribeAsync(Channel, (_, days) => clock.MoveTo((int)days));
            return true;
        }
        catch (Exception e) when (e is RedisException or TimeoutException)
        {
            LogAway(e);
            return false;
        }
    }

    private async Task LookAsync()
    {
        try
        {
            if (_redis is { IsConnected: true } redis && await redis.GetDatabase().StringGetAsync(Key) is { HasValue: true } days) clock.MoveTo((int)days);
        }
        catch (Exception e) when (e is RedisException or TimeoutException)
        {
            LogAway(e);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The day of the rehearsal is {Days} days ahead")]
    private partial void LogMoved(long days);

    [LoggerMessage(Level = LogLevel.Debug, Message = "Redis does not tell the day of the rehearsal")]
    private partial void LogAway(Exception exception);
}

/// <summary>Tells the operations page which day this replica counts with.</summary>
internal sealed class RehearsalHealth(LegalClock clock) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(HealthCheckResult.Healthy(clock.MovedDays == 0 ? null
            : string.Create(CultureInfo.InvariantCulture, $"演练时间：往前拨了{clock.MovedDays}天，今天按{ChineseDates.Full(clock.Now().Date)}计算")));
}
