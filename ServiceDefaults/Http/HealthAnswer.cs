using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Xinfang.ServiceDefaults.Http;

/// <summary>Health with its named causes: {status, checks: [{name, status, description}]}. Descriptions never hold an exception's text.</summary>
internal static class HealthAnswer
{
    private sealed record Check(string Name, string Status, string? Description);

    private sealed record Answer(string Status, IEnumerable<Check> Checks);

    public static Task WriteAsync(HttpContext context, HealthReport report) => context.Response.WriteAsJsonAsync(new Answer(
        report.Status.ToString(),
        report.Entries.Select(entry => new Check(entry.Key, entry.Value.Status.ToString(),
            entry.Value.Exception is null ? entry.Value.Description : "连不上或没有及时回答"))), context.RequestAborted);
}
