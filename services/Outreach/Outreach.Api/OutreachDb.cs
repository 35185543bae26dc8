using Microsoft.EntityFrameworkCore;
using Xinfang.ServiceDefaults.Messaging;

namespace Xinfang.Outreach.Api;

/// <summary>What the office teaches to the public, by whom, where, and what came of it.</summary>
public sealed class OutreachDb(DbContextOptions<OutreachDb> options, MessagingServices services) : MessagingDbContext(options, services);
