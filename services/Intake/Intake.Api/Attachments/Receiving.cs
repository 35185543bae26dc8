using Xinfang.Intake.Api.Attachments.Cleaning;
using Xinfang.Intake.Api.Persistence;
using Xinfang.Intake.Domain;
using Xinfang.Law;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.Intake.Api.Attachments;

/// <summary>A file that has come in whole, cleaned, encrypted and scanned, and not yet in its place.</summary>
internal sealed record Incoming(string Path, byte[] Address, long Size, FileType Type, AttachmentState State) : IDisposable
{
    /// <summary>Removes it, unless it was moved to its place.</summary>
    public void Dispose() => File.Delete(Path);
}

/// <summary>Takes a file in as it streams: what it is, without what it tells, encrypted, with its hash. Memory is two buffers, whatever the size.</summary>
internal sealed class Receiving(AttachmentSettings settings, FileStore store, PersonalData people, IScanner scanner)
{
    public async Task<Result<Incoming>> ReadAsync(Stream body, string name, CancellationToken ct)
    {
        using var source = new Source(body, settings.FileBytes);
        var whole = await source.HasAsync(FileTypes.Needed, ct);
        if (!whole && source.Ahead.Length == 0) return AttachmentRefusals.Empty;
        var type = FileTypes.Of(source.Ahead.Span, FileNames.ExtensionOf(name));
        if (type is null || !settings.Types.Contains(type))
        {
            await source.RestAsync(to: null, ct);
            return type == FileTypes.Heic ? AttachmentRefusals.PhoneFormat : AttachmentRefusals.TypeUnknown;
        }
        var file = store.NewIncoming();
        var path = file.Name;
        try
        {
            var (hash, size) = await WriteAsync(source, file, type, ct);
            if (source.TooLarge) return await RefuseAsync(path, AttachmentRefusals.TooLarge(settings.FileBytes));
            if (hash is null) return await RefuseAsync(path, AttachmentRefusals.Broken);
            var address = FileStore.AddressOf(hash, people);
            var state = await scanner.ScanAsync(async (to, stop) =>
            {
                using var reader = await store.OpenAsync(address, stop, path);
                await reader.CopyToAsync(to, stop);
            }, ct);
            return new Incoming(path, address, size, type, state);
        }
        catch
        {
            File.Delete(path);
            throw;
        }

        async Task<Result<Incoming>> RefuseAsync(string incoming, Refusal refusal)
        {
            File.Delete(incoming);
            if (!source.TooLarge) await source.RestAsync(to: null, ct);
            return refusal;
        }
    }

    /// <summary>Reads what is refused already: who is cut off while sending never reads why.</summary>
    public async Task DrainAsync(Stream body, CancellationToken ct)
    {
        using var source = new Source(body, settings.FileBytes);
        await source.RestAsync(to: null, ct);
    }

    private async Task<(byte[]? Hash, long Size)> WriteAsync(Source source, FileStream file, FileType type, CancellationToken ct)
    {
        await using (file)
        {
            using var writer = new SealedWriter(file, people);
            if (!await CleanAsync(source, writer, type, ct) || source.TooLarge) return (null, 0);
            var hash = await writer.EndAsync(ct);
            file.Flush(flushToDisk: true);
            return (hash, writer.Size);
        }
    }

    private static async ValueTask<bool> CleanAsync(Source source, SealedWriter writer, FileType type, CancellationToken ct)
    {
        if (type == FileTypes.Jpeg) return await JpegCleaner.CleanAsync(source, writer, ct);
        if (type == FileTypes.Png) return await PngCleaner.CleanAsync(source, writer, ct);
        if (type == FileTypes.Webp) return await WebpCleaner.CleanAsync(source, writer, ct);
        if (type == FileTypes.Mp4 || type == FileTypes.Mov || type == FileTypes.M4a) return await MovieCleaner.CleanAsync(source, writer, ct);
        await source.RestAsync(writer, ct);
        return true;
    }
}
