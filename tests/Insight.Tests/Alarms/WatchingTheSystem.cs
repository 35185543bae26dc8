using System.Globalization;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using RabbitMQ.Client;
using Xinfang.Insight.Api;
using Xinfang.Insight.Api.Alarms;
using Xinfang.Insight.Api.Alarms.Lookouts;
using Xinfang.Insight.Api.Alarms.Targets;

namespace Xinfang.Insight.Tests.Alarms;

/// <summary>Each alarm is raised by its cause and cleared when the cause is gone. Each test has a database of its own, because the watch looks at all there is.</summary>
[Collection("alarms")]
public sealed class WatchingTheSystem(InsightApp app) : IAsyncLifetime
{
    private const string Secret = "a secret of the office";

    private Neighbour _neighbour = null!;
    private Postbox _postbox = null!;
    private WebApplicationFactory<InsightDb> _insight = null!;
    private string _database = "";
    private (long Free, long Total) _room = (50, 100);
    private DateTimeOffset _now = Wire.On(2026, 3, 2); // a Monday

    public async ValueTask InitializeAsync()
    {
        (_neighbour, _postbox) = (await Neighbour.StartAsync(), new());
        _database = await (await Servers.StartAsync()).CreateDatabaseAsync("alarms");
        _insight = Another();
        await using var scope = _insight.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<InsightDb>().Database.MigrateAsync(TestContext.Current.CancellationToken);
        await Ready(_insight);
    }

    public async ValueTask DisposeAsync()
    {
        await _insight.DisposeAsync();
        _postbox.Dispose();
        await _neighbour.DisposeAsync();
    }

    [Fact]
    public async Task A_service_that_falls_ill_is_raised_told_signed_and_by_mail_and_cleared_when_it_is_well()
    {
        await Look(2);
        Assert.Empty(_neighbour.Received);
        _neighbour.Health = """{"status":"Unhealthy","checks":[{"name":"database","status":"Unhealthy","description":"连不上或没有及时回答"}]}""";
        await Look(4);
        var raised = Assert.Single(_neighbour.Received);
        Assert.Equal($"sha256={Webhook.Sign(Secret, raised.Timestamp, Encoding.UTF8.GetBytes(raised.Body))}", raised.Signature);
        Assert.Equal(_now.AddSeconds(-30).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture), raised.Timestamp);
        var body = JsonSerializer.Deserialize<JsonElement>(raised.Body);
        Assert.Equal(("Raised", "ServiceUnhealthy", "intake", "登记受理（intake）：database（连不上或没有及时回答）。", "docs/operations/alarms.md#serviceunhealthy"),
            (body.Text("what"), body.Text("code"), body.Text("subject"), body.Text("cause"), body.Text("runbook")));
        var letter = Assert.Single(_postbox.Letters);
        Assert.Equal(("[信访系统]告警：服务不健康 intake", "ops@xinfang.example"), (letter.Subject, letter.To.ToString()));
        Assert.Contains("都在跑：重启这个服务", letter.TextBody, StringComparison.Ordinal);

