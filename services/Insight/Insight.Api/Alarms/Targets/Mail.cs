using System.Net.Sockets;
using MailKit;
using MailKit.Net.Smtp;
using Microsoft.Extensions.Options;
using MimeKit;
using MimeKit.Text;
using Xinfang.Law;

namespace Xinfang.Insight.Api.Alarms.Targets;

/// <summary>E-mail in plain text.</summary>
internal sealed class Mail(IOptions<AlarmOptions> options) : IAlarmTarget
{
    public const string Named = "mail";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20), Beijing = TimeSpan.FromHours(8);

    public string Name => Named;

    public async Task<string?> TellAsync(Telling told, CancellationToken ct)
    {
        var smtp = options.Value.Smtp;
        using var patient = CancellationTokenSource.CreateLinkedTokenSource(ct);
        patient.CancelAfter(Patience);
        try
        {
            using var message = Write(told, smtp);
            using var client = new SmtpClient();
            await client.ConnectAsync(smtp.Host, smtp.Port, smtp.Security, patient.Token);
            if (smtp.User.Length > 0) await client.AuthenticateAsync(smtp.User, smtp.Password, patient.Token);
            await client.SendAsync(message, patient.Token);
            await client.DisconnectAsync(quit: true, patient.Token);
            return null;
        }
        catch (MailKit.Security.AuthenticationException)
        {
            return "邮件服务器不认用户名和密码";
        }
        catch (MailKit.Security.SslHandshakeException)
        {
            return "邮件服务器的证书不对";
        }
        catch (Exception e) when (e is CommandException or ProtocolException or ParseException or NotSupportedException)
        {
            return "邮件服务器不收";
        }
        catch (Exception e) when (e is IOException or SocketException || (e is OperationCanceledException && !ct.IsCancellationRequested))
        {
            return "连不上邮件服务器，或者没有及时回答";
        }
    }

    private static MimeMessage Write(Telling told, SmtpOptions smtp)
    {
        var (alarm, kind) = (told.Alarm, told.Alarm.Kind);
        var message = new MimeMessage { Subject = $"[信访系统]{told.WhatText}：{kind.Title}{(alarm.Subject.Length > 0 ? $" {alarm.Subject}" : "")}", MessageId = $"{told.Id}@xinfang", Date = told.At.ToOffset(Beijing) };
        message.From.Add(MailboxAddress.Parse(smtp.From));
        foreach (var to in AlarmOptions.Split(smtp.To)) message.To.Add(MailboxAddress.Parse(to));
        message.Body = new TextPart(TextFormat.Plain)
        {
            Text = $"""
                {told.WhatText}：{kind.Title}
                {told.Cause}
                开始：{Words(alarm.SeenAt)}
                {(told.What is AlarmChange.Cleared ? $"解除：{Words(told.At)}" : string.Join('\n', kind.Steps.Select((step, at) => $"{at + 1}. {step}")))}
                {told.Page}
                {told.Runbook}

                """.ReplaceLineEndings("\r\n"),
        };
        return message;
    }

    private static string Words(DateTimeOffset at) => $"{ChineseDates.Full(Moment.DateIn(at))}{at.ToOffset(Beijing):H:mm}";
}
