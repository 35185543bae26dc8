using System.Buffers;
using System.Buffers.Binary;
using System.Security.Cryptography;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.Intake.Api.Attachments;

/// <summary>
/// Reads what <see cref="SealedWriter"/> wrote. Throws <see cref="CryptographicException"/> for a file that was changed, cut or exchanged for another;
/// the last piece is given out only when the whole is what the address says.
/// </summary>
internal sealed class SealedReader : IDisposable
{
    private readonly Stream _from;
    private readonly PersonalData _people;
    private readonly byte[] _address;
    private readonly AesGcm _aes;
    private readonly byte[] _header;
    private readonly byte[] _plain = ArrayPool<byte>.Shared.Rent(SealedFormat.Piece);
    private readonly byte[] _sealed = ArrayPool<byte>.Shared.Rent(SealedFormat.Piece + SealedFormat.Tag);
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private long _number;

    private SealedReader(Stream from, PersonalData people, byte[] address, byte[] header)
    {
        (_from, _people, _address, _header) = (from, people, address, header);
        _aes = new AesGcm(people.FileKey(BinaryPrimitives.ReadUInt32BigEndian(header.AsSpan(4)), header.AsSpan(8)), SealedFormat.Tag);
    }

    public static async Task<SealedReader> OpenAsync(Stream from, PersonalData people, byte[] address, CancellationToken ct)
    {
        try
        {
            var header = new byte[SealedFormat.Header];
            if (await from.ReadAtLeastAsync(header, header.Length, throwOnEndOfStream: false, ct) < header.Length || !header.AsSpan(0, 4).SequenceEqual(SealedFormat.Magic))
                throw new CryptographicException("A file is cut short.");
            return new(from, people, address, header);
        }
        catch
        {
            await from.DisposeAsync();
            throw;
        }
    }

    /// <summary>The next piece, valid until the next call; null at the end.</summary>
    public async ValueTask<ReadOnlyMemory<byte>?> NextAsync(CancellationToken ct)
    {
        if (_number < 0) return null;
        var read = await _from.ReadAtLeastAsync(_sealed.AsMemory(0, SealedFormat.Piece + SealedFormat.Tag), SealedFormat.Piece + SealedFormat.Tag, throwOnEndOfStream: false, ct);
        var last = _from.Position == _from.Length;
        if (read < SealedFormat.Tag) throw new CryptographicException("A file is cut short.");
        Decrypt(read - SealedFormat.Tag, last);
        var piece = _plain.AsMemory(0, read - SealedFormat.Tag);
        _hash.AppendData(piece.Span);
        if (last && !FileStore.AddressOf(_hash.GetHashAndReset(), _people).AsSpan().SequenceEqual(_address)) throw new CryptographicException("A file was exchanged for another.");
        _number = last ? -1 : _number + 1;
        return piece;
    }

    public async Task CopyToAsync(Stream to, CancellationToken ct)
    {
        while (await NextAsync(ct) is { } piece) await to.WriteAsync(piece, ct);
    }

    public void Dispose()
    {
        _from.Dispose();
        _aes.Dispose();
        _hash.Dispose();
        ArrayPool<byte>.Shared.Return(_plain, clearArray: true);
        ArrayPool<byte>.Shared.Return(_sealed);
    }

    private void Decrypt(int length, bool last)
    {
        Span<byte> nonce = stackalloc byte[12];
        SealedFormat.Nonce(nonce, _number, last);
        _aes.Decrypt(nonce, _sealed.AsSpan(0, length), _sealed.AsSpan(length, SealedFormat.Tag), _plain.AsSpan(0, length), _header);
    }
}
