using Microsoft.AspNetCore.Http.HttpResults;
using Xinfang.ServiceDefaults.Http;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.Insight.Api.Rebuilding;

/// <summary>重建统计: POST /rebuilding begins it, GET /rebuilding tells how far it is. One at a time in this process; begun again after a crash it does no harm.</summary>
internal sealed class RebuildingJob(Rebuild rebuild, IHostApplicationLifetime lifetime, TimeProvider time, ILogger<RebuildingJob> log)
{
    private readonly Lock _lock = new();
    private State _state = new(false, 0, null, null, null);

    /// <param name="Running">At work now.</param>
    /// <param name="Petitions">Folded so far, or in all.</param>
    /// <param name="Failed">Ended before its end; why is in the log.</param>
    public sealed record State(bool Running, long Petitions, DateTimeOffset? BegunAt, DateTimeOffset? EndedAt, bool? Failed);

    public State Now => Volatile.Read(ref _state);

    /// <summary>False when one is at work already.</summary>
    public bool Begin()
    {
        lock (_lock)
        {
            if (_state.Running) return false;
            _state = new(true, 0, time.GetUtcNow(), null, null);
        }
        _ = Task.Run(() => RunAsync(lifetime.ApplicationStopping), CancellationToken.None);
        return true;
    }

    private async Task RunAsync(CancellationToken ct)
    {
        var failed = true;
        try
        {
            await rebuild.RunAsync(new Reporting(this), ct);
            failed = false;
        }
        catch (Exception e) when (e is Npgsql.NpgsqlException or OperationCanceledException or System.Text.Json.JsonException)
        {
            Logs.Failed(log, e);
        }
        finally
        {
            Volatile.Write(ref _state, _state with { Running = false, EndedAt = time.GetUtcNow(), Failed = failed });
        }
    }

    private sealed class Reporting(RebuildingJob job) : IProgress<long>
    {
        public void Report(long value) => Volatile.Write(ref job._state, job._state with { Petitions = value });
    }
}

internal static partial class Logs
{
    [LoggerMessage(Level = LogLevel.Error, Message = "Rebuilding the models failed; what was folded stays, and it can be begun again")]
    public static partial void Failed(ILogger log, Exception exception);
}

internal static class RebuildingApi
{
    public static void MapRebuilding(this IEndpointRouteBuilder app)
    {
        var rebuilding = app.MapGroup("/rebuilding").WithTags("Rebuilding").RequireAuthorization(Duty.Administer).WithMetadata(InsightLaw.YearlyReport)
            .ProducesProblem(StatusCodes.Status401Unauthorized).ProducesProblem(StatusCodes.Status403Forbidden);
        rebuilding.MapGet("", (RebuildingJob job) => TypedResults.Ok(job.Now));
        rebuilding.MapPost("", Results<Accepted<RebuildingJob.State>, ProblemHttpResult> (RebuildingJob job) => job.Begin()
            ? TypedResults.Accepted("/rebuilding", job.Now)
            : Problems.Of("rebuilding.running", "正在重建，等这一次做完。", StatusCodes.Status409Conflict)).ProducesProblem(StatusCodes.Status409Conflict);
    }
}
