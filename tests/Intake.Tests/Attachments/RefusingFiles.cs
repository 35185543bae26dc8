namespace Xinfang.Intake.Tests.Attachments;

public class RefusingFiles(IntakeApp app)
{
    public static TheoryData<string, byte[]> NoDocuments { get; } = new()
    {
        { "照片.jpg", [.. "MZ"u8, 0x90, 0, 3, .. new byte[3000]] },
        { "合同.pdf", [0x7F, .. "ELF"u8, 2, 1, 1, .. new byte[100]] },
        { "说明.pdf", "<html><script>alert(1)</script></html>"u8.ToArray() },
        { "图.png", "<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>"u8.ToArray() },
        { "清单.docx", "#!/bin/sh\nrm -rf /"u8.ToArray() },
        { "安装.msi", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[600]] },
        { "快捷方式.jpg", [0x4C, 0, 0, 0, 1, 0x14, 2, 0, .. new byte[100]] },
        { "文字.txt", "一段文字"u8.ToArray() },
    };

    [Theory, MemberData(nameof(NoDocuments))]
    public async Task What_it_is_counts_not_what_it_is_called(string name, byte[] content)
    {
        var client = app.Public().WithKey(Uploading.NewKey());
        await (await client.Upload(content, name)).Problem(422, "attachment.type", "《信访工作条例》第十九条第一款");
        Assert.Equal(0, (await (await client.Get("/uploads")).Json()).GetProperty("items").GetArrayLength());
    }

    [Theory]
    [InlineData("单据.jpg", "单据.pdf")]
    [InlineData("单据.pdf.exe", "单据.pdf.pdf")]
    [InlineData("../../../etc/passwd", "passwd.pdf")]
    [InlineData("C:\\Users\\张\\合同.pdf", "合同.pdf")]
    [InlineData("a\r\nSet-Cookie: x=1.pdf", "aSet-Cookie x=1.pdf")]
    [InlineData("合\u202Efdp.同.pdf", "合fdp.同.pdf")]
    [InlineData("con.pdf", "_con.pdf")]
    [InlineData("\"><script>.pdf", "script.pdf")]
    [InlineData("...", "附件.pdf")]
    [InlineData("", "附件.pdf")]
    [InlineData("合同\0.pdf", "合同.pdf")]
    public async Task A_hostile_name_becomes_a_harmless_one(string given, string kept) =>
        Assert.Equal(kept, (await app.Public().WithKey(Uploading.NewKey()).Uploaded(Uploading.Pdf, given)).Text("name"));

    [Fact]
    public async Task A_long_name_is_cut_and_keeps_what_it_is()
    {
        var name = (await app.Public().WithKey(Uploading.NewKey()).Uploaded(Uploading.Pdf, new string('长', 400) + ".pdf")).Text("name");
        Assert.Equal((100, true), (name.Length, name.EndsWith(".pdf", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_download_runs_nowhere()
    {
        var (filed, ids) = await app.Submitted(Uploading.NewKey(), (Uploading.Pdf, "合同; filename=x.html\".pdf"));
        var answer = await app.As("clerk").Get($"/petitions/{filed.Id}/attachments/{ids[0]}");
        Assert.Equal(("attachment", "application/pdf", Uploading.Pdf.Length), (answer.Content.Headers.ContentDisposition!.DispositionType, answer.Content.Headers.ContentType!.ToString(), (int)answer.Content.Headers.ContentLength!));
        Assert.Equal("合同; filename=x.html.pdf", answer.Content.Headers.ContentDisposition.FileNameStar);
        string Header(string name) => answer.Headers.GetValues(name).Single();
        Assert.Equal(("nosniff", "sandbox; default-src 'none'", "no-store"), (Header("X-Content-Type-Options"), Header("Content-Security-Policy"), Header("Cache-Control")));
    }

    [Fact]
    public async Task An_archive_is_kept_as_it_is()
    {
        byte[] archive = [.. "PK\x03\x04"u8, .. new byte[22], 5, 0, 0, 0, .. "a.exe"u8, .. new byte[50]];
        var (filed, ids) = await app.Submitted(Uploading.NewKey(), (archive, "证据.zip"));
        Assert.Equal(archive, await app.As("clerk").Downloaded(filed, ids[0]));
    }

    [Fact]
    public async Task Too_large_is_said_whether_the_length_was_told_or_not()
    {
        var client = app.Public().WithKey(Uploading.NewKey());
        var large = new byte[30 * 1024 * 1024 + 1];
        "%PDF-"u8.CopyTo(large);
        await (await client.Upload(large)).Problem(413, "attachment.too-large");
        await (await client.Upload(new Chunked(large), "大.pdf")).Problem(413, "attachment.too-large");
        await (await client.Upload(large[..^1])).Json(201);
    }

    [Fact]
    public async Task No_more_than_twenty_at_once_however_many_hands_send_them()
    {
        var client = app.Public().WithKey(Uploading.NewKey());
        var answers = await Task.WhenAll(Enumerable.Range(0, 24).Select(n => client.Upload([.. Uploading.Pdf, (byte)n])));
        Assert.Equal(20, answers.Count(answer => (int)answer.StatusCode == 201));
        foreach (var answer in answers.Where(answer => !answer.IsSuccessStatusCode)) await answer.Problem(409, "attachment.too-many");
    }

    [Theory, InlineData("short"), InlineData("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"), InlineData("has a space and is long enough")]
    public async Task A_key_that_can_be_guessed_is_none(string key) => await (await app.Public().WithKey(key).Upload(Uploading.Pdf)).Problem(422, "attachment.key");

    [Fact]
    public async Task An_id_names_one_file()
    {
        var (client, id) = (app.Public().WithKey(Uploading.NewKey()), Guid.CreateVersion7());
        await client.Uploaded(Uploading.Pdf, id: id);
        await client.Uploaded(Uploading.Pdf, id: id); // the same once more
        await (await client.Upload([.. Uploading.Pdf, 1], id: id)).Problem(409, "attachment.exists");
        await (await app.Public().WithKey(Uploading.NewKey()).Upload(Uploading.Pdf, id: id)).Problem(409, "attachment.exists");
        await (await client.Upload(Uploading.Pdf, id: new Guid("9b2d7f1e-4c3a-4d5b-8e6f-0a1b2c3d4e5f"))).Problem(422, "attachment.id");
        Assert.Equal(1, (await (await client.Get("/uploads")).Json()).GetProperty("items").GetArrayLength());
    }

    [Fact]
    public async Task Nothing_is_nothing() => await (await app.Public().WithKey(Uploading.NewKey()).Upload([])).Problem(422, "attachment.empty");

    [Fact]
    public async Task A_photo_that_others_cannot_open_is_explained() =>
        await (await app.Public().WithKey(Uploading.NewKey()).Upload([0, 0, 0, 0x18, .. "ftypheic"u8, .. new byte[60]], "IMG_0001.HEIC")).Problem(422, "attachment.heic");

    private sealed class Chunked(byte[] content) : HttpContent
    {
        protected override Task SerializeToStreamAsync(Stream stream, System.Net.TransportContext? context) => stream.WriteAsync(content).AsTask();

        protected override bool TryComputeLength(out long length)
        {
            length = 0;
            return false;
        }
    }
}
