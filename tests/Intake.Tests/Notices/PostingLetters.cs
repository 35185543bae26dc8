namespace Xinfang.Intake.Tests.Notices;

public class PostingLetters(IntakeApp app)
{
    [Fact]
    public async Task The_list_of_the_day_has_address_and_paper_until_the_letters_are_posted()
    {
        var filed = await ByPost();
        var list = Guid.CreateVersion7();
        await (await app.As("auditor").Put($"/notices/print-lists/{list}", new { })).Problem(403, "duty.missing");
        await (await app.As("clerk").Put($"/notices/print-lists/{list}", new { })).Json();
        var letter = await Letter(list, filed);
        Assert.Equal((Wire.Name, Wire.Address), (letter.Text("name"), letter.Text("address")));
        Assert.Equal("信访回执", letter.GetProperty("paper").Text("title"));
        Assert.Equal(1L, await app.Sql<long>("select count(*) from record where petition_id = $1 and act = 'PrintNotice' and by = 'clerk'", filed.Id));

        var id = letter.GetProperty("notice").Text("id");
        await (await app.As("clerk").Post($"/notices/print-lists/{list}/posting", new { on = Today, letters = new[] { new { id = Guid.CreateVersion7() } } })).Problem(404, "notice.not-found");
        await (await app.As("clerk").Post($"/notices/print-lists/{list}/posting", new { on = Today, letters = new[] { new { id, registeredMail = "XA12345678911" } } })).Json();
        letter = await Letter(list, filed);
        Assert.Equal(("张*验", "Sent", "XA12345678911", "clerk"),
            (letter.Text("name"), letter.GetProperty("notice").Text("state"), letter.GetProperty("notice").Text("registeredMail"), letter.GetProperty("notice").Text("by")));
        Assert.Equal(System.Text.Json.JsonValueKind.Null, letter.GetProperty("address").ValueKind);

        await (await app.As("clerk").Post($"/notices/{id}/receipt", new { on = Today, returned = false })).Json();
        var own = await (await app.WithTicket(await app.Ticket(filed)).Get("/progress/contact")).Json();
        Assert.Equal(("邮寄", "已发", Today), (own.GetProperty("notices")[0].Text("way"), own.GetProperty("notices")[0].Text("state"), own.GetProperty("notices")[0].Text("receivedOn")));
    }

    [Fact]
    public async Task Printing_the_same_list_again_adds_nothing()
    {
        var filed = await ByPost();
        var list = Guid.CreateVersion7();
        var first = await (await app.As("clerk").Put($"/notices/print-lists/{list}", new { })).Json();
        await ByPost();
        var again = await (await app.As("clerk").Put($"/notices/print-lists/{list}", new { })).Json();
        Assert.Equal(first.Text("letters"), again.Text("letters"));
        Assert.NotEqual(0, (await Letter(list, filed)).GetProperty("notice").Text("id").Length);
    }

    [Fact]
    public async Task A_letter_from_a_visitor_without_a_mobile_is_answered_by_letter()
    {
        var form = Wire.Letter(Today);
        form["petitioner"] = new { name = Wire.Name, idNumber = Wire.Identity, address = Wire.Address, anonymous = false };
        var id = Guid.CreateVersion7();
        await (await app.As("clerk").Put($"/petitions/{id}", form)).Json(201);
        Assert.Equal("Post", await app.Sql<string>("select way from contact where petition_id = $1", id));
    }

    [Fact]
    public async Task An_accusation_has_no_letter_from_the_office_and_its_name_is_not_shown()
    {
        var form = Wire.Letter(Today);
        form["noticeWay"] = "Post";
        form["category"] = "Accusation";
        var id = Guid.CreateVersion7();
        var answer = await (await app.As("clerk").Put($"/petitions/{id}", form)).Json(201);
        await (await app.As("clerk").Post($"/petitions/{id}/classification", new { category = "Accusation", contentCode = "030000", urgent = false })).Json();
        await (await app.As("clerk").Post($"/petitions/{id}/forwarding", new { organ = "120104-jwjw", reason = "检举控告由纪检监察机关处理。" })).Json();
        Assert.Equal("Portal", await app.Sql<string>("select way from notice where petition_id = $1 and cause = 'Routed'", id));
        var listed = await (await app.As("clerk").Get($"/notices?number={answer.Text("number")}")).Json();
        Assert.All(listed.GetProperty("items").EnumerateArray(), item => Assert.Equal("保密", item.Text("name")));

        // What waited since before it was sealed is not printed either.
        Assert.Equal("Waiting", await app.Sql<string>("select state from notice where petition_id = $1 and cause = 'Registered'", id));
        await app.As("clerk").Put($"/notices/print-lists/{Guid.CreateVersion7()}", new { });
        Assert.Equal("Portal", await app.Sql<string>("select way from notice where petition_id = $1 and cause = 'Registered'", id));
    }

    [Fact]
    public async Task Lists_are_asked_for_by_state_and_way_and_nothing_else()
    {
        await (await app.As("clerk").Get("/notices?state=99")).Json(400);
        await (await app.As("clerk").Get("/notices?way=Pigeon")).Json(400);
        await (await app.As("clerk").Get("/notices?after=x")).Problem(400, "request.cursor");
        Assert.True((await (await app.As("clerk").Get("/notices/counts")).Json()).GetProperty("toPrint").GetInt32() >= 0);
    }

    private static string Today => Xinfang.Law.Moment.DateIn(TimeProvider.System.GetUtcNow()).ToString("O", System.Globalization.CultureInfo.InvariantCulture);

    private Task<Journey.Filed> ByPost()
    {
        var form = Wire.Form();
        form["noticeWay"] = "Post";
        return app.Submitted(form: form);
    }

    private async Task<System.Text.Json.JsonElement> Letter(Guid list, Journey.Filed filed) =>
        (await (await app.As("clerk").Get($"/notices/print-lists/{list}")).Json()).GetProperty("letters").EnumerateArray().Single(letter => letter.GetProperty("notice").Text("petitionId") == filed.Id.ToString());
}
