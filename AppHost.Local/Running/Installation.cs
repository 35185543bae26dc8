using System.Globalization;

namespace Aspire.Hosting.Running;

/// <summary>Finds the server programs of the machine, and installs missing ones where it may.</summary>
internal static class Installation
{
    public static string? RabbitMq => Present("/usr/lib/rabbitmq/bin/rabbitmq-server") is { } server && Tool.Find("epmd") is not null ? server : null;
    public static string? Redis => Tool.Find("redis-server");

    /// <summary>The programs of the newest PostgreSQL.</summary>
    public static string? Postgres => Directory.Exists("/usr/lib/postgresql")
        ? new DirectoryInfo("/usr/lib/postgresql").EnumerateDirectories()
            .Where(version => File.Exists(Path.Combine(version.FullName, "bin", "postgres")))
            .OrderByDescending(version => double.TryParse(version.Name, CultureInfo.InvariantCulture, out var number) ? number : 0)
            .Select(version => Path.Combine(version.FullName, "bin")).FirstOrDefault()
        : null;

    /// <summary>Makes sure that the packages named are there. Throws with the command to type if it may not install them.</summary>
    public static async Task EnsureAsync(IReadOnlyCollection<string> packages, Action<string> say, CancellationToken ct)
    {
        if (!OperatingSystem.IsLinux() || Tool.Find("setpriv") is null)
            throw new DistributedApplicationException("Servers of the machine run only on Linux with util-linux. Use the containers instead: UseAspire=true.");
        if (Missing(packages).Length == 0) return;
        var command = $"apt-get install -y --no-install-recommends {string.Join(' ', Missing(packages))}";
        if (Tool.Find("apt-get") is null || !Processes.IsRoot)
            throw new DistributedApplicationException(Tool.Find("apt-get") is null
                ? $"Missing: {string.Join(", ", Missing(packages))}. Install them with the package manager of this system."
                : $"Missing: {string.Join(", ", Missing(packages))}. Type: sudo {command}\n(No system service is needed; they may be stopped: sudo systemctl disable --now rabbitmq-server redis-server postgresql)");

        await using var turn = await TurnAsync(ct);
        if (Missing(packages) is not { Length: > 0 } missing) return;
        say($"installing {string.Join(", ", missing)}");
        using var quiet = new NoServices();
        await AptAsync(["update"], ct);
        await AptAsync(["-o", "Dpkg::Options::=--force-confold", "install", "-y", "--no-install-recommends", .. missing], ct);
        if (Missing(packages) is { Length: > 0 } still) throw new DistributedApplicationException($"Still missing after the installation: {string.Join(", ", still)}.");
    }

    private static string[] Missing(IReadOnlyCollection<string> packages) => [.. packages.Where(package => package switch
    {
        "rabbitmq-server" => RabbitMq,
        "redis-server" => Redis,
        "postgresql" => Postgres,
        "age" => Tool.Find("age"),
        _ => throw new ArgumentException(package, nameof(packages))
    } is null)];

    private static string? Present(string path) => File.Exists(path) ? path : null;

    private static Task<string> AptAsync(string[] arguments, CancellationToken ct)
        => Tool.RunAsync(new("apt-get", ["-o", "DPkg::Lock::Timeout=600", .. arguments], "/") { Environment = new Dictionary<string, string?> { ["DEBIAN_FRONTEND"] = "noninteractive" } }, ct);

    private static async Task<FileStream> TurnAsync(CancellationToken ct)
    {
        while (true)
        {
            try
            {
                return new("/var/lock/xinfang-install.lock", FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException)
            {
                await Task.Delay(200, ct);
            }
        }
    }

    /// <summary>While it lives, packages neither start services nor create a database cluster.</summary>
    private sealed class NoServices : IDisposable
    {
        private readonly List<string> _made = [];

        public NoServices()
        {
            Make("/usr/sbin/policy-rc.d", "#!/bin/sh\nexit 101\n", UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute
                | UnixFileMode.GroupRead | UnixFileMode.GroupExecute | UnixFileMode.OtherRead | UnixFileMode.OtherExecute);
            Directory.CreateDirectory("/etc/postgresql-common/createcluster.d");
            const UnixFileMode readable = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.OtherRead;
            Make("/etc/postgresql-common/createcluster.d/xinfang.conf", "create_main_cluster = false\n", readable);
        }

        public void Dispose() => _made.ForEach(File.Delete);

        private void Make(string path, string text, UnixFileMode mode)
        {
            if (File.Exists(path)) return;
            File.WriteAllText(path, text);
            File.SetUnixFileMode(path, mode);
            _made.Add(path);
        }
    }
}
