using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Time.Testing;
using Npgsql;
using Xinfang.Identity.Api;
using Xinfang.Identity.Api.Seeds;
using Xinfang.Testing;

namespace Xinfang.Identity.Tests;

/// <summary>The identity service in this process, on a real database, with a clock of its own.</summary>
internal sealed class IdentityHost : WebApplicationFactory<Program>
{
    public const string Password = "demo-Password-1";
    public const string SetupCode = "setup-code-of-tests";
    public const string PortalSecret = "portal-secret-of-tests";
    public const string Issuer = "http://localhost:8080/";

    private const string KeySecret = "key-secret-of-tests";

    // Migrating and seeding once, then copying, takes a tenth of the time.
    private static readonly Lazy<Task<string>> Template = new(SeededAsync);

    private readonly string _database;
    private readonly string _keySecret;
    private bool _office;

    private IdentityHost(string database, FakeTimeProvider time, string keySecret)
    {
        (_database, Time, _keySecret) = (database, time, keySecret);
        ClientOptions.AllowAutoRedirect = false;
        ClientOptions.HandleCookies = false;
    }

    /// <summary>Starts at the present, because tokens are checked by the machine's clock.</summary>
    public FakeTimeProvider Time { get; }

    /// <summary>A service on a new, seeded database.</summary>
    public static async Task<IdentityHost> StartAsync()
        => new(await CopyAsync(await Template.Value), new FakeTimeProvider(TimeProvider.System.GetUtcNow()), KeySecret);

    /// <summary>A service of a real office on a new database: no demo accounts, a setup code, and nobody in without a second factor.</summary>
    public static async Task<IdentityHost> StartEmptyAsync()
    {
        var servers = await Servers.StartAsync();
        var database = await servers.CreateDatabaseAsync("identity");
        await using (var db = new IdentityDb(new DbContextOptionsBuilder<IdentityDb>().UseNpgsql(database).UseSnakeCaseNamingConvention().Options))
            await db.Database.MigrateAsync();
        var host = new IdentityHost(database, new FakeTimeProvider(TimeProvider.System.GetUtcNow()), KeySecret) { _office = true };
        await host.SeedAsync();
        return host;
    }

    /// <summary>The same database served again, as after a restart.</summary>
    public IdentityHost Again(string? keySecret = null) => new(_database, Time, keySecret ?? _keySecret);

    public async Task SeedAsync()
    {
        await using var scope = Services.CreateAsyncScope();
        await Seed.RunAsync(scope.ServiceProvider, TestContext.Current.CancellationToken);
    }

    public async Task<T> ReadAsync<T>(Func<IdentityDb, Task<T>> read)
    {
        await using var scope = Services.CreateAsyncScope();
        return await read(scope.ServiceProvider.GetRequiredService<IdentityDb>());
    }

    public Browser NewBrowser() => new(CreateClient());

    private static async Task<string> SeededAsync()
    {
        var servers = await Servers.StartAsync();
        var database = new NpgsqlConnectionStringBuilder(await servers.CreateDatabaseAsync("identity")) { Pooling = false }.ConnectionString;
        await using (var db = new IdentityDb(new DbContextOptionsBuilder<IdentityDb>().UseNpgsql(database).UseSnakeCaseNamingConvention().Options))
            await db.Database.MigrateAsync();
        await using var host = new IdentityHost(database, new FakeTimeProvider(TimeProvider.System.GetUtcNow()), KeySecret);
        await host.SeedAsync();
        // What the host made beyond the seeds would be shared by every copy.
        await host.ReadAsync(db => db.Database.ExecuteSqlAsync($"truncate key, cookie_key"));
        return database;
    }

    private static async Task<string> CopyAsync(string template)
    {
        var from = new NpgsqlConnectionStringBuilder(template);
        var name = $"{from.Database}_{Guid.CreateVersion7().ToString("n")[^12..]}";
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(template) { Database = "postgres" }.ConnectionString);
        await connection.OpenAsync();
        await using var create = new NpgsqlCommand($"CREATE DATABASE \"{name}\" TEMPLATE \"{from.Database}\"", connection);
        await create.ExecuteNonQueryAsync();
        return new NpgsqlConnectionStringBuilder(template) { Database = name, Pooling = true }.ConnectionString;
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment(_office ? Environments.Production : Environments.Development);
        builder.UseSetting("Identity:Issuer", Issuer);
        builder.UseSetting("Identity:KeySecret", _keySecret);
        builder.UseSetting("Identity:PortalSecret", PortalSecret);
        builder.UseSetting(_office ? "Identity:SetupCode" : "Identity:DemoPassword", _office ? SetupCode : Password);
        builder.UseSetting("ConnectionStrings:identitydb", _database);
        builder.ConfigureTestServices(services => services.AddSingleton<TimeProvider>(Time));
    }
}
