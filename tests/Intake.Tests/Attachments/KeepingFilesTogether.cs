using System.Security.Cryptography;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Xinfang.Intake.Api.Attachments;
using Xinfang.Law;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.Intake.Tests.Attachments;

/// <summary>A row names a file that is there, a file is named by a row, and what is neither goes, whatever breaks and whoever races.</summary>
public class KeepingFilesTogether(IntakeApp app)
{
    private FileStore Store => app.Services.GetRequiredService<FileStore>();

    [Fact]
    public async Task Broken_off_between_file_and_row_it_leaves_neither_and_can_be_sent_again()
    {
        // The transaction fails at its very last step, when the file is in its place.
        var (client, id, content) = (app.Public().WithKey(Uploading.NewKey()), Guid.CreateVersion7(), New());
        await app.Sql<object>($"""
            create function break_{id:N}() returns trigger language plpgsql as $$ begin raise exception 'power cut'; end $$;
            create constraint trigger break_{id:N} after insert on attachment deferrable initially deferred for each row when (new.id = '{id}') execute function break_{id:N}()
            """);
        Assert.Equal(500, (int)(await client.Upload(content, id: id)).StatusCode);
        await app.Sql<object>($"drop trigger break_{id:N} on attachment");
        Assert.Equal(0L, await app.Sql<long>("select count(*) from attachment where id = $1", id));
        Assert.True(Store.Has(AddressOf(content)));

        await SweepAsync();
        Assert.False(Store.Has(AddressOf(content)));
        await client.Uploaded(content, id: id);
        Assert.True(Store.Has(AddressOf(content)));
    }

    [Fact]
    public async Task Broken_off_between_row_and_file_the_file_goes_later()
    {
        var (client, id, content) = (app.Public().WithKey(Uploading.NewKey()), Guid.CreateVersion7(), New());
        await client.Uploaded(content, id: id);
        await app.Sql<object>("delete from attachment where id = $1", id); // and here the process ends
        await SweepAsync();
        Assert.False(Store.Has(AddressOf(content)));
    }

    [Fact]
    public async Task Broken_off_while_filing_nothing_is_handed_in()
    {
        var (client, id) = (app.Public().WithKey(Uploading.NewKey()), Guid.CreateVersion7());
        var form = Wire.Form();
        form["attachments"] = new[] { (await client.Uploaded(New(), id: id)).Id() };
        await app.Sql<object>($"""
            create function halt_{id:N}() returns trigger language plpgsql as $$ begin raise exception 'power cut'; end $$;
            create constraint trigger halt_{id:N} after update on attachment deferrable initially deferred for each row when (new.id = '{id}') execute function halt_{id:N}()
            """);
        var key = Guid.CreateVersion7().ToString();
        Assert.Equal(500, (int)(await client.Submit(form, key)).StatusCode);
        await app.Sql<object>($"drop trigger halt_{id:N} on attachment");
        Assert.Equal(0L, await app.Sql<long>("select count(*) from idempotency where key = $1", key));
        Assert.Equal(1L, await app.Sql<long>("select count(*) from attachment where id = $1 and petition_id is null", id));
        await (await client.Submit(form, key)).Json(201);
    }

    [Fact]
    public async Task What_nobody_hands_in_goes_after_its_time()
    {
        var (content, key) = (New(), Uploading.NewKey());
        await app.Public(Wire.On(2026, 3, 2)).WithKey(key).Uploaded(content);
        var (fresh, kept) = (app.Public().WithKey(Uploading.NewKey()), New());
        await fresh.Uploaded(kept);
        await SweepAsync();
        Assert.Equal((false, true), (Store.Has(AddressOf(content)), Store.Has(AddressOf(kept))));
        Assert.Equal(0, (await (await app.Public().WithKey(key).Get("/uploads")).Json()).GetProperty("items").GetArrayLength());
    }

    [Fact]
    public async Task What_never_arrived_whole_goes_and_what_is_arriving_stays()
    {
        var incoming = Directory.CreateDirectory(Path.Combine(app.Files.FullName, "incoming")).FullName;
        var (old, young) = (Path.Combine(incoming, $"old-{Guid.CreateVersion7():n}"), Path.Combine(incoming, $"young-{Guid.CreateVersion7():n}"));
        foreach (var path in new[] { old, young }) await File.WriteAllBytesAsync(path, [1, 2, 3], TestContext.Current.CancellationToken);
        File.SetLastWriteTimeUtc(old, TimeProvider.System.GetUtcNow().UtcDateTime.AddHours(-2));
        await SweepAsync();
        Assert.Equal((false, true), (File.Exists(old), File.Exists(young)));
        File.Delete(young);
    }

    [Fact]
    public async Task The_same_bytes_lie_there_once_and_stay_while_one_still_names_them()
    {
        var content = New();
        var (filed, ids) = await app.Submitted(Uploading.NewKey(), (content, "合同.pdf"));
        var client = app.Public().WithKey(Uploading.NewKey());
        var second = (await client.Uploaded(content, "也是合同.pdf")).Id();
        Assert.Equal(204, (int)(await client.DeleteAsync(new Uri($"/uploads/{second}", UriKind.Relative), TestContext.Current.CancellationToken)).StatusCode);
        Assert.Equal(content, await app.As("clerk").Downloaded(filed, ids[0]));
    }

