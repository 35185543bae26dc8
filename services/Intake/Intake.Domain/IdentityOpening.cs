using Xinfang.Law;

namespace Xinfang.Intake.Domain;

/// <summary>What a name, number or address is needed in full for.</summary>
public enum RevealPurpose { Contact, Serve, Verify, Relief }

/// <summary>
/// 查看身份的审批: whoever asked to be kept confidential, or has accused somebody (art. 30), is opened to one account, for one petition,
/// for some hours, when the custodian has approved it. It closes by itself.
/// </summary>
public sealed class IdentityOpening
{
    /// <summary>Hours an opening may last.</summary>
    public const int MostHours = 72;

    private IdentityOpening() { } // EF Core

    public Guid Id { get; private init; }
    public PetitionId PetitionId { get; private init; }

    /// <summary>The account it is asked for, and nobody else's.</summary>
    public string AskedBy { get; private init; } = "";

    public string AskedOrgan { get; private init; } = "";
    public DateTimeOffset AskedAt { get; private init; }
    public RevealPurpose Purpose { get; private init; }
    public string? DecidedBy { get; private set; }
    public DateTimeOffset? DecidedAt { get; private set; }
    public bool? Granted { get; private set; }
    public DateTimeOffset? OpenUntil { get; private set; }

    /// <summary>Asked and not decided, or granted and not over.</summary>
    public bool IsLive(DateTimeOffset at) => DecidedAt is null || IsOpen(at);

    /// <summary>The identity can be read now.</summary>
    public bool IsOpen(DateTimeOffset at) => OpenUntil > at;

    /// <summary>申请查看.</summary>
    /// <param name="protectedIdentity">Sealed, or kept confidential on request.</param>
    /// <param name="live">This account has one waiting or open for this petition.</param>
    public static Result<IdentityOpening> Ask(Petition petition, bool protectedIdentity, bool live, RevealPurpose purpose, string? reason, string by, string organ, Moment now)
    {
        ArgumentNullException.ThrowIfNull(petition);
        if (petition.Anonymous) return Refusals.NobodyToReveal;
        if (!protectedIdentity) return Refusals.OpeningNotNeeded;
        if (live) return Refusals.OpeningAsked;
        if (!Enum.IsDefined(purpose)) return Refusals.RevealPurposeUnknown;
        if (!IsReason(reason)) return Refusals.RevealReason;
        return new IdentityOpening { Id = Guid.CreateVersion7(now.At), PetitionId = petition.Id, AskedBy = by, AskedOrgan = organ, AskedAt = now.At, Purpose = purpose };
    }

    /// <summary>审批. Nobody approves for themselves.</summary>
    /// <param name="hours">1 to <see cref="MostHours"/>; not read when it is refused.</param>
    public Refusal? Decide(bool grant, int hours, string? reason, string by, Moment now)
    {
        if (DecidedAt is not null) return Refusals.OpeningDecided;
        if (by == AskedBy) return Refusals.OpeningOfOneself;
        if (grant && hours is < 1 or > MostHours) return Refusals.OpeningHours;
        if (!IsReason(reason)) return Refusals.RevealReason;
        (Granted, DecidedBy, DecidedAt) = (grant, by, now.At);
        if (grant) OpenUntil = now.At.AddHours(hours);
        return null;
    }

    /// <summary>Why this account may not read who it is now; null when it may.</summary>
    public static Refusal? RefusesReading(Petition petition, bool protectedIdentity, IdentityOpening? opening, RevealPurpose purpose, string? reason, Moment now)
    {
        ArgumentNullException.ThrowIfNull(petition);
        if (petition.Anonymous) return Refusals.NobodyToReveal;
        if (!Enum.IsDefined(purpose)) return Refusals.RevealPurposeUnknown;
        if (!IsReason(reason)) return Refusals.RevealReason;
        return protectedIdentity && opening?.IsOpen(now.At) is not true ? Refusals.OpeningNeeded : null;
    }

    private static bool IsReason(string? text) => text?.Trim().Length is >= 4 and <= 200;
}
