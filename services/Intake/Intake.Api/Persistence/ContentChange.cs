using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Xinfang.Intake.Domain;

namespace Xinfang.Intake.Api.Persistence;

/// <summary>A line of the tree of contents as it is from then on. Only added to: the newest row of a code counts.</summary>
internal sealed class ContentChange
{
    public long Position { get; private init; }
    public required string Code { get; init; }
    public required string Name { get; init; }
    public required bool Retired { get; init; }
    public required string By { get; init; }
    public required DateTimeOffset At { get; init; }
}

internal sealed class ContentChangeMapping : IEntityTypeConfiguration<ContentChange>
{
    public void Configure(EntityTypeBuilder<ContentChange> builder)
    {
        builder.ToTable("content_change").HasKey(c => c.Position);
        builder.Property(c => c.Position).UseIdentityAlwaysColumn();
    }
}

internal static class ContentTreeReading
{
    private const long Turn = 0x58_46_43_4F_4E_54; // changes take turns, so that a code is given once

    /// <summary>The tree as it stands.</summary>
    public static async Task<ContentTree> ContentTreeAsync(this IntakeDb db, CancellationToken ct) =>
        new((await db.ContentChanges.AsNoTracking().OrderBy(c => c.Position).ToListAsync(ct)).Select(c => new ContentCode(c.Code, c.Name, c.Retired)));

    /// <summary>Until the transaction ends nobody else changes the tree.</summary>
    public static Task LockContentTreeAsync(this IntakeDb db, CancellationToken ct) => db.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock({Turn})", ct);
}
