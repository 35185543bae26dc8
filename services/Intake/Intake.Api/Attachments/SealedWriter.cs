using System.Buffers;
using System.Buffers.Binary;
using System.Security.Cryptography;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.Intake.Api.Attachments;

/// <summary>Writes a file encrypted, piece by piece, and takes its hash on the way. Nothing of it ever lies on the disk in the clear.</summary>
internal sealed class SealedWriter : IDisposable
{
    private readonly Stream _to;
    private readonly AesGcm _aes;
    private readonly byte[] _header = new byte[SealedFormat.Header];
    private readonly byte[] _plain = ArrayPool<byte>.Shared.Rent(SealedFormat.Piece);
    private readonly byte[] _sealed = ArrayPool<byte>.Shared.Rent(SealedFormat.Piece + SealedFormat.Tag);
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private int _filled;
    private long _number;

    public SealedWriter(Stream to, PersonalData people)
    {
        _to = to;
        var salt = _header.AsSpan(8);
        RandomNumberGenerator.Fill(salt);
        var (id, key) = people.NewFileKey(salt);
        SealedFormat.Magic.CopyTo(_header);
        BinaryPrimitives.WriteUInt32BigEndian(_header.AsSpan(4), id);
        _aes = new AesGcm(key, SealedFormat.Tag);
    }

    /// <summary>Of what was written, in the clear.</summary>
    public long Size { get; private set; }

    public async ValueTask WriteAsync(ReadOnlyMemory<byte> bytes, CancellationToken ct)
    {
        _hash.AppendData(bytes.Span);
        Size += bytes.Length;
        while (bytes.Length > 0)
        {
            if (_filled == SealedFormat.Piece) await SealAsync(last: false, ct);
            var part = bytes[..Math.Min(bytes.Length, SealedFormat.Piece - _filled)];
            part.CopyTo(_plain.AsMemory(_filled));
            _filled += part.Length;
            bytes = bytes[part.Length..];
        }
    }

    /// <summary>Writes the last piece; the hash of everything.</summary>
    public async ValueTask<byte[]> EndAsync(CancellationToken ct)
    {
        await SealAsync(last: true, ct);
        return _hash.GetHashAndReset();
    }

    public void Dispose()
    {
        _aes.Dispose();
        _hash.Dispose();
        ArrayPool<byte>.Shared.Return(_plain, clearArray: true);
        ArrayPool<byte>.Shared.Return(_sealed);
    }

    private async ValueTask SealAsync(bool last, CancellationToken ct)
    {
        if (_number == 0) await _to.WriteAsync(_header, ct);
        Encrypt(last);
        await _to.WriteAsync(_sealed.AsMemory(0, _filled + SealedFormat.Tag), ct);
        (_filled, _number) = (0, _number + 1);
    }

    private void Encrypt(bool last)
    {
        Span<byte> nonce = stackalloc byte[12];
        SealedFormat.Nonce(nonce, _number, last);
        _aes.Encrypt(nonce, _plain.AsSpan(0, _filled), _sealed.AsSpan(0, _filled), _sealed.AsSpan(_filled, SealedFormat.Tag), _header);
    }
}
