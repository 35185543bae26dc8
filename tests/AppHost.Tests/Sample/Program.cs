using System.Globalization;

// A service that does what tests of the AppHost need, and nothing else.
if (args is ["migrate", ..])
{
    Console.WriteLine("migrated " + Environment.GetEnvironmentVariable("ConnectionStrings__sampledb")?.Split(';')[^1]);
    return 0;
}
if (args is ["fail", ..])
{
    for (var i = 1; i <= 30; i++) Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"line {i}"));
    Console.Error.WriteLine("the reason for the failure");
    return 3;
}

var builder = WebApplication.CreateBuilder(args);
var app = builder.Build();
var sick = "";
app.MapGet("/health", () => Results.Json(new { status = sick == "" ? "Healthy" : "Unhealthy", checks = new[] { new { name = "database", status = sick == "" ? "Healthy" : "Unhealthy", description = sick } } },
    statusCode: sick == "" ? 200 : 503));
app.MapPost("/sick", (string why) => sick = why);
app.MapPost("/calls", () => Console.WriteLine("called"));
app.MapGet("/pid", () => Environment.ProcessId);
app.MapGet("/environment/{name}", (string name) => Environment.GetEnvironmentVariable(name) ?? "");
app.Run();
return 0;
