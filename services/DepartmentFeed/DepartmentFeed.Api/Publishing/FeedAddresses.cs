namespace Xinfang.DepartmentFeed.Api.Publishing;

/// <summary>Where the feed publishes and where its schemas are read.</summary>
/// <param name="Broker">amqp address with the service's account.</param>
/// <param name="Schemas">Outside address of the schemas, ending in a slash.</param>
internal sealed record FeedAddresses(Uri Broker, Uri Schemas)
{
    public static FeedAddresses Of(IConfiguration configuration) => new(
        new Uri(configuration.GetConnectionString("messaging") ?? throw new InvalidOperationException("ConnectionStrings:messaging is missing.")),
        new Uri(new Uri(configuration["Identity:Issuer"] ?? "http://localhost:8080/"), "api/feed/schemas/"));
}
