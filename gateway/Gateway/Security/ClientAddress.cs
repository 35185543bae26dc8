using System.Net;
using System.Security.Cryptography;
using System.Text;

namespace Xinfang.Gateway.Security;

/// <summary>
/// Whose request it is. The portal asks on behalf of browsers and proves itself with its secret; then the address it names counts.
/// What anybody else says about addresses is dropped.
/// </summary>
internal sealed class ClientAddress(IConfiguration configuration)
{
    public const string Proof = "X-Portal-Secret";
    private readonly byte[]? _secret = configuration["Identity:PortalSecret"] is { Length: > 0 } secret ? Encoding.UTF8.GetBytes(secret) : null;

    public IPAddress Of(HttpContext http)
    {
        var headers = http.Request.Headers;
        if (headers.TryGetValue(Proof, out var proof))
        {
            headers.Remove(Proof);
            if (_secret is not null && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(proof.ToString()), _secret)
                && IPAddress.TryParse(headers["X-Forwarded-For"].ToString(), out var named))
                http.Connection.RemoteIpAddress = named;
        }
        return http.Connection.RemoteIpAddress ?? IPAddress.None;
    }
}
