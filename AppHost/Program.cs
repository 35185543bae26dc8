using Microsoft.Extensions.Hosting;

var builder = DistributedApplication.CreateBuilder(args);
var settings = builder.Configuration;

// Secrets are generated once and kept. Accounts with one known password exist in Development alone; a real office names its own administrators.
var development = builder.Environment.IsDevelopment();
var demoPassword = !development ? null
    : settings["XINFANG_DEMO_PASSWORD"] is { Length: > 0 } chosen ? builder.AddParameter("demo-password", chosen, secret: true)
    : builder.AddParameter("demo-password", new GenerateParameterDefault { MinLength = 12, Special = false }, secret: true, persist: true);
demoPassword?.WithDescription("演示帐号 admin security-admin auditor clerk office-head supervisor outreach outreach-2 trainer leader，单位帐号如 120104-zjw.officer .checker .head，密码");
var setupCode = development ? null : Secret("setup-code").WithDescription("首次启用：打开 /account/setup 登记三名管理员，启用码");
var keySecret = Secret("identity-key");
var personalDataKey = Secret("personal-data-key");
var searchKey = Secret("search-key");
var ticketKey = Secret("ticket-key");
var portalSecret = Secret("portal-secret");
var brokerPassword = Secret("messaging-password");

// Limits, evaluated in every run; raise them when one address stands for many people.
var submitRate = Limit("submit-rate", "30");
var queryRate = Limit("query-rate", "20");
var apiRate = Limit("api-rate", "1200");
var signInRate = Limit("sign-in-rate", "20");
var uploadRate = Limit("upload-rate", "120");
var fileMegabytes = Limit("file-megabytes", "50");
var filesMegabytes = Limit("files-megabytes", "200");

// The broker takes longest to start and comes first.
var brokerUser = builder.AddParameter("messaging-user", "xinfang");
var messaging = builder.AddRabbitMQ("messaging", brokerUser, brokerPassword).WithDataVolume();
var managed = settings["XINFANG_MANAGEMENT"] != "false";
if (managed) messaging.WithManagementPlugin();

var cache = builder.AddRedis("cache").WithDataVolume();
var postgres = builder.AddPostgres("postgres").WithDataVolume();

var (identity, identityMigrations) = Service<Projects.Identity_Api>("identity", "identitydb", run => run
    .WithEnvironment("Identity__KeySecret", keySecret)
    .WithEnvironment("Identity__PortalSecret", portalSecret)
    .WithOptional("Identity__DemoPassword", demoPassword).WithOptional("Identity__SetupCode", setupCode));

var (intake, intakeMigrations) = Service<Projects.Intake_Api>("intake", "intakedb", run => WithFiles(WithMessages(WithPersonalData(run)))
    .WithReference(identity));

var (caseHandling, caseHandlingMigrations) = Service<Projects.CaseHandling_Api>("case-handling", "casehandlingdb", run => WithPersonalData(run)
    .WithReference(identity).WithReference(intake));

var (departmentFeed, departmentFeedMigrations) = Service<Projects.DepartmentFeed_Api>("department-feed", "departmentfeeddb", run => run
    .WithReference(identity).WithReference(intake)
    .WithOptional("Identity__DemoPassword", demoPassword));
if (managed) departmentFeed.WithEnvironment("Feed__ManagementUrl", $"http://{brokerUser}:{brokerPassword}@{messaging.GetEndpoint("management").Property(EndpointProperty.HostAndPort)}");
else departmentFeed.WithEnvironment("Feed__ManagementUrl", "");

var (outreach, outreachMigrations) = Service<Projects.Outreach_Api>("outreach", "outreachdb", run => run.WithReference(identity));

var (training, trainingMigrations) = Service<Projects.Training_Api>("training", "trainingdb", run => run.WithReference(identity)
    .WithEnvironment("PersonalData__Key", personalDataKey).WithEnvironment("PersonalData__SearchKey", searchKey));

var (insight, insightMigrations) = Service<Projects.Insight_Api>("insight", "insightdb", run => run.WithReference(identity));

var portal = WithFileLimits(Common(builder.AddProject<Projects.Portal>("portal", launchProfileName: null)))
    .WithHttpEndpoint().WithHttpHealthCheck("/health").WaitFor(cache)
    .WithReference(identity).WithReference(intake)
    .WithEnvironment("Identity__PortalSecret", portalSecret);

var port = int.Parse(settings["port"] ?? settings["XINFANG_PORT"] ?? "8080", System.Globalization.CultureInfo.InvariantCulture);
var gateway = WithFileLimits(Common(builder.AddProject<Projects.Gateway>("gateway", launchProfileName: null)))
    .WithHttpEndpoint(port: port).WithExternalHttpEndpoints().WithHttpHealthCheck("/health").WaitFor(cache)
    .WithUrlForEndpoint("http", url => { url.Url = "/"; url.DisplayText = "门户"; })
    .WithUrlForEndpoint("http", _ => new ResourceUrlAnnotation { Url = "/docs", DisplayText = "文档" })
    .WithReference(identity).WithReference(intake).WithReference(caseHandling).WithReference(departmentFeed)
    .WithReference(outreach).WithReference(training).WithReference(insight).WithReference(portal);
portal.WithReference(gateway);
// The portal asks in the name of browsers; its secret makes the gateway believe whose address it names.
gateway.WithEnvironment("Identity__PortalSecret", portalSecret);

