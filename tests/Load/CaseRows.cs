using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;
using Xinfang.CaseHandling.Api;
using Xinfang.CaseHandling.Api.Watching;
using Xinfang.CaseHandling.Domain;
using Xinfang.Law;
using Xinfang.ServiceDefaults.Messaging;
using Xinfang.ServiceDefaults.Security;
using Xinfang.Testing;

namespace Xinfang.Load;

/// <summary>CaseHandling's database with as many petitions as wanted, and its background work without the rest of the service.</summary>
internal sealed class CaseRows : IAsyncDisposable
{
    private readonly ServiceProvider _services;
    private readonly FixedTime _time;

    private CaseRows(string connection, ServiceProvider services, FixedTime time) => (Connection, _services, _time) = (connection, services, time);

    public string Connection { get; }
    public LegalClock Clock => _services.GetRequiredService<LegalClock>();
    public DeadlineWatch Watch() => ActivatorUtilities.CreateInstance<DeadlineWatch>(_services);
    public DateCorrection Correction() => ActivatorUtilities.CreateInstance<DateCorrection>(_services);

    public static async Task<CaseRows> CreateAsync()
    {
        Progress.Say("starting servers");
        var connection = await (await Servers.StartAsync()).CreateDatabaseAsync("load");
        var time = new FixedTime();
        var services = new ServiceCollection()
            .AddLogging(logging => logging.AddSimpleConsole().SetMinimumLevel(LogLevel.Warning))
            .AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection([new("PersonalData:Key", "load"), new("PersonalData:SearchKey", "load")]).Build())
            .AddSingleton<TimeProvider>(time).AddSingleton(LegalCalendar.Default).AddSingleton(Terms.Default).AddSingleton<LegalClock>()
            .AddSingleton<PersonalData>().AddSingleton(new MessageTypes(typeof(Contracts.Subscriptions).Assembly)).AddSingleton<OutboxSignal>().AddSingleton<MessagingServices>()
            .AddDbContext<CaseHandlingDb>(options => options.UseNpgsql(connection).UseSnakeCaseNamingConvention())
            .BuildServiceProvider();
        var rows = new CaseRows(connection, services, time);
        await rows.UseAsync(db => db.Database.MigrateAsync());
        return rows;
    }

    public void Today(DateOnly day) => _time.Now = new(day.ToDateTime(new TimeOnly(4, 0)), TimeSpan.Zero);

    public async Task UseAsync(Func<CaseHandlingDb, Task> use)
    {
        await using var scope = _services.CreateAsyncScope();
        await use(scope.ServiceProvider.GetRequiredService<CaseHandlingDb>());
    }

    /// <summary>Petitions that can be opened: received on one day, accepted on a later one, each with its record.</summary>
    public async Task<List<Guid>> AddAcceptedAsync(int count, Func<int, DateOnly> acceptedOn)
    {
        var ids = new List<Guid>(count);
        var officer = new Actor(new("120104-zjw.officer"), "120104-zjw", Roles.Officer);
        foreach (var chunk in Enumerable.Range(0, count).Chunk(500))
            await UseAsync(async db =>
            {
                db.ChangeTracker.AutoDetectChangesEnabled = false;
                foreach (var n in chunk)
                {
                    var on = acceptedOn(n);
                    Today(on.AddDays(-2));
                    var id = Guid.CreateVersion7();
                    var routing = new Routing(new(id), officer.Organ, 1, $"120104-{on:yyyyMMdd}-{n:0000}", Category.Redress, 1, false, false, on.AddDays(-3));
                    var (petition, received) = Petition.Receive(routing, Clock.Now());
                    await db.RecordAsync(petition, Act.Receive, Actor.System, Clock.Now(), received, CancellationToken.None);
                    Today(on);
                    if (petition.Accept(officer, null, null, Clock.Now()).Refused(out var refusal, out var accepted)) throw new InvalidOperationException(refusal.Message);
                    await db.RecordAsync(petition, Act.Accept, officer, Clock.Now(), accepted, CancellationToken.None);
                    db.Add(petition);
                    ids.Add(id);
                }
                await db.CommitAsync(CancellationToken.None);
            });
        return ids;
    }

    /// <summary>
    /// As many copies of a petition's row, made by the server: another id, and other values where given. Their files cannot be opened,
    /// for each is bound to its id; they are there to be looked through.
    /// </summary>
    public async Task MultiplyAsync(Guid template, int count, Dictionary<string, string> values)
    {
        await using var source = NpgsqlDataSource.Create(Connection + ";Command Timeout=600");
        List<string> columns = [];
        await using (var names = source.CreateCommand("select column_name from information_schema.columns where table_name = 'petition' and is_generated = 'NEVER' order by ordinal_position"))
        await using (var reader = await names.ExecuteReaderAsync())
            while (await reader.ReadAsync()) columns.Add(reader.GetString(0));
        values = new(values) { ["id"] = "gen_random_uuid()" };
        await using var copy = source.CreateCommand($"""
            insert into petition ({string.Join(", ", columns)})
            select {string.Join(", ", columns.Select(column => values.GetValueOrDefault(column, "p." + column)))}
            from petition p, generate_series(1, {count}) n where p.id = '{template}'
            """);
        await copy.ExecuteNonQueryAsync();
        await using var vacuum = source.CreateCommand("vacuum analyze petition");
        await vacuum.ExecuteNonQueryAsync();
    }

    public async Task<List<string>> ReadAsync(string sql)
    {
        await using var source = NpgsqlDataSource.Create(Connection + ";Command Timeout=600");
        await using var command = source.CreateCommand(sql);
        await using var reader = await command.ExecuteReaderAsync();
        List<string> lines = [];
        while (await reader.ReadAsync()) lines.Add(reader.GetValue(0).ToString()!);
        return lines;
    }

    public ValueTask DisposeAsync() => _services.DisposeAsync();

    private sealed class FixedTime : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = new(2026, 3, 2, 4, 0, 0, TimeSpan.Zero);

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
