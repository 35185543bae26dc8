using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Xinfang.Testing;

namespace Xinfang.Gateway.Tests;

/// <summary>The gateway in this process, listening on a real socket, with its services and Redis where the test says.</summary>
internal sealed class GatewayHost : WebApplicationFactory<Program>
{
    public const string PortalSecret = "portal-secret-of-tests";

    private readonly Dictionary<string, string> _settings = new(StringComparer.Ordinal)
    {
        ["Identity:Issuer"] = Tokens.Issuer,
        ["Identity:PortalSecret"] = PortalSecret,
    };
    private bool _trusts = true;

    /// <summary>Where a service is; several for one name are its replicas.</summary>
    public GatewayHost With(string service, params string[] addresses)
    {
        for (var replica = 0; replica < addresses.Length; replica++) _settings[$"services:{service}:http:{replica}"] = addresses[replica];
        return this;
    }

    public GatewayHost Set(string key, string value)
    {
        _settings[key] = value;
        return this;
    }

    /// <summary>Leaves the real key fetching in place instead of trusting the tests' key.</summary>
    public GatewayHost WithRealKeys()
    {
        _trusts = false;
        return this;
    }

    /// <summary>Starts and gives a client.</summary>
    public HttpClient Open()
    {
        UseKestrel(); // with a port, the factory changes the addresses of a server that may have started already
        StartServer();
        ClientOptions.AllowAutoRedirect = ClientOptions.HandleCookies = false;
        return CreateClient();
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseSetting("urls", "http://127.0.0.1:0");
        foreach (var (key, value) in _settings) builder.UseSetting(key, value);
        if (_trusts) Tokens.Accept(builder);
    }
}
