using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Xinfang.DepartmentFeed.Api.Feed;
using Xinfang.ServiceDefaults.Messaging;

namespace Xinfang.DepartmentFeed.Api;

/// <summary>The feed's log, and who holds which petition. Saving new events gives them their positions and wakes the relay.</summary>
internal sealed class DepartmentFeedDb(
    DbContextOptions<DepartmentFeedDb> options, MessagingServices services, [FromKeyedServices(FeedSignals.Relay)] OutboxSignal relay)
    : MessagingDbContext(options, services)
{
    public DbSet<Holding> Holdings => Set<Holding>();
    public DbSet<FeedEvent> Events => Set<FeedEvent>();

    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        var appended = ChangeTracker.Entries<FeedEvent>().Where(e => e.State == EntityState.Added).Select(e => e.Entity).ToList();
        if (appended.Count == 0) return await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);

        await using var transaction = await Database.BeginTransactionAsync(cancellationToken);
        await AllocatePositionsAsync(appended, cancellationToken);
        var saved = await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        relay.Set();
        return saved;
    }

    /// <summary>
    /// The organ's counter row stays locked until the commit: a lower position can never become visible after a higher one, so a
    /// cursor skips nothing. Organs are locked in the order of their codes, so that two transactions cannot wait for each other.
    /// </summary>
    private async Task AllocatePositionsAsync(List<FeedEvent> appended, CancellationToken ct)
    {
        foreach (var events in appended.GroupBy(e => e.Organ).OrderBy(group => group.Key, StringComparer.Ordinal))
        {
            var count = events.Count();
            var last = (await Database.SqlQuery<long>($"""
                insert into feed_position (organ, position) values ({events.Key}, {count})
                on conflict (organ) do update set position = feed_position.position + excluded.position
                returning position as "Value"
                """).ToListAsync(ct))[0];
            foreach (var e in events) e.Position = last - --count;
        }
    }

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);
        modelBuilder.Entity<FeedPosition>().ToTable("feed_position").HasKey(p => p.Organ);
    }
}

/// <summary>Last position given out to an organ.</summary>
internal sealed class FeedPosition
{
    public required string Organ { get; init; }
    public required long Position { get; init; }
}

internal sealed class HoldingMapping : IEntityTypeConfiguration<Holding>
{
    public void Configure(EntityTypeBuilder<Holding> builder)
    {
        builder.ToTable("holding").HasKey(h => h.PetitionId);
        builder.Property<uint>("xmin").IsRowVersion();
    }
}

internal sealed class FeedEventMapping : IEntityTypeConfiguration<FeedEvent>
{
    public void Configure(EntityTypeBuilder<FeedEvent> builder)
    {
        builder.ToTable("feed_event").HasKey(e => e.Id);
        builder.Ignore(e => e.CoveredBySeal);
        builder.Property(e => e.Data).HasColumnType("jsonb");
        builder.HasIndex(e => new { e.Organ, e.Position }).IsUnique();
        builder.HasIndex(e => new { e.Organ, e.Position }, "Waiting").HasDatabaseName("ix_feed_event_waiting").HasFilter("published_at is null");
        builder.HasIndex(e => e.RecordedAt);
    }
}
