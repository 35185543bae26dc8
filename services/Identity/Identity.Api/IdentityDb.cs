using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using OpenIddict.EntityFrameworkCore.Models;
using Xinfang.Identity.Api.Accounts;
using Xinfang.Identity.Api.Keys;

namespace Xinfang.Identity.Api;

/// <summary>Accounts, keys and OpenIddict's tables. Publishes nothing, so it has no outbox.</summary>
internal sealed class IdentityDb(DbContextOptions<IdentityDb> options) : DbContext(options)
{
    public DbSet<Account> Accounts => Set<Account>();
    public DbSet<AccountEvent> AccountEvents => Set<AccountEvent>();
    public DbSet<Attempt> Attempts => Set<Attempt>();
    public DbSet<StoredKey> Keys => Set<StoredKey>();
    public DbSet<CookieKey> CookieKeys => Set<CookieKey>();

    /// <summary>Records what happened to an account; saved with the act.</summary>
    /// <param name="account">To whom.</param>
    /// <param name="what">What.</param>
    /// <param name="now">When.</param>
    /// <param name="by">Who did it, if not the person.</param>
    /// <param name="detail">Codes only.</param>
    public void Note(Account account, AccountEventKind what, DateTimeOffset now, string? by = null, string? detail = null) =>
        AccountEvents.Add(new AccountEvent { Account = account.Name, What = what, At = now, By = by, Detail = detail });

    protected override void OnModelCreating(ModelBuilder model)
    {
        model.ApplyConfiguration(new AccountMapping());
        model.ApplyConfiguration(new AccountEventMapping());
        model.ApplyConfiguration(new AttemptMapping());
        model.ApplyConfiguration(new StoredKeyMapping());
        model.ApplyConfiguration(new CookieKeyMapping());

        model.UseOpenIddict<Guid>();
        model.Entity<OpenIddictEntityFrameworkCoreApplication<Guid>>().ToTable("client");
        model.Entity<OpenIddictEntityFrameworkCoreAuthorization<Guid>>().ToTable("authorization");
        model.Entity<OpenIddictEntityFrameworkCoreScope<Guid>>().ToTable("scope");
        model.Entity<OpenIddictEntityFrameworkCoreToken<Guid>>().ToTable("token");
    }

    private sealed class AccountMapping : IEntityTypeConfiguration<Account>
    {
        public void Configure(EntityTypeBuilder<Account> entity)
        {
            entity.ToTable("account").HasKey(a => a.Name);
            entity.Property(a => a.Name).HasMaxLength(Account.LongestName);
            entity.Property(a => a.DisplayName).HasMaxLength(40);
            entity.Property(a => a.Organ).HasMaxLength(32);
            entity.Property(a => a.Version).IsRowVersion();
            entity.OwnsOne(a => a.Invitation);
            entity.OwnsOne(a => a.Factor);
            entity.HasIndex(a => new { a.Organ, a.Name });
        }
    }

    private sealed class AccountEventMapping : IEntityTypeConfiguration<AccountEvent>
    {
        public void Configure(EntityTypeBuilder<AccountEvent> entity)
        {
            entity.ToTable("account_event").HasKey(e => e.Position);
            entity.Property(e => e.Position).UseIdentityAlwaysColumn();
            entity.Property(e => e.Account).HasMaxLength(Account.LongestName);
            entity.Property(e => e.What).HasConversion<string>().HasMaxLength(16);
            entity.Property(e => e.By).HasMaxLength(Account.LongestName);
            entity.Property(e => e.Detail).HasMaxLength(200);
            entity.HasIndex(e => new { e.Account, e.Position });
            entity.HasIndex(e => e.At);
        }
    }

    private sealed class AttemptMapping : IEntityTypeConfiguration<Attempt>
    {
        public void Configure(EntityTypeBuilder<Attempt> entity)
        {
            entity.ToTable("attempt").HasKey(a => a.NameHash);
            entity.Property(a => a.NameHash).HasMaxLength(32);
            entity.HasIndex(a => a.LastAt);
        }
    }

    private sealed class StoredKeyMapping : IEntityTypeConfiguration<StoredKey>
    {
        public void Configure(EntityTypeBuilder<StoredKey> entity)
        {
            entity.ToTable("key").HasKey(k => k.Id);
            entity.Property(k => k.Use).HasConversion<string>().HasMaxLength(16);
        }
    }

    private sealed class CookieKeyMapping : IEntityTypeConfiguration<CookieKey>
    {
        public void Configure(EntityTypeBuilder<CookieKey> entity)
        {
            entity.ToTable("cookie_key").HasKey(k => k.Name);
            entity.Property(k => k.Name).HasMaxLength(128);
        }
    }
}
