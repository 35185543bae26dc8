using System.Buffers;

namespace Xinfang.Intake.Api.Attachments;

/// <summary>Reads a stream with a look ahead of at most one buffer, whatever the size of the file, and stops at the largest size there may be.</summary>
internal sealed class Source(Stream stream, long atMost) : IDisposable
{
    /// <summary>The longest look ahead: a segment of a JPEG with its marker.</summary>
    public const int Window = 68 * 1024;

    private readonly byte[] _buffer = ArrayPool<byte>.Shared.Rent(Window);
    private int _start, _end;
    private long _read;
    private bool _ended;

    /// <summary>There was more than there may be; what is over is not read into anything.</summary>
    public bool TooLarge => _read > atMost;

    public ReadOnlyMemory<byte> Ahead => _buffer.AsMemory(_start, _end - _start);

    /// <summary>Looks ahead until so many bytes are there; false when the file ends before.</summary>
    public async ValueTask<bool> HasAsync(int count, CancellationToken ct)
    {
        if (_end - _start >= count) return true;
        if (_start > 0)
        {
            _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
            (_start, _end) = (0, _end - _start);
        }
        while (_end < count && !_ended)
        {
            var read = await stream.ReadAsync(_buffer.AsMemory(_end, _buffer.Length - _end), ct);
            _read += read;
            if (read == 0 || TooLarge) _ended = true;
            else _end += read;
        }
        return _end >= count;
    }

    public void Skip(int count) => _start += count;

    /// <summary>Passes so many bytes on, or over (null); false when the file ends before.</summary>
    public async ValueTask<bool> PassAsync(long count, SealedWriter? to, CancellationToken ct)
    {
        while (count > 0)
        {
            if (!await HasAsync(1, ct)) return false;
            var part = Ahead[..(int)Math.Min(count, _end - _start)];
            if (to is not null) await to.WriteAsync(part, ct);
            Skip(part.Length);
            count -= part.Length;
        }
        return true;
    }

    /// <summary>Passes on zeros for so many bytes: where something is taken out and the lengths must stay.</summary>
    public async ValueTask<bool> BlankAsync(long count, SealedWriter to, CancellationToken ct)
    {
        while (count > 0)
        {
            if (!await HasAsync(1, ct)) return false;
            var part = (int)Math.Min(count, _end - _start);
            _buffer.AsSpan(_start, part).Clear();
            await to.WriteAsync(Ahead[..part], ct);
            Skip(part);
            count -= part;
        }
        return true;
    }

    /// <summary>Passes on what is left.</summary>
    public async ValueTask RestAsync(SealedWriter? to, CancellationToken ct)
    {
        while (await HasAsync(1, ct)) await PassAsync(_end - _start, to, ct);
    }

    public void Dispose() => ArrayPool<byte>.Shared.Return(_buffer, clearArray: true);
}
