namespace Xinfang.Portal.Sessions;

/// <summary>What a citizen has written so far.</summary>
internal sealed record Draft
{
    public string Name { get; init; } = "";
    public string Phone { get; init; } = "";
    public string IdNumber { get; init; } = "";
    public string Address { get; init; } = "";
    public bool Anonymous { get; init; }
    public bool ElectronicService { get; init; } = true;
    public bool Organisation { get; init; }
    public bool Confidential { get; init; }

    /// <summary>Helper, Agent or Guardian; empty when the petitioner writes.</summary>
    public string AgentKind { get; init; } = "";
    public string AgentName { get; init; } = "";
    public string AgentPhone { get; init; } = "";
    public string AgentAuthority { get; init; } = "";
    public bool AgentConsent { get; init; }
    public string NoticeWay { get; init; } = "Portal";
    public string Category { get; init; } = "";
    public string Subject { get; init; } = "";
    public string Street { get; init; } = "";
    public string Place { get; init; } = "";
    public string Year { get; init; } = "";
    public string Month { get; init; } = "";
    public string Day { get; init; } = "";
    public string Facts { get; init; } = "";
    public string Before { get; init; } = "";
    public IReadOnlyList<string> Claims { get; init; } = [];

    /// <summary>Sent as Idempotency-Key: pressing twice files once.</summary>
    public string Key { get; init; } = Guid.CreateVersion7().ToString("N");

    /// <summary>What is uploaded with this draft is found and handed in by it.</summary>
    public string UploadKey { get; init; } = Files.KeptFiles.NewKey();

    /// <summary>Why files were not taken, until the next are sent.</summary>
    public IReadOnlyList<string> FileProblems { get; init; } = [];

    /// <summary>The last step that was left without an error.</summary>
    public int Reached { get; init; }
}

/// <summary>Drafts on the server, encrypted with the secret in the cookie; nothing personal is in the URL or on the device.</summary>
internal sealed class Drafts(Vault vault)
{
    private const string Purpose = "draft";

    /// <summary>So long a draft is kept.</summary>
    public static readonly TimeSpan Life = TimeSpan.FromDays(7);

    /// <summary>The draft of this browser; null when there is none, or it is gone.</summary>
    public Task<Draft?> Of(HttpContext http, CancellationToken ct) => vault.Get<Draft>(Purpose, http.Request.Cookies[Cookies.Draft], ct);

    /// <summary>The cookie says there was a draft.</summary>
    public static bool Expected(HttpContext http) => !string.IsNullOrEmpty(http.Request.Cookies[Cookies.Draft]);

    /// <summary>Keeps it, under a new secret when this browser has none.</summary>
    /// <returns>The secret: the code to come back with.</returns>
    public async Task<string> Keep(HttpContext http, Draft draft, CancellationToken ct)
    {
        var secret = http.Request.Cookies[Cookies.Draft] is { Length: 16 } known ? known : Vault.NewSecret();
        await vault.Put(Purpose, secret, draft, Life, ct);
        Cookies.Put(http, Cookies.Draft, secret);
        return secret;
    }

    /// <summary>Takes up a draft by its code.</summary>
    public async Task<bool> Resume(HttpContext http, string code, CancellationToken ct)
    {
        var secret = Plain(code);
        if (secret.Length != 16 || await vault.Get<Draft>(Purpose, secret, ct) is null) return false;
        Cookies.Put(http, Cookies.Draft, secret);
        return true;
    }

    /// <summary>Forgets it.</summary>
    public async Task Drop(HttpContext http, CancellationToken ct)
    {
        if (http.Request.Cookies[Cookies.Draft] is { Length: > 0 } secret) await vault.Remove(Purpose, secret, ct);
        Cookies.Drop(http, Cookies.Draft);
    }

    private static string Plain(string code) => new([.. code.ToUpperInvariant().Where(char.IsAsciiLetterOrDigit)]);
}
