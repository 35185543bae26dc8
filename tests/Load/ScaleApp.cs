using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;
using Xinfang.Intake.Api;
using Xinfang.ServiceDefaults.Security;
using Xinfang.Testing;

namespace Xinfang.Load;

/// <summary>Intake as it runs, over HTTP, on a database of its own with many petitions in it.</summary>
internal sealed class ScaleApp : WebApplicationFactory<IntakeDb>
{
    private readonly string _messaging;

    private ScaleApp(string database, string messaging) => (Database, _messaging) = (database, messaging);

    public string Database { get; }

    /// <param name="postgres">A server to use; null starts one.</param>
    /// <param name="keep">Name of a database on that server that is kept between runs.</param>
    public static async Task<ScaleApp> CreateAsync(string? postgres, string keep)
    {
        Progress.Say("starting servers");
        var servers = await Servers.StartAsync();
        return new(postgres is null ? await servers.CreateDatabaseAsync("scale") : await OwnAsync(postgres, keep), servers.Messaging);
    }

    public async Task MigrateAsync()
    {
        await using var db = new IntakeDb(new DbContextOptionsBuilder<IntakeDb>().UseNpgsql(Database).UseSnakeCaseNamingConvention().Options, null!);
        db.Database.SetCommandTimeout(0);
        await db.Database.MigrateAsync();
    }

    public void Start()
    {
        UseKestrel(0);
        StartServer();
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        Tokens.Accept(builder);
        builder
            .UseContentRoot(AppContext.BaseDirectory)
            .UseSetting("ConnectionStrings:intakedb", Database)
            .UseSetting("ConnectionStrings:messaging", _messaging)
            .UseSetting("PersonalData:Key", "load").UseSetting("PersonalData:SearchKey", "load").UseSetting("Ticket:Key", "load")
            .UseSetting("Attachments:Folder", Path.Combine(Path.GetTempPath(), "xinfang-load-files")).UseSetting("Notices:SmsFolder", Path.Combine(Path.GetTempPath(), "xinfang-load-sms"))
            .ConfigureLogging(logging => logging.ClearProviders().AddSimpleConsole().SetMinimumLevel(LogLevel.Error));
    }

    internal static async Task<string> OwnAsync(string postgres, string name)
    {
        var builder = new NpgsqlConnectionStringBuilder(postgres) { Database = "postgres" };
        await using var source = NpgsqlDataSource.Create(builder.ConnectionString);
        await using var known = source.CreateCommand("select count(*) from pg_database where datname = $1");
        known.Parameters.Add(new() { Value = name });
        if (await known.ExecuteScalarAsync() is 0L)
        {
            await using var create = source.CreateCommand($"create database \"{name}\"");
            await create.ExecuteNonQueryAsync();
        }
        builder.Database = name;
        builder.MaxPoolSize = 20;
        return builder.ConnectionString;
    }
}
