using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Xinfang.Outreach.Api.Screens;

/// <summary>播出记录: one slide that stood on a display. Kept 90 days; the sums of the day stay.</summary>
internal sealed class Play
{
    public required Guid ScreenId { get; init; }

    /// <summary>The browser that showed it; a new one when its storage was emptied.</summary>
    public required string Player { get; init; }

    /// <summary>1, 2, 3 … of the player, without a gap.</summary>
    public required long Seq { get; init; }

    public required Guid ItemId { get; init; }
    public required int Version { get; init; }
    public required ItemKind Kind { get; init; }
    public required DateTimeOffset StartedAt { get; init; }
    public required int Milliseconds { get; init; }

    /// <summary>It ended before its time.</summary>
    public required bool Cut { get; init; }

    /// <summary>How many before it are known to be lost: the player had no room for them.</summary>
    public required int Lost { get; init; }
}

/// <summary>How far a player's reports have come. Locked while one is taken in: reports of a player are taken in turn.</summary>
internal sealed class Player
{
    public required Guid ScreenId { get; init; }
    public required string Name { get; init; }
    public required long Next { get; init; }
    public required DateTimeOffset SeenAt { get; init; }
}

/// <summary>Sums of a day in Beijing.</summary>
internal sealed class PlayDay
{
    public required Guid ScreenId { get; init; }
    public required DateOnly Day { get; init; }
    public required Guid ItemId { get; init; }
    public required ItemKind Kind { get; init; }
    public required int Plays { get; init; }
    public required long Milliseconds { get; init; }
}

internal sealed class PlayMapping : IEntityTypeConfiguration<Play>
{
    public void Configure(EntityTypeBuilder<Play> builder)
    {
        builder.ToTable("play").HasKey(play => new { play.ScreenId, play.Player, play.Seq });
        builder.Property(play => play.Kind).HasConversion<string>();
        builder.HasIndex(play => new { play.ScreenId, play.StartedAt, play.Player, play.Seq });
    }
}

internal sealed class PlayerMapping : IEntityTypeConfiguration<Player>
{
    public void Configure(EntityTypeBuilder<Player> builder) => builder.ToTable("player").HasKey(player => new { player.ScreenId, player.Name });
}

internal sealed class PlayDayMapping : IEntityTypeConfiguration<PlayDay>
{
    public void Configure(EntityTypeBuilder<PlayDay> builder)
    {
        builder.ToTable("play_day").HasKey(day => new { day.ScreenId, day.Day, day.ItemId, day.Kind });
        builder.Property(day => day.Kind).HasConversion<string>();
    }
}
