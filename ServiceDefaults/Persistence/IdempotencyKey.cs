namespace Xinfang.ServiceDefaults.Persistence;

/// <summary>The answer to a creation that carried an Idempotency-Key, written in the transaction of the work itself.</summary>
public sealed class IdempotencyKey
{
    public required string Key { get; init; }
    public required string Route { get; init; }

    /// <summary>Account of the caller, or "public".</summary>
    public required string Caller { get; init; }

    public required byte[] BodyHash { get; init; }

    /// <summary>The answer's body, encrypted: it may hold a query code.</summary>
    public required byte[] Answer { get; init; }

    public required DateTimeOffset ExpiresAt { get; init; }
}
