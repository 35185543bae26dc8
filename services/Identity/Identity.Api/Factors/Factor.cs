using System.Security.Cryptography;
using OtpNet;
using Xinfang.Identity.Api.Accounts;

namespace Xinfang.Identity.Api.Factors;

/// <summary>动态验证码: six digits that a telephone counts from a secret and the time (RFC 6238, SHA-1, 30 s), and ten codes on paper for when the telephone is gone.</summary>
internal sealed class Factor
{
    public const int RecoveryCodeCount = 10;

    private const int SecretBytes = 20; // RFC 4226 section 4: 160 bits

    // A telephone's clock may be one step off (RFC 6238 section 5.2).
    private static readonly VerificationWindow Window = new(previous: 1, future: 1);

    /// <summary>Encrypted under the key secret.</summary>
    public required byte[] Secret { get; init; }

    public required DateTimeOffset SetAt { get; init; }

    /// <summary>The last step whose code was taken: none is taken twice (RFC 6238 section 5.2).</summary>
    public long LastStep { get; private set; }

    /// <summary>SHA-256 of the codes on paper that are left.</summary>
    public byte[][] RecoveryCodes { get; set; } = [];

    public static byte[] NewSecret() => RandomNumberGenerator.GetBytes(SecretBytes);

    /// <summary>Whether the digits are those of a step later than the last one taken; takes it.</summary>
    /// <param name="secret">In the clear.</param>
    /// <param name="typed">Digits, spaces between them do no harm.</param>
    /// <param name="now">The moment.</param>
    public bool Takes(byte[] secret, string? typed, DateTimeOffset now)
    {
        if (!Verifies(secret, typed, now, out var step) || step <= LastStep) return false;
        LastStep = step;
        return true;
    }

    /// <summary>Whether it is one of the codes on paper; it is used up.</summary>
    public bool TakesRecovery(string? typed)
    {
        var left = RecoveryCodes.Where(hash => !OneTimeCode.Is(typed, hash)).ToArray();
        if (left.Length == RecoveryCodes.Length) return false;
        RecoveryCodes = left;
        return true;
    }

    /// <summary>Whether the digits belong to the secret at this moment.</summary>
    public static bool Verifies(byte[] secret, string? typed, DateTimeOffset now, out long step)
    {
        var digits = string.Concat((typed ?? "").Where(char.IsAsciiDigit));
        step = 0;
        return digits.Length == 6 && new Totp(secret).VerifyTotp(now.UtcDateTime, digits, out step, Window);
    }
}
