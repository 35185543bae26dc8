using StackExchange.Redis;

namespace Xinfang.Gateway;

/// <summary>The connection to Redis: never waits long, never fails the start.</summary>
internal static class Cache
{
    private const int Patience = 250;

    /// <summary>Null if no Redis is configured.</summary>
    public static async Task<IConnectionMultiplexer?> ConnectAsync(string? connection)
    {
        if (string.IsNullOrEmpty(connection)) return null;
        var options = ConfigurationOptions.Parse(connection);
        options.AbortOnConnectFail = false;
        options.ConnectTimeout = 1000;
        options.AsyncTimeout = Patience;
        options.BacklogPolicy = BacklogPolicy.FailFast;
        options.ClientName = "gateway";
        return await ConnectionMultiplexer.ConnectAsync(options);
    }
}
