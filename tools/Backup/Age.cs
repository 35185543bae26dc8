using Aspire.Hosting;
using Aspire.Hosting.Running;

namespace Xinfang.Backup;

/// <summary>Why there is no backup or no restored system, in words for the operator.</summary>
internal sealed class BackupException(string message, Exception? inner = null) : Exception(message, inner);

/// <summary>
/// Encryption by <c>age</c> (C2SP, X25519 and ChaCha20-Poly1305 in chunks; package age). The machine that writes backups knows only the recipient: whoever
/// breaks into it cannot read the older ones. What was cut off or changed does not open.
/// </summary>
internal static class Age
{
    /// <summary>Makes a key file and returns its recipient.</summary>
    public static async Task<string> NewKeyAsync(string path, CancellationToken ct)
    {
        if (File.Exists(path)) throw new BackupException($"{path} is there already. A key that is lost closes its backups for ever: choose another file.");
        await Installation.EnsureAsync(["age"], Console.Error.WriteLine, ct);
        await Tool.RunAsync(new("age-keygen", ["-o", Path.GetFullPath(path)], "/"), ct);
        return (await Tool.RunAsync(new("age-keygen", ["-y", Path.GetFullPath(path)], "/"), ct)).Trim();
    }

    /// <summary>Runs a shell command whose output is encrypted into a file. The command's words are $2, $3, …</summary>
    public static Task SealAsync(string command, string recipient, string path, CancellationToken ct, params string[] words)
        => SealAsync(command, recipient, path, new Dictionary<string, string?>(), ct, words);

    public static async Task SealAsync(string command, string recipient, string path, IReadOnlyDictionary<string, string?> environment, CancellationToken ct, params string[] words)
    {
        await Tool.RunAsync(new("bash", ["-o", "pipefail", "-c", $"{command} | age -r \"$0\" -o \"$1\" && sync \"$1\"", recipient, path + ".part", .. words], "/") { Environment = environment }, ct);
        File.Move(path + ".part", path, overwrite: true);
    }

    /// <summary>Decrypts a file into a shell command.</summary>
    public static async Task OpenAsync(string path, string key, string command, CancellationToken ct, params string[] words)
    {
        try
        {
            await Tool.RunAsync(new("bash", ["-o", "pipefail", "-c", $"age -d -i \"$0\" \"$1\" | {command}", Path.GetFullPath(key), path, .. words], "/"), ct);
        }
        catch (DistributedApplicationException e) when (e.Message.Contains("no identity matched", StringComparison.Ordinal))
        {
            throw new BackupException($"The key in {key} does not open {path}: it was encrypted for another.", e);
        }
        catch (DistributedApplicationException e) when (e.Message.Contains("age: error", StringComparison.Ordinal) && File.Exists(key))
        {
            throw new BackupException($"{path} is damaged and does not open: {Reason(e.Message)}", e);
        }
    }

    private static string Reason(string output) => output.Split('\n').FirstOrDefault(line => line.StartsWith("age: error", StringComparison.Ordinal))?["age: error: ".Length..] ?? output;
}
