using Microsoft.Extensions.Options;

namespace Xinfang.Insight.Api.Alarms.Lookouts;

/// <summary>Room on the disk of a folder, in bytes; null when it cannot be told.</summary>
internal delegate (long Free, long Total)? RoomOn(string folder);

/// <summary>Looks whether the disks have room. Of a container it is the container's view: what is mounted there.</summary>
internal sealed class Disks(RoomOn room, IOptions<AlarmOptions> options) : ILookout
{
    /// <summary>So many percent more must be free before it is well again: writing goes on meanwhile.</summary>
    private const int Margin = 2;

    public Task<IReadOnlyList<Sign>> LookAsync(Sighting now, CancellationToken ct)
    {
        var least = options.Value.DiskFreePercent;
        return Task.FromResult<IReadOnlyList<Sign>>([.. AlarmOptions.Split(options.Value.Folders).Select(folder => Judge(folder, room(folder), least)).OfType<Sign>()]);
    }

    public static Sign? Judge(string folder, (long Free, long Total)? room, int leastPercent)
    {
        if (room is not { Total: > 0 } found) return Sign.Unknown(AlarmCode.DiskFull, folder);
        var free = found.Free * 100.0 / found.Total;
        return free >= leastPercent + Margin ? null
            : free >= leastPercent ? Sign.Unknown(AlarmCode.DiskFull, folder)
            : new(AlarmCode.DiskFull, folder, $"{folder}所在的磁盘只剩{free:0.0}%（{found.Free / 1e9:0.0} GB），不到{leastPercent}%。");
    }

    public static (long Free, long Total)? Read(string folder)
    {
        try
        {
            var drive = new DriveInfo(folder);
            return (drive.AvailableFreeSpace, drive.TotalSize);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return null;
        }
    }
}
