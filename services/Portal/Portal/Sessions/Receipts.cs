using Xinfang.Law;

namespace Xinfang.Portal.Sessions;

/// <summary>What the receipt says. The code is shown once and kept nowhere else in the Portal.</summary>
public sealed record Receipt(
    string Number, string? QueryCode, string Petitioner, string Subject, DateOnly ReceivedOn, DateTimeOffset FiledAt,
    IReadOnlyList<TermView> Terms, bool Anonymous, string Key)
{
    /// <summary>The petition, for the clerk's way on.</summary>
    public Guid Id { get; init; }

    /// <summary>Names of the files that were handed in.</summary>
    public IReadOnlyList<string> Files { get; init; } = [];

    /// <summary>How it came in.</summary>
    public string Channel { get; init; } = "Online";
}

/// <summary>The receipt between POST and the page that shows it.</summary>
internal sealed class Receipts(Vault vault)
{
    private const string Purpose = "receipt";
    private static readonly TimeSpan Life = TimeSpan.FromMinutes(30);

    /// <summary>The receipt of this browser; null when there is none, or it is gone.</summary>
    public Task<Receipt?> Of(HttpContext http, CancellationToken ct) => vault.Get<Receipt>(Purpose, http.Request.Cookies[Cookies.Receipt], ct);

    /// <summary>Keeps it for half an hour.</summary>
    public async Task Keep(HttpContext http, Receipt receipt, CancellationToken ct)
    {
        var secret = Vault.NewSecret();
        await vault.Put(Purpose, secret, receipt, Life, ct);
        Cookies.Put(http, Cookies.Receipt, secret, Life);
    }
}
