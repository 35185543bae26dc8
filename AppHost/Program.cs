var builder = DistributedApplication.CreateBuilder(args);
var settings = builder.Configuration;

// Secrets are generated once and kept.
var demoPassword = settings["XINFANG_DEMO_PASSWORD"] is { Length: > 0 } chosen
    ? builder.AddParameter("demo-password", chosen, secret: true)
    : builder.AddParameter("demo-password", new GenerateParameterDefault { MinLength = 12, Special = false }, secret: true, persist: true);
demoPassword.WithDescription("演示帐号 admin security-admin auditor clerk office-head supervisor outreach trainer leader，单位帐号如 120104-zjw.officer .checker .head，密码");
var personalDataKey = Secret("personal-data-key");
var searchKey = Secret("search-key");
var ticketKey = Secret("ticket-key");
var portalSecret = Secret("portal-secret");
var identityKeySecret = Secret("identity-key-secret");
var brokerPassword = Secret("messaging-password");

// Limits: evaluated in every run; raise them when one address stands for many people.
var submitRate = Limit("submit-rate", "30");
var queryRate = Limit("query-rate", "20");
var apiRate = Limit("api-rate", "1200");
var signInRate = Limit("sign-in-rate", "20");

// The broker takes longest to start and comes first.
var brokerUser = builder.AddParameter("messaging-user", "xinfang");
var messaging = builder.AddRabbitMQ("messaging", brokerUser, brokerPassword).WithDataVolume();
var managed = settings["XINFANG_MANAGEMENT"] != "false";
if (managed) messaging.WithManagementPlugin();

var cache = builder.AddRedis("cache").WithDataVolume();
var postgres = builder.AddPostgres("postgres").WithDataVolume();
var identityDb = postgres.AddDatabase("identitydb");
var intakeDb = postgres.AddDatabase("intakedb");
var caseHandlingDb = postgres.AddDatabase("casehandlingdb");
var departmentFeedDb = postgres.AddDatabase("departmentfeeddb");

// A service never migrates while it serves: the same binary runs with a verb first.
var identityMigrations = Migrations<Projects.Identity_Api>("identity", identityDb).WithEnvironment("Identity__DemoPassword", demoPassword);
var intakeMigrations = WithPersonalData(Migrations<Projects.Intake_Api>("intake", intakeDb));
var caseHandlingMigrations = WithPersonalData(Migrations<Projects.CaseHandling_Api>("case-handling", caseHandlingDb));
var departmentFeedMigrations = Migrations<Projects.DepartmentFeed_Api>("department-feed", departmentFeedDb);

var identity = Service<Projects.Identity_Api>("identity").WithReference(identityDb).WaitForCompletion(identityMigrations)
    .WithEnvironment("Identity__DemoPassword", demoPassword);

var intake = WithPersonalData(Service<Projects.Intake_Api>("intake")).WithReference(intakeDb).WaitForCompletion(intakeMigrations)
    .WithReference(identity).WithEnvironment("Ticket__Key", ticketKey);

var caseHandling = WithPersonalData(Service<Projects.CaseHandling_Api>("case-handling")).WithReference(caseHandlingDb).WaitForCompletion(caseHandlingMigrations)
    .WithReference(identity).WithReference(intake).WithEnvironment("Ticket__Key", ticketKey);

var departmentFeed = Service<Projects.DepartmentFeed_Api>("department-feed").WithReference(departmentFeedDb).WaitForCompletion(departmentFeedMigrations)
    .WithReference(identity).WithReference(intake).WithEnvironment("Identity__DemoPassword", demoPassword);
if (managed) departmentFeed.WithEnvironment("Feed__ManagementUrl", $"http://{brokerUser}:{brokerPassword}@{messaging.GetEndpoint("management").Property(EndpointProperty.HostAndPort)}");
else departmentFeed.WithEnvironment("Feed__ManagementUrl", "");

var portal = Service<Projects.Portal>("portal").WithReference(identity).WithReference(intake)
    .WithEnvironment("Identity__PortalSecret", portalSecret);
