using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using MassTransit;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xinfang.CaseHandling.Api;
using Xinfang.CaseHandling.Api.Documents;
using Xinfang.CaseHandling.Domain;
using Xinfang.Contracts;
using Xinfang.Contracts.Intake.V1;
using Xinfang.ServiceDefaults.Http;
using Xinfang.ServiceDefaults.Organs;
using Xinfang.ServiceDefaults.Security;
using Xinfang.Testing;

namespace Xinfang.CaseHandling.Tests.OverTheWire;

/// <summary>One service, one database, one queue and one clock for all tests over the wire, which therefore run one after another.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class OverTheWire : ICollectionFixture<CaseHandlingApp>
{
    public const string Name = nameof(OverTheWire);
}

/// <summary>The service as it runs, on real PostgreSQL and RabbitMQ. Intake is a fake, and the clock can be set.</summary>
public sealed class CaseHandlingApp : IAsyncLifetime
{
    public const string Zjw = "120104-zjw", Claim1 = "修好主管道", Claim2 = "赔偿地板", FullName = "张示例";

    private readonly Lock _clients = new();
    private readonly SetClock _clock = new();
    private readonly FakeIntake _intake = new();
    private readonly ConcurrentBag<object> _events = [];
    private WebApplicationFactory<Program> _factory = null!;

    public IServiceProvider Services => _factory.Services;

    /// <summary>Connection string of the database.</summary>
    public string Database { get; private set; } = "";

    /// <summary>Address of the broker.</summary>
    public Uri Broker { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        var servers = await Servers.StartAsync();
        Broker = new Uri(servers.Messaging);
        Database = await servers.CreateDatabaseAsync("casehandling");
        _factory = new WebApplicationFactory<Program>().WithWebHostBuilder(host =>
        {
            host.UseSetting("ConnectionStrings:casehandlingdb", Database);
            host.UseSetting("ConnectionStrings:messaging", servers.Messaging);
            host.UseSetting("PersonalData:Key", "test key");
            host.UseSetting("PersonalData:SearchKey", "test search key");
            host.UseSetting("Ticket:Key", "test ticket key");
            Tokens.Accept(host);
            host.ConfigureTestServices(services =>
            {
                services.AddSingleton<TimeProvider>(_clock);
                services.AddHttpClient(nameof(Dossiers)).ConfigurePrimaryHttpMessageHandler(() => _intake);
            });
        });
        Today(2026, 3, 2);
        await using (var scope = MigrationScope()) await scope.Database.MigrateAsync();

        var bus = Services.GetRequiredService<IBusControl>();
        var listening = bus.ConnectReceiveEndpoint(new TemporaryEndpointDefinition(), configureEndpoint: endpoint =>
        {
            foreach (var type in Subscriptions.ByQueue["department-feed"].Where(type => type.Namespace!.Contains("CaseHandling", StringComparison.Ordinal)))
                typeof(CaseHandlingApp).GetMethod(nameof(Listen), System.Reflection.BindingFlags.NonPublic | System.Reflection.BindingFlags.Instance)!
                    .MakeGenericMethod(type).Invoke(this, [endpoint]);
        });
        await listening.Ready;
    }

    public async ValueTask DisposeAsync() => await _factory.DisposeAsync();

    /// <summary>Sets the clock to noon of that day in Beijing.</summary>
    public void Today(int year, int month, int day) => _clock.Now = new(year, month, day, 4, 0, 0, TimeSpan.Zero);

    public HttpClient As(string account) => NewClient().As(account);

    public HttpClient Anonymous() => NewClient();

    // The factory keeps its clients in a plain list.
    private HttpClient NewClient()
    {
        lock (_clients) return _factory.CreateClient();
    }

    /// <summary>A citizen who has shown number, code and last four of that petition.</summary>
    public HttpClient Citizen(Guid petition)
    {
        var client = NewClient();
        client.DefaultRequestHeaders.Add(PetitionTickets.Header,
            Services.GetRequiredService<PetitionTickets>().Issue(petition, _clock.Now.AddMinutes(30)));
        return client;
    }

    public void IntakeIs(bool available) => _intake.Available = available;

