using OpenTelemetry.Trace;

namespace Xinfang.ServiceDefaults.Telemetry;

/// <summary>
/// Keeps every trace while there are few, and under load the first ones of each second: a rush shows in the metrics, and its traces
/// must not cost the citizens who wait in it. Whole traces are kept or not, as the process where one begins decides (W3C Trace Context, sampled flag).
/// </summary>
/// <param name="most">Traces begun here per second that are kept; at least 1.</param>
/// <param name="time">The clock that tells the seconds.</param>
public sealed class FirstOfEachSecond(int most, TimeProvider time) : Sampler
{
    /// <summary>Kept when configuration (Telemetry:TracesPerSecond) says nothing: more than a district's office has requests on a busy day.</summary>
    public const int Usual = 100;

    private readonly Lock _lock = new();
    private long _second = long.MinValue;
    private int _kept;

    /// <inheritdoc/>
    public override SamplingResult ShouldSample(in SamplingParameters samplingParameters)
    {
        var second = time.GetTimestamp() / time.TimestampFrequency;
        lock (_lock)
        {
            if (second != _second) (_second, _kept) = (second, 0);
            return new(++_kept <= most ? SamplingDecision.RecordAndSample : SamplingDecision.Drop);
        }
    }
}
