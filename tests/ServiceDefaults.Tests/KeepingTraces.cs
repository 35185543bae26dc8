using System.Diagnostics;
using Microsoft.Extensions.Time.Testing;
using OpenTelemetry.Trace;
using Xinfang.ServiceDefaults.Telemetry;

namespace Xinfang.ServiceDefaults.Tests;

public class KeepingTraces
{
    private readonly FakeTimeProvider _time = new();

    [Fact]
    public void Every_trace_is_kept_while_there_are_few()
    {
        var sampler = new FirstOfEachSecond(3, _time);

        Assert.All(Enumerable.Range(0, 3), _ => Assert.True(Keeps(sampler)));
    }

    [Fact]
    public void In_a_rush_the_first_of_each_second_are_kept()
    {
        var sampler = new FirstOfEachSecond(3, _time);

        Assert.Equal([true, true, true, false, false], Enumerable.Range(0, 5).Select(_ => Keeps(sampler)));
        _time.Advance(TimeSpan.FromSeconds(1));
        Assert.True(Keeps(sampler));
    }

    private static bool Keeps(FirstOfEachSecond sampler) =>
        sampler.ShouldSample(new SamplingParameters(default, ActivityTraceId.CreateRandom(), "petition", ActivityKind.Server)).Decision is SamplingDecision.RecordAndSample;
}
