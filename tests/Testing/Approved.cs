using System.Runtime.CompilerServices;

namespace Xinfang.Testing;

/// <summary>Keeps a document in docs/ equal to what the code says. Set APPROVE=1 to accept a change.</summary>
public static class Approved
{
    /// <summary>Compares the document at a path from the root of the repository with what the code says.</summary>
    /// <exception cref="InvalidOperationException">They differ; the message lists the lines.</exception>
    public static void Document(string path, string actual, [CallerFilePath] string caller = "")
    {
        ArgumentNullException.ThrowIfNull(actual);
        var file = Path.Combine(Repository(caller), path);
        var expected = File.Exists(file) ? File.ReadAllText(file).ReplaceLineEndings("\n") : "";
        if (expected == actual) return;

        if (Environment.GetEnvironmentVariable("APPROVE") == "1") { File.WriteAllText(file, actual); return; }

        var (was, now) = (expected.Split('\n'), actual.Split('\n'));
        throw new InvalidOperationException(
            $"{path} no longer says what the code does. Read the change, then run the test again with APPROVE=1.\n"
            + string.Join('\n', was.Except(now).Select(line => "- " + line).Concat(now.Except(was).Select(line => "+ " + line))));
    }

    /// <summary>The root of the repository that the calling file lies in.</summary>
    public static string Repository([CallerFilePath] string caller = "")
    {
        var folder = new DirectoryInfo(Path.GetDirectoryName(caller)!);
        while (!File.Exists(Path.Combine(folder.FullName, "Directory.Packages.props"))) folder = folder.Parent!;
        return folder.FullName;
    }
}
