namespace Xinfang.Backup;

/// <summary>Removes what no kept backup needs, so that what the system has deleted on time is gone from its backups, too, some time later.</summary>
internal static class Pruning
{
    /// <summary>Keeps the newest backups, the segments since the oldest of them, and the attachments that one of them or the system names. Returns how many backups went.</summary>
    public static int Run(Store store, string live, int keep)
    {
        var all = store.Backups;
        foreach (var old in all.SkipLast(keep)) Directory.Delete(old, recursive: true);
        foreach (var broken in Directory.EnumerateDirectories(store.Folder, "*.part")) Directory.Delete(broken, recursive: true);
        if (store.Backups is not [var oldest, ..]) return 0;

        var since = Store.ManifestOf(oldest).Begun.UtcDateTime;
        // Written wholly before the oldest backup began: each was encrypted after it had been written.
        foreach (var segment in new DirectoryInfo(store.Wal).EnumerateFiles().Where(file => file.LastWriteTimeUtc < since)) segment.Delete();
        var named = store.Backups.SelectMany(backup => Attachments.Read(Path.Combine(backup, Store.FileList))).Concat(Attachments.In(live)).Select(file => file.Name).ToHashSet(StringComparer.Ordinal);
        foreach (var (name, _) in Attachments.In(store.Files).Where(file => !named.Contains(file.Name)).ToList())
            if (File.GetLastWriteTimeUtc(Path.Combine(store.Files, name)) < since) File.Delete(Path.Combine(store.Files, name));
        return Math.Max(0, all.Count - keep);
    }
}
