using System.Globalization;

namespace Xinfang.Gateway.Limits;

/// <summary>Requests per minute of one client address, or of one account for <see cref="Limit.Api"/> with a token. AppHost parameters.</summary>
internal sealed class LimitSettings
{
    private readonly int[] _perMinute = new int[5];

    public LimitSettings(IConfiguration configuration)
    {
        _perMinute[(int)Limit.Submit] = Read(configuration, "RateLimits:SubmitPerMinute", 30);
        _perMinute[(int)Limit.Query] = Read(configuration, "RateLimits:QueryPerMinute", 20);
        _perMinute[(int)Limit.Api] = Read(configuration, "RateLimits:ApiPerMinute", 1200);
        _perMinute[(int)Limit.SignIn] = Read(configuration, "RateLimits:SignInPerMinute", 20);
        _perMinute[(int)Limit.Upload] = Read(configuration, "RateLimits:UploadPerMinute", 120);
    }

    public int PerMinute(Limit limit) => _perMinute[(int)limit];

    private static int Read(IConfiguration configuration, string key, int otherwise)
    {
        if (configuration[key] is not { Length: > 0 } text) return otherwise;
        return int.TryParse(text, CultureInfo.InvariantCulture, out var number) && number > 0
            ? number
            : throw new InvalidOperationException($"{key} must be a whole number above 0.");
    }
}
