using System.Globalization;

namespace Xinfang.Backup;

/// <summary>
/// The attachments of the system and those of the store. A file never changes and is on the disk before a row names it, so copying after the database
/// was read finds every file that a row names; they are encrypted already.
/// </summary>
internal static class Attachments
{
    private const int NameLength = 64;

    /// <summary>Copies what the store does not have. Returns how many.</summary>
    public static int Copy(string from, string to)
    {
        var copied = 0;
        foreach (var (name, size) in In(from))
        {
            var target = Path.Combine(to, name);
            if (new FileInfo(target) is { Exists: true } there && there.Length == size) continue;
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            try
            {
                using (var source = new FileStream(Path.Combine(from, name), FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete))
                using (var part = new FileStream(target + ".part", FileMode.Create, FileAccess.Write))
                {
                    source.CopyTo(part);
                    part.Flush(flushToDisk: true);
                }
                File.Move(target + ".part", target, overwrite: true);
                copied++;
            }
            catch (IOException e) when (e is FileNotFoundException or DirectoryNotFoundException)
            {
                // The system has deleted it in between: no row names it any more.
            }
        }
        return copied;
    }

    /// <summary>Names below a folder, as in the system two letters and the whole hash, with their bytes.</summary>
    public static IEnumerable<(string Name, long Size)> In(string folder) => !Directory.Exists(folder) ? [] :
        new DirectoryInfo(folder).EnumerateDirectories().Where(part => part.Name.Length == 2).SelectMany(part => part.EnumerateFiles())
            .Where(file => file.Name.Length == NameLength).Select(file => ($"{file.Directory!.Name}/{file.Name}", file.Length));

    public static void Write(string list, IEnumerable<(string Name, long Size)> files)
        => File.WriteAllLines(list, files.Select(file => string.Create(CultureInfo.InvariantCulture, $"{file.Name} {file.Size}")));

    public static IEnumerable<(string Name, long Size)> Read(string list)
        => File.ReadLines(list).Select(line => line.Split(' ')).Select(parts => (parts[0], long.Parse(parts[1], CultureInfo.InvariantCulture)));
}
