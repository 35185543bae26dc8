using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Xinfang.Insight.Api.Alarms;

/// <summary>What one target is to be told of one alarm, written with the alarm and tried until it has arrived.</summary>
internal sealed class AlarmMessage
{
    /// <summary>From then on something is wrong with the target.</summary>
    public const int Patience = 3;

    private static readonly TimeSpan First = TimeSpan.FromSeconds(30), Longest = TimeSpan.FromMinutes(15);

    public required Guid Id { get; init; }
    public required Guid AlarmId { get; init; }

    /// <summary>webhook or mail.</summary>
    public required string Target { get; init; }

    /// <summary>Raised, Reminded or Cleared.</summary>
    public required AlarmChange What { get; init; }

    /// <summary>As it was when it was written.</summary>
    public required string Cause { get; init; }
    public required DateTimeOffset At { get; init; }
    public int Attempts { get; private set; }
    public DateTimeOffset NextAt { get; set; }
    public DateTimeOffset? SentAt { get; private set; }

    /// <summary>Why it did not arrive, in Chinese.</summary>
    public string? Failure { get; private set; }

    public void Sent(DateTimeOffset now) => (Attempts, SentAt, Failure) = (Attempts + 1, now, null);

    /// <summary>Tried again after 30 seconds, 1, 2, 4, 8, 15, 15 … minutes.</summary>
    public void Failed(string why, DateTimeOffset now)
    {
        NextAt = now + TimeSpan.FromTicks(Math.Min(Longest.Ticks, First.Ticks << Math.Min(Attempts, 10)));
        (Attempts, Failure) = (Attempts + 1, why);
    }
}

internal sealed class AlarmMessageMapping : IEntityTypeConfiguration<AlarmMessage>
{
    public void Configure(EntityTypeBuilder<AlarmMessage> builder)
    {
        builder.ToTable("alarm_message").HasKey(message => message.Id);
        builder.Property(message => message.What).HasConversion<string>();
        builder.HasIndex(message => message.AlarmId);
        builder.HasIndex(message => message.NextAt).HasFilter("sent_at is null");
    }
}

/// <summary>The first and the last look at everything, of whichever replica.</summary>
internal sealed class AlarmRound
{
    public const int Only = 1;

    public int Id { get; init; } = Only;
    public required DateTimeOffset BegunAt { get; init; }
    public DateTimeOffset LookedAt { get; set; }
}

internal sealed class AlarmRoundMapping : IEntityTypeConfiguration<AlarmRound>
{
    public void Configure(EntityTypeBuilder<AlarmRound> builder)
    {
        builder.ToTable("alarm_round").HasKey(round => round.Id);
        builder.Property(round => round.Id).ValueGeneratedNever();
    }
}
