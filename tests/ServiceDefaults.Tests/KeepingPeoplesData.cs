using System.Security.Cryptography;
using System.Text;
using CsCheck;
using Microsoft.Extensions.Configuration;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.ServiceDefaults.Tests;

public class KeepingPeoplesData
{
    private static readonly Guid Petition = Guid.Parse("019c0000-0000-7000-8000-000000000001");
    private readonly PersonalData _data = With(("PersonalData:Key", "first key"), ("PersonalData:SearchKey", "search key"));

    [Fact]
    public void What_was_encrypted_comes_back() => Gen.String.Sample(text =>
    {
        var clean = Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));
        Assert.Equal(clean, _data.Decrypt(_data.Encrypt(clean, Petition), Petition));
    });

    [Fact]
    public void The_same_text_never_looks_the_same_twice() =>
        Assert.NotEqual(_data.Encrypt("张三", Petition), _data.Encrypt("张三", Petition));

    [Fact]
    public void A_value_moved_to_another_petition_cannot_be_read()
    {
        var value = _data.Encrypt("张三", Petition);
        Assert.ThrowsAny<CryptographicException>(() => _data.Decrypt(value, Guid.CreateVersion7()));
    }

    [Fact]
    public void Any_changed_byte_is_noticed()
    {
        var value = _data.Encrypt("张三，022-0000 0001", Petition);
        Gen.Int[0, value.Length - 1].Sample(i =>
        {
            var changed = value.ToArray();
            changed[i] ^= 1;
            Assert.ThrowsAny<CryptographicException>(() => _data.Decrypt(changed, Petition));
        });
    }

    [Fact]
    public void After_a_rotation_old_values_stay_readable_and_new_ones_use_the_new_key()
    {
        var old = _data.Encrypt("张三", Petition);
        var rotated = With(("PersonalData:Key", "second key"), ("PersonalData:OldKeys:0", "first key"), ("PersonalData:SearchKey", "search key"));
        Assert.Equal("张三", rotated.Decrypt(old, Petition));
        Assert.ThrowsAny<CryptographicException>(() => _data.Decrypt(rotated.Encrypt("张三", Petition), Petition));
    }

    [Fact]
    public void A_search_hash_depends_on_kind_and_key_and_not_on_case()
    {
        Assert.Equal(_data.SearchHash("id", "11010519491231002x"), _data.SearchHash("id", " 11010519491231002X "));
        Assert.NotEqual(_data.SearchHash("id", "1"), _data.SearchHash("phone", "1"));
        Assert.NotEqual(_data.SearchHash("id", "1"), With(("PersonalData:Key", "first key"), ("PersonalData:SearchKey", "other")).SearchHash("id", "1"));
    }

    [Fact]
    public void Without_a_key_the_service_does_not_start() =>
        Assert.Throws<InvalidOperationException>(() => With(("PersonalData:SearchKey", "search key")));

    private static PersonalData With(params (string Key, string Value)[] settings) => new(new ConfigurationBuilder()
        .AddInMemoryCollection(settings.Select(s => KeyValuePair.Create<string, string?>(s.Key, s.Value))).Build());
}
