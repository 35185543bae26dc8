using Microsoft.Extensions.DependencyInjection;
using Xinfang.Law;
using Xinfang.Outreach.Api.Watching;

namespace Xinfang.Outreach.Tests;

/// <summary>What is looked at every hour, looked at now.</summary>
internal static class Scanning
{
    public static Task Once(IServiceProvider services, DateTimeOffset at) =>
        services.GetRequiredService<Watch>().ScanAsync(services.GetRequiredService<LegalClock>().Now() with { At = at }, TestContext.Current.CancellationToken);
}