    /// <summary>What happens while an act has looked at its petition and waits for the petitioner's words; null: nothing any more.</summary>
    public void WhileIntakeIsAsked(Func<Task>? meanwhile) => _intake.Meanwhile = meanwhile;

    public static PetitionForwarded Forwarding(string organ = Zjw, int claims = 2, string category = "Redress", bool electronic = false, bool isSealed = false) => new()
    {
        PetitionId = Guid.CreateVersion7(),
        Number = isSealed ? null : "120104-20260302-0001",
        Organ = organ,
        Round = 1,
        Category = isSealed ? null : category,
        ClaimCount = isSealed ? 0 : claims,
        ElectronicService = electronic,
        Urgent = false,
        Sealed = isSealed,
        ReceivedByOfficeOn = new(2026, 3, 2),
        ForwardedAt = new(2026, 3, 4, 2, 0, 0, TimeSpan.Zero),
    };

    public async Task PublishAsync<T>(T message, Guid? messageId = null, Guid? lane = null) where T : class =>
        await Services.GetRequiredService<IBus>().Publish(message, Pipe.Execute<PublishContext>(context =>
        {
            context.MessageId = messageId ?? Guid.CreateVersion7();
            context.CorrelationId = lane ?? (Guid)typeof(T).GetProperty("PetitionId")!.GetValue(message)!;
        }));

    /// <summary>Routes a petition to an organ and waits until the organ has it.</summary>
    public async Task<Guid> Received(PetitionForwarded? forwarding = null)
    {
        forwarding ??= Forwarding();
        await PublishAsync(forwarding);
        await Eventually.Holds(async () => await Db(db => db.Petitions.AnyAsync(p => p.Id == new PetitionId(forwarding.PetitionId))));
        return forwarding.PetitionId;
    }

    public async Task<Guid> Accepted(PetitionForwarded? forwarding = null)
    {
        Today(2026, 3, 5);
        var id = await Received(forwarding);
        Today(2026, 3, 11);
        await Done(id, "claim");
        await Done(id, "acceptance", new { contactPhone = "022-0000 0009" });
        return id;
    }

    public async Task<Guid> Decided(PetitionForwarded? forwarding = null)
    {
        var id = await Accepted(forwarding);
        Today(2026, 3, 24);
        await Done(id, "statement", new { heardOn = "2026-03-24", way = "Visit", summary = "当面听取，笔录经本人确认。" });
        Today(2026, 4, 27);
        await Decide(id);
        return id;
    }

    /// <summary>The opinion from draft to signature, by three people.</summary>
    public async Task<JsonElement> Decide(Guid id, object? draft = null)
    {
        await Done(id, "opinion/draft", draft ?? Opinion());
        await Done(id, "opinion/check", account: Zjw + ".checker");
        return await Done(id, "opinion/signature", account: Zjw + ".head");
    }

    public static object Opinion() => new
    {
        facts = "管道内窥见塌陷，由产权单位维修。",
        claims = new[]
        {
            new { number = 1, outcome = "Supported", reason = "应当由产权单位维修。", basis = "《物业管理条例》" },
            new { number = 2, outcome = "Explained", reason = "可以另行协商或者起诉。", basis = "《民法典》" },
        },
    };

    public static object Completion() => new
    {
        result = "主管道已修好。",
        limbs = new object[]
        {
            new { limb = "Resolve", applies = true, evidence = "验收照片在案。" }, new { limb = "Educate", applies = false },
            new { limb = "Relieve", applies = false }, new { limb = "ByLaw", applies = false },
        },
        level = "District", cause = "FailedToAct", measures = new[] { "Administrative" },
    };

    public Task<HttpResponseMessage> Act(Guid id, string route, object? body = null, string account = Zjw + ".officer") =>
        As(account).PostAsJsonAsync($"/petitions/{id}/{route}", body ?? new { });

    /// <summary>The answer of an act that must succeed.</summary>
    public async Task<JsonElement> Done(Guid id, string route, object? body = null, string account = Zjw + ".officer")
    {
        var response = await Act(id, route, body, account);
        var text = await response.Content.ReadAsStringAsync();
        Assert.True(response.StatusCode is HttpStatusCode.OK, $"{route}: {(int)response.StatusCode} {text}");
        return JsonSerializer.Deserialize<JsonElement>(text);
    }

