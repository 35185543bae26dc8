using System.Diagnostics;
using RabbitMQ.Client;
using RabbitMQ.Client.Exceptions;
using Xinfang.EndToEnd.Tests.Running;
using Xinfang.Testing;

namespace Xinfang.EndToEnd.Tests;

/// <summary>The samples we give to departments, as they would run them: their own broker account, their own client.</summary>
[Collection(nameof(WholeSystem))]
public sealed class DepartmentsSystems(WholeSystem system)
{
    private static readonly string Samples = Path.Combine(Approved.Repository(), "docs", "samples");

    public static TheoryData<string, string, string[]> Both() => new()
    {
        { "C#", "120104-swj", ["dotnet", Path.Combine(Samples, "csharp", "bin", Configuration(), "Xinfang.DepartmentConsumer.dll")] },
        { "Python", "120104-gzw", ["/usr/bin/python3", Path.Combine(Samples, "python", "consumer.py")] },
    };

    [Theory]
    [MemberData(nameof(Both))]
    public async Task Take_in_their_events_and_their_acknowledgement_becomes_part_of_the_record(string language, string organ, string[] command)
    {
        var ct = TestContext.Current.CancellationToken;
        var filed = await system.People.FileAsync(language == "C#" ? 7000 : 7001, ct);
        await system.People.ClassifyAsync(filed.Id, ct);
        await system.People.ForwardAsync(filed.Id, organ, ct);
        await AccountAsync(organ, ct);

        var said = await RunAsync(command, organ, ct); // ends by itself after two events: forwarded, received

        Assert.Equal(["cn.xinfang.intake.petition-forwarded.v1", "cn.xinfang.case-handling.petition-received.v1"], said.Select(line => line.Split(' ')[2]));
        Assert.All(said, line => Assert.StartsWith("new ", line, StringComparison.Ordinal));
        Assert.All(said, line => Assert.Contains($"petition={filed.Id}", line, StringComparison.Ordinal));
        await Eventually.Holds(async () => (await system.People.GetAsync($"{organ}.officer", $"/api/case-handling/petitions/{filed.Id}", ct)).Json
            .GetProperty("record").EnumerateArray().Any(entry => entry.GetProperty("act").GetString() == "Acknowledge"), ct: ct);
    }

    /// <summary>Its account may read its own queue and no other.</summary>
    [Fact]
    public async Task May_read_their_own_queue_and_no_other()
    {
        var ct = TestContext.Current.CancellationToken;
        await AccountAsync("120104-swj", ct);
        await using var connection = await new ConnectionFactory { Uri = AddressOf("120104-swj") }.CreateConnectionAsync(ct);
        foreach (var refused in new Func<IChannel, Task>[]
        {
            channel => channel.BasicGetAsync("feed.120104-gzw", autoAck: false, ct),
            channel => channel.BasicGetAsync("intake", autoAck: false, ct),
            channel => channel.QueueDeclareAsync("feed.mine", cancellationToken: ct),
            channel => channel.BasicPublishAsync("xinfang.feed", "120104-gzw.forged", new byte[] { 1 }, ct).AsTask().ContinueWith(_ => channel.QueueDeclarePassiveAsync("feed.120104-swj", ct), ct).Unwrap(),
        })
        {
            await using var channel = await connection.CreateChannelAsync(cancellationToken: ct);
            var failure = await Assert.ThrowsAnyAsync<OperationInterruptedException>(() => refused(channel));
            Assert.Equal((ushort)403, failure.ShutdownReason!.ReplyCode);
        }
    }

    private async Task<string[]> RunAsync(string[] command, string organ, CancellationToken ct)
    {
        using var process = new Process
        {
            StartInfo = new(command[0], [.. command[1..], "--count", "2", "--timeout", "30"])
            {
                RedirectStandardOutput = true, RedirectStandardError = true,
                Environment =
                {
                    ["XINFANG_AMQP_URL"] = AddressOf(organ).ToString(), ["XINFANG_QUEUE"] = $"feed.{organ}", ["XINFANG_GATEWAY_URL"] = system.Gateway.ToString(),
                    ["XINFANG_CLIENT_ID"] = $"feed-{organ}", ["XINFANG_CLIENT_SECRET"] = XinfangSystem.DemoPassword,
                },
            },
        };
        process.Start();
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(ct), process.StandardError.ReadToEndAsync(ct));
        await process.WaitForExitAsync(ct);
        Assert.True(process.ExitCode == 0, $"ended with {process.ExitCode}: {await output}{await errors}");
        return (await output).Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }

    private Uri AddressOf(string organ) => new UriBuilder(system.Broker) { UserName = $"feed-{organ}", Password = XinfangSystem.DemoPassword }.Uri;

    /// <summary>Waits for the account: it is made through the management interface once the feed has reached the broker.</summary>
    private Task AccountAsync(string organ, CancellationToken ct) => Eventually.Holds(async () =>
    {
        try
        {
            await using var connection = await new ConnectionFactory { Uri = AddressOf(organ) }.CreateConnectionAsync(ct);
            return true;
        }
        catch (BrokerUnreachableException)
        {
            return false;
        }
    }, TimeSpan.FromSeconds(60), ct);

    private static string Configuration() => Path.GetRelativePath(Path.Combine(AppContext.BaseDirectory, "..", ".."), AppContext.BaseDirectory).TrimEnd('/');
}
