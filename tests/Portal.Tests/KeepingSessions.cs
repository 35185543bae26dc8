using System.Text;
using Microsoft.Extensions.Caching.Distributed;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Xinfang.Portal.Parts;
using Xinfang.Portal.Sessions;

namespace Xinfang.Portal.Tests;

/// <summary>What the server keeps for a browser is readable with the browser's secret only, and survives without Redis.</summary>
public sealed class KeepingSessions
{
    private static readonly TimeSpan AMinute = TimeSpan.FromMinutes(1);

    [Fact]
    public async Task The_secret_of_the_cookie_opens_it_and_nothing_else_does()
    {
        var seen = new Seen();
        var vault = new Vault(seen);
        var secret = Vault.NewSecret();
        await vault.Put("draft", secret, new Draft { Name = "张某某", Facts = "一楼返水" }, AMinute, TestContext.Current.CancellationToken);

        Assert.Equal("张某某", (await vault.Get<Draft>("draft", secret, TestContext.Current.CancellationToken))!.Name);
        Assert.Null(await vault.Get<Draft>("draft", Vault.NewSecret(), TestContext.Current.CancellationToken));
        Assert.Null(await vault.Get<Draft>("receipt", secret, TestContext.Current.CancellationToken));
        Assert.All(seen.Keys, key => Assert.DoesNotContain(secret, key, StringComparison.Ordinal));
        Assert.All(seen.Values, value => Assert.DoesNotContain("张某某", Encoding.UTF8.GetString(value), StringComparison.Ordinal));
    }

    [Fact]
    public void A_changed_box_does_not_open()
    {
        var box = Vault.Encrypt("draft", "secret", Encoding.UTF8.GetBytes("一楼返水"));
        box[^1] ^= 1;
        Assert.Null(Vault.Decrypt("draft", "secret", box));
        Assert.Null(Vault.Decrypt("draft", "secret", [1, 2, 3]));
    }

    [Fact]
    public async Task With_Redis_away_the_process_keeps_the_session_itself()
    {
        // Port 1 of the loopback answers nobody.
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?> { ["ConnectionStrings:cache"] = "127.0.0.1:1" }).Build();
        await using var cache = new PortalCache(configuration, TimeProvider.System, NullLogger<PortalCache>.Instance);
        var keys = new KeyRepository(cache, "secret");

        await cache.SetStringAsync("a", "1", new() { AbsoluteExpirationRelativeToNow = AMinute }, TestContext.Current.CancellationToken);
        keys.StoreElement(new("key", "k"), "k");

        Assert.Equal("1", await cache.GetStringAsync("a", TestContext.Current.CancellationToken));
        Assert.Equal("k", keys.GetAllElements().Single().Value);
        await cache.RemoveAsync("a", TestContext.Current.CancellationToken);
        Assert.Null(await cache.GetStringAsync("a", TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01", "80319c")]
    [InlineData("0af7651916cd43dd8448eb211c80319c", "80319c")]
    [InlineData(null, "无")]
    public void The_code_to_say_on_the_telephone_is_the_end_of_the_trace(string? trace, string code) => Assert.Equal(code, Office.Code(trace));

    private sealed class Seen : IDistributedCache
    {
        private readonly MemoryDistributedCache _inner = new(Options.Create(new MemoryDistributedCacheOptions()));

        public List<string> Keys { get; } = [];
        public List<byte[]> Values { get; } = [];

        public byte[]? Get(string key) => _inner.Get(key);
        public Task<byte[]?> GetAsync(string key, CancellationToken token = default) => _inner.GetAsync(key, token);
        public void Refresh(string key) => _inner.Refresh(key);
        public Task RefreshAsync(string key, CancellationToken token = default) => _inner.RefreshAsync(key, token);
        public void Remove(string key) => _inner.Remove(key);
        public Task RemoveAsync(string key, CancellationToken token = default) => _inner.RemoveAsync(key, token);
        public void Set(string key, byte[] value, DistributedCacheEntryOptions options) => _inner.Set(key, value, options);

        public Task SetAsync(string key, byte[] value, DistributedCacheEntryOptions options, CancellationToken token = default)
        {
            Keys.Add(key);
            Values.Add(value);
            return _inner.SetAsync(key, value, options, token);
        }
    }
}
