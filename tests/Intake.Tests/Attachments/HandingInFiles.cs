using System.Text;
using Xinfang.Testing;

namespace Xinfang.Intake.Tests.Attachments;

public class HandingInFiles(IntakeApp app)
{
    [Fact, Rule("A-06")]
    public async Task A_file_goes_with_the_petition_to_the_office_and_to_the_organ_that_holds_it()
    {
        var (filed, ids) = await app.Submitted(Uploading.NewKey(), (Uploading.Pdf, "租房合同.pdf"), (Pictures.Jpeg, "返水.jpg"));
        var seen = (await (await app.As("clerk").Get($"/petitions/{filed.Id}")).Json()).GetProperty("attachments");
        Assert.Equal(["租房合同.pdf", "返水.jpg"], seen.EnumerateArray().Select(a => a.Text("name")));
        Assert.Equal(("Pdf", $"{Uploading.Pdf.Length}", "Material", "True"), (seen[0].Text("type"), seen[0].Text("size"), seen[0].Text("kind"), seen[0].Text("opens")));
        Assert.Equal(Uploading.Pdf, await app.As("clerk").Downloaded(filed, ids[0]));

        await app.Routed(filed);
        var dossier = await (await app.As("120104-zjw.officer").Get($"/petitions/{filed.Id}/dossier")).Json();
        Assert.Equal(2, dossier.GetProperty("attachments").GetArrayLength());
        Assert.Equal(Pictures.Jpeg, await app.As("120104-zjw.officer").Downloaded(filed, ids[1]));
        Assert.Equal(2, (await app.Progress(filed)).GetProperty("attachments").GetArrayLength());
    }

    [Fact]
    public async Task Another_organ_does_not_learn_that_it_is_there()
    {
        var (filed, ids) = await app.Submitted(Uploading.NewKey(), (Uploading.Pdf, "合同.pdf"));
        await (await app.As("120104-zjw.officer").Get($"/petitions/{filed.Id}/attachments/{ids[0]}")).Problem(404, "petition.not-found");
        await app.Routed(filed);
        foreach (var account in new[] { "120104-cgw.officer", "feed-120104-cgw" })
            await (await app.As(account).Get($"/petitions/{filed.Id}/attachments/{ids[0]}")).Problem(404, "petition.not-found");
        var other = await app.Submitted();
        await (await app.As("clerk").Get($"/petitions/{other.Id}/attachments/{ids[0]}")).Problem(404, "petition.not-found");
    }

    [Fact]
    public async Task A_supplement_brings_more_and_the_same_words_with_another_file_are_new()
    {
        var (filed, _) = await app.Submitted(Uploading.NewKey(), (Uploading.Pdf, "合同.pdf"));
        var key = Uploading.NewKey();
        var client = app.WithTicket(await app.Ticket(filed)).WithKey(key);
        foreach (var number in new[] { 1, 2 })
        {
            var id = (await client.Uploaded([.. Uploading.Pdf, (byte)number], $"收据{number}.pdf")).Id();
            await (await client.Post("/progress/supplements", new { text = "补充收据。", attachments = new[] { id } })).Json();
        }
        var attachments = (await app.Progress(filed)).GetProperty("attachments").EnumerateArray().ToList();
        Assert.Equal(["合同.pdf", "收据1.pdf", "收据2.pdf"], attachments.Select(a => a.Text("name")));
        Assert.Equal(["1", "2"], attachments.Skip(1).Select(a => a.Text("supplement")));
        Assert.True((await (await app.As("auditor").Get($"/petitions/{filed.Id}/record/verification")).Json()).GetProperty("intact").GetBoolean());
    }

    [Fact, Rule("C-02")]
    public async Task A_clerk_registers_the_pages_of_a_letter_in_order_and_its_envelope()
    {
        var client = app.As("clerk").WithKey(Uploading.NewKey());
        var envelope = (await client.Uploaded(Pictures.Jpeg, "信封.jpg")).Id();
        var pages = new[] { (await client.Uploaded(Pictures.Png, "2.png")).Id(), (await client.Uploaded(Pictures.Webp, "1.webp")).Id() };
        var form = Wire.Letter(DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
        (form["letterPages"], form["envelope"]) = (new[] { pages[1], pages[0] }, new[] { envelope });
        var filed = await (await client.Put($"/petitions/{Guid.CreateVersion7()}", form)).Json(201);
        var seen = (await (await app.As("clerk").Get($"/petitions/{filed.Id()}")).Json()).GetProperty("attachments").EnumerateArray().Select(a => (a.Text("name"), a.Text("kind")));
        Assert.Equal([("1.webp", "LetterPage"), ("2.png", "LetterPage"), ("信封.jpg", "Envelope")], seen);
    }

    [Fact, Rule("A-34")]
    public async Task Under_seal_only_the_disciplinary_organ_opens_it_and_that_is_recorded()
    {
        var (filed, ids) = await app.Submitted(Uploading.NewKey(), (Uploading.Pdf, "举报某人的证据.pdf"), (Pictures.Png, "转账.png"));
        await (await app.As("clerk").Post($"/petitions/{filed.Id}/classification", new { category = "Accusation", contentCode = "160000", urgent = false })).Json();
        var office = await (await app.As("clerk").Get($"/petitions/{filed.Id}")).Json();
        Assert.DoesNotContain("证据", office.ToString(), StringComparison.Ordinal);
        foreach (var account in new[] { "clerk", "office-head", "auditor" })
            await (await app.As(account).Get($"/petitions/{filed.Id}/attachments/{ids[0]}")).Problem(404, "petition.not-found");
        await (await app.As("clerk").Post($"/petitions/{filed.Id}/forwarding", new { organ = "120104-jwjw", reason = "反映公职人员违纪。" })).Json();

        // At once, as a page opens them: none is refused because of the other's line in the record.
        var opened = await Task.WhenAll(ids.Select(id => app.As("120104-jwjw.officer").Downloaded(filed, id)));
        Assert.Equal([Uploading.Pdf, Pictures.Png], opened);
        await (await app.As("clerk").Get($"/petitions/{filed.Id}/attachments/{ids[0]}")).Problem(404, "petition.not-found");
        var record = (await (await app.As("auditor").Get($"/petitions/{filed.Id}")).Json()).GetProperty("record").EnumerateArray().Where(line => line.Text("act") == "ReadSealed");
        Assert.Equal(2, record.Count());
        Assert.True((await (await app.As("auditor").Get($"/petitions/{filed.Id}/record/verification")).Json()).GetProperty("intact").GetBoolean());
    }

    [Fact]
    public async Task The_same_form_sent_twice_gets_the_same_answer_with_its_files_once()
    {
        var (client, key) = (app.Public().WithKey(Uploading.NewKey()), Guid.CreateVersion7().ToString());
        var form = Wire.Form();
        form["attachments"] = new[] { (await client.Uploaded(Uploading.Pdf)).Id() };
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(async _ => await (await client.Submit(form, key)).Json(201)));
        var id = Assert.Single(answers.Select(answer => answer.Id()).Distinct());
        Assert.Equal(1L, await app.Sql<long>("select count(*) from attachment where petition_id = $1", id));
    }

