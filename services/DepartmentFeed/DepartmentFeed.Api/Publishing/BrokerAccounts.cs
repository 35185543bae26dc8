using System.Net.Http.Headers;
using System.Text;
using System.Text.RegularExpressions;
using Xinfang.ServiceDefaults.Messaging;
using Xinfang.ServiceDefaults.Organs;

namespace Xinfang.DepartmentFeed.Api.Publishing;

/// <summary>
/// Gives every organ its broker account through RabbitMQ's management interface: feed-&lt;organ&gt;, which may read queue feed.&lt;organ&gt; and
/// nothing else. Repeatable; done at start and whenever the broker is reached again, retried until it succeeds. Off without Feed:ManagementUrl.
/// </summary>
internal sealed partial class BrokerAccounts(
    IConfiguration configuration, IHostEnvironment environment, IHttpClientFactory clients,
    [FromKeyedServices(FeedSignals.Accounts)] OutboxSignal signal, ILogger<BrokerAccounts> log) : BackgroundService
{
    private static readonly TimeSpan Retry = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (configuration["Feed:ManagementUrl"] is not { Length: > 0 } management) return;
        using var client = ClientOf(new Uri(management));
        var patience = Timeout.InfiniteTimeSpan; // the relay calls when it has reached the broker
        while (!stoppingToken.IsCancellationRequested)
        {
            await signal.WaitAsync(patience, stoppingToken);
            try
            {
                foreach (var organ in Organs.OfDistrict.Concat(Organs.Reviewing)) await ProvideAsync(client, organ.Code, stoppingToken);
                patience = Timeout.InfiniteTimeSpan;
            }
            catch (Exception e) when (e is HttpRequestException or TimeoutException or OperationCanceledException && !stoppingToken.IsCancellationRequested)
            {
                LogRetry(e);
                patience = Retry;
            }
        }
    }

    private async Task ProvideAsync(HttpClient client, string organ, CancellationToken ct)
    {
        if (PasswordOf(organ) is not { } password)
        {
            LogWithoutPassword(organ);
            return;
        }
        await PutAsync(client, $"api/users/feed-{organ}", new { password, tags = "" }, ct);
        await PutAsync(client, $"api/permissions/%2F/feed-{organ}", PermissionsOf(organ), ct);
    }

    /// <summary>Read its own queue; declare nothing, write nowhere.</summary>
    internal static BrokerPermissions PermissionsOf(string organ) => new("^$", "^$", $"^{Regex.Escape(FeedBroker.QueueOf(organ))}$");

    /// <summary>Feed:Passwords:&lt;organ&gt;; in Development the demo password.</summary>
    private string? PasswordOf(string organ) => configuration[$"Feed:Passwords:{organ}"]
        ?? (environment.IsDevelopment() ? configuration["Identity:DemoPassword"] : null);

    private static async Task PutAsync<T>(HttpClient client, string path, T body, CancellationToken ct)
    {
        using var answer = await client.PutAsJsonAsync(path, body, ct);
        answer.EnsureSuccessStatusCode();
    }

    private HttpClient ClientOf(Uri management)
    {
        var client = clients.CreateClient("broker-management");
        client.BaseAddress = new UriBuilder(management) { UserName = "", Password = "", Path = "/" }.Uri;
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Basic",
            Convert.ToBase64String(Encoding.UTF8.GetBytes(Uri.UnescapeDataString(management.UserInfo))));
        return client;
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The departments' broker accounts are not complete; tried again")]
    private partial void LogRetry(Exception exception);

    [LoggerMessage(Level = LogLevel.Warning, Message = "No password is configured for the broker account of {Organ}; it has none")]
    private partial void LogWithoutPassword(string organ);
}

/// <summary>RabbitMQ's permissions of one account: regular expressions over the names of exchanges and queues.</summary>
internal sealed record BrokerPermissions(string Configure, string Write, string Read);
