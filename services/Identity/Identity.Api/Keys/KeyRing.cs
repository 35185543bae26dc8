using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Primitives;
using Microsoft.IdentityModel.Tokens;
using OpenIddict.Server;

namespace Xinfang.Identity.Api.Keys;

/// <summary>
/// The keys in use, read from the database and handed to OpenIddict, whose options are built anew when they change:
/// the first of each use works, the others only validate.
/// </summary>
internal sealed class KeyRing(IServiceScopeFactory scopes, Cipher cipher, TimeProvider time)
    : IConfigureOptions<OpenIddictServerOptions>, IOptionsChangeTokenSource<OpenIddictServerOptions>, IDisposable
{
    // One replica at a time makes keys.
    private const long Turn = 0x78696e66616e6731;
    private readonly Dictionary<Guid, SecurityKey> _opened = [];
    private readonly SemaphoreSlim _refreshing = new(1, 1);
    private volatile IReadOnlyList<(KeyUse Use, SecurityKey Key)> _keys = [];
    private CancellationTokenSource _changed = new();

    /// <summary>Keys that tokens may be signed with.</summary>
    public IEnumerable<SecurityKey> SigningKeys => _keys.Where(k => k.Use == KeyUse.Sign).Select(k => k.Key);

    public string? Name => Options.DefaultName;

    public IChangeToken GetChangeToken() => new CancellationChangeToken(_changed.Token);

    public void Configure(OpenIddictServerOptions options)
    {
        foreach (var (use, key) in _keys)
        {
            if (use == KeyUse.Sign) options.SigningCredentials.Add(new SigningCredentials(key, SecurityAlgorithms.RsaSha256));
            else options.EncryptionCredentials.Add(new EncryptingCredentials(key, SecurityAlgorithms.Aes256KW, SecurityAlgorithms.Aes256CbcHmacSha512));
        }
    }

    /// <summary>Makes the keys that are missing or will be tomorrow, drops those whose tokens are gone, and takes over what the database has.</summary>
    public async Task RefreshAsync(CancellationToken ct)
    {
        await _refreshing.WaitAsync(ct);
        try
        {
            await RefreshAloneAsync(time.GetUtcNow(), ct);
        }
        finally
        {
            _refreshing.Release();
        }
    }

    public void Dispose()
    {
        _changed.Dispose();
        _refreshing.Dispose();
    }

    private async Task RefreshAloneAsync(DateTimeOffset now, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<IdentityDb>();
        await using (var transaction = await db.Database.BeginTransactionAsync(ct))
        {
            await db.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock({Turn})", ct);
            var stored = await db.Keys.ToListAsync(ct);
            db.Keys.RemoveRange(stored.Where(k => k.WorksUntil + StoredKey.Grace < now));
            foreach (var use in Enum.GetValues<KeyUse>()) Prepare(db, stored, use, now);
            await db.SaveChangesAsync(ct);
            await transaction.CommitAsync(ct);
        }
        Take(await db.Keys.AsNoTracking().ToListAsync(ct), now);
    }

    private void Prepare(IdentityDb db, List<StoredKey> stored, KeyUse use, DateTimeOffset now)
    {
        var lastDay = stored.Where(k => k.Use == use).Select(k => k.WorksUntil).DefaultIfEmpty(now).Max();
        if (lastDay - StoredKey.Notice > now) return;
        db.Keys.Add(StoredKey.Create(use, lastDay > now ? lastDay : now, cipher));
    }

    private void Take(List<StoredKey> stored, DateTimeOffset now)
    {
        var inOrder = stored.OrderByDescending(k => k.WorksFrom <= now).ThenByDescending(k => k.WorksFrom).ToList();
        List<(KeyUse, SecurityKey Key)> keys = [.. inOrder.Select(k => (k.Use, Open(k)))];
        if (keys.Select(k => k.Key.KeyId).SequenceEqual(_keys.Select(k => k.Key.KeyId))) return;
        _keys = keys;
        var before = Interlocked.Exchange(ref _changed, new CancellationTokenSource());
        before.Cancel();
        before.Dispose();
    }

    private SecurityKey Open(StoredKey key)
        => _opened.TryGetValue(key.Id, out var opened) ? opened : _opened[key.Id] = key.Open(cipher);
}
