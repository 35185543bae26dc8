using System.Text.Json;

namespace Xinfang.Intake.Tests.Petitions;

public class Listing(IntakeApp app)
{
    [Fact]
    public async Task Finds_by_number_and_masks_the_petitioner()
    {
        var filed = await app.Submitted();
        var page = await (await app.As("clerk").Get($"/petitions?state=All&q={filed.Number}")).Json();
        var row = Assert.Single(page.GetProperty("items").EnumerateArray());
        Assert.Equal((filed.Id, "张*验", Wire.Subject, "Registered"), (row.Id(), row.Text("petitionerMasked"), row.Text("subject"), row.Text("stage")));
        Assert.Equal("forwarding", row.GetProperty("term").Text("code"));
        Assert.Equal(JsonValueKind.Null, page.GetProperty("next").ValueKind);
    }

    [Theory, InlineData("ToRoute"), InlineData("All")]
    public async Task Turns_pages_without_losing_or_repeating(string state)
    {
        var at = Wire.On(2024, 6, state == "All" ? 3 : 4); // a day of its own: found by its number
        var filed = new List<Guid>();
        for (var i = 0; i < 5; i++) filed.Add((await app.Submitted(at, Wire.Anonymous())).Id);

        var (seen, after) = (new List<Guid>(), "");
        do
        {
            var page = await (await app.As("clerk", at).Get($"/petitions?state={state}&q=120104-2024060{(state == "All" ? 3 : 4)}&limit=2{after}")).Json();
            seen.AddRange(page.GetProperty("items").EnumerateArray().Select(row => row.Id()));
            after = page.GetProperty("next").ValueKind is JsonValueKind.Null ? "" : $"&after={page.Text("next")}";
        }
        while (after.Length > 0);
        Assert.Equal(filed.Order(), seen.Order());
        Assert.Equal(5, seen.Distinct().Count());
    }

    [Fact]
    public async Task What_is_routed_leaves_the_desk()
    {
        var filed = await app.Forwarded();
        Assert.Empty((await (await app.As("clerk").Get($"/petitions?state=ToRoute&q={filed.Number}")).Json()).GetProperty("items").EnumerateArray());
        Assert.Single((await (await app.As("clerk").Get($"/petitions?state=Routed&q={filed.Number}")).Json()).GetProperty("items").EnumerateArray());
    }

    [Fact]
    public async Task A_cursor_of_another_list_is_refused() => await (await app.As("clerk").Get("/petitions?after=nonsense")).Problem(400, "request.cursor");

    [Fact]
    public async Task Counts_what_waits()
    {
        await app.Submitted();
        var counts = await (await app.As("clerk").Get("/petitions/counts")).Json();
        Assert.True(counts.GetProperty("toRoute").GetInt32() >= 1);
        Assert.Equal(counts.GetProperty("all").GetInt32(), counts.GetProperty("toRoute").GetInt32() + counts.GetProperty("routed").GetInt32());
    }

    [Theory, InlineData("120104-zjw.officer"), InlineData("120104-zjw.head"), InlineData("trainer")]
    public async Task Is_for_the_office(string account)
    {
        await (await app.As(account).Get("/petitions")).Problem(403, "duty.missing");
        await (await app.As(account).Get($"/petitions/{(await app.Submitted()).Id}")).Problem(403, "duty.missing");
    }

    [Fact]
    public async Task The_detail_has_an_etag_that_changes_with_the_petition()
    {
        var filed = await app.Submitted();
        var before = (await app.As("clerk").Get($"/petitions/{filed.Id}")).Headers.ETag;
        await (await app.As("clerk").Post($"/petitions/{filed.Id}/classification", new { category = "Redress", contentCode = "030000", urgent = false })).Json();
        var after = (await app.As("clerk").Get($"/petitions/{filed.Id}")).Headers.ETag;
        Assert.NotNull(before);
        Assert.NotEqual(before, after);
    }

    [Fact]
    public async Task The_detail_masks_the_petitioner()
    {
        var text = (await (await app.As("clerk").Get($"/petitions/{(await app.Submitted()).Id}")).Json()).ToString();
        Assert.Contains("120104********4515", text, StringComparison.Ordinal);
        Assert.Contains("130****0017", text, StringComparison.Ordinal);
        Assert.All([Wire.Name, Wire.Phone, Wire.Identity, Wire.Address], secret => Assert.DoesNotContain(secret, text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_catalogue_is_open_to_everybody()
    {
        var catalogue = await (await app.Public().Get("/catalogue")).Json();
        Assert.Equal((12, 17), (catalogue.GetProperty("streets").GetArrayLength(), catalogue.GetProperty("contents").EnumerateArray().Count(content => content.Text("code").EndsWith("0000", StringComparison.Ordinal))));
        Assert.Contains(catalogue.GetProperty("organs").EnumerateArray(), organ => organ.Text("code") == "120104-zjw");
    }
}
