using System.Text;

namespace Xinfang.Intake.Api.Notices;

/// <summary>
/// Puts each message as a file of one line (key, number, text, parted by tabs) into a folder from which a carrier's program takes it. The name
/// is the key, and a file appears whole or not at all: the same message sent twice is one file.
/// </summary>
internal sealed class SmsFolder(NoticeSettings settings) : ISmsCarrier
{
    public async Task<SmsAnswer> SendAsync(Sms message, CancellationToken ct)
    {
        Directory.CreateDirectory(settings.SmsFolder);
        var path = Path.Combine(settings.SmsFolder, $"{message.Key:N}.txt");
        if (File.Exists(path)) return SmsAnswer.Taken;

        var draft = $"{path}.{Guid.CreateVersion7():N}.part";
        await using (var file = new FileStream(draft, FileMode.CreateNew, FileAccess.Write, FileShare.None))
        {
            await file.WriteAsync(Encoding.UTF8.GetBytes($"{message.Key}\t{message.To}\t{message.Text}\n"), ct);
            file.Flush(flushToDisk: true);
        }
        File.Move(draft, path, overwrite: true);
        return SmsAnswer.Taken;
    }
}