        _neighbour.Health = Neighbour.Well;
        await Look(3);
        Assert.Equal(["Raised", "Cleared"], _neighbour.Received.Select(each => JsonSerializer.Deserialize<JsonElement>(each.Body).Text("what")));
        Assert.Equal(["[信访系统]告警：服务不健康 intake", "[信访系统]已解除：服务不健康 intake"], _postbox.Letters.Select(each => each.Subject));
        Assert.Equal(("0", "1"), await Counts());
    }

    [Fact]
    public async Task A_service_that_is_gone_is_raised_and_what_was_known_of_it_stays_until_it_answers()
    {
        _neighbour.Health = """{"status":"Degraded","checks":[{"name":"outbox","status":"Degraded","description":"最早一条未发出的事件已等待3分钟"},{"name":"error-queue","status":"Degraded","description":"intake_error里有2条消息没有处理成功，要人来看"},{"name":"feed","status":"Degraded"}]}""";
        await Look(6);
        Assert.Equal(["ErrorQueue intake", "OutboxOld intake", "ServiceDegraded intake"], await Present());
        _neighbour.Health = null;
        await Look(6);
        Assert.Equal(["ErrorQueue intake", "OutboxOld intake", "ServiceDegraded intake", "ServiceGone intake"], await Present());
        _neighbour.Health = Neighbour.Well;
        await Look(3);
        Assert.Empty(await Present());
        await _neighbour.GoAsync();
        await Look(4);
        Assert.Equal(["ServiceGone intake"], await Present());
    }

    [Fact]
    public async Task A_message_in_the_error_queue_of_the_broker_is_raised_and_cleared_when_it_is_moved_away()
    {
        var ct = TestContext.Current.CancellationToken;
        await using var connection = await new ConnectionFactory { Uri = new Uri((await Servers.StartAsync()).Messaging) }.CreateConnectionAsync(ct);
        await using var channel = await connection.CreateChannelAsync(cancellationToken: ct);
        await channel.QueueDeclareAsync("insight_error", durable: true, exclusive: false, autoDelete: false, cancellationToken: ct);
        await channel.BasicPublishAsync("", "insight_error", "{}"u8.ToArray(), ct);
        await Eventually.Holds(async () =>
        {
            await Look(1);
            return (await Present()).Contains("ErrorQueue insight");
        }, ct: ct);
        await channel.QueuePurgeAsync("insight_error", ct);
        await Look(3);
        Assert.DoesNotContain("ErrorQueue insight", await Present());
        await channel.QueueDeleteAsync("insight_error", cancellationToken: ct);
    }

    [Fact]
    public async Task An_event_that_is_not_sent_for_more_than_a_minute_is_raised_and_cleared_when_it_is_gone()
    {
        await Execute(_database, "insert into outbox (message_id, petition_id, type, body, created_at) values ($1, $1, 'Nobody.V1.KnowsThis', '{}', now() - interval '2 minutes')", Guid.CreateVersion7());
        await Look(2);
        Assert.Equal(["OutboxOld insight"], await Present());
        await Execute(_database, "delete from outbox");
        await Look(3);
        Assert.Empty(await Present());
    }

    [Fact]
    public async Task Disk_certificate_calendar_and_silence_are_raised_by_their_cause_and_cleared_without_it()
    {
        using var door = new TlsDoor { ValidUntil = Wire.On(2026, 6, 1) };
        await _insight.DisposeAsync();
        _insight = Another(("Alarms:Certificates", $"127.0.0.1:{door.Port}"), ("Alarms:SilentHours", "2"));
        await Ready(_insight);
        _now = Wire.On(2026, 3, 2, 8, 55);
        await Petition("Online", _now.AddMinutes(-15));
        await Look(2);
        Assert.Empty(await Present());

        _room = (9, 100);
        door.ValidUntil = Wire.On(2026, 3, 20);
        _now = Wire.On(2026, 3, 2, 11, 10);
        await Petition("Phone", _now.AddMinutes(-1)); // a call is none from the internet
        await Look(6);
        Assert.Equal([$"CertificateExpiring 127.0.0.1:{door.Port}", "DiskFull /", "NoOnlinePetitions "], await Present());

        _room = (20, 100);
        door.ValidUntil = Wire.On(2026, 9, 1);
        await Petition("Online", _now);
        await Look(3);
        Assert.Empty(await Present());

        _now = Wire.On(2026, 12, 15, 8);
        await Look(2);
        Assert.Contains("CalendarMissing ", await Present());
        var clock = Xinfang.Law.LegalCalendar.Default.With([new MemoryStream("""{"year":2027,"days":[{"name":"元旦","date":"2027-01-01","isOffDay":true}]}"""u8.ToArray())]);
        for (var i = 0; i < 3; i++) await Watch(_insight).LookAsync(new((_now = _now.AddSeconds(30)).ToUniversalTime(), JudgingAlarms.Legal(_now) with { Calendar = clock }), TestContext.Current.CancellationToken);
        Assert.DoesNotContain("CalendarMissing ", await Present());
    }

    [Fact]
    public async Task A_target_that_takes_nothing_is_itself_an_alarm_by_the_other_and_gets_everything_later()
    {
        _neighbour.Answers = 500;
        _room = (1, 100);
        await Look(14);
        Assert.Equal(["DiskFull /", "TargetFailing webhook"], await Present());
        Assert.Equal(["[信访系统]告警：磁盘快满了 /", "[信访系统]告警：告警送不出去 webhook"], _postbox.Letters.Select(each => each.Subject));
        Assert.Contains("对方回答500", _postbox.Letters.Last().TextBody, StringComparison.Ordinal);
        _neighbour.Answers = 204;
        await Look(40);
        Assert.Equal(["DiskFull /"], await Present());
        Assert.Equal("DiskFull", JsonSerializer.Deserialize<JsonElement>(Assert.Single(_neighbour.Received).Body).Text("code"));
    }

    [Fact]
    public async Task Two_replicas_and_a_restart_tell_of_an_alarm_once()
    {
        _room = (1, 100);
        await using var replica = Another();
        await Ready(replica);
        for (var i = 0; i < 8; i++)
        {
            _now = _now.AddSeconds(30);
            await Task.WhenAll(Watch(_insight).LookAsync(Sighting(), TestContext.Current.CancellationToken), Watch(replica).LookAsync(Sighting(), TestContext.Current.CancellationToken));
        }
        await _insight.DisposeAsync();
        await Ready(_insight = Another());
        await Look(10);
        Assert.Single(_neighbour.Received);
        Assert.Single(_postbox.Letters);
        _room = (50, 100);
        await Look(3);
        Assert.Equal(2, _neighbour.Received.Count);
    }

    [Fact]
    public async Task Without_the_database_that_alone_is_told_and_kept_when_it_is_back()
    {
        await Look(1);
        var name = new NpgsqlConnectionStringBuilder(_database).Database;
        await Postgres($"""alter database "{name}" allow_connections false""");
        await Postgres($"select pg_terminate_backend(pid) from pg_stat_activity where datname = '{name}'");
        await Look(5, blind: true);
        Assert.Equal("DatabaseGone", JsonSerializer.Deserialize<JsonElement>(Assert.Single(_neighbour.Received).Body).Text("code"));
        Assert.Equal("[信访系统]告警：数据库连不上", Assert.Single(_postbox.Letters).Subject);
        await Postgres($"""alter database "{name}" allow_connections true""");
        await Eventually.Holds(async () => // connections of before may be broken
        {
            await Look(1, blind: true);
            return _neighbour.Received.Count == 2;
        }, ct: TestContext.Current.CancellationToken);
        Assert.Equal(["Raised", "Cleared"], _neighbour.Received.Select(each => JsonSerializer.Deserialize<JsonElement>(each.Body).Text("what")));
        Assert.Equal(("0", "1"), await Counts());
    }

    [Fact]
    public async Task By_itself_it_looks_and_tells_whoever_waits_that_it_lives()
    {
        await using var living = Another(("Alarms:Heartbeat", new Uri(_neighbour.Address, "beat").ToString()));
        await Watch(living).StartAsync(TestContext.Current.CancellationToken);
        await Eventually.Holds(() => Task.FromResult(_neighbour.Beats > 0), ct: TestContext.Current.CancellationToken);
        await Watch(living).StopAsync(TestContext.Current.CancellationToken);
        using var admin = As("admin");
        Assert.NotEqual("", (await (await admin.Get("/alarms")).Json()).Text("lookedAt"));
    }

    [Fact]
    public async Task The_administrator_reads_and_says_that_it_is_known_the_auditor_reads_and_nobody_else_does()
    {
        _room = (1, 100);
        await Look(6);
        using var admin = As("admin");
        using var auditor = As("auditor");
        using var clerk = As("clerk");
        var present = await (await admin.Get("/alarms")).Json();
        var alarm = Assert.Single(present.GetProperty("present").EnumerateArray());
        Assert.Equal(("DiskFull", "磁盘快满了", "Critical", "True", "3"), (alarm.Text("code"), alarm.Text("title"), alarm.Text("severity"), alarm.Text("canKnow"), $"{alarm.GetProperty("steps").GetArrayLength()}"));
        Assert.Equal(["mail", "webhook"], present.GetProperty("targets").EnumerateArray().Select(target => target.Text("name")).Order());
        await (await clerk.Get("/alarms")).Problem(403, "duty.missing");
        await (await auditor.Post($"/alarms/{alarm.Id()}/knowing", new { })).Problem(403, "duty.missing");
        await (await admin.Post($"/alarms/{Guid.CreateVersion7()}/knowing", new { })).Problem(404, "insight.not-found");
        Assert.Equal("admin", (await (await admin.Post($"/alarms/{alarm.Id()}/knowing", new { })).Json()).Text("knownBy"));
        await (await admin.Post($"/alarms/{alarm.Id()}/knowing", new { })).Problem(409, "alarm.known");
        _now = _now.AddHours(3);
        await Look(1);
        Assert.Single(_neighbour.Received);

        _room = (50, 100);
        await Look(3);
        await (await admin.Post($"/alarms/{alarm.Id()}/knowing", new { })).Problem(409, "alarm.cleared");
        _room = (1, 100);
        await Look(6);
        _room = (50, 100);
        await Look(3);
        var first = await (await auditor.Get("/alarms/past?limit=1")).Json();
        var second = await (await auditor.Get($"/alarms/past?limit=1&after={first.Text("next")}")).Json();
        Assert.Equal(alarm.Id(), Assert.Single(second.GetProperty("items").EnumerateArray()).Id());
        Assert.NotEqual(alarm.Id(), Assert.Single(first.GetProperty("items").EnumerateArray()).Id());
        await (await auditor.Get("/alarms/past?after=nonsense")).Problem(400, "request.cursor");
        _now = _now.AddDays(91);
        await Look(1);
        Assert.Equal(("0", "0"), await Counts());
    }

    private WebApplicationFactory<InsightDb> Another(params (string Name, string Value)[] settings) => app.WithWebHostBuilder(host =>
    {
        foreach (var (name, value) in new[]
        {
            ("ConnectionStrings:insightdb", _database), ("Alarms:Services", "intake"), ("services:intake:http:0", _neighbour.Address.ToString()), ("Alarms:Folders", "/"), ("Alarms:SilentHours", "0"),
            ("Alarms:Webhook", new Uri(_neighbour.Address, "alarms").ToString()), ("Alarms:WebhookSecret", Secret),
            ("Alarms:Smtp:Host", "127.0.0.1"), ("Alarms:Smtp:Port", _postbox.Port.ToString(CultureInfo.InvariantCulture)), ("Alarms:Smtp:Security", "None"), ("Alarms:Smtp:From", "xinfang@xinfang.example"), ("Alarms:Smtp:To", "ops@xinfang.example"),
        }.Concat(settings)) host.UseSetting(name, value);
        host.ConfigureTestServices(services => services.AddSingleton<RoomOn>(_ => _room));
    });

    // The bus begins beside the service; half minutes pass here in no time, and the first would be an illness.
    private static Task Ready(WebApplicationFactory<InsightDb> insight) => Eventually.Holds(async () =>
    {
        using var client = insight.CreateClient();
        return JsonSerializer.Deserialize<JsonElement>(await (await client.Get("/health")).Content.ReadAsStringAsync()).Text("status") == "Healthy";
    }, ct: TestContext.Current.CancellationToken);

    private static AlarmWatch Watch(WebApplicationFactory<InsightDb> insight) => insight.Services.GetRequiredService<AlarmWatch>();

    private Sighting Sighting() => new(_now.ToUniversalTime(), JudgingAlarms.Legal(_now));

    /// <param name="blind">It cannot see: the database is away, or has just come back.</param>
    private async Task Look(int times, bool blind = false)
    {
        for (var i = 0; i < times; i++)
        {
            _now = _now.AddSeconds(30);
            Assert.True(await Watch(_insight).LookAsync(Sighting(), TestContext.Current.CancellationToken) || blind);
        }
    }

    private HttpClient As(string account)
    {
        var client = _insight.CreateClient().As(account);
        client.DefaultRequestHeaders.Add(RequestTime.Header, _now.ToString("O", CultureInfo.InvariantCulture));
        return client;
    }

    private async Task<List<string>> Present()
    {
        using var admin = As("admin");
        return [.. (await (await admin.Get("/alarms")).Json()).GetProperty("present").EnumerateArray().Select(each => $"{each.Text("code")} {each.Text("subject")}").Order(StringComparer.Ordinal)];
    }

    private async Task<(string Open, string Past)> Counts()
    {
        using var admin = As("admin");
        return ($"{(await (await admin.Get("/alarms")).Json()).GetProperty("present").GetArrayLength()}", $"{(await (await admin.Get("/alarms/past")).Json()).GetProperty("items").GetArrayLength()}");
    }

    private Task Petition(string channel, DateTimeOffset at) => Execute(_database,
        "insert into told (message_id, petition_id, sent_at, type, body) values ($1, $1, $2, 'Intake.V1.PetitionRegistered', $3)", Guid.CreateVersion7(), at.ToUniversalTime(), $$"""{"number":"120104-20260302-0001","channel":"{{channel}}"}""");

    private Task Postgres(string sql) => Execute(new NpgsqlConnectionStringBuilder(_database) { Database = "postgres" }.ConnectionString, sql);

    private static async Task Execute(string database, string sql, params object[] values)
    {
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(database) { Pooling = false }.ConnectionString);
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = new NpgsqlCommand(sql, connection);
        foreach (var value in values) command.Parameters.Add(new NpgsqlParameter { Value = value });
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }
}
