using System.Security.Cryptography;
using System.Text;

namespace Xinfang.Identity.Api.Accounts;

/// <summary>
/// Failed sign-ins under one typed name, whether such an account exists or not: the answer must not tell.
/// The name is hashed, because people type passwords into the wrong box.
/// </summary>
internal sealed class Attempt
{
    /// <summary>Failures that lock.</summary>
    public const int Allowed = 5;

    /// <summary>How long a lock lasts, and after how long without a try failures are forgotten.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(15);

    public required byte[] NameHash { get; init; }
    public int Failures { get; private set; }
    public DateTimeOffset LastAt { get; private set; }
    public DateTimeOffset? LockedUntil { get; private set; }

    public static byte[] HashOf(string name) => SHA256.HashData(Encoding.UTF8.GetBytes(name));

    public bool IsLockedAt(DateTimeOffset now) => LockedUntil > now;

    /// <summary>Counts a failure; true if it locks.</summary>
    public bool Fail(DateTimeOffset now)
    {
        Failures = LastAt + Patience < now || LockedUntil <= now ? 1 : Failures + 1;
        LastAt = now;
        LockedUntil = Failures >= Allowed ? now + Patience : null;
        return LockedUntil is not null;
    }
}
