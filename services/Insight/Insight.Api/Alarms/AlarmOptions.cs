using System.ComponentModel.DataAnnotations;

namespace Xinfang.Insight.Api.Alarms;

/// <summary>What is watched and who is told: the section "Alarms".</summary>
internal sealed class AlarmOptions : IValidatableObject
{
    public const string Section = "Alarms";

    /// <summary>Names of the services that are asked for their health, with commas.</summary>
    public string Services { get; set; } = "";

    /// <summary>Folders whose disks are looked at, with commas.</summary>
    public string Folders { get; set; } = "";

    /// <summary>Raised below so many percent.</summary>
    [Range(0, 90)] public int DiskFreePercent { get; set; } = 10;

    /// <summary>Certificates: host:port of what answers with TLS, or a file (PEM, DER); with commas.</summary>
    public string Certificates { get; set; } = "";
    [Range(1, 365)] public int CertificateDays { get; set; } = 21;

    /// <summary>Hours without a petition from the internet; 0: nobody asks.</summary>
    [Range(0, 24)] public int SilentHours { get; set; } = 2;

    /// <summary>The hours of the working day in which silence is strange.</summary>
    [Range(0, 23)] public int DayFrom { get; set; } = 9;
    [Range(1, 24)] public int DayUntil { get; set; } = 18;

    /// <summary>Seconds from one look to the next.</summary>
    [Range(1, 3600)] public int EverySeconds { get; set; } = 30;

    public Uri? Webhook { get; set; }
    public string WebhookSecret { get; set; } = "";

    /// <summary>Asked with GET after every look: whoever waits for it hears when the watch itself is gone.</summary>
    public Uri? Heartbeat { get; set; }

    public SmtpOptions Smtp { get; set; } = new();

    public static IReadOnlyList<string> Split(string list) => list.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Webhook is { } webhook && (!webhook.IsAbsoluteUri || WebhookSecret.Length < 16)) yield return new("Alarms:Webhook is an absolute address and needs Alarms:WebhookSecret of 16 characters or more.");
        if (Heartbeat is { IsAbsoluteUri: false }) yield return new("Alarms:Heartbeat is an absolute address.");
        if (Smtp.Host.Length > 0 && (Smtp.From.Length == 0 || Smtp.To.Length == 0)) yield return new("Alarms:Smtp:Host needs Alarms:Smtp:From and Alarms:Smtp:To.");
        if (DayFrom >= DayUntil) yield return new("Alarms:DayFrom is before Alarms:DayUntil.");
    }
}

/// <summary>The server that takes e-mail.</summary>
internal sealed class SmtpOptions
{
    /// <summary>Empty: no e-mail.</summary>
    public string Host { get; set; } = "";
    public int Port { get; set; } = 587;
    public string User { get; set; } = "";
    public string Password { get; set; } = "";
    public string From { get; set; } = "";

    /// <summary>With commas.</summary>
    public string To { get; set; } = "";

    /// <summary>StartTls (default), SslOnConnect, or None for a server on the same machine.</summary>
    public MailKit.Security.SecureSocketOptions Security { get; set; } = MailKit.Security.SecureSocketOptions.StartTls;
}
