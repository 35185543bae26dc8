using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Xinfang.Law;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.Outreach.Api.Knowing;

internal enum RecommendationStatus
{
    /// <summary>待定.</summary>
    Open,

    /// <summary>已采纳: there is a draft activity.</summary>
    Taken,

    /// <summary>不采纳, with the reason.</summary>
    Dropped,
}

/// <summary>普法建议: where to act next, whom for, how and with whom, and the figures that speak for it. A person takes or drops it.</summary>
internal sealed class Recommendation
{
    public static readonly Refusal OfficeOnly = new("recommendation.office-only", "普法建议由区信访办的普法人员决定采纳不采纳。", OutreachLaw.EachOrganTeaches, RefusalKind.Forbidden);

    private Recommendation() { } // EF Core

    public Guid Id { get; private init; }
    public Signal Signal { get; private init; }
    public string Street { get; private init; } = "";
    public string Category { get; private init; } = "";

    /// <summary>First day of the months looked at.</summary>
    public DateOnly WindowFrom { get; private init; }

    /// <summary>The day after them.</summary>
    public DateOnly WindowUntil { get; private init; }
    public int Count { get; private init; }
    public int Among { get; private init; }
    public int ElsewhereCount { get; private init; }
    public int ElsewhereAmong { get; private init; }
    public double Expected { get; private init; }
    public double Ratio { get; private init; }
    public double Low { get; private init; }
    public double High { get; private init; }
    public double FalseShare { get; private init; }

    /// <summary>The same count in the same months a year before; null where the records do not go back so far.</summary>
    public int? YearBefore { get; private init; }
    public List<string> Forms { get; private init; } = [];
    public string Audience { get; private init; } = "";

    /// <summary>Organ to join: the one that most of these petitions went to. Null where none stands out.</summary>
    public string? Partner { get; private init; }
    public RecommendationStatus Status { get; private set; }
    public Guid? ActivityId { get; private set; }
    public string? Reason { get; private set; }
    public string? DecidedBy { get; private set; }
    public DateOnly? DecidedOn { get; private set; }
    public DateOnly FoundOn { get; private init; }

    public static Recommendation Of(HotSpot spot, DateOnly from, DateOnly until, int? yearBefore, IReadOnlyList<string> forms, string audience, string? partner, DateOnly today) => new()
    {
        Id = Guid.CreateVersion7(), Signal = spot.Signal, Street = spot.Street, Category = spot.Category, WindowFrom = from, WindowUntil = until, Count = spot.Count, Among = spot.Among,
        ElsewhereCount = spot.ElsewhereCount, ElsewhereAmong = spot.ElsewhereAmong, Expected = spot.Expected, Ratio = spot.Ratio, Low = spot.Low, High = spot.High, FalseShare = spot.FalseShare,
        YearBefore = yearBefore, Forms = [.. forms], Audience = audience, Partner = partner, FoundOn = today,
    };

    public Refusal? Refuses(CurrentCaller caller) =>
        !caller.Has(Duty.Teach) ? OfficeOnly : Status is RecommendationStatus.Open ? null : new Refusal("recommendation.decided", $"这条建议已经定了：{Words(Status)}。");

    public Refusal? Take(Guid activity, CurrentCaller caller, DateOnly today)
    {
        if (Refuses(caller) is { } refusal) return refusal;
        (Status, ActivityId, DecidedBy, DecidedOn) = (RecommendationStatus.Taken, activity, caller.Account, today);
        return null;
    }

    public Refusal? Drop(string reason, CurrentCaller caller, DateOnly today)
    {
        if (Refuses(caller) is { } refusal) return refusal;
        (Status, Reason, DecidedBy, DecidedOn) = (RecommendationStatus.Dropped, reason.Trim(), caller.Account, today);
        return null;
    }

    public static string Words(RecommendationStatus status) => status switch { RecommendationStatus.Open => "待定", RecommendationStatus.Taken => "已采纳", _ => "不采纳" };
}

internal sealed class RecommendationMapping : IEntityTypeConfiguration<Recommendation>
{
    public void Configure(EntityTypeBuilder<Recommendation> builder)
    {
        builder.ToTable("recommendation").HasKey(each => each.Id);
        builder.Property(each => each.Signal).HasConversion<string>();
        builder.Property(each => each.Status).HasConversion<string>();
        builder.HasVersion();
        builder.HasIndex(each => new { each.Signal, each.Street, each.Category, each.WindowUntil }).IsUnique();
        builder.HasIndex(each => new { each.WindowUntil, each.Id });
    }
}
