using System.Globalization;

namespace Xinfang.Intake.Api.Notices;

/// <summary>Where messages are put, and how long the pauses between attempts are; after the last one a clerk has it.</summary>
internal sealed class NoticeSettings
{
    public NoticeSettings(IConfiguration configuration)
    {
        SmsFolder = configuration["Notices:SmsFolder"] is { Length: > 0 } folder ? folder : Path.Combine(AppContext.BaseDirectory, "sms");
        Pauses = [.. (configuration["Notices:PausesInSeconds"] ?? "60,300,1800,7200,21600,43200").Split(',').Select(Seconds)];
    }

    public string SmsFolder { get; }

    public IReadOnlyList<TimeSpan> Pauses { get; }

    private static TimeSpan Seconds(string text) =>
        double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var seconds) && seconds > 0
            ? TimeSpan.FromSeconds(seconds)
            : throw new InvalidOperationException("Notices:PausesInSeconds must be numbers above 0, parted by commas.");
}
