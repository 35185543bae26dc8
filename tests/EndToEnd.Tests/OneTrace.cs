using System.Text.Json;
using Xinfang.EndToEnd.Tests.Running;

namespace Xinfang.EndToEnd.Tests;

/// <summary>One trace from the outside to a department's queue.</summary>
[Collection(nameof(WholeSystem))]
public sealed class OneTrace(WholeSystem system)
{
    private sealed record Span(string Service, string TraceId, string SpanId, string? Parent, string Source, string Name, string Kind, Dictionary<string, string> Tags);

    [Fact]
    public async Task Leads_from_the_gateway_through_intake_outbox_and_broker_to_the_event_in_the_departments_queue()
    {
        var ct = TestContext.Current.CancellationToken;
        await using var departments = await DepartmentQueues.ListenAsync(system.Broker, ct);
        var filed = await system.People.FileAsync(4000, ct);
        await system.People.ClassifyAsync(filed.Id, ct);
        await system.People.ForwardAsync(filed.Id, People.Holder, ct);

        var told = await Testing.Eventually.Get(() => Task.FromResult(departments.All.FirstOrDefault(t => t.Petition == filed.Id && t.Organ == People.Holder)), ct: ct);
        Assert.NotNull(told.TraceParent);
        var trace = told.TraceParent.Split('-')[1];

        // Each service writes its spans when they have ended, so the picture fills up.
        IReadOnlyList<Span> spans = [];
        string[] expected = ["gateway Server", "intake Server", "intake outbox deliver", "intake Producer", "department-feed Consumer", "department-feed feed publish", "case-handling Consumer"];
        await Testing.Eventually.Holds(async () =>
        {
            spans = [.. (await ReadAsync(ct)).Where(span => span.TraceId == trace)];
            return expected.All(step => Shows(spans, step)) && Orphans(spans).Length == 0;
        }, TimeSpan.FromSeconds(20), ct);

        Assert.Equal("gateway", Assert.Single(spans, span => span.Parent is null).Service);
        Assert.Contains(spans, span => span.SpanId == told.TraceParent.Split('-')[2]);
    }

    /// <summary>Spans whose parent is not in the trace.</summary>
    private static string[] Orphans(IReadOnlyList<Span> spans)
    {
        var known = spans.Select(span => span.SpanId).ToHashSet();
        return [.. spans.Where(span => span.Parent is not null && !known.Contains(span.Parent)).Select(span => $"{span.Service} {span.Name}")];
    }

    private static bool Shows(IReadOnlyList<Span> spans, string step)
    {
        var (service, what) = (step[..step.IndexOf(' ', StringComparison.Ordinal)], step[(step.IndexOf(' ', StringComparison.Ordinal) + 1)..]);
        return spans.Any(span => span.Service == service && (span.Kind == what || span.Name == what));
    }

    private async Task<List<Span>> ReadAsync(CancellationToken ct)
    {
        var spans = new List<Span>();
        foreach (var file in Directory.EnumerateFiles(system.Variable("intake", "XINFANG_TELEMETRY_DIR"), "*.spans.jsonl"))
        {
            await using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            using var reader = new StreamReader(stream);
            while (await reader.ReadLineAsync(ct) is { } line)
                if (line.EndsWith('}')) spans.Add(Read(JsonSerializer.Deserialize<JsonElement>(line))); // the last line may still be being written
        }
        return spans;
    }

    private static Span Read(JsonElement json) => new(
        json.GetProperty("service").GetString()!, json.GetProperty("traceId").GetString()!, json.GetProperty("spanId").GetString()!,
        json.TryGetProperty("parentSpanId", out var parent) ? parent.GetString() : null, json.GetProperty("source").GetString()!, json.GetProperty("name").GetString()!,
        json.GetProperty("kind").GetString()!, json.GetProperty("tags").EnumerateObject().ToDictionary(tag => tag.Name, tag => tag.Value.GetString() ?? ""));
}
