using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Logging;
using Xinfang.Law;
using Xinfang.Testing;

namespace Xinfang.ServiceDefaults.Tests;

/// <summary>放假安排: a year file in the folder is used without a restart; one that cannot be read changes nothing and is told.</summary>
public sealed class LoadingANotice : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("calendars");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task A_file_that_comes_while_the_service_runs_is_used_and_a_broken_one_is_not()
    {
        await using var app = await StartAsync();
        var clock = app.Services.GetRequiredService<LegalClock>();
        var before = clock.Calendar;
        var change = clock.NextChange;

        await WriteAsync("2027.json", """{"year":2027,"days":[{"name":"元旦","date":"2027-01-01","isOffDay":true}]}""");
        await Eventually.Holds(() => Task.FromResult(clock.Calendar.Years.Contains(2027)), ct: Ct);
        await Eventually.Holds(() => Task.FromResult(change.IsCancellationRequested), ct: Ct); // told just after the calendar is in use
        Assert.False(clock.Calendar.IsProvisional(new(2027, 6, 1)));
        Assert.Equal(before, clock.Now().CalendarOf(before.Version)); // what was promised with it stays explained

        var loaded = clock.Calendar;
        await WriteAsync("2028.json", "{\"year\":2028,");
        await Eventually.Holds(async () => (await CalendarAsync(app)).Status is HealthStatus.Degraded, ct: Ct);
        Assert.Equal(loaded, clock.Calendar);

        await WriteAsync("2028.json", """{"year":2028,"days":[{"name":"元旦","date":"2028-01-01","isOffDay":true}]}""");
        await Eventually.Holds(() => Task.FromResult(clock.Calendar.Years.Contains(2028)), ct: Ct);
        await Eventually.Holds(async () => (await CalendarAsync(app)).Status is HealthStatus.Healthy, ct: Ct);
    }

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    private async Task<WebApplication> StartAsync()
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ApplicationName = typeof(LoadingANotice).Assembly.GetName().Name });
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?> { ["Calendar:Folder"] = _folder.FullName, ["urls"] = "http://127.0.0.1:0" });
        builder.Logging.ClearProviders();
        builder.AddServiceDefaults("sample");
        var app = builder.Build();
        app.UseServiceDefaults();
        await app.StartAsync(Ct);
        return app;
    }

    private async Task WriteAsync(string name, string text)
    {
        var file = Path.Combine(_folder.FullName, name);
        await File.WriteAllTextAsync(file + ".new", text, Ct);
        File.Move(file + ".new", file, overwrite: true);
    }

    private static async Task<HealthReportEntry> CalendarAsync(WebApplication app) =>
        (await app.Services.GetRequiredService<HealthCheckService>().CheckHealthAsync(check => check.Name == "calendar", Ct)).Entries["calendar"];
}
