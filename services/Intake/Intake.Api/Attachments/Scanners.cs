using System.Diagnostics;
using Xinfang.Intake.Api.Persistence;

namespace Xinfang.Intake.Api.Attachments;

/// <summary>Looks for what does harm. A file is scanned before anybody is given it; no scanner is configured unless the office has one.</summary>
internal interface IScanner
{
    /// <param name="copy">Writes the file, in the clear, into a stream.</param>
    Task<AttachmentState> ScanAsync(Func<Stream, CancellationToken, Task> copy, CancellationToken ct);
}

/// <summary>None configured: files are given out as downloads that no browser opens by itself.</summary>
internal sealed class NoScanner : IScanner
{
    public Task<AttachmentState> ScanAsync(Func<Stream, CancellationToken, Task> copy, CancellationToken ct) => Task.FromResult(AttachmentState.Unscanned);
}

/// <summary>A command that reads the file from its standard input, as <c>clamdscan -</c> does: exit code 0 clean, 1 infected, anything else could not tell.</summary>
internal sealed partial class CommandScanner(AttachmentSettings settings, ILogger<CommandScanner> log) : IScanner
{
    public async Task<AttachmentState> ScanAsync(Func<Stream, CancellationToken, Task> copy, CancellationToken ct)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(ct);
        patience.CancelAfter(settings.ScannerPatience);
        Process? process = null;
        try
        {
            process = Start(settings.Scanner!);
            var said = Task.WhenAll(process.StandardOutput.BaseStream.CopyToAsync(Stream.Null, patience.Token), process.StandardError.BaseStream.CopyToAsync(Stream.Null, patience.Token));
            await FeedAsync(process, copy, patience.Token);
            await process.WaitForExitAsync(patience.Token);
            await said;
            return process.ExitCode switch { 0 => AttachmentState.Clean, 1 => AttachmentState.Infected, _ => AttachmentState.Unscannable };
        }
        catch (Exception e) when (e is System.ComponentModel.Win32Exception or IOException || (e is OperationCanceledException && !ct.IsCancellationRequested))
        {
            LogFailed(e);
            return AttachmentState.Unscannable;
        }
        finally
        {
            if (process is { HasExited: false }) process.Kill(entireProcessTree: true);
            process?.Dispose();
        }
    }

    // One that has seen enough may close its input before the end.
    private static async Task FeedAsync(Process process, Func<Stream, CancellationToken, Task> copy, CancellationToken ct)
    {
        try
        {
            await copy(process.StandardInput.BaseStream, ct);
            process.StandardInput.Close();
        }
        catch (IOException)
        {
        }
    }

    private static Process Start(string command)
    {
        var words = command.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return Process.Start(new ProcessStartInfo(words[0], words[1..]) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true })!;
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The scanner of attachments could not tell; the file is kept back")]
    private partial void LogFailed(Exception exception);
}
