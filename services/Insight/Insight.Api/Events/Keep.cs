using System.Text.Json;
using MassTransit;
using Xinfang.ServiceDefaults.Messaging;

namespace Xinfang.Insight.Api.Events;

/// <summary>Any contract → a row of the log. Returns, and lets the broker forget the message, when it is committed.</summary>
internal abstract class Keep<T>(EventLog log, MessageTypes types, TimeProvider time) : IConsumer<T> where T : class
{
    public Task Consume(ConsumeContext<T> context) => log.AppendAsync(new ToldEvent
    {
        MessageId = context.MessageId ?? throw new InvalidOperationException("A message without an id cannot be kept once."),
        PetitionId = context.CorrelationId ?? throw new InvalidOperationException("A message that is about nothing cannot be told of anything."),
        SentAt = context.SentTime is { } sent ? new DateTimeOffset(sent, TimeSpan.Zero) : time.GetUtcNow(),
        Type = types.NameOf(typeof(T)),
        Body = JsonSerializer.Serialize(context.Message, MessageTypes.Json),
    }, context.CancellationToken);
}
