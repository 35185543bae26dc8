using System.Globalization;
using System.Net.Http.Json;
using System.Text.Json;
using MassTransit;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Npgsql;
using Xinfang.Intake.Api;
using Xinfang.Intake.Api.Notices;
using Xinfang.ServiceDefaults.Http;
using Xinfang.ServiceDefaults.Security;
using Xinfang.Testing;

[assembly: AssemblyFixture(typeof(Xinfang.Intake.Tests.IntakeApp))]

namespace Xinfang.Intake.Tests;

/// <summary>The service as it runs, on its own database and a real broker. A request may say at which time it happens.</summary>
public sealed class IntakeApp : WebApplicationFactory<IntakeDb>, IAsyncLifetime
{
    private readonly Lock _clients = new();
    private Servers? _servers;

    /// <summary>Where this run keeps its files.</summary>
    public DirectoryInfo Files { get; } = Directory.CreateTempSubdirectory("xinfang-files-");

    /// <summary>Connection string of the tests' database.</summary>
    public string Database { get; private set; } = "";

    /// <summary>Where messages to telephones arrive.</summary>
    public string SmsFolder { get; } = Directory.CreateTempSubdirectory("xinfang-sms-").FullName;

    public async ValueTask InitializeAsync()
    {
        _servers = await Servers.StartAsync();
        Database = await _servers.CreateDatabaseAsync("intake");
        await Db(db => db.Database.MigrateAsync());
        // Another test's queue may be shared; this service is ready when its bus is.
        await Eventually.Holds(async () => (await CreateClient().GetStringAsync(new Uri("/health", UriKind.Relative))).Contains("messaging", StringComparison.Ordinal));
    }

    /// <summary>Another process of the same service: same database, same queue.</summary>
    public WebApplicationFactory<IntakeDb> Replica() => WithWebHostBuilder(_ => { });

    /// <summary>A client without an account.</summary>
    public HttpClient Public(DateTimeOffset? at = null) => At(NewClient(), at);

    /// <summary>A client signed in as a development account.</summary>
    public HttpClient As(string account, DateTimeOffset? at = null) => At(NewClient().As(account), at);

    // The factory keeps its clients in a plain list.
    private HttpClient NewClient()
    {
        lock (_clients) return CreateClient();
    }

    /// <summary>A client with a petitioner's ticket.</summary>
    public HttpClient WithTicket(string ticket, DateTimeOffset? at = null)
    {
        var client = Public(at);
        client.DefaultRequestHeaders.Add(PetitionTickets.Header, ticket);
        return client;
    }

    public async Task<T> Db<T>(Func<IntakeDb, Task<T>> use)
    {
        await using var scope = Services.CreateAsyncScope();
        return await use(scope.ServiceProvider.GetRequiredService<IntakeDb>());
    }

    public Task Db(Func<IntakeDb, Task> use) => Db<object?>(async db => { await use(db); return null; });

    /// <summary>One value by SQL, past the service.</summary>
    public async Task<T?> Sql<T>(string sql, params object[] values)
    {
        await using var connection = new NpgsqlConnection(Database);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        foreach (var value in values) command.Parameters.Add(new NpgsqlParameter { Value = value });
        return (T?)await command.ExecuteScalarAsync();
    }

    /// <summary>Waits until something is true, or the test ends.</summary>
    public static Task Soon(Func<Task<bool>> condition) => Eventually.Holds(condition, ct: TestContext.Current.CancellationToken);

    /// <summary>Every value of a text or byte column, as a copy of the database would have it.</summary>
    public async Task<IReadOnlyList<(string Table, string Column, byte[] Value)>> EveryValue()
    {
        await using var source = NpgsqlDataSource.Create(Database);
        var columns = new List<(string Table, string Column)>();
        await using (var command = source.CreateCommand(
            "select table_name, column_name from information_schema.columns where table_schema = 'public' and data_type in ('text', 'bytea', 'json', 'jsonb', 'character varying', 'ARRAY')"))
        await using (var reader = await command.ExecuteReaderAsync())
            while (await reader.ReadAsync()) columns.Add((reader.GetString(0), reader.GetString(1)));

        var values = new List<(string, string, byte[])>();
        foreach (var (table, column) in columns)
        {
            await using var command = source.CreateCommand($"select \"{column}\" from \"{table}\" where \"{column}\" is not null");
            await using var reader = await command.ExecuteReaderAsync();
            while (await reader.ReadAsync()) values.Add((table, column, reader[0] is byte[] raw ? raw : System.Text.Encoding.UTF8.GetBytes(reader[0].ToString()!)));
        }
        return values;
    }

