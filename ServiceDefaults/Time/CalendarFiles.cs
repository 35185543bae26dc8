using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Xinfang.Law;

namespace Xinfang.ServiceDefaults.Time;

/// <summary>
/// Reads the year files in the folder <c>Calendar:Folder</c> on top of those that come with the program, at start and whenever
/// one of them changes. A file that cannot be read changes nothing and is told on the operations page.
/// </summary>
internal sealed partial class CalendarFiles(IConfiguration configuration, LegalClock clock, ILogger<CalendarFiles> log) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(2);
    private readonly string? _folder = configuration["Calendar:Folder"] is { Length: > 0 } folder ? folder : null;
    private string _seen = "";

    /// <summary>Why the files in the folder are not in use; null when they are.</summary>
    public string? Fault { get; private set; }

    public override Task StartAsync(CancellationToken cancellationToken)
    {
        if (_folder is null) return Task.CompletedTask;
        Look(_folder);
        return base.StartAsync(cancellationToken);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every);
        while (await timer.WaitForNextTickAsync(stoppingToken)) Look(_folder!);
    }

    private void Look(string folder)
    {
        try
        {
            var files = new DirectoryInfo(folder).GetFiles("*.json").OrderBy(file => file.Name, StringComparer.Ordinal).ToList();
            var stamps = string.Join('\n', files.Select(file => $"{file.Name} {file.Length} {file.LastWriteTimeUtc.Ticks}"));
            if (stamps == _seen) return;
            var calendar = Read(files);
            (_seen, Fault) = (stamps, null);
            if (clock.Use(calendar)) LogLoaded(calendar.Version, files.Count);
        }
        catch (Exception e) when (e is IOException or InvalidDataException or UnauthorizedAccessException)
        {
            if (Fault == e.Message) return;
            Fault = e.Message;
            LogRefused(e);
        }
    }

    private static LegalCalendar Read(List<FileInfo> files)
    {
        var streams = files.ConvertAll(file => (Stream)file.OpenRead());
        try
        {
            return LegalCalendar.Default.With(streams);
        }
        finally
        {
            streams.ForEach(stream => stream.Dispose());
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Calendar {Version} is in use, with {Files} files of the folder")]
    private partial void LogLoaded(string version, int files);

    [LoggerMessage(Level = LogLevel.Error, Message = "The calendar files are not in use; the former calendar stays")]
    private partial void LogRefused(Exception exception);
}

/// <summary>What the operations page tells of the calendar. Never unhealthy: no act is refused for a missing year.</summary>
internal sealed class CalendarHealth(LegalClock clock, CalendarFiles files, IRunningTerms? running = null) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        if (files.Fault is not null) return HealthCheckResult.Degraded("放假安排文件读不了，沿用原来的；原因见日志");
        var now = clock.Now();
        return HealthCheckResult.Healthy(now.Calendar.MissingYearAlarm(now.Date, running is null ? null : await running.LatestDueOnAsync(cancellationToken)));
    }
}

/// <summary>Implemented by a service that keeps running terms.</summary>
public interface IRunningTerms
{
    /// <summary>The latest date on which one of them ends; null when none runs.</summary>
    Task<DateOnly?> LatestDueOnAsync(CancellationToken ct);
}
