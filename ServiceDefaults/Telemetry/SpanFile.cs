using System.Diagnostics;
using System.Text.Json;
using OpenTelemetry;

namespace Xinfang.ServiceDefaults.Telemetry;

/// <summary>
/// Writes finished spans as JSON lines to &lt;folder&gt;/&lt;service&gt;-&lt;pid&gt;.spans.jsonl until something listens for OTLP.
/// Bounded: at 32 MB the file starts again and one older file is kept.
/// </summary>
internal sealed class SpanFile : BaseExporter<Activity>
{
    private const long Limit = 32 * 1024 * 1024;
    private readonly string _path;
    private readonly string _service;
    private FileStream _file;

    public SpanFile(string folder, string service)
    {
        Directory.CreateDirectory(folder);
        (_service, _path) = (service, Path.Combine(folder, $"{service}-{Environment.ProcessId}.spans.jsonl"));
        _file = Open();
    }

    public override ExportResult Export(in Batch<Activity> batch)
    {
        try
        {
            using (var writer = new Utf8JsonWriter(_file, new JsonWriterOptions { SkipValidation = true }))
            {
                foreach (var span in batch)
                {
                    Write(writer, span);
                    writer.Flush();
                    _file.WriteByte((byte)'\n');
                    writer.Reset();
                }
            }
            _file.Flush();
            if (_file.Length > Limit) Rotate();
            return ExportResult.Success;
        }
        catch (IOException)
        {
            return ExportResult.Failure; // a full disk must not stop the service
        }
    }

    protected override bool OnShutdown(int timeoutMilliseconds)
    {
        _file.Dispose();
        return true;
    }

    private FileStream Open() => new(_path, FileMode.Append, FileAccess.Write, FileShare.ReadWrite, bufferSize: 64 * 1024);

    private void Rotate()
    {
        _file.Dispose();
        File.Move(_path, _path + ".1", overwrite: true);
        _file = Open();
    }

    private void Write(Utf8JsonWriter json, Activity span)
    {
        json.WriteStartObject();
        json.WriteString("service", _service);
        json.WriteString("traceId", span.TraceId.ToHexString());
        json.WriteString("spanId", span.SpanId.ToHexString());
        if (span.ParentSpanId != default) json.WriteString("parentSpanId", span.ParentSpanId.ToHexString());
        json.WriteString("source", span.Source.Name);
        json.WriteString("name", span.DisplayName);
        json.WriteString("kind", span.Kind.ToString());
        json.WriteString("start", span.StartTimeUtc);
        json.WriteNumber("durationMs", span.Duration.TotalMilliseconds);
        if (span.Status is not ActivityStatusCode.Unset) json.WriteString("status", span.Status.ToString());
        json.WriteStartObject("tags");
        foreach (var (key, value) in span.TagObjects)
            if (value is not null) json.WriteString(key, Convert.ToString(value, System.Globalization.CultureInfo.InvariantCulture));
        json.WriteEndObject();
        json.WriteEndObject();
    }
}
