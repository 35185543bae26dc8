using Microsoft.AspNetCore.Hosting;
using Xinfang.Training.Api;
using Xinfang.Testing;

[assembly: AssemblyFixture(typeof(Xinfang.Training.Tests.TrainingApp))]

namespace Xinfang.Training.Tests;

/// <summary>The service as it runs.</summary>
public sealed class TrainingApp() : ServiceApp<TrainingDb>("training")
{
    /// <inheritdoc />
    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.UseSetting("PersonalData:Key", "for tests").UseSetting("PersonalData:SearchKey", "for tests");
    }
}

internal static class Wire
{
    public static DateTimeOffset On(int year, int month, int day, int hour = 10, int minute = 0) => new(year, month, day, hour, minute, 0, TimeSpan.FromHours(8));
}