    [Fact]
    public async Task A_file_is_handed_in_once_and_only_by_who_has_the_key()
    {
        var client = app.Public().WithKey(Uploading.NewKey());
        var form = Wire.Form();
        form["attachments"] = new[] { (await client.Uploaded(Uploading.Pdf)).Id() };
        await (await app.Public().WithKey(Uploading.NewKey()).Submit(form)).Problem(409, "attachment.gone");
        await (await app.Public().Submit(form)).Problem(422, "attachment.key");
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => client.Submit(form)));
        Assert.Single(answers, answer => (int)answer.StatusCode == 201);
        foreach (var answer in answers.Where(answer => !answer.IsSuccessStatusCode)) await answer.Problem(409, "attachment.gone");
    }

    [Fact]
    public async Task A_refused_form_leaves_its_files_for_the_next_try()
    {
        var client = app.Public().WithKey(Uploading.NewKey());
        var form = Wire.Form();
        (form["attachments"], form["subject"]) = (new[] { (await client.Uploaded(Uploading.Pdf)).Id() }, "");
        await (await client.Submit(form)).Problem(422, "petition.incomplete");
        form["subject"] = Wire.Subject;
        await (await client.Submit(form)).Json(201);
    }

    [Fact]
    public async Task Before_it_is_handed_in_it_can_be_listed_and_taken_back_with_the_key_alone()
    {
        var (client, other) = (app.Public().WithKey(Uploading.NewKey()), app.Public().WithKey(Uploading.NewKey()));
        var (first, second) = ((await client.Uploaded(Uploading.Pdf, "一.pdf")).Id(), (await client.Uploaded(Pictures.Png, "二.png")).Id());
        Assert.Equal(0, (await (await other.Get("/uploads")).Json()).GetProperty("items").GetArrayLength());
        await (await other.DeleteAsync(new Uri($"/uploads/{first}", UriKind.Relative), TestContext.Current.CancellationToken)).Problem(404, "attachment.not-found");
        Assert.Equal(204, (int)(await client.DeleteAsync(new Uri($"/uploads/{first}", UriKind.Relative), TestContext.Current.CancellationToken)).StatusCode);
        var list = await (await client.Get("/uploads")).Json();
        Assert.Equal(second, Assert.Single(list.GetProperty("items").EnumerateArray()).Id());
        Assert.Equal(30 * 1024 * 1024, list.GetProperty("limits").GetProperty("fileBytes").GetInt64());
    }

    [Fact]
    public async Task What_is_handed_in_is_never_taken_back()
    {
        var key = Uploading.NewKey();
        var (filed, ids) = await app.Submitted(key, (Uploading.Pdf, "合同.pdf"));
        await (await app.Public().WithKey(key).DeleteAsync(new Uri($"/uploads/{ids[0]}", UriKind.Relative), TestContext.Current.CancellationToken)).Problem(404, "attachment.not-found");
        Assert.Equal(Uploading.Pdf, await app.As("clerk").Downloaded(filed, ids[0]));
    }

    [Fact]
    public async Task Is_nowhere_in_the_clear()
    {
        const string Secret = "附件保密测试内容ABCDEFG";
        var (filed, _) = await app.Submitted(Uploading.NewKey(), (Encoding.UTF8.GetBytes("%PDF-1.4 " + Secret), "附件保密测试名字.pdf"));
        var forms = new[] { Secret, "附件保密测试名字", Uri.EscapeDataString("附件保密测试名字") }.Select(Encoding.UTF8.GetBytes).ToList();
        foreach (var path in Directory.EnumerateFiles(app.Files.FullName, "*", SearchOption.AllDirectories))
        {
            var bytes = await ReadAsync(path);
            Assert.All(forms, form => Assert.True(bytes.AsSpan().IndexOf(form) < 0, path));
        }
        foreach (var (table, column, value) in await app.EveryValue())
            Assert.All(forms, form => Assert.True(value.AsSpan().IndexOf(form) < 0, $"{table}.{column} of {filed.Number}"));
    }

    // Other tests of this run take files away meanwhile.
    private static async Task<byte[]> ReadAsync(string path)
    {
        try
        {
            return await File.ReadAllBytesAsync(path);
        }
        catch (FileNotFoundException)
        {
            return [];
        }
    }
}
