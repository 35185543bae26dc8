using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Xinfang.ServiceDefaults.Messaging;

namespace Xinfang.ServiceDefaults.Acts;

/// <summary>The row version as a shadow property (xmin): two edits at once are one edit and a 409.</summary>
public static class Versions
{
    private const string Version = "xmin";

    /// <summary>Gives the entity its row version.</summary>
    public static void HasVersion<T>(this EntityTypeBuilder<T> builder) where T : class => builder.Property<uint>(Version).IsRowVersion();

    /// <summary>Row version of a loaded entity, for its ETag.</summary>
    public static uint VersionOf(this MessagingDbContext db, object entity) => (uint)db.Entry(entity).Property(Version).CurrentValue!;
}
