using System.Collections.Concurrent;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;
using Xinfang.ServiceDefaults.Security;
using Table = Xinfang.ServiceDefaults.Organs.Organs;

namespace Xinfang.Testing;

/// <summary>
/// Access tokens as the identity service issues them, signed with a key of the tests, for tests of one service alone.
/// The service is told to trust the key with <see cref="Accept"/>; everything else about validation stays as it runs.
/// </summary>
public static class Tokens
{
    /// <summary>Issuer of the tokens.</summary>
    public const string Issuer = "http://localhost:8080/";

    private static readonly RsaSecurityKey Key = NewKey("test");
    private static readonly JsonWebTokenHandler Writer = new() { SetDefaultTimesOnTokenCreation = false };
    private static readonly ConcurrentDictionary<string, string> Made = new(StringComparer.Ordinal);

    private static readonly Dictionary<string, string> OfficeDuties = new(StringComparer.Ordinal)
    {
        ["admin"] = Duty.Administer,
        ["security-admin"] = Duty.Secure,
        ["auditor"] = Duty.Audit,
        ["clerk"] = Duty.Register,
        ["clerk-2"] = Duty.Register,
        ["office-head"] = Duty.Oversee,
        ["supervisor"] = Duty.Supervise,
        ["outreach"] = Duty.Teach,
        ["outreach-2"] = Duty.Teach,
        ["trainer"] = Duty.Train,
        ["leader"] = Duty.Lead,
    };

    /// <summary>Makes the service under test trust tokens of this class: <c>factory.WithWebHostBuilder(Tokens.Accept)</c>.</summary>
    public static void Accept(IWebHostBuilder host) => host.ConfigureTestServices(services =>
        services.PostConfigure<JwtBearerOptions>(JwtBearerDefaults.AuthenticationScheme, options =>
        {
            var configuration = new OpenIdConnectConfiguration { Issuer = Issuer };
            configuration.SigningKeys.Add(Key);
            options.ConfigurationManager = new StaticConfigurationManager<OpenIdConnectConfiguration>(configuration);
            options.TokenValidationParameters.ValidIssuer = Issuer;
        }));

    /// <summary>
    /// A valid token of a development account (clerk, office-head, 120104-zjw.officer, .checker, .head) or of a feed client (feed-120104-zjw).
    /// </summary>
    /// <exception cref="ArgumentException">There is no such account.</exception>
    public static string For(string account) => Made.GetOrAdd(account, a => Write(a));

    /// <summary>A token that ran out an hour ago.</summary>
    public static string Expired(string account) => Write(account, issued: TimeSpan.FromHours(-2), lifetime: TimeSpan.FromHours(1));

    /// <summary>A token for somebody else's interface.</summary>
    public static string WrongAudience(string account) => Write(account, audience: "elsewhere");

    /// <summary>A token of another issuer.</summary>
    public static string WrongIssuer(string account) => Write(account, issuer: "http://issuer.invalid/");

    /// <summary>An identity token, which is no access token (RFC 9068).</summary>
    public static string WrongType(string account) => Write(account, type: "JWT");

    /// <summary>A token signed by a key nobody published.</summary>
    public static string WrongKey(string account) => Write(account, key: NewKey("stranger"));

    /// <summary>A valid token whose claims were changed after it was signed: one more duty.</summary>
    public static string Tampered(string account)
    {
        var parts = For(account).Split('.');
        var claims = Base64UrlEncoder.Decode(parts[1]).Replace("\"duty\":[", $"\"duty\":[\"{Duty.Oversee}\",", StringComparison.Ordinal);
        return $"{parts[0]}.{Base64UrlEncoder.Encode(claims)}.{parts[2]}";
    }

    /// <summary>The client signed in as that account.</summary>
    public static HttpClient As(this HttpClient client, string account) => client.With(For(account));

    /// <summary>The client with that bearer token.</summary>
    public static HttpClient With(this HttpClient client, string token)
    {
        ArgumentNullException.ThrowIfNull(client);
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return client;
    }

    /// <summary>Organ and duty of a development account or feed client.</summary>
    /// <exception cref="ArgumentException">There is no such account.</exception>
    public static (string Organ, string Duty) WhoIs(string account)
    {
        ArgumentNullException.ThrowIfNull(account);
        if (OfficeDuties.TryGetValue(account, out var office)) return (Table.Office, office);
        if (account.StartsWith("transfer-", StringComparison.Ordinal)) return ("", Duty.Transfer);
        var (organ, duty) = account.StartsWith("feed-", StringComparison.Ordinal) ? (account[5..], Duty.Feed) : account.Split('.') switch
        {
            [var o, "officer"] => (o, Duty.Handle),
            [var o, "checker"] => (o, Duty.Check),
            [var o, "head"] => (o, Duty.Head),
            _ => throw new ArgumentException($"No such account: {account}", nameof(account)),
        };
        return Table.Find(organ) is null ? throw new ArgumentException($"No such organ: {account}", nameof(account)) : (organ, duty);
    }

    private static string Write(
        string account, TimeSpan issued = default, TimeSpan? lifetime = null, string audience = TokenValidation.Audience,
        string issuer = Issuer, string type = "at+jwt", SecurityKey? key = null)
    {
        var (organ, duty) = WhoIs(account);
        var at = TimeProvider.System.GetUtcNow().UtcDateTime + issued;
        return Writer.CreateToken(new SecurityTokenDescriptor
        {
            Issuer = issuer,
            Audience = audience,
            TokenType = type,
            IssuedAt = at,
            NotBefore = at,
            Expires = at + (lifetime ?? TimeSpan.FromHours(12)),
            SigningCredentials = new SigningCredentials(key ?? Key, SecurityAlgorithms.RsaSha256),
            Claims = new Dictionary<string, object>
            {
                ["sub"] = account,
                ["name"] = $"测试{duty}",
                ["organ"] = organ,
                ["duty"] = new[] { duty },
                ["scope"] = "xinfang",
            },
        });
    }

    private static RsaSecurityKey NewKey(string id) => new(RSA.Create(2048)) { KeyId = id };
}
