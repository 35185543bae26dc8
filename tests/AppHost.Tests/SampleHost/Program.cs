// A small system with one of everything. What is in it depends on the configuration, so that a test starts only what it needs.
var builder = DistributedApplication.CreateBuilder(args);
var settings = builder.Configuration;

var secret = builder.AddParameter("sample-secret", new GenerateParameterDefault { MinLength = 24, Special = false }, secret: true, persist: true);
var sample = builder.AddProject<Projects.Sample>("sample", launchProfileName: null)
    .WithHttpEndpoint(port: int.Parse(settings["XINFANG_PORT"] ?? "8080", System.Globalization.CultureInfo.InvariantCulture)).WithExternalHttpEndpoints().WithHttpHealthCheck("/health")
    .WithUrlForEndpoint("http", url => url.DisplayText = "样例")
    .WithReplicas(int.Parse(settings["replicas"] ?? "1", System.Globalization.CultureInfo.InvariantCulture))
    .WithEnvironment("SAMPLE_SECRET", secret)
    .WithHttpCommand("/calls", "呼叫", commandName: "call");

if (settings["servers"] == "true")
{
    var messaging = builder.AddRabbitMQ("messaging");
    if (settings["XINFANG_MANAGEMENT"] == "true") messaging.WithManagementPlugin();
    var cache = builder.AddRedis("cache");
    var database = builder.AddPostgres("postgres").AddDatabase("sampledb");
    var migrations = builder.AddProject<Projects.Sample>("sample-migrations", launchProfileName: null).WithArgs("migrate").WithReference(database).WaitFor(database);
    sample.WithReference(database).WithReference(messaging).WithReference(cache).WaitForCompletion(migrations).WaitFor(messaging).WaitFor(cache);
}

if (settings["caller"] == "true")
    builder.AddProject<Projects.Sample>("caller", launchProfileName: null).WithHttpEndpoint().WithHttpHealthCheck("/health").WithReference(sample).WaitFor(sample);

if (settings["failing"] == "true")
{
    var failing = builder.AddProject<Projects.Sample>("failing", launchProfileName: null).WithArgs("fail");
    sample.WaitForCompletion(failing);
}

builder.Build().Run();
