using Xinfang.Intake.Api.Notices;

namespace Xinfang.Intake.Tests.Notices;

/// <summary>The folder, but for two numbers: one at which the carrier is away, and one that it does not take.</summary>
internal sealed class AwayCarrier(NoticeSettings settings) : ISmsCarrier
{
    public const string Unreachable = "13000000039", Refused = "13000000048";

    private readonly SmsFolder _folder = new(settings);

    public Task<SmsAnswer> SendAsync(Sms message, CancellationToken ct) => message.To switch
    {
        Unreachable => throw new IOException("The carrier is away."),
        Refused => Task.FromResult(SmsAnswer.Rejected),
        _ => _folder.SendAsync(message, ct),
    };
}
