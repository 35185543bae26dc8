using System.Globalization;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.Extensions.Options;
using Xinfang.Law;

namespace Xinfang.Insight.Api.Alarms.Lookouts;

/// <summary>Looks until when certificates are valid, in what is really served.</summary>
internal sealed class Certificates(IOptions<AlarmOptions> options) : ILookout
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    public async Task<IReadOnlyList<Sign>> LookAsync(Sighting now, CancellationToken ct) =>
        [.. (await Task.WhenAll(AlarmOptions.Split(options.Value.Certificates).Select(async where => Judge(where, await UntilAsync(where, ct), now.At, options.Value.CertificateDays)))).OfType<Sign>()];

    /// <param name="until">Null when it cannot be read.</param>
    public static Sign? Judge(string where, DateTimeOffset? until, DateTimeOffset now, int days) =>
        until is not { } end ? new(AlarmCode.CertificateExpiring, where, $"看不到{where}的证书：连不上，或者文件读不了。")
        : end <= now ? new(AlarmCode.CertificateExpiring, where, $"{where}的证书{ChineseDates.Full(Moment.DateIn(end))}已经到期，浏览器会拦住来访的人。")
        : end - now < TimeSpan.FromDays(days) ? new(AlarmCode.CertificateExpiring, where, $"{where}的证书{ChineseDates.Full(Moment.DateIn(end))}到期，还有{Math.Floor((end - now).TotalDays):0}天。")
        : null;

    private static async Task<DateTimeOffset?> UntilAsync(string where, CancellationToken ct)
    {
        try
        {
            if (Path.IsPathRooted(where))
            {
                using var file = X509CertificateLoader.LoadCertificateFromFile(where);
                return file.NotAfter;
            }
            var (host, port) = where.LastIndexOf(':') is > 0 and var colon ? (where[..colon], int.Parse(where[(colon + 1)..], CultureInfo.InvariantCulture)) : (where, 443);
            using var patient = CancellationTokenSource.CreateLinkedTokenSource(ct);
            patient.CancelAfter(Patience);
            using var socket = new TcpClient();
            await socket.ConnectAsync(host, port, patient.Token);
            DateTimeOffset? until = null;
            await using var tls = new SslStream(socket.GetStream(), leaveInnerStreamOpen: false);
            await tls.AuthenticateAsClientAsync(new SslClientAuthenticationOptions
            {
                TargetHost = host,
#pragma warning disable CA5359 // nothing is sent over it: an expired certificate is what is looked for
                RemoteCertificateValidationCallback = (_, certificate, _, _) =>
                {
                    if (certificate is X509Certificate2 { NotAfter: var end }) until = end;
                    return true;
                },
#pragma warning restore CA5359
            }, patient.Token);
            return until;
        }
        catch (Exception e) when (e is IOException or SocketException or AuthenticationException or CryptographicException or UnauthorizedAccessException or FormatException or OverflowException
            || (e is OperationCanceledException && !ct.IsCancellationRequested))
        {
            return null;
        }
    }
}
