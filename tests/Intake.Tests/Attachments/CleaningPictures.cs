using System.Text;
using Xinfang.Intake.Api.Attachments;

namespace Xinfang.Intake.Tests.Attachments;

/// <summary>What a phone writes into a picture is not the office's business: the picture is kept dot by dot, the rest is gone.</summary>
public class CleaningPictures(IntakeApp app)
{
    public static TheoryData<string, byte[], byte[]> Phones { get; } = new()
    {
        { "返水.jpg", Pictures.JpegOfAPhone(), Pictures.JpegTurned() },
        { "返水.png", Pictures.PngOfAPhone(), Pictures.Png },
        { "返水.mp4", Pictures.FilmOfAPhone(), Pictures.FilmWithout() },
        { "画.jpg", Pictures.Jpeg, Pictures.Jpeg },
        { "画.webp", Pictures.Webp, Pictures.Webp },
    };

    [Theory, MemberData(nameof(Phones))]
    public async Task Is_the_same_picture_without_what_the_phone_said(string name, byte[] given, byte[] kept)
    {
        var (filed, ids) = await app.Submitted(Uploading.NewKey(), (given, name));
        var got = await app.As("clerk").Downloaded(filed, ids[0]);
        Assert.Equal(Convert.ToHexString(kept), Convert.ToHexString(got));
        AssertSilent(got);
    }

    [Fact]
    public async Task A_webp_keeps_its_length_and_promises_nothing()
    {
        var (filed, ids) = await app.Submitted(Uploading.NewKey(), (Pictures.WebpOfAPhone(), "返水.webp"));
        var got = await app.As("clerk").Downloaded(filed, ids[0]);
        AssertSilent(got);
        Assert.Equal((Pictures.WebpOfAPhone().Length, 0), (got.Length, got[20] & 0x0C));
        Assert.Equal(Pictures.Webp[24..], got[24..Pictures.Webp.Length]);
    }

    [Theory, InlineData(2), InlineData(30), InlineData(560)]
    public async Task Half_a_picture_is_refused(int length)
    {
        byte[] cut = [.. Pictures.JpegOfAPhone().AsSpan(0, Math.Max(4, length))];
        await (await app.Public().WithKey(Uploading.NewKey()).Upload(cut, "半张.jpg")).Problem(422, "attachment.broken");
        await (await app.Public().WithKey(Uploading.NewKey()).Upload([.. Pictures.Png.AsSpan(0, 40)], "半张.png")).Problem(422, "attachment.broken");
        await (await app.Public().WithKey(Uploading.NewKey()).Upload([.. Pictures.Webp.AsSpan(0, 400)], "半张.webp")).Problem(422, "attachment.broken");
    }

    /// <summary>A length that is a lie takes neither memory nor time.</summary>
    [Fact]
    public async Task Lengths_are_not_believed()
    {
        byte[] film = [0, 0, 0, 0x14, .. "ftypisom"u8, 0, 0, 2, 0, .. "mp41"u8, 0, 0, 0, 1, .. "udta"u8, 0x7F, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 1, 2, 3];
        await (await app.Public().WithKey(Uploading.NewKey()).Upload(film, "谎.mp4")).Problem(422, "attachment.broken");
        byte[] png = [.. Pictures.Png.AsSpan(0, 33), 0x7F, 0xFF, 0xFF, 0xFF, .. "tEXt"u8, 1, 2];
        await (await app.Public().WithKey(Uploading.NewKey()).Upload(png, "谎.png")).Problem(422, "attachment.broken");
    }

    /// <summary>However the bytes arrive, one at a time or all together, what is read is the same.</summary>
    [Fact]
    public async Task A_drop_at_a_time_is_the_same()
    {
        using var source = new Source(new Dripping(Pictures.JpegOfAPhone()), 1024 * 1024);
        Assert.True(await source.HasAsync(100, TestContext.Current.CancellationToken));
        Assert.Equal(Pictures.JpegOfAPhone()[..100], source.Ahead[..100].ToArray());
        Assert.False(await source.HasAsync(Pictures.JpegOfAPhone().Length + 1, TestContext.Current.CancellationToken));
        Assert.False(source.TooLarge);
    }

    private static void AssertSilent(byte[] picture) =>
        Assert.All([Pictures.Place, Pictures.Owner], said => Assert.True(picture.AsSpan().IndexOf(Encoding.ASCII.GetBytes(said)) < 0, said));

    private sealed class Dripping(byte[] content) : MemoryStream(content)
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => base.ReadAsync(buffer[..Math.Min(1, buffer.Length)], cancellationToken);
    }
}