// Insight asks everybody for their health and looks at the disk of what people have handed in (docs/operations/alarms.md).
IResourceBuilder<ProjectResource>[] watched = [identity, intake, caseHandling, departmentFeed, outreach, training, portal, gateway];
foreach (var each in watched.Except([identity])) insight.WithReference(each);
insight.WithEnvironment("Alarms__Services", string.Join(',', watched.Select(each => each.Resource.Name)))
    .WithEnvironment(run => run.EnvironmentVariables["Alarms__Folders"] = FilesFolder(run));

// Tokens are issued under the address of the gateway, and everybody must know it.
foreach (var run in new[]
{
    identity, identityMigrations, intake, intakeMigrations, caseHandling, caseHandlingMigrations, departmentFeed, departmentFeedMigrations,
    outreach, outreachMigrations, training, trainingMigrations, insight, insightMigrations, portal, gateway,
})
    run.WithEnvironment("Identity__Issuer", $"{gateway.GetEndpoint("http")}/");

builder.Build().Run();

// A service with its database. It never migrates while it serves: the same binary runs with the verb first, with the same settings.
(IResourceBuilder<ProjectResource> Service, IResourceBuilder<ProjectResource> Migrations) Service<TProject>(string name, string database,
    Func<IResourceBuilder<ProjectResource>, IResourceBuilder<ProjectResource>> configure) where TProject : IProjectMetadata, new()
{
    var data = postgres.AddDatabase(database);
    var migrations = configure(Common(builder.AddProject<TProject>($"{name}-migrations", launchProfileName: null)))
        .WithArgs("migrate").WithReference(data).WaitFor(data);
    var service = configure(Common(builder.AddProject<TProject>(name, launchProfileName: null)))
        .WithHttpEndpoint().WithHttpHealthCheck("/health")
        .WithReference(data).WaitForCompletion(migrations).WaitFor(messaging).WaitFor(cache);
    return (service, migrations);
}

IResourceBuilder<ProjectResource> Common(IResourceBuilder<ProjectResource> project)
{
    if (builder.ExecutionContext.IsRunMode) project.WithEnvironment("ASPNETCORE_ENVIRONMENT", builder.Environment.EnvironmentName);
    // Year files of holidays beside those that come with the program: a new or corrected notice needs no new version.
    if (settings["XINFANG_CALENDARS"] is { Length: > 0 } calendars) project.WithEnvironment("Calendar__Folder", calendars);
    return project.WithReference(messaging).WithReference(cache)
        .WithEnvironment("RateLimits__SubmitPerMinute", submitRate).WithEnvironment("RateLimits__QueryPerMinute", queryRate)
        .WithEnvironment("RateLimits__ApiPerMinute", apiRate).WithEnvironment("RateLimits__SignInPerMinute", signInRate)
        .WithEnvironment("RateLimits__UploadPerMinute", uploadRate);
}

IResourceBuilder<ProjectResource> WithPersonalData(IResourceBuilder<ProjectResource> project)
    => project.WithEnvironment("PersonalData__Key", personalDataKey).WithEnvironment("PersonalData__SearchKey", searchKey).WithEnvironment("Ticket__Key", ticketKey);

// Messages to telephones lie in a folder until a carrier's program takes them; whoever has one says where.
IResourceBuilder<ProjectResource> WithMessages(IResourceBuilder<ProjectResource> project)
    => settings["XINFANG_SMS"] is { Length: > 0 } folder ? project.WithEnvironment("Notices__SmsFolder", folder) : project;
IResourceBuilder<ProjectResource> WithFileLimits(IResourceBuilder<ProjectResource> project)
    => project.WithEnvironment("Attachments__FileMegabytes", fileMegabytes).WithEnvironment("Attachments__TotalMegabytes", filesMegabytes);

// Where what people hand in lies, encrypted: beside the databases unless another folder is named; and the command that looks for viruses, if there is one.
IResourceBuilder<ProjectResource> WithFiles(IResourceBuilder<ProjectResource> project)
    => WithFileLimits(project).WithEnvironment("Attachments__Scanner", settings["XINFANG_SCANNER"] ?? "").WithEnvironment(run => run.EnvironmentVariables["Attachments__Folder"] = FilesFolder(run));

object FilesFolder(EnvironmentCallbackContext run) => settings["XINFANG_FILES"] is { Length: > 0 } folder ? folder
    : run.EnvironmentVariables.GetValueOrDefault("XINFANG_FILES_DIR") ?? Path.GetFullPath(Path.Combine(builder.AppHostDirectory, "..", ".data", "files"));

IResourceBuilder<ParameterResource> Secret(string name)
    => builder.AddParameter(name, new GenerateParameterDefault { MinLength = 32, Special = false }, secret: true, persist: true);

IResourceBuilder<ParameterResource> Limit(string name, string perMinute)
    => builder.AddParameter(name, () => settings[$"Parameters:{name}"] ?? perMinute);

internal static class Optional
{
    /// <summary>A variable that is set only where there is a value for it.</summary>
    public static IResourceBuilder<ProjectResource> WithOptional(this IResourceBuilder<ProjectResource> run, string name, IResourceBuilder<ParameterResource>? value)
        => value is null ? run : run.WithEnvironment(name, value);
}
