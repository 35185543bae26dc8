using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Xinfang.Law;
using Xinfang.ServiceDefaults.Acts;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.Insight.Api.Alarms;

/// <summary>What became of an alarm when it was looked again. Dropped: its cause went before it was raised.</summary>
internal enum AlarmChange { Nothing, Raised, Reminded, Cleared, Dropped }

/// <summary>告警: something of the running system that a person has to look at, from its first sign until its cause is gone. At most one is open of a code and subject.</summary>
internal sealed class Alarm
{
    /// <summary>A cause must be gone for so long, so that what comes and goes is one alarm and not twenty.</summary>
    public static readonly TimeSpan Calm = TimeSpan.FromMinutes(1);

    /// <summary>Nobody is reminded more often.</summary>
    public static readonly TimeSpan BetweenReminders = TimeSpan.FromHours(1);

    private Alarm() { } // EF Core

    public Guid Id { get; private init; }
    public AlarmCode Code { get; private init; }
    public string Subject { get; private init; } = "";

    /// <summary>As last seen.</summary>
    public string Cause { get; private set; } = "";
    public DateTimeOffset SeenAt { get; private init; }

    /// <summary>Null while it is only suspected.</summary>
    public DateTimeOffset? RaisedAt { get; private set; }
    public DateTimeOffset? RemindedAt { get; private set; }

    /// <summary>Not seen since; null while it is seen.</summary>
    public DateTimeOffset? GoneAt { get; private set; }
    public DateTimeOffset? ClearedAt { get; private set; }

    /// <summary>已知晓: the account of who looks after it. Nobody is reminded any more.</summary>
    public string? KnownBy { get; private set; }
    public DateTimeOffset? KnownAt { get; private set; }

    public AlarmKind Kind => AlarmKind.Of(Code);

    public static Alarm Suspect(Sign sign, DateTimeOffset now) => new() { Id = Guid.CreateVersion7(now), Code = sign.Code, Subject = sign.Subject, Cause = sign.Cause, SeenAt = now };

    /// <summary>It was seen.</summary>
    public AlarmChange See(Sign sign, DateTimeOffset now)
    {
        GoneAt = null;
        if (sign.Keeps) return AlarmChange.Nothing;
        Cause = sign.Cause;
        if (RaisedAt is null)
        {
            if (now - SeenAt < Kind.After) return AlarmChange.Nothing;
            RaisedAt = RemindedAt = now;
            return AlarmChange.Raised;
        }
        if (KnownAt is not null || now - RemindedAt < BetweenReminders) return AlarmChange.Nothing;
        RemindedAt = now;
        return AlarmChange.Reminded;
    }

    /// <summary>It was looked for and not seen.</summary>
    public AlarmChange Miss(DateTimeOffset now)
    {
        if (RaisedAt is null) return AlarmChange.Dropped;
        GoneAt ??= now;
        if (now - GoneAt < Calm) return AlarmChange.Nothing;
        ClearedAt = now;
        return AlarmChange.Cleared;
    }

    /// <summary>Why it cannot be acknowledged; null when that is open.</summary>
    public Refusal? RefusesKnowing => ClearedAt is not null ? new("alarm.cleared", "这条告警已经解除，不用再处理。", null, RefusalKind.Conflict)
        : KnownAt is not null ? new("alarm.known", "这条告警已经有人知晓。", null, RefusalKind.Conflict) : null;

    /// <summary>Somebody looks after it.</summary>
    public Refusal? Know(CurrentCaller caller, DateTimeOffset now)
    {
        if (RefusesKnowing is { } refusal) return refusal;
        (KnownBy, KnownAt) = (caller.Account, now);
        return null;
    }
}

internal sealed class AlarmMapping : IEntityTypeConfiguration<Alarm>
{
    public void Configure(EntityTypeBuilder<Alarm> builder)
    {
        builder.ToTable("alarm").HasKey(alarm => alarm.Id);
        builder.Property(alarm => alarm.Code).HasConversion<string>();
        builder.Ignore(alarm => alarm.Kind).Ignore(alarm => alarm.RefusesKnowing);
        builder.HasVersion();
        builder.HasIndex(alarm => new { alarm.Code, alarm.Subject }).IsUnique().HasFilter("cleared_at is null");
        builder.HasIndex(alarm => new { alarm.ClearedAt, alarm.Id });
    }
}
