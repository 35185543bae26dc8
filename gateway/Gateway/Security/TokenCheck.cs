using System.Collections.Concurrent;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.Extensions.Options;
using Xinfang.Gateway.Limits;

namespace Xinfang.Gateway.Security;

/// <summary>
/// Whether a bearer token is valid, remembered until it runs out: a token comes with hundreds of requests, and its signature
/// costs more to check than a request to pass on. Services check again; this only keeps false tokens outside.
/// </summary>
internal sealed class TokenCheck(Limiter limiter, IOptionsMonitor<JwtBearerOptions> options, TimeProvider time)
{
    private const int Most = 20_000;
    private readonly ConcurrentDictionary<string, Valid> _valid = new(StringComparer.Ordinal);

    /// <summary>The bearer's account bucket, if the token was seen before and has not run out.</summary>
    public Bucket? Known(string authorization)
        => _valid.TryGetValue(authorization, out var valid) && valid.Until > time.GetUtcNow() ? valid.Bucket : null;

    /// <summary>Checks signature, issuer, audience, type and time; null: not valid.</summary>
    public async Task<Bucket?> CheckAsync(HttpContext http, string authorization)
    {
        var result = await http.AuthenticateAsync();
        if (!result.Succeeded || result.Principal.FindFirst("sub")?.Value is not { } account) return null;
        var bucket = limiter.Of(account);
        if (_valid.Count >= Most) _valid.Clear();
        if (result.Properties?.ExpiresUtc is { } until) _valid[authorization] = new Valid(until, bucket);
        return bucket;
    }

    /// <summary>Whether the issuer's keys could be read; without them no token can be told from a false one.</summary>
    public async Task<bool> HasKeysAsync(CancellationToken ct)
    {
        try
        {
            await options.Get(JwtBearerDefaults.AuthenticationScheme).ConfigurationManager!.GetConfigurationAsync(ct);
            return true;
        }
        catch (Exception e) when (e is InvalidOperationException or HttpRequestException)
        {
            return false;
        }
    }

    private sealed record Valid(DateTimeOffset Until, Bucket Bucket);
}
