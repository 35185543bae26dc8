namespace Xinfang.Intake.Tests.Petitions;

public class KeepingTheRecord(IntakeApp app)
{
    [Fact]
    public async Task Is_intact_after_every_act()
    {
        var filed = await app.Forwarded();
        var verified = await Verify(filed);
        Assert.Equal((true, 3), (verified.GetProperty("intact").GetBoolean(), verified.GetProperty("entries").GetInt32()));
    }

    [Theory]
    [InlineData("update record set facts = '{}' where petition_id = $1 and seq = 2", 2)]
    [InlineData("update record set by = 'somebody' where petition_id = $1 and seq = 1", 1)]
    [InlineData("delete from record where petition_id = $1 and seq = 2", 2)]
    [InlineData("delete from record where petition_id = $1 and seq = 3", 2)]
    [InlineData("update petition set organ = '120104-cgw' where id = $1", 3)]
    [InlineData("update petition set received_on = received_on + 1 where id = $1", 3)]
    [InlineData("update petition set first_receiver = 'somebody' where id = $1", 3)]
    public async Task Tells_where_it_was_tampered_with(string sql, int brokenAt)
    {
        var filed = await app.Forwarded();
        await app.Sql<object>(sql, filed.Id);
        var verified = await Verify(filed);
        Assert.Equal((false, brokenAt), (verified.GetProperty("intact").GetBoolean(), verified.GetProperty("brokenAt").GetInt32()));
        Assert.NotEmpty(verified.Text("reason"));
    }

    [Fact]
    public async Task Tells_a_changed_dossier()
    {
        var filed = await app.Submitted();
        await app.Sql<object>("update dossier set content = set_byte(content, 40, get_byte(content, 40) # 1) where petition_id = $1", filed.Id);
        Assert.False((await Verify(filed)).GetProperty("intact").GetBoolean());
    }

    [Theory, InlineData("120104-zjw.officer"), InlineData("supervisor")]
    public async Task Is_checked_by_clerk_head_and_auditor(string other)
    {
        var filed = await app.Submitted();
        foreach (var account in new[] { "clerk", "office-head", "auditor" })
            await (await app.As(account).Get($"/petitions/{filed.Id}/record/verification")).Json();
        await (await app.As(other).Get($"/petitions/{filed.Id}/record/verification")).Problem(403, "duty.missing");
    }

    private async Task<System.Text.Json.JsonElement> Verify(Journey.Filed filed) =>
        await (await app.As("auditor").Get($"/petitions/{filed.Id}/record/verification")).Json();
}
