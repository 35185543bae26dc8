using Microsoft.EntityFrameworkCore;
using Xinfang.Insight.Api.Events;
using Xinfang.Insight.Api.Facts;
using Xinfang.Insight.Api.Measures;
using Xinfang.ServiceDefaults.Messaging;

namespace Xinfang.Insight.Api;

/// <summary>What the services have told, what was made of it, and what the office does about it.</summary>
public sealed class InsightDb(DbContextOptions<InsightDb> options, MessagingServices services) : MessagingDbContext(options, services)
{
    internal DbSet<ToldEvent> Told => Set<ToldEvent>();

    internal DbSet<PetitionFact> Petitions => Set<PetitionFact>();

    internal DbSet<RoundFact> Rounds => Set<RoundFact>();

    internal DbSet<Cell> Cells => Set<Cell>();
}
