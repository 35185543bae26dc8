using System.Runtime.InteropServices;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.Intake.Api.Attachments;

/// <summary>
/// Files by their content: the same bytes lie there once, encrypted, under a keyed hash that tells nothing to whoever sees the folder. A file comes into
/// being below incoming/ and is moved to its place whole and flushed; who may move and who may delete is settled by a lock in the database
/// (<see cref="Blobs"/>).
/// </summary>
internal sealed class FileStore(AttachmentSettings settings, PersonalData people)
{
    private const string Arriving = "incoming";

    /// <summary>Keyed, so that nobody can look whether a known file is there.</summary>
    public static byte[] AddressOf(byte[] hash, PersonalData people) => people.SearchHash("attachment", Convert.ToHexString(hash));

    /// <summary>A new file on its way in.</summary>
    public FileStream NewIncoming()
    {
        var folder = Directory.CreateDirectory(Path.Combine(settings.Folder, Arriving)).FullName;
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, BufferSize = 0, Options = FileOptions.Asynchronous };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        return new(Path.Combine(folder, Guid.CreateVersion7().ToString("n")), options);
    }

    public bool Has(byte[] address) => File.Exists(PathOf(address));

    /// <summary>Moves a whole file to its place. Under the lock of its address only.</summary>
    public void Place(string incoming, byte[] address)
    {
        var path = PathOf(address);
        var folder = Directory.CreateDirectory(Path.GetDirectoryName(path)!).FullName;
        File.Move(incoming, path, overwrite: true);
        Flush(folder);
    }

    /// <summary>Under the lock of its address only.</summary>
    public void Delete(byte[] address) => File.Delete(PathOf(address));

    /// <summary>Opens a file in its place, or one that is still on its way in.</summary>
    public Task<SealedReader> OpenAsync(byte[] address, CancellationToken ct, string? incoming = null) =>
        SealedReader.OpenAsync(Open(incoming ?? PathOf(address)), people, address, ct);

    /// <summary>Addresses of everything that lies there.</summary>
    public IEnumerable<byte[]> All() =>
        Directory.Exists(settings.Folder)
            ? Directory.EnumerateDirectories(settings.Folder).Where(folder => Path.GetFileName(folder).Length == 2).SelectMany(Directory.EnumerateFiles)
                .Select(path => Path.GetFileName(path)).Where(name => name.Length == 64).Select(Convert.FromHexString)
            : [];

    /// <summary>Removes what a broken upload has left; a running one is written to and so is young.</summary>
    public int RemoveAbandoned(DateTime before)
    {
        var folder = Path.Combine(settings.Folder, Arriving);
        if (!Directory.Exists(folder)) return 0;
        var abandoned = Directory.EnumerateFiles(folder).Where(path => File.GetLastWriteTimeUtc(path) < before).ToList();
        abandoned.ForEach(File.Delete);
        return abandoned.Count;
    }

    internal string PathOf(byte[] address)
    {
        var name = Convert.ToHexStringLower(address);
        return Path.Combine(settings.Folder, name[..2], name);
    }

    // A file that is gone is like one that was changed: it does not open, and the record says so.
    private static FileStream Open(string path)
    {
        try
        {
            return new(path, new FileStreamOptions { Mode = FileMode.Open, Access = FileAccess.Read, Share = FileShare.Read | FileShare.Delete, BufferSize = 0, Options = FileOptions.Asynchronous | FileOptions.SequentialScan });
        }
        catch (IOException e) when (e is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new System.Security.Cryptography.CryptographicException("A file is not there.", e);
        }
    }

    // The name is as much on the disk as the content before a row tells of it; .NET flushes files only.
    private static void Flush(string folder)
    {
        if (OperatingSystem.IsWindows()) return;
        var handle = Native.Open(folder, 0);
        if (handle < 0) return;
        _ = Native.FSync(handle);
        _ = Native.Close(handle);
    }

    private static class Native
    {
        [DllImport("libc", EntryPoint = "open", CharSet = CharSet.Ansi, BestFitMapping = false, ThrowOnUnmappableChar = true), DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
        public static extern int Open(string path, int flags);

        [DllImport("libc", EntryPoint = "fsync"), DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
        public static extern int FSync(int handle);

        [DllImport("libc", EntryPoint = "close"), DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
        public static extern int Close(int handle);
    }
}
