namespace Xinfang.Intake.Tests.Petitions;

public class EditingTheContents(IntakeApp app)
{
    [Fact]
    public async Task The_head_adds_a_line_clerks_choose_it_and_once_retired_only_what_was_classified_keeps_it()
    {
        var added = await Task.WhenAll(Enumerable.Range(1, 3).Select(async n => await (await app.As("office-head").Post("/contents", new { parent = "120000", name = $"试验分类{n}" })).Json()));
        Assert.Equal(3, added.Select(each => each.Text("code")).Distinct().Count()); // each its own, though at once
        var code = added[0].Text("code");
        Assert.StartsWith("科技与信息产业·试验分类", added[0].Text("path"), StringComparison.Ordinal);

        var catalogue = await (await app.Public().Get("/catalogue")).Json();
        Assert.Contains(catalogue.GetProperty("contents").EnumerateArray(), content => content.Text("code") == code);
        var filed = await app.Submitted();
        await (await app.As("clerk").Post($"/petitions/{filed.Id}/classification", new { category = "Redress", contentCode = code, urgent = false })).Json();

        await (await app.As("office-head").Post($"/contents/{code}", new { name = "试验改名" })).Json();
        foreach (var each in added) await (await app.As("office-head").Post($"/contents/{each.Text("code")}", new { retired = true })).Json();
        Assert.Equal("科技与信息产业·试验改名", (await (await app.As("clerk").Get($"/petitions/{filed.Id}")).Json()).Text("contentName"));
        var other = await app.Submitted();
        await (await app.As("clerk").Post($"/petitions/{other.Id}/classification", new { category = "Redress", contentCode = code, urgent = false })).Problem(422, "petition.unknown-content");

        var contents = await (await app.As("office-head").Get("/contents")).Json();
        var line = contents.GetProperty("items").EnumerateArray().Single(item => item.Text("code") == code);
        Assert.Equal((true, 1, 2), (line.GetProperty("retired").GetBoolean(), line.GetProperty("petitions").GetInt32(), line.GetProperty("level").GetInt32()));
        Assert.Contains(contents.GetProperty("changes").EnumerateArray(), change => change.Text("by") == "office-head" && change.Text("name") == "试验改名");
        await (await app.As("clerk").Post("/contents", new { parent = "120000", name = "不该有的" })).Problem(403, "duty.missing");
        await (await app.As("office-head").Post("/contents/123456", new { retired = true })).Problem(422, "content.unknown");
    }
}
