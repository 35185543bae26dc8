using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Npgsql;
using Xinfang.Insight.Api;
using Xinfang.Testing;

namespace Xinfang.Load;

/// <summary>Insight as it runs, over HTTP, on a database with the events of many made-up petitions in its log.</summary>
internal sealed class InsightAtScale : WebApplicationFactory<InsightDb>
{
    private readonly string _messaging;

    private InsightAtScale(string database, string messaging) => (Database, _messaging) = (database, messaging);

    public string Database { get; }

    /// <summary>Makes the database, or takes the one that an earlier run has kept on a server of its own.</summary>
    public static async Task<InsightAtScale> CreateAsync(Options options, int petitions)
    {
        Progress.Say("starting servers");
        var servers = await Servers.StartAsync();
        var database = options["--postgres"] is { } own ? await ScaleApp.OwnAsync(own, $"insight_{petitions}") : await servers.CreateDatabaseAsync("insight");
        await using (var db = new InsightDb(new DbContextOptionsBuilder<InsightDb>().UseNpgsql(database).UseSnakeCaseNamingConvention().Options, null!)) await db.Database.MigrateAsync();
        await using var source = NpgsqlDataSource.Create(database + ";Command Timeout=0");
        if (await One(source, "select count(*) from told") == 0) await new MadeUpLog(source, petitions).WriteAsync();
        return new(database, servers.Messaging);
    }

    public void Start()
    {
        UseKestrel(0);
        StartServer();
    }

    public static async Task<long> One(NpgsqlDataSource source, string sql)
    {
        await using var command = source.CreateCommand(sql);
        return Convert.ToInt64(await command.ExecuteScalarAsync(), System.Globalization.CultureInfo.InvariantCulture);
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        Tokens.Accept(builder);
        builder.UseContentRoot(AppContext.BaseDirectory).UseSetting("ConnectionStrings:insightdb", Database).UseSetting("ConnectionStrings:messaging", _messaging)
            .ConfigureLogging(logging => logging.ClearProviders().AddSimpleConsole().SetMinimumLevel(LogLevel.Error));
    }
}
