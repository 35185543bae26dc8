using Xinfang.Law;

namespace Xinfang.Intake.Domain;

/// <summary>What of a person's data can be put right: 姓名, 证件号, 电话, 住址.</summary>
public enum CorrectionField { Name, IdNumber, Phone, Address }

/// <summary>更正申请 (个人信息保护法 46): a person says that their data is wrong; the office checks it and decides, with a reason. What was said lies encrypted beside this.</summary>
public sealed class Correction
{
    private Correction() { } // EF Core

    public Guid Id { get; private init; }
    public PetitionId PetitionId { get; private init; }
    public CorrectionField Field { get; private init; }

    /// <summary>Asked by somebody who is kept confidential: the custodian decides.</summary>
    public bool Confidential { get; private init; }

    public DateTimeOffset AskedAt { get; private init; }
    public bool? Granted { get; private set; }
    public DateTimeOffset? DecidedAt { get; private set; }
    public string? DecidedBy { get; private set; }

    /// <summary>Asks. One request for each kind of data waits at a time.</summary>
    /// <param name="value">As <see cref="Read"/> has it.</param>
    public static Result<Correction> Ask(Petition petition, CorrectionField field, bool confidential, string? value, string? why, bool waiting, Moment now)
    {
        ArgumentNullException.ThrowIfNull(petition);
        if (petition.Anonymous) return Refusals.CorrectionAnonymous;
        if (value is null) return Refusals.CorrectionValue(field);
        if (why?.Trim().Length is not (>= 2 and <= 500)) return Refusals.CorrectionWhy;
        if (waiting) return Refusals.CorrectionWaits;
        return new Correction { Id = Guid.CreateVersion7(now.At), PetitionId = petition.Id, Field = field, Confidential = confidential, AskedAt = now.At };
    }

    /// <summary>Grants or refuses it, once.</summary>
    public Refusal? Decide(bool? granted, string? reason, string by, Moment now)
    {
        if (DecidedAt is not null) return Refusals.CorrectionDecided;
        if (granted is null) return Refusals.CorrectionUndecided;
        if (reason?.Trim().Length is not (>= 4 and <= 500)) return Refusals.CorrectionReason;
        (Granted, DecidedAt, DecidedBy) = (granted, now.At, by);
        return null;
    }

    /// <summary>The value as it is kept, or null when it cannot be one (GB 11643, GB 32100).</summary>
    public static string? Read(CorrectionField field, PetitionerKind kind, string? typed, DateOnly today)
    {
        var text = typed?.Trim() ?? "";
        return field switch
        {
            CorrectionField.Name => text.Length is >= 1 and <= 50 ? text : null,
            CorrectionField.Phone => Form.Phone(text),
            CorrectionField.Address => text.Length is >= 2 and <= 200 ? text : null,
            _ when kind is PetitionerKind.Organisation => Identifiers.IsSocialCreditCode(text, out _) ? text.ToUpperInvariant() : null,
            _ => Identifiers.IsIdentityNumber(text, today, out _) ? text.ToUpperInvariant() : null,
        };
    }
}