    [Fact]
    public async Task Sending_and_taking_back_the_same_bytes_at_once_never_leaves_a_row_without_its_file()
    {
        var content = New();
        await using var replica = app.Replica();
        var hosts = new[] { app.CreateClient(), replica.CreateClient() };
        await Parallel.ForEachAsync(Enumerable.Range(0, 60), new ParallelOptions { MaxDegreeOfParallelism = 12, CancellationToken = TestContext.Current.CancellationToken }, async (n, ct) =>
        {
            var (key, id) = (Uploading.NewKey(), Guid.CreateVersion7());
            using var put = new HttpRequestMessage(HttpMethod.Put, $"/uploads/{id}") { Content = new ByteArrayContent(content) };
            put.Headers.Add(UploadKeys.Header, key);
            await (await hosts[n % 2].SendAsync(put, ct)).Json(201);
            if (n % 5 == 0) return; // some stay
            using var delete = new HttpRequestMessage(HttpMethod.Delete, $"/uploads/{id}");
            delete.Headers.Add(UploadKeys.Header, key);
            Assert.Equal(204, (int)(await hosts[(n + 1) % 2].SendAsync(delete, ct)).StatusCode);
        });
        Assert.Equal(12L, await app.Sql<long>("select count(*) from attachment where address = $1", AddressOf(content)));
        await SweepAsync();
        using var reader = await Store.OpenAsync(AddressOf(content), TestContext.Current.CancellationToken);
        using var read = new MemoryStream();
        await reader.CopyToAsync(read, TestContext.Current.CancellationToken);
        Assert.Equal(content, read.ToArray());
    }

    [Theory, InlineData("changed"), InlineData("cut"), InlineData("exchanged"), InlineData("gone")]
    public async Task A_file_that_was_touched_does_not_open_and_the_record_says_so(string how)
    {
        byte[] large = [.. New(), .. new byte[200_000]];
        var (filed, ids) = await app.Submitted(Uploading.NewKey(), (large, "合同.pdf"), (New(), "另一份.pdf"));
        Assert.Equal(large, await app.As("clerk").Downloaded(filed, ids[0]));
        var path = Store.PathOf(AddressOf(large));
        var bytes = await File.ReadAllBytesAsync(path, TestContext.Current.CancellationToken);
        switch (how)
        {
            case "changed": bytes[100] ^= 1; await File.WriteAllBytesAsync(path, bytes, TestContext.Current.CancellationToken); break;
            case "cut": await File.WriteAllBytesAsync(path, bytes[..(40 + 64 * 1024 + 16)], TestContext.Current.CancellationToken); break;
            case "exchanged": File.Copy(Store.PathOf((await app.Sql<byte[]>("select address from attachment where id = $1", ids[1]))!), path, overwrite: true); break;
            case "gone": File.Delete(path); break;
        }
        await (await app.As("clerk").Get($"/petitions/{filed.Id}/attachments/{ids[0]}")).Problem(409, "record.broken");
        var verified = await (await app.As("auditor").Get($"/petitions/{filed.Id}/record/verification")).Json();
        Assert.Equal((false, "附件被改过，或者不见了"), (verified.GetProperty("intact").GetBoolean(), verified.Text("reason")));
    }

    [Fact]
    public async Task What_the_scanner_finds_or_cannot_tell_is_kept_back_and_told()
    {
        var folder = Directory.CreateTempSubdirectory("xinfang-scanner-");
        var (script, busy) = (Path.Combine(folder.FullName, "scan"), Path.Combine(folder.FullName, "busy"));
        await File.WriteAllTextAsync(script, $"if [ -e {busy} ]; then exit 2; fi\nif grep -q HARMFUL; then exit 1; fi\nexit 0\n", TestContext.Current.CancellationToken);
        await using var scanning = app.WithWebHostBuilder(host => host.UseSetting("Attachments:Scanner", $"/bin/sh {script}"));
        var client = scanning.CreateClient().WithKey(Uploading.NewKey());

        var harmful = await client.Uploaded([.. New(), .. "HARMFUL"u8, .. new byte[300_000]], "有害.pdf");
        Assert.Equal("False", harmful.Text("opens"));
        Assert.Contains("病毒", harmful.Text("note"), StringComparison.Ordinal);
        Assert.Equal("True", (await client.Uploaded(New(), "好的.pdf")).Text("opens"));
        await File.WriteAllTextAsync(busy, "", TestContext.Current.CancellationToken);
        var doubtful = await client.Uploaded([.. New(), .. new byte[300_000]], "不清楚.pdf");
        Assert.Equal("False", doubtful.Text("opens"));

        var form = Wire.Form();
        form["attachments"] = new[] { harmful.Id(), doubtful.Id() };
        var petition = (await (await client.Submit(form)).Json(201)).Id();
        foreach (var id in new[] { harmful.Id(), doubtful.Id() }) await (await app.As("clerk").Get($"/petitions/{petition}/attachments/{id}")).Problem(409, "attachment.held-back");
        File.Delete(busy);
        await scanning.Services.GetRequiredService<AttachmentSweep>().RunAsync(app.Services.GetRequiredService<LegalClock>().Now(), TestContext.Current.CancellationToken);
        Assert.Equal(200, (int)(await app.As("clerk").Get($"/petitions/{petition}/attachments/{doubtful.Id()}")).StatusCode);
        await (await app.As("clerk").Get($"/petitions/{petition}/attachments/{harmful.Id()}")).Problem(409, "attachment.held-back");
        folder.Delete(recursive: true);
    }

    private static byte[] New() => [.. Uploading.Pdf, .. RandomNumberGenerator.GetBytes(2000)];

    private byte[] AddressOf(byte[] content) => FileStore.AddressOf(SHA256.HashData(content), app.Services.GetRequiredService<PersonalData>());

    private Task<int> SweepAsync() =>
        app.Services.GetRequiredService<AttachmentSweep>().RunAsync(app.Services.GetRequiredService<LegalClock>().Now(), TestContext.Current.CancellationToken);
}
