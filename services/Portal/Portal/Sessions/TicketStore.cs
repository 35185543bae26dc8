using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;

namespace Xinfang.Portal.Sessions;

/// <summary>Staff sessions with their tokens on the server; the cookie carries only the secret that opens them.</summary>
internal sealed class TicketStore(Vault vault, TimeProvider time) : ITicketStore
{
    private const string Purpose = "session";

    public async Task<string> StoreAsync(AuthenticationTicket ticket)
    {
        var secret = Vault.NewSecret() + Vault.NewSecret();
        await RenewAsync(secret, ticket);
        return secret;
    }

    public Task RenewAsync(string key, AuthenticationTicket ticket) =>
        vault.PutBytes(Purpose, key, TicketSerializer.Default.Serialize(ticket), ticket.Properties.ExpiresUtc - time.GetUtcNow() ?? SignIn.Idle);

    public async Task<AuthenticationTicket?> RetrieveAsync(string key) =>
        await vault.GetBytes(Purpose, key) is { } bytes ? TicketSerializer.Default.Deserialize(bytes) : null;

    public Task RemoveAsync(string key) => vault.Remove(Purpose, key);
}
