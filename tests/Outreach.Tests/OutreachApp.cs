using Xinfang.Outreach.Api;
using Xinfang.Testing;

[assembly: AssemblyFixture(typeof(Xinfang.Outreach.Tests.OutreachApp))]

namespace Xinfang.Outreach.Tests;

/// <summary>The service as it runs.</summary>
public sealed class OutreachApp() : ServiceApp<OutreachDb>("outreach");

internal static class Wire
{
    public static DateTimeOffset On(int year, int month, int day, int hour = 10, int minute = 0) => new(year, month, day, hour, minute, 0, TimeSpan.FromHours(8));
}
