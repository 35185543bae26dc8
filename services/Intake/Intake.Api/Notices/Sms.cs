namespace Xinfang.Intake.Api.Notices;

/// <summary>A message to a telephone.</summary>
/// <param name="Key">Of the notice: a carrier that has had it before does nothing.</param>
internal sealed record Sms(Guid Key, string To, string Text);

/// <summary>What a carrier says. That it could not be reached is an exception, and tried again.</summary>
internal enum SmsAnswer { Taken, Rejected }

/// <summary>短信通道. What stands behind it is the district's contract with a carrier; the product brings one that writes files (docs/decisions/0041).</summary>
internal interface ISmsCarrier
{
    Task<SmsAnswer> SendAsync(Sms message, CancellationToken ct);
}
