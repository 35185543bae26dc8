using System.Diagnostics;
using System.Text;
using System.Text.Json.Nodes;
using RabbitMQ.Client;
using Xinfang.DepartmentFeed.Api.Feed;
using Xinfang.Testing;

namespace Xinfang.DepartmentFeed.Tests.Wire;

/// <summary>The conformance kit: what every department's consumer must stand, shown by the two that are published.</summary>
[Collection(OnTheWire.Name)]
public class SamplesForDepartments(FeedSystem system)
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>Sample and an organ for it.</summary>
    public static TheoryData<string, string> Samples => new() { { "csharp", "120104-zjw" }, { "python", "120104-cgw" } };

    [Theory]
    [MemberData(nameof(Samples))]
    public async Task Drops_a_duplicate_marks_a_late_one_passes_over_an_unknown_one_and_acknowledges(string sample, string organ)
    {
        var facts = new Facts();
        await system.PublishAsync(facts.Forwarded(organ));
        await system.PublishAsync(facts.Accepted(organ));
        await system.PublishAsync(facts.Completed(organ));
        var events = (await system.ReplayAsync(organ, 3)).Where(e => (string?)e["subject"] == facts.Petition.ToString()).ToList();
        await EmptyAsync(organ);

        var unknown = events[2].DeepClone().AsObject();
        (unknown["id"], unknown["type"], unknown["sequence"]) = (Guid.CreateVersion7().ToString(), "cn.xinfang.case-handling.invented-later.v1", "4");
        unknown["attributeinventedlater"] = "x";
        unknown["data"]!["fieldInventedLater"] = 1;
        await PutAsync(organ, events[0].ToJsonString(), "not json", events[2].ToJsonString(), events[0].ToJsonString(), events[1].ToJsonString(), unknown.ToJsonString());

        var tokens = system.Gateway.Tokens;
        var (code, output, errors) = await RunAsync(sample, organ, count: 4);

        Assert.True(code == 0, $"{output}\n{errors}");
        Assert.Equal(["new", "new", "duplicate", "late", "unknown"], output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split(' ')[0]));
        Assert.Contains($"trace={((string)events[0]["traceparent"]!).Split('-')[1]}", output, StringComparison.Ordinal);
        Assert.Contains("not a CloudEvent", errors, StringComparison.Ordinal);
        Assert.Contains($"not of this feed: {unknown["id"]}", errors, StringComparison.Ordinal);
        Assert.Equal(1, system.Gateway.Tokens - tokens);
        Assert.Equal(0u, await system.CountAsync($"feed.{organ}"));
        var ids = events.Select(e => Guid.Parse((string)e["id"]!)).ToList();
        Assert.Equal(3, await system.DbAsync(db => Task.FromResult(db.Events.Count(e => ids.Contains(e.Id) && e.AcknowledgedAt != null))));
    }

    [Theory]
    [MemberData(nameof(Samples))]
    public async Task Knows_every_type_that_an_organ_is_told(string sample, string organ)
    {
        Assert.StartsWith("120104", organ, StringComparison.Ordinal);
        var folder = Path.Combine(Approved.Repository(), "docs", "samples", sample);
        var text = string.Concat(await Task.WhenAll(Directory.GetFiles(folder, sample == "python" ? "*.py" : "*.cs").Select(file => File.ReadAllTextAsync(file, Ct))));
        Assert.All(FeedTable.Types.Where(row => row.Audience is not Audience.Office), row => Assert.Contains($"\"{row.Type}\"", text, StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Samples))]
    public async Task Says_what_is_missing(string sample, string organ)
    {
        var (code, _, errors) = await RunAsync(sample, organ, count: 1, withBroker: false);
        Assert.Equal(64, code);
        Assert.Contains("--amqp", errors, StringComparison.Ordinal);
    }

    private async Task<(int Code, string Output, string Errors)> RunAsync(string sample, string organ, int count, bool withBroker = true)
    {
        var samples = Path.Combine(Approved.Repository(), "docs", "samples");
        var built = new DirectoryInfo(AppContext.BaseDirectory); // …/bin/<configuration>/<framework>/
        var start = sample == "python"
            ? new ProcessStartInfo("/usr/bin/python3", [Path.Combine(samples, "python", "consumer.py")])
            : new ProcessStartInfo("dotnet", [Path.Combine(samples, "csharp", "bin", built.Parent!.Name, built.Name, "Xinfang.DepartmentConsumer.dll")]);
        start.RedirectStandardOutput = start.RedirectStandardError = true;
        if (withBroker) start.Environment["XINFANG_AMQP_URL"] = new UriBuilder(system.Broker) { UserName = $"feed-{organ}", Password = FeedSystem.Password }.Uri.ToString();
        start.Environment["XINFANG_QUEUE"] = $"feed.{organ}";
        start.Environment["XINFANG_GATEWAY_URL"] = system.Gateway.Address.ToString();
        start.Environment["XINFANG_CLIENT_ID"] = $"feed-{organ}";
        start.Environment["XINFANG_CLIENT_SECRET"] = FeedSystem.Password;
        foreach (var option in (string[])["--count", $"{count}", "--timeout", "30"]) start.ArgumentList.Add(option);

        using var process = Process.Start(start)!;
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(Ct), process.StandardError.ReadToEndAsync(Ct));
        await process.WaitForExitAsync(Ct);
        return (process.ExitCode, await output, await errors);
    }

    private async Task EmptyAsync(string organ)
    {
        await using var connection = await system.ConnectAsync();
        await using var channel = await connection.CreateChannelAsync(cancellationToken: Ct);
        await Eventually.Holds(async () => await system.DbAsync(db => Task.FromResult(!db.Events.Any(e => e.Organ == organ && e.PublishedAt == null))), ct: Ct);
        await channel.QueuePurgeAsync($"feed.{organ}", Ct);
    }

    private async Task PutAsync(string organ, params string[] bodies)
    {
        await using var connection = await system.ConnectAsync();
        await using var channel = await connection.CreateChannelAsync(new CreateChannelOptions(true, true), Ct);
        foreach (var body in bodies)
            await channel.BasicPublishAsync("", $"feed.{organ}", mandatory: true, new BasicProperties(), Encoding.UTF8.GetBytes(body), Ct);
    }
}
