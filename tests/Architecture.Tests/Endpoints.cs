using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Xinfang.Architecture.Tests;

/// <summary>Every door says who may pass. The services are built, not started: no server is needed to look at their routes.</summary>
public class Endpoints
{
    [Fact]
    public void Every_endpoint_of_intake_names_a_duty_or_says_that_it_is_for_everybody() => Check<Intake.Api.IntakeDb>();

    [Fact]
    public void Every_endpoint_of_case_handling_names_a_duty_or_says_that_it_is_for_everybody() => Check<CaseHandling.Api.CaseHandlingDb>();

    [Fact]
    public void Every_endpoint_of_the_feed_names_a_duty_or_says_that_it_is_for_everybody() => Check<DepartmentFeed.Api.DepartmentFeedDb>();

    [Fact]
    public void Every_endpoint_of_outreach_names_a_duty_or_says_that_it_is_for_everybody() => Check<Outreach.Api.OutreachDb>();

    [Fact]
    public void Every_endpoint_of_training_names_a_duty_or_says_that_it_is_for_everybody() => Check<Training.Api.TrainingDb>();

    [Fact]
    public void Every_endpoint_of_insight_names_a_duty_or_says_that_it_is_for_everybody() => Check<Insight.Api.InsightDb>();

    private static void Check<TMarker>() where TMarker : class
    {
        using var app = new BuiltApp<TMarker>();
        var endpoints = app.Services.GetServices<EndpointDataSource>().SelectMany(source => source.Endpoints).OfType<RouteEndpoint>().ToList();
        Assert.NotEmpty(endpoints);
        Assert.All(endpoints, endpoint => Assert.True(
            endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null || endpoint.Metadata.GetOrderedMetadata<IAuthorizeData>().Any(a => !string.IsNullOrEmpty(a.Policy)),
            $"{endpoint.RoutePattern.RawText} names no duty"));
    }

    private sealed class BuiltApp<TMarker> : WebApplicationFactory<TMarker> where TMarker : class
    {
        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            foreach (var name in (string[])["intakedb", "casehandlingdb", "departmentfeeddb", "outreachdb", "trainingdb", "insightdb"])
                builder.UseSetting($"ConnectionStrings:{name}", "Host=127.0.0.1;Port=1;Username=nobody;Database=none");
            builder.UseSetting("ConnectionStrings:messaging", "amqp://nobody:nothing@127.0.0.1:1").UseSetting("ConnectionStrings:cache", "127.0.0.1:1,abortConnect=false");
            foreach (var key in (string[])["PersonalData:Key", "PersonalData:SearchKey", "Ticket:Key", "Identity:DemoPassword", "Attachments:Folder"])
                builder.UseSetting(key, "only to look at the routes");
            builder.ConfigureLogging(logging => logging.ClearProviders());
            builder.ConfigureServices(services =>
            {
                foreach (var hosted in services.Where(s => s.ServiceType == typeof(IHostedService) && s.ImplementationType?.Name != "GenericWebHostService").ToList())
                    services.Remove(hosted);
            });
        }
    }
}
