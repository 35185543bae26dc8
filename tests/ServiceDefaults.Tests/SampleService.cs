using System.Reflection;
using MassTransit;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Xinfang.Contracts.CaseHandling.V1;
using Xinfang.ServiceDefaults.Messaging;
using Xinfang.Testing;

namespace Xinfang.ServiceDefaults.Tests;

/// <summary>A service with one consumer, to try the plumbing that all services share.</summary>
internal sealed class SampleDb(DbContextOptions<SampleDb> options, MessagingServices services) : MessagingDbContext(options, services)
{
    public DbSet<Seen> Seen => Set<Seen>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        base.OnModelCreating(modelBuilder);
        modelBuilder.Entity<Seen>().ToTable("seen").HasKey(s => s.Position);
        modelBuilder.Entity<Seen>().Property(s => s.Position).UseIdentityAlwaysColumn();
    }
}

/// <summary>One handled event, in the order in which handling was saved.</summary>
internal sealed class Seen
{
    public long Position { get; private init; }
    public required Guid PetitionId { get; init; }
    public required int Round { get; init; }
}

internal sealed class NoteContest(SampleDb db, Mishap mishap) : IConsumer<AssignmentContested>
{
    public Task Consume(ConsumeContext<AssignmentContested> context)
    {
        mishap.Happen(context.Message.PetitionId);
        db.Add(new Seen { PetitionId = context.Message.PetitionId, Round = context.Message.Round });
        return Task.CompletedTask;
    }
}

internal sealed class NoteDecision(SampleDb db) : IConsumer<ContestationDecided>
{
    public Task Consume(ConsumeContext<ContestationDecided> context)
    {
        db.Add(new Seen { PetitionId = context.Message.PetitionId, Round = context.Message.Round });
        return Task.CompletedTask;
    }
}

/// <summary>Makes the first attempts of a petition's first event fail.</summary>
internal sealed class Mishap
{
    private readonly Dictionary<Guid, int> _left = [];

    public void Plan(Guid petition, int times)
    {
        lock (_left) _left[petition] = times;
    }

    public void Happen(Guid petition)
    {
        lock (_left)
            if (_left.GetValueOrDefault(petition) > 0 && _left[petition]-- > 0) throw new InvalidOperationException("a planned mishap");
    }
}

internal sealed class SampleService : IAsyncDisposable
{
    private readonly WebApplication _app;

    private SampleService(WebApplication app) => _app = app;

    public IServiceProvider Services => _app.Services;

    /// <param name="database">Connection string of its database.</param>
    /// <param name="messaging">Address of the broker.</param>
    /// <param name="queue">Name of its queue; one for each class of tests.</param>
    public static async Task<SampleService> StartAsync(string database, string messaging, string queue = "sample")
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ApplicationName = Assembly.GetExecutingAssembly().GetName().Name });
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["ConnectionStrings:sampledb"] = database, ["ConnectionStrings:messaging"] = messaging, ["urls"] = "http://127.0.0.1:0",
        });
        builder.Logging.ClearProviders();
        builder.AddServiceDefaults("sample");
        builder.AddMessaging<SampleDb>(queue, "sampledb", new Dictionary<string, IReadOnlyList<Type>> { [queue] = [typeof(AssignmentContested), typeof(ContestationDecided)] });
        builder.Services.AddSingleton<Mishap>();
        var app = builder.Build();
        app.UseServiceDefaults();
        await using (var scope = app.Services.CreateAsyncScope())
            await scope.ServiceProvider.GetRequiredService<SampleDb>().Database.EnsureCreatedAsync();
        await app.StartAsync();
        return new(app);
    }

    public async Task<T> Db<T>(Func<SampleDb, Task<T>> use)
    {
        await using var scope = Services.CreateAsyncScope();
        return await use(scope.ServiceProvider.GetRequiredService<SampleDb>());
    }

    public Task PublishAsync(Guid petition, int round) => Db(async db =>
    {
        db.Publish(petition, Contested(petition, round));
        return await db.SaveChangesAsync();
    });

    /// <summary>Events of two kinds in turn, which leave through two exchanges.</summary>
    public Task PublishInTurnAsync(Guid petition, int round) => round % 2 == 0 ? PublishAsync(petition, round) : Db(async db =>
    {
        db.Publish(petition, new ContestationDecided { PetitionId = petition, Organ = "120104-zjw", Round = round, Agreed = false, DecidedAt = new DateTimeOffset(2026, 3, 2, 0, 0, 0, TimeSpan.Zero) });
        return await db.SaveChangesAsync();
    });

    public static AssignmentContested Contested(Guid petition, int round) => new()
    {
        PetitionId = petition, Organ = "120104-zjw", Round = round, ContestedAt = new DateTimeOffset(2026, 3, 2, 0, 0, 0, TimeSpan.Zero),
    };

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
    }
}
