using System.IO.Compression;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Xinfang.Verifier;
using static Xinfang.CaseHandling.Tests.OverTheWire.CaseHandlingApp;

namespace Xinfang.CaseHandling.Tests.OverTheWire;

[Collection(OverTheWire.Name)]
public class TakingFilesHome(CaseHandlingApp app)
{
    [Theory]
    [InlineData("docx", "PK")]
    [InlineData("pdf", "%PDF")]
    public async Task A_document_is_a_file_for_staff_and_for_the_citizen_once_served(string format, string begin)
    {
        var id = await app.Decided();
        var opinion = (await app.Detail(id)).GetProperty("documents")[1].GetProperty("id").GetGuid();
        var path = $"/petitions/{id}/documents/{opinion}.{format}";
        var file = await (await app.As(Zjw + ".officer").GetAsync(path)).Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
        Assert.StartsWith(begin, Encoding.Latin1.GetString(file), StringComparison.Ordinal);

        await Refused(await app.Citizen(id).GetAsync(path), 404, "petition.not-found");
        await Refused(await app.As("120104-cgw.officer").GetAsync(path), 404, "petition.not-found");
        await Refused(await app.Anonymous().GetAsync(path), 401, "sign-in.required");
        app.Today(2026, 4, 29);
        await app.Done(id, "service", new { method = "HandedOver", servedOn = "2026-04-29", receiver = "信访人本人" });
        Assert.Equal(HttpStatusCode.OK, (await app.Citizen(id).GetAsync(path)).StatusCode);
    }

    [Fact]
    public async Task A_bundle_is_verified_without_any_server_and_names_the_first_broken_row()
    {
        var id = await app.Decided();
        var zip = await Bundle(id, Zjw + ".officer");
        var report = Verify(zip);
        Assert.True(report.Broken is null, report.Broken);
        Assert.Contains(report.Lines, line => line.StartsWith("办理记录7条", StringComparison.Ordinal));
        Assert.Contains(report.Lines, line => line.StartsWith("文书2份、稿子1份", StringComparison.Ordinal));

        Assert.Contains("case-handling/record.json", Verify(Change(zip, "case-handling/record.json", text => text.Replace("2026-05-11", "2026-07-11", StringComparison.Ordinal), mend: false)).Broken, StringComparison.Ordinal);
        Assert.Equal("办理记录第3条被改过", Verify(Change(zip, "case-handling/record.json", text => text.Replace("2026-05-11", "2026-07-11", StringComparison.Ordinal))).Broken);
        Assert.Equal("办理记录第7条和事项的内容不符", Verify(Change(zip, "case-handling/petition.json", text => text.Replace("2026-04-27", "2026-04-20", StringComparison.Ordinal))).Broken);
        Assert.Equal("办理记录第5条存下的稿子被改过或者不见了", Verify(Change(zip, "drafts/1.json", text => text.Replace("塌陷", "完好", StringComparison.Ordinal))).Broken);
        var notice = (await app.Detail(id)).GetProperty("documents")[0].GetProperty("id").GetGuid();
        Assert.Equal("办理记录第3条出具的文书被改过或者不见了", Verify(Change(zip, $"documents/{notice}.json", text => text.Replace("60日", "90日", StringComparison.Ordinal))).Broken);
        Assert.Equal("登记记录第1条和事项的内容不符", Verify(Change(zip, "intake/evidence.json", text => text.Replace("20260302-0001", "20260302-0009", StringComparison.Ordinal))).Broken);
    }

    [Fact]
    public async Task A_bundle_is_for_the_holder_and_the_office()
    {
        var id = await app.Decided();
        Assert.NotEmpty(await Bundle(id, "auditor"));
        await Refused(await app.As("120104-cgw.officer").GetAsync($"/petitions/{id}/bundle"), 404, "petition.not-found");
        await Refused(await app.As("clerk").GetAsync($"/petitions/{id}/bundle"), 403, "duty.missing");
    }

    [Fact]
    public async Task What_no_longer_opens_is_said_so_and_never_a_failure_of_the_server()
    {
        var (id, other) = (await app.Decided(), await app.Decided());
        var document = (await app.Detail(id)).GetProperty("documents")[1].GetProperty("id").GetGuid();
        await app.Sql($"update document set body = set_byte(body, length(body) - 1, get_byte(body, length(body) - 1) # 1) where id = {document}");
        foreach (var path in new[] { $"/petitions/{id}/documents/{document}", $"/petitions/{id}/documents/{document}.pdf", $"/petitions/{id}/bundle" })
            await Refused(await app.As(Zjw + ".officer").GetAsync(path), 409, "record.broken");

        await app.Sql($"update petition set case_file = (select case_file from petition where id = {other}) where id = {id}");
        await Refused(await app.As(Zjw + ".officer").GetAsync($"/petitions/{id}"), 409, "record.broken");
        await Refused(await app.As(Zjw + ".officer").GetAsync($"/petitions/{id}/opinion"), 409, "record.broken");
        await Refused(await app.Act(id, "service", new { method = "Post", servedOn = "2026-04-27", receiver = "本人" }), 409, "record.broken");
    }

    private async Task<byte[]> Bundle(Guid id, string account)
    {
        var answer = await app.As(account).GetAsync($"/petitions/{id}/bundle");
        Assert.True(answer.StatusCode is HttpStatusCode.OK, await answer.Content.ReadAsStringAsync());
        return await answer.Content.ReadAsByteArrayAsync();
    }

    private static Report Verify(byte[] zip) => Xinfang.Verifier.Bundle.Verify(new MemoryStream(zip));

    /// <summary>Changes one file, and the manifest with it, as somebody would who wants it unseen.</summary>
    private static byte[] Change(byte[] zip, string path, Func<string, string> change, bool mend = true)
    {
        var stream = new MemoryStream();
        stream.Write(zip);
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Update, leaveOpen: true))
        {
            var before = Text(archive, path);
            var after = change(before);
            Assert.NotEqual(before, after);
            Replace(archive, path, after);
            var manifest = JsonNode.Parse(Text(archive, "manifest.json"))!;
            manifest["files"]![path] = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(after)));
            if (mend) Replace(archive, "manifest.json", manifest.ToJsonString());
        }
        return stream.ToArray();

        static string Text(ZipArchive archive, string path)
        {
            using var reader = new StreamReader(archive.GetEntry(path)!.Open());
            return reader.ReadToEnd();
        }

        static void Replace(ZipArchive archive, string path, string text)
        {
            archive.GetEntry(path)!.Delete();
            using var writer = new StreamWriter(archive.CreateEntry(path).Open(), new UTF8Encoding(false));
            writer.Write(text);
        }
    }
}
