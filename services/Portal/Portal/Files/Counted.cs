namespace Xinfang.Portal.Files;

/// <summary>A file as it is passed on, broken off at the size that nobody takes: else its sender would wait for an answer that is lost on the way.</summary>
internal sealed class Counted(Stream content, long atMost) : Stream
{
    private long _read;

    /// <summary>There was more.</summary>
    public bool TooLarge => _read > atMost;

    public override bool CanRead => true;
    public override bool CanSeek => false;
    public override bool CanWrite => false;
    public override long Length => throw new NotSupportedException();
    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var read = await content.ReadAsync(buffer, cancellationToken);
        _read += read;
        return TooLarge ? throw new IOException("The file is too large.") : read;
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    public override void Flush() => throw new NotSupportedException();
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
    public override void SetLength(long value) => throw new NotSupportedException();
    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
