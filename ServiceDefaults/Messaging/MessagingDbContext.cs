using System.Diagnostics;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Xinfang.ServiceDefaults.Persistence;

namespace Xinfang.ServiceDefaults.Messaging;

/// <summary>A message waiting to leave. The row is written with the state change and moved to <see cref="SentMessage"/> when delivered.</summary>
public sealed class OutboxMessage
{
    public long Position { get; private init; }
    public required Guid MessageId { get; init; }

    /// <summary>The petition: messages of one petition leave in order, those of different petitions beside each other.</summary>
    public required Guid PetitionId { get; init; }

    public required string Type { get; init; }
    public required string Body { get; init; }
    public string? TraceParent { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }
}

/// <summary>
/// A message that the broker has confirmed, kept while a backup may need it: what lay in the broker and was not consumed is in no backup, and a
/// restored system sends these again (docs/decisions/0080-backup.md).
/// </summary>
public sealed class SentMessage
{
    public long Position { get; private init; }
    public required Guid MessageId { get; init; }
    public required Guid PetitionId { get; init; }
    public required string Type { get; init; }
    public required string Body { get; init; }
    public string? TraceParent { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }
    public required DateTimeOffset SentAt { get; init; }
}

/// <summary>A message already handled here. Primary key (message, endpoint) makes redelivery harmless.</summary>
public sealed class InboxMessage
{
    public required Guid MessageId { get; init; }
    public required string Endpoint { get; init; }
    public required DateTimeOffset HandledAt { get; init; }
}

/// <summary>The base of every service's DbContext: its tables plus outbox, what was sent, inbox, record (留痕) and idempotency keys.</summary>
public abstract class MessagingDbContext(DbContextOptions options, MessagingServices services) : DbContext(options)
{
    private bool _published;

    public DbSet<RecordEntry> Record => Set<RecordEntry>();

    /// <summary>Adds the event to the outbox; it leaves after <c>SaveChangesAsync</c>, and only then.</summary>
    public void Publish<T>(Guid petitionId, T message) where T : class
    {
        Add(new OutboxMessage
        {
            MessageId = Guid.CreateVersion7(),
            PetitionId = petitionId,
            Type = services.Types.NameOf(typeof(T)),
            Body = JsonSerializer.Serialize(message, MessageTypes.Json),
            TraceParent = Activity.Current?.Id,
            CreatedAt = services.Time.GetUtcNow(),
        });
        _published = true;
    }

    /// <summary>留痕: appends an act to the petition's chain. One query for the last link, none for the first entry of a new petition.</summary>
    public async Task RecordAsync(RecordDraft draft, CancellationToken ct, bool first = false)
    {
        var last = Record.Local.Where(r => r.PetitionId == draft.PetitionId).MaxBy(r => r.Seq)
            ?? (first ? null : await Record.AsNoTracking()
                .Where(r => r.PetitionId == draft.PetitionId).OrderByDescending(r => r.Seq).FirstOrDefaultAsync(ct));
        Add(RecordChain.Next(last, draft));
    }

    /// <summary>Saves everything as one; where the context has begun a transaction of its own, ends it.</summary>
    public virtual Task CommitAsync(CancellationToken ct) => SaveChangesAsync(ct);

    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        var saved = await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
        if (_published && Database.CurrentTransaction is null) Announce();
        return saved;
    }

    /// <summary>Wakes the relay. Called by itself after a save; whoever commits a transaction by hand calls it after the commit.</summary>
    public void Announce()
    {
        _published = false;
        services.Signal.Set();
    }

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<OutboxMessage>(e =>
        {
            e.ToTable("outbox").HasKey(m => m.Position);
            e.Property(m => m.Position).UseIdentityAlwaysColumn();
        });
        modelBuilder.Entity<SentMessage>(e =>
        {
            e.ToTable("sent").HasKey(m => m.Position);
            e.Property(m => m.Position).ValueGeneratedNever(); // that of the outbox
            e.HasIndex(m => m.SentAt);
        });
        modelBuilder.Entity<InboxMessage>(e =>
        {
            e.ToTable("inbox").HasKey(m => new { m.MessageId, m.Endpoint });
            e.HasIndex(m => m.HandledAt);
        });
        modelBuilder.Entity<IdempotencyKey>(e =>
        {
            e.ToTable("idempotency").HasKey(k => new { k.Key, k.Route, k.Caller });
            e.HasIndex(k => k.ExpiresAt);
        });
        modelBuilder.Entity<RecordEntry>(RecordMapping);
        modelBuilder.ApplyConfigurationsFromAssembly(GetType().Assembly);
    }

    private static void RecordMapping(EntityTypeBuilder<RecordEntry> e)
    {
        e.ToTable("record").HasKey(r => r.Position);
        e.Property(r => r.Position).UseIdentityAlwaysColumn();
        e.HasIndex(r => new { r.PetitionId, r.Seq }).IsUnique();
    }
}

/// <summary>What a context needs besides its options; one parameter so that it does not grow through every service.</summary>
public sealed record MessagingServices(MessageTypes Types, OutboxSignal Signal, TimeProvider Time);
