using System.Diagnostics;
using Xinfang.Testing;

namespace Xinfang.Runner;

/// <summary>Programs that tests use beside the servers. Installed with the package manager where that is possible, else named.</summary>
internal static class Packages
{
    private static readonly (string Package, string File)[] Needed =
    [
        ("chromium-headless-shell", Chromium.File),
        ("fonts-noto-cjk", "/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc"),
        ("poppler-utils", "/usr/bin/pdftoppm"),
        ("zbar-tools", "/usr/bin/zbarimg"),
        ("python3-pika", "/usr/lib/python3/dist-packages/pika"),
    ];

    public static async Task InstallMissingAsync()
    {
        string[] missing = [.. Needed.Where(n => !Path.Exists(n.File)).Select(n => n.Package)];
        if (missing.Length == 0) return;

        var command = $"apt-get -o DPkg::Lock::Timeout=600 install -y --no-install-recommends {string.Join(' ', missing)}";
        if (Environment.UserName != "root" || !File.Exists("/usr/bin/apt-get"))
            throw new InvalidOperationException($"The tests need more programs. Type: sudo {command}");
        Console.WriteLine($"installing {string.Join(", ", missing)}");
        await RunAsync("apt-get update -qq");
        await RunAsync(command);
    }

    private static async Task RunAsync(string command)
    {
        var start = new ProcessStartInfo("/bin/sh", ["-c", $"{command} >/dev/null"]) { Environment = { ["DEBIAN_FRONTEND"] = "noninteractive" } };
        using var process = Process.Start(start)!;
        await process.WaitForExitAsync();
        if (process.ExitCode != 0) throw new InvalidOperationException($"'{command}' ended with {process.ExitCode}.");
    }
}
