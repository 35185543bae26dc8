using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Xinfang.Outreach.Api.Screens;

/// <summary>电子屏: one display. It opens one address, which holds its key.</summary>
internal sealed class Screen
{
    private Screen() { } // EF Core

    public Screen(Guid id, string name, string place, string by) => (Id, Name, Place, MadeBy, Key) = (id, name, place, by, RandomNumberGenerator.GetHexString(32, lowercase: true));

    public Guid Id { get; private init; }

    /// <summary>128 bits that nobody guesses; who has it may show the list and report what was shown, nothing else.</summary>
    public string Key { get; private init; } = "";

    public string Name { get; private set; } = "";

    /// <summary>Street and hall.</summary>
    public string Place { get; private set; } = "";

    public string MadeBy { get; private init; } = "";

    /// <summary>Taken down; its address answers 404.</summary>
    public bool Retired { get; private set; }

    public void Describe(string name, string place, bool retired) => (Name, Place, Retired) = (name, place, retired);
}

/// <summary>When an item is shown.</summary>
internal enum ItemKind
{
    /// <summary>平时.</summary>
    Default,

    /// <summary>时段: before what is shown otherwise, on its days and hours.</summary>
    Window,

    /// <summary>紧急插播: alone, over everything.</summary>
    Emergency,
}

/// <summary>An item of a display's list.</summary>
internal sealed class ScreenItem
{
    public required Guid Id { get; init; }

    /// <summary>The display; null: every display (an interrupt).</summary>
    public Guid? ScreenId { get; init; }

    public required ItemKind Kind { get; init; }

    /// <summary>The text; null when the words stand here.</summary>
    public Guid? MaterialId { get; init; }

    public string? Title { get; init; }
    public string? Words { get; init; }

    /// <summary>How long it stands, seconds.</summary>
    public required int Seconds { get; init; }

    public required int Place { get; init; }
    public DateTimeOffset? From { get; init; }
    public DateTimeOffset? Until { get; set; }

    /// <summary>Minutes of the day in Beijing; null: all day.</summary>
    public int? DailyFrom { get; init; }

    public int? DailyUntil { get; init; }
    public required string By { get; init; }
}

internal sealed class ScreenMapping : IEntityTypeConfiguration<Screen>
{
    public void Configure(EntityTypeBuilder<Screen> builder)
    {
        builder.ToTable("screen").HasKey(screen => screen.Id);
        builder.Property(screen => screen.Id).ValueGeneratedNever();
        builder.HasVersion();
        builder.HasIndex(screen => screen.Key).IsUnique();
    }
}

internal sealed class ScreenItemMapping : IEntityTypeConfiguration<ScreenItem>
{
    public void Configure(EntityTypeBuilder<ScreenItem> builder)
    {
        builder.ToTable("screen_item").HasKey(item => item.Id);
        builder.Property(item => item.Kind).HasConversion<string>();
        builder.HasIndex(item => new { item.ScreenId, item.Place });
    }
}
