using Xinfang.Testing;

namespace Xinfang.Outreach.Tests.Library;

/// <summary>先审后发: two people who did not write it look at a text before everybody reads it (S-28).</summary>
public class ReviewingTexts(OutreachApp app)
{
    [Fact, Rule("S-28")]
    public async Task Two_people_who_did_not_write_it_let_a_text_through()
    {
        var id = await Texts.DraftAsync(app);
        using var everybody = app.Public(Texts.Today);
        await (await everybody.Get($"/texts/{id}")).Problem(404, "library.not-found");

        await Texts.ReleaseAsync(app, id);

        var text = await (await everybody.Get($"/texts/{id}")).Json();
        Assert.Equal("多久有答复，心里有数", text.Text("title"));
        Assert.Equal("《信访工作条例》第三十四条", text.GetProperty("basis")[1].GetString());
        Assert.Equal("2026-05-06", text.Text("releasedOn"));
    }

    [Fact, Rule("S-28")]
    public async Task The_writer_neither_checks_nor_releases()
    {
        var id = await Texts.DraftAsync(app);
        using var writer = app.As("outreach", Texts.Today);
        using var reviewer = app.As("outreach-2", Texts.Today);
        await (await writer.Post($"/library/{id}/submission", new { })).Json();

        await (await writer.Post($"/library/{id}/check", new { })).Problem(403, "library.own-text");
        await (await reviewer.Post($"/library/{id}/check", new { })).Json();
        await (await writer.Post($"/library/{id}/release", new { })).Problem(403, "library.own-text");
        await (await reviewer.Post($"/library/{id}/release", new { })).Problem(403, "library.same-reviewer");
    }

    [Fact]
    public async Task Nothing_is_released_unchecked()
    {
        var id = await Texts.DraftAsync(app);
        using var head = app.As("office-head", Texts.Today);
        await (await head.Post($"/library/{id}/release", new { })).Problem(409, "library.not-checked");
        await (await head.Post($"/library/{id}/check", new { })).Problem(409, "library.not-submitted");
    }

    [Fact]
    public async Task Whoever_had_a_hand_in_a_text_is_its_writer()
    {
        var id = await Texts.DraftAsync(app);
        using var second = app.As("outreach-2", Texts.Today);
        using var writer = app.As("outreach", Texts.Today);
        await Edit(second, id, Texts.Form(Texts.Content("多久答复")));
        await (await writer.Post($"/library/{id}/submission", new { })).Json();
        await (await second.Post($"/library/{id}/check", new { })).Problem(403, "library.own-text");
    }

    [Fact]
    public async Task A_text_given_back_says_why_and_may_be_changed_again()
    {
        var id = await Texts.DraftAsync(app);
        using var writer = app.As("outreach", Texts.Today);
        using var reviewer = app.As("outreach-2", Texts.Today);
        await (await writer.Post($"/library/{id}/submission", new { })).Json();
        await (await Put(writer, id, Texts.Form())).Problem(409, "library.not-draft");
        await (await reviewer.Post($"/library/{id}/return", new { reason = "  " })).Problem(422, "library.reason-needed");

        var returned = await (await reviewer.Post($"/library/{id}/return", new { reason = "第二段少了依据" })).Json();

        Assert.Equal("退回修改", returned.Text("stateName"));
        Assert.Equal("第二段少了依据", returned.Text("returnedBecause"));
        await Edit(writer, id, Texts.Form());
    }

    [Theory]
    [InlineData("请打13000000000找经办人办理。", "手机号")]
    [InlineData("业主张大民，住鞍山西道12号楼3单元501室。", "门牌住址")]
    public async Task Personal_data_stands_in_the_way_of_the_review(string text, string what)
    {
        var id = await Texts.DraftAsync(app, Texts.Content(text: text));
        using var writer = app.As("outreach", Texts.Today);
        var problem = await (await writer.Post($"/library/{id}/submission", new { })).Problem(422, "library.personal-data", "《政府信息公开条例》第十五条");
        Assert.Contains(what, problem.Text("title"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_edit_on_top_of_somebody_elses_is_refused()
    {
        var id = await Texts.DraftAsync(app);
        using var writer = app.As("outreach", Texts.Today);
        var stale = (await (await writer.Get($"/library/{id}")).Json()).Text("rowVersion");
        await Edit(writer, id, Texts.Form(Texts.Content("多久答复")));
        await (await Put(writer, id, Texts.Form(), $"\"{stale}\"")).Problem(412, "petition.stale");
        await (await writer.Put($"/library/{id}/draft", Texts.Form())).Problem(428, "request.if-match");
    }

    [Fact]
    public async Task Officers_of_organs_do_not_write_here()
    {
        using var officer = app.As("120104-zjw.officer", Texts.Today);
        await (await officer.Get("/library")).Problem(403, "duty.missing");
        await (await officer.Put($"/library/{Guid.CreateVersion7()}", new { slug = "a-b", kind = "Answers", text = Texts.Form() })).Problem(403, "duty.missing");
    }

    internal static async Task Edit(HttpClient client, Guid id, object form)
    {
        var version = (await (await client.Get($"/library/{id}")).Json()).Text("rowVersion");
        await (await Put(client, id, form, $"\"{version}\"")).Json();
    }

    private static Task<HttpResponseMessage> Put(HttpClient client, Guid id, object form, string match = "*")
    {
        var request = new HttpRequestMessage(HttpMethod.Put, new Uri($"/library/{id}/draft", UriKind.Relative)) { Content = System.Net.Http.Json.JsonContent.Create(form, options: ServiceDefaults.Http.JsonRules.Client) };
        request.Headers.TryAddWithoutValidation("If-Match", match);
        return client.SendAsync(request);
    }
}
