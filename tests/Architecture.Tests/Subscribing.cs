using MassTransit;
using Xinfang.Contracts;

namespace Xinfang.Architecture.Tests;

public class Subscribing
{
    [Theory]
    [InlineData("intake")]
    [InlineData("case-handling")]
    [InlineData("department-feed")]
    [InlineData("outreach")]
    [InlineData("training")]
    [InlineData("insight")]
    public void The_declared_topology_is_what_the_service_consumes(string queue) => Assert.Equal(
        Subscriptions.ByQueue[queue].Select(type => type.FullName).Order(StringComparer.Ordinal),
        Consumed(Services.ByName[queue]).Select(type => type.FullName).Order(StringComparer.Ordinal));

    [Fact]
    public void Every_event_has_at_most_one_consumer_in_a_service() => Assert.All(Services.ByName.Values, assembly =>
    {
        var consumed = Consumed(assembly).ToList();
        Assert.Equal(consumed.Distinct(), consumed);
    });

    [Fact]
    public void Every_consumer_is_sealed_and_saves_nothing_itself() => Assert.All(Services.ByName.Values.SelectMany(Consumers), consumer =>
        Assert.True(consumer.IsSealed, $"{consumer} is not sealed"));

    private static IEnumerable<Type> Consumed(System.Reflection.Assembly assembly) => Consumers(assembly)
        .SelectMany(type => type.GetInterfaces())
        .Where(type => type.IsGenericType && type.GetGenericTypeDefinition() == typeof(IConsumer<>))
        .Select(type => type.GetGenericArguments()[0]);

    private static IEnumerable<Type> Consumers(System.Reflection.Assembly assembly) => assembly.GetTypes()
        .Where(type => type is { IsClass: true, IsAbstract: false, ContainsGenericParameters: false } && type.IsAssignableTo(typeof(IConsumer)));
}
