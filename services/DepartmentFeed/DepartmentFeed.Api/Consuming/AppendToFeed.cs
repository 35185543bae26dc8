using System.Diagnostics;
using MassTransit;
using Xinfang.DepartmentFeed.Api.Feed;

namespace Xinfang.DepartmentFeed.Api.Consuming;

/// <summary>Any contract → a fact for the log. Returns, and lets the broker forget the message, when the log has committed it.</summary>
internal abstract class AppendToFeed<T>(FeedLog log, TimeProvider time) : IConsumer<T> where T : class
{
    public Task Consume(ConsumeContext<T> context)
    {
        var row = FeedTable.RowOf(typeof(T));
        var sentAt = context.SentTime is { } sent ? new DateTimeOffset(sent, TimeSpan.Zero) : time.GetUtcNow();
        return log.AppendAsync(new(
            context.MessageId ?? throw new InvalidOperationException("A message without an id cannot be handled once."),
            row, Fact.Of(row, context.Message, sentAt), Activity.Current?.Id), context.CancellationToken);
    }
}
