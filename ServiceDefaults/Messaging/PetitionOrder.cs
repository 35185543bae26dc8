using System.Globalization;
using System.Runtime.CompilerServices;
using MassTransit;
using MassTransit.RabbitMqTransport;
using RabbitMQ.Client;

namespace Xinfang.ServiceDefaults.Messaging;

/// <summary>
/// Handles the messages of one petition in the order in which the broker delivered them, and those of different petitions
/// beside each other. MassTransit dispatches deliveries to several workers that may overtake one another; delivery tags
/// are contiguous per channel (AMQP 0-9-1, basic.deliver), so each message enters its lane only when all earlier tags have.
/// The channel itself is the key: the consumer's tag is not known yet to deliveries that overtake basic.consume-ok.
/// </summary>
/// <param name="lanes">As many messages are handled at once. This is the only limit: MassTransit starts deliveries in no certain order, and with fewer places at
/// its door than deliveries, those that wait for their turn could hold every place, and the one whose turn it is none.</param>
public sealed class PetitionOrder(int lanes) : IFilter<ReceiveContext>
{
    private static readonly CancellationToken Gone = new(canceled: true);
    private readonly ConditionalWeakTable<IChannel, Turns> _channels = [];
    private readonly Task[] _lanes = [.. Enumerable.Repeat(Task.CompletedTask, lanes)];
    private readonly Lock _lock = new();

    public async Task Send(ReceiveContext context, IPipe<ReceiveContext> next)
    {
        if (!context.TryGetPayload<RabbitMqBasicConsumeContext>(out var delivery) || !context.TryGetPayload<ChannelContext>(out var on))
        {
            await next.Send(context);
            return;
        }

        var done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var channel = _channels.GetValue(on.Channel, Turns.Of);
        var before = await EnterAsync(channel, delivery, done.Task);
        try
        {
            await before;
            channel.RefuseAfterEnd();
            await next.Send(context);
        }
        finally
        {
            // Deliveries are cancelled one after the other when a channel breaks: the next of the petition, not cancelled yet, would be handled before this one comes again.
            if (context.CancellationToken.IsCancellationRequested) channel.Close();
            done.SetResult();
        }
    }

    public void Probe(ProbeContext context) => context.CreateFilterScope("petitionOrder");

    private async Task<Task> EnterAsync(Turns channel, RabbitMqBasicConsumeContext delivery, Task mine)
    {
        await channel.TurnAsync(delivery.DeliveryTag);
        Task before;
        lock (_lock)
        {
            var lane = LaneOf(delivery.Properties.CorrelationId);
            (before, _lanes[lane]) = (_lanes[lane], mine);
        }
        channel.Entered(delivery.DeliveryTag);
        return before;
    }

    private int LaneOf(string? petition) => string.IsNullOrEmpty(petition)
        ? 0
        : (int)((uint)string.GetHashCode(petition, StringComparison.Ordinal) % (uint)lanes);

    private sealed class Turns
    {
        private readonly Lock _lock = new();
        private readonly Dictionary<ulong, TaskCompletionSource> _waiting = [];
        private ulong _next = 1;
        private bool _closed;

        public static Turns Of(IChannel channel)
        {
            var turns = new Turns();
            channel.ChannelShutdownAsync += (_, _) =>
            {
                turns.Close();
                return Task.CompletedTask;
            };
            if (channel.IsClosed) turns.Close();
            return turns;
        }

        public Task TurnAsync(ulong tag)
        {
            lock (_lock)
            {
                if (_closed) return Task.FromCanceled(Gone);
                if (tag <= _next) return Task.CompletedTask;
                var turn = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
                _waiting[tag] = turn;
                return turn.Task;
            }
        }

        public void Entered(ulong tag)
        {
            lock (_lock)
            {
                _next = Math.Max(_next, tag + 1);
                if (_waiting.Remove(_next, out var turn)) turn.TrySetResult();
            }
        }

        /// <exception cref="OperationCanceledException">The channel is over: the broker hands the delivery over again.</exception>
        public void RefuseAfterEnd()
        {
            lock (_lock)
                if (_closed) throw new OperationCanceledException(Gone);
        }

        /// <summary>The broker hands everything without an ack over again, on a new channel; a delivery whose turn never comes would keep the old consumer from ending.</summary>
        public void Close()
        {
            TaskCompletionSource[] waiting;
            lock (_lock)
            {
                _closed = true;
                waiting = [.. _waiting.Values];
                _waiting.Clear();
            }
            foreach (var turn in waiting) turn.TrySetCanceled(Gone);
        }

        public override string ToString() => _next.ToString(CultureInfo.InvariantCulture);
    }
}
