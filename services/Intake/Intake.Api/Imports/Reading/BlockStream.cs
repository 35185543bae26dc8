using Npgsql;
using Xinfang.Intake.Api.Persistence;
using Xinfang.Intake.Domain;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.Intake.Api.Imports.Reading;

/// <summary>The uploaded file, read from its encrypted parts, one of them in memory at a time. Can seek, because Excel files begin at their end.</summary>
internal sealed class BlockStream(NpgsqlDataSource database, PersonalData people, Import import) : Stream
{
    private byte[] _part = [];
    private int _number;

    public override bool CanRead => true;
    public override bool CanSeek => true;
    public override bool CanWrite => false;
    public override long Length => import.Size;
    public override long Position { get; set; }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer)
    {
        if (Position >= Length || buffer.Length == 0) return 0;
        var number = (int)(Position / Import.PartSize) + 1;
        if (number != _number) (_part, _number) = (Load(number), number);
        var from = (int)(Position % Import.PartSize);
        var read = Math.Min(buffer.Length, _part.Length - from);
        _part.AsSpan(from, read).CopyTo(buffer);
        Position += read;
        return read;
    }

    public override long Seek(long offset, SeekOrigin origin) => Position = origin switch
    {
        SeekOrigin.Begin => offset,
        SeekOrigin.Current => Position + offset,
        _ => Length + offset,
    };

    public override void Flush() { }

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    private byte[] Load(int number)
    {
        using var command = database.CreateCommand("select content from import_block where import_id = $1 and kind = $2 and number = $3");
        command.Parameters.Add(new() { Value = import.Id });
        command.Parameters.Add(new() { Value = ImportBlock.Part });
        command.Parameters.Add(new() { Value = number });
        var content = command.ExecuteScalar() as byte[] ?? throw new UnreadableFileException("文件缺一段，请重新上传。");
        return people.DecryptBytes(content, ImportIds.Of(import.Id, number));
    }
}

/// <summary>Contexts of encryption, so that a row or a part cannot be moved to the place of another.</summary>
internal static class ImportIds
{
    public static Guid Of(Guid import, int number)
    {
        Span<byte> bytes = stackalloc byte[16];
        import.TryWriteBytes(bytes);
        var mixed = BitConverter.ToInt32(bytes[12..]) ^ number;
        BitConverter.TryWriteBytes(bytes[12..], mixed);
        return new(bytes);
    }
}

/// <summary>The file is not what it should be, in words for whoever chose it.</summary>
internal sealed class UnreadableFileException(string message) : Exception(message);