    /// <summary>Asserts a problem with that status, code and (where one is given) article.</summary>
    public static async Task Refused(HttpResponseMessage response, int status, string code, string? basis = null)
    {
        var text = await response.Content.ReadAsStringAsync();
        Assert.True((int)response.StatusCode == status, $"{(int)response.StatusCode} {text}");
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        var problem = JsonSerializer.Deserialize<JsonElement>(text);
        Assert.Equal($"urn:xinfang:{code}", problem.GetProperty("type").GetString());
        Assert.True(problem.TryGetProperty("traceId", out _));
        if (basis is not null) Assert.Equal(basis, problem.GetProperty("basis").GetString());
    }

    public async Task<JsonElement> Get(string path, string account = Zjw + ".officer")
    {
        var response = await As(account).GetAsync(path);
        var text = await response.Content.ReadAsStringAsync();
        Assert.True(response.StatusCode is HttpStatusCode.OK, $"{path}: {(int)response.StatusCode} {text}");
        return JsonSerializer.Deserialize<JsonElement>(text);
    }

    public Task<JsonElement> Detail(Guid id, string account = Zjw + ".officer") => Get($"/petitions/{id}", account);

    /// <summary>The event of that kind about a petition, once it has gone out.</summary>
    public Task<T> Published<T>(Guid petition) where T : class => Eventually.Get(() => Task.FromResult(Heard<T>(petition).FirstOrDefault()));

    public IEnumerable<T> Heard<T>(Guid petition) where T : class =>
        _events.OfType<T>().Where(each => (Guid)typeof(T).GetProperty("PetitionId")!.GetValue(each)! == petition);

    internal async Task<T> Db<T>(Func<CaseHandlingDb, Task<T>> use)
    {
        await using var scope = Services.CreateAsyncScope();
        return await use(scope.ServiceProvider.GetRequiredService<CaseHandlingDb>());
    }

    /// <summary>Changes rows behind the service's back.</summary>
    /// <summary>How many transactions wait for a row of a petition.</summary>
    public Task<int> Waiting() => Db(db => db.Database.SqlQuery<int>($"select count(*)::int as \"Value\" from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()").SingleAsync());

    public Task<int> Sql(FormattableString sql) => Db(db => db.Database.ExecuteSqlAsync(sql));

    private CaseHandlingDb MigrationScope() => Services.CreateScope().ServiceProvider.GetRequiredService<CaseHandlingDb>();

    private void Listen<T>(IReceiveEndpointConfigurator endpoint) where T : class =>
        endpoint.Handler<T>(context =>
        {
            _events.Add(context.Message);
            return Task.CompletedTask;
        });

    private sealed class SetClock : TimeProvider
    {
        public DateTimeOffset Now { get; set; }

        public override DateTimeOffset GetUtcNow() => Now;
    }

    /// <summary>Intake's two answers that documents need.</summary>
    private sealed class FakeIntake : HttpMessageHandler
    {
        public bool Available { get; set; } = true;

        public Func<Task>? Meanwhile { get; set; }

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            if (Meanwhile is { } meanwhile) await meanwhile();
            if (!Available) throw new HttpRequestException("Intake is away.");
            object? answer = request.RequestUri!.AbsolutePath switch
            {
                "/progress/addressee" when request.Headers.Contains(PetitionTickets.Header) => new { name = FullName, masked = "张**", anonymous = false },
                var path when path.EndsWith("/dossier", StringComparison.Ordinal) && request.Headers.Authorization is not null =>
                    new { petitioner = new { anonymous = false, name = "张**" }, claims = new[] { Claim1, Claim2 }, subject = "下水管返水", facts = "2月28日晚一楼卫生间地漏冒污水，淹到客厅。" },
                var path when path.EndsWith("/evidence", StringComparison.Ordinal) && request.Headers.Authorization is not null => Evidence.Of(Guid.Parse(path.Split('/')[2])),
                _ => null,
            };
            return answer is null
                ? new HttpResponseMessage(HttpStatusCode.NotFound)
                : new HttpResponseMessage(HttpStatusCode.OK) { Content = JsonContent.Create(answer, options: JsonRules.Client) };
        }
    }
}