identity.WithEnvironment("Identity__PortalSecret", portalSecret);
identityMigrations.WithEnvironment("Identity__PortalSecret", portalSecret);
identity.WithEnvironment("Identity__KeySecret", identityKeySecret);
identityMigrations.WithEnvironment("Identity__KeySecret", identityKeySecret);

var port = int.Parse(settings["port"] ?? settings["XINFANG_PORT"] ?? "8080", System.Globalization.CultureInfo.InvariantCulture);
var gateway = builder.AddProject<Projects.Gateway>("gateway", launchProfileName: null)
    .WithHttpEndpoint(port: port).WithExternalHttpEndpoints().WithHttpHealthCheck("/health")
    .WithUrlForEndpoint("http", url => { url.Url = "/"; url.DisplayText = "门户"; })
    .WithUrlForEndpoint("http", _ => new ResourceUrlAnnotation { Url = "/docs", DisplayText = "文档" })
    .WithReference(cache).WaitFor(cache)
    .WithReference(identity).WithReference(intake).WithReference(caseHandling).WithReference(departmentFeed).WithReference(portal)
    .WaitFor(identity).WaitFor(intake).WaitFor(caseHandling).WaitFor(departmentFeed).WaitFor(portal)
    .WithEnvironment("RateLimits__SubmitPerMinute", submitRate).WithEnvironment("RateLimits__QueryPerMinute", queryRate)
    .WithEnvironment("RateLimits__ApiPerMinute", apiRate).WithEnvironment("RateLimits__SignInPerMinute", signInRate);
portal.WithReference(gateway);
// The portal asks in the name of browsers; its secret makes the gateway believe whose address it names.
gateway.WithEnvironment("Identity__PortalSecret", portalSecret);

// Everybody must know the address under which tokens are issued: that of the gateway.
foreach (var project in new[] { identityMigrations, identity, intake, caseHandling, departmentFeed, portal, gateway })
    project.WithEnvironment("Identity__Issuer", $"{gateway.GetEndpoint("http")}/");

if (builder.ExecutionContext.IsRunMode)
    foreach (var project in builder.Resources.OfType<ProjectResource>().ToList())
        builder.CreateResourceBuilder(project).WithEnvironment("ASPNETCORE_ENVIRONMENT", builder.Environment.EnvironmentName);

builder.Build().Run();

IResourceBuilder<ParameterResource> Secret(string name)
    => builder.AddParameter(name, new GenerateParameterDefault { MinLength = 32, Special = false }, secret: true, persist: true);

IResourceBuilder<ParameterResource> Limit(string name, string perMinute)
    => builder.AddParameter(name, () => settings[$"Parameters:{name}"] ?? perMinute);

IResourceBuilder<ProjectResource> Service<TProject>(string name) where TProject : IProjectMetadata, new()
    => builder.AddProject<TProject>(name, launchProfileName: null)
        .WithHttpEndpoint().WithHttpHealthCheck("/health")
        .WithReference(messaging).WaitFor(messaging).WithReference(cache).WaitFor(cache)
        .WithEnvironment("RateLimits__SubmitPerMinute", submitRate).WithEnvironment("RateLimits__QueryPerMinute", queryRate)
        .WithEnvironment("RateLimits__ApiPerMinute", apiRate).WithEnvironment("RateLimits__SignInPerMinute", signInRate);

IResourceBuilder<ProjectResource> Migrations<TProject>(string service, IResourceBuilder<PostgresDatabaseResource> database) where TProject : IProjectMetadata, new()
    => builder.AddProject<TProject>($"{service}-migrations", launchProfileName: null).WithArgs("migrate").WithReference(database).WaitFor(database);

IResourceBuilder<ProjectResource> WithPersonalData(IResourceBuilder<ProjectResource> project)
    => project.WithEnvironment("PersonalData__Key", personalDataKey).WithEnvironment("PersonalData__SearchKey", searchKey);