    /// <summary>Sends an event as another service's relay does.</summary>
    public Task Publish<T>(T message, Guid petition, Guid? messageId = null) where T : class =>
        Services.GetRequiredService<IBus>().Publish(message, context =>
        {
            context.MessageId = messageId ?? Guid.CreateVersion7();
            context.CorrelationId = petition;
        });

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        Files.Delete(recursive: true);
        GC.SuppressFinalize(this);
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        Tokens.Accept(builder);
        builder
            .UseSetting("ConnectionStrings:intakedb", Database.Length > 0 ? Database : "Host=127.0.0.1;Database=not-yet")
            .UseSetting("ConnectionStrings:messaging", _servers?.Messaging ?? "amqp://localhost")
            .UseSetting("PersonalData:Key", "key of the tests")
            .UseSetting("PersonalData:SearchKey", "search key of the tests")
            .UseSetting("Ticket:Key", "ticket key of the tests")
            .UseSetting("Attachments:Folder", Files.FullName)
            .UseSetting("Attachments:FileMegabytes", "30")
            .UseSetting("RateLimits:QueryPerMinute", "20")
            .UseSetting("Notices:SmsFolder", SmsFolder)
            .UseSetting("Notices:PausesInSeconds", "0.2,0.4")
            .ConfigureTestServices(services =>
            {
                services.AddHttpContextAccessor();
                services.Replace(ServiceDescriptor.Singleton<TimeProvider, RequestTime>());
                services.Replace(ServiceDescriptor.Singleton<ISmsCarrier, Notices.AwayCarrier>());
            });
    }

    private static HttpClient At(HttpClient client, DateTimeOffset? at)
    {
        if (at is { } time) client.DefaultRequestHeaders.Add(RequestTime.Header, time.ToString("O", CultureInfo.InvariantCulture));
        return client;
    }
}

/// <summary>What the tests send and read, as programs outside do: JSON, not the service's types.</summary>
internal static class Wire
{
    public static DateTimeOffset On(int year, int month, int day, int hour = 10, int minute = 0) => new(year, month, day, hour, minute, 0, TimeSpan.FromHours(8));

    public const string Name = "张试验", Phone = "13000000017", Identity = "120104199003074515", Address = "长虹街道安和里虚构楼3号";
    public const string Subject = "一楼下水管返水，物业和产权单位互相推";
    public const string Facts = "2月28日晚上，一楼卫生间地漏冒污水，淹到客厅。物业说管道归产权单位，产权单位说2019年移交了。";

    public static Dictionary<string, object?> Form() => new()
    {
        ["petitioner"] = new { name = Name, phone = Phone, idNumber = Identity, address = Address, anonymous = false },
        ["subject"] = Subject,
        ["facts"] = Facts,
        ["claims"] = new[] { "修好主管道，不再返水", "讲清到底归谁管", "赔偿泡坏的地板4200元" },
        ["category"] = "Redress",
        ["street"] = "120104001",
        ["place"] = "安和里虚构楼门口",
        ["happenedOn"] = "2026-02-28",
        ["electronicService"] = true,
        ["truthful"] = true,
        ["privacyVersion"] = "2026-11",
    };

    public static Dictionary<string, object?> Anonymous()
    {
        var form = Form();
        form["petitioner"] = new { anonymous = true };
        form.Remove("happenedOn");
        return form;
    }

    public static Dictionary<string, object?> Letter(string receivedOn, string channel = "Letter")
    {
        var form = Form();
        form["channel"] = channel;
        form["receivedOn"] = receivedOn;
        form.Remove("truthful");
        form.Remove("privacyVersion");
        if (channel == "Phone") form["readBackConfirmed"] = true;
        return form;
    }

    public static async Task<HttpResponseMessage> Submit(this HttpClient client, object form, string? key = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/petitions") { Content = JsonContent.Create(form, options: JsonRules.Client) };
        request.Headers.Add("Idempotency-Key", key ?? Guid.CreateVersion7().ToString());
        return await client.SendAsync(request);
    }

    public static Task<string> Body(this HttpResponseMessage response) => response.Content.ReadAsStringAsync();
}

/// <summary>Petitions brought to a state over the wire.</summary>
internal static class Journey
{
    public sealed record Filed(Guid Id, string Number, string Code);

    public static async Task<Filed> Submitted(this IntakeApp app, DateTimeOffset? at = null, object? form = null)
    {
        var answer = await (await app.Public(at).Submit(form ?? Wire.Form())).Json(201);
        return new(answer.Id(), answer.Text("number"), answer.Text("queryCode"));
    }

    public static async Task<Filed> Classified(this IntakeApp app, DateTimeOffset? at = null, string category = "Redress", object? form = null)
    {
        var filed = await app.Submitted(at, form);
        await (await app.As("clerk", at).Post($"/petitions/{filed.Id}/classification", new { category, contentCode = "030000", urgent = false })).Json();
        return filed;
    }

    public static async Task<Filed> Forwarded(this IntakeApp app, string organ = "120104-zjw", DateTimeOffset? at = null, DateTimeOffset? forwardedAt = null, string category = "Redress", object? form = null)
    {
        var filed = await app.Classified(at, category, form);
        await (await app.As("clerk", forwardedAt ?? at).Post($"/petitions/{filed.Id}/forwarding", new { organ, reason = "房屋共用管道归区住建委管。" })).Json();
        return filed;
    }

    public static async Task<string> Ticket(this IntakeApp app, Filed filed, DateTimeOffset? at = null, string? lastFour = null)
    {
        var answer = await (await app.Public(at).Post("/progress/tickets", new { number = filed.Number, queryCode = filed.Code, lastFour = lastFour ?? Wire.Phone[^4..] })).Json();
        return answer.Text("ticket");
    }

    public static async Task<JsonElement> Progress(this IntakeApp app, Filed filed, DateTimeOffset? at = null) =>
        await (await app.WithTicket(await app.Ticket(filed, at), at).Get("/progress")).Json();
}
