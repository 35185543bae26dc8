using Microsoft.Extensions.DependencyInjection;
using Xinfang.Intake.Api.Retention;
using Xinfang.Intake.Tests.Domain;

namespace Xinfang.Intake.Tests.Petitions;

/// <summary>个人信息保护法 19: kept no longer than needed. Told of years before any other test's, so that nothing of theirs expires.</summary>
public class LettingDataExpire(IntakeApp app)
{
    [Fact]
    public async Task Addressees_of_notices_sent_expire_and_the_petition_and_its_record_stay()
    {
        var filed = await app.Submitted();
        await Age(filed, "Portal");
        var kept = await Archive(filed);

        Assert.True(await Run(2003, 1, 1) > 0);

        Assert.Equal(0L, await app.Sql<long>("select count(*) from notice where petition_id = $1 and addressee <> ''", filed.Id));
        Assert.Equal(kept, await Archive(filed));
        Assert.True((await (await app.As("auditor").Get($"/petitions/{filed.Id}/record/verification")).Json()).GetProperty("intact").GetBoolean());
        Assert.Equal(Wire.Phone, (await (await app.As("clerk").Post($"/petitions/{filed.Id}/identity", new { purpose = "Serve", reason = "要上门送达处理意见书。" })).Json()).Text("phone"));
    }

    [Fact]
    public async Task What_is_not_sent_yet_and_what_is_not_old_enough_stays()
    {
        var (waiting, young) = (await app.Submitted(), await app.Submitted());
        await Age(waiting, "Post", "Waiting");
        await Age(young, "Portal", year: 2004);
        await Run(2004, 3, 1);
        foreach (var filed in new[] { waiting, young })
            Assert.Equal(0L, await app.Sql<long>("select count(*) from notice where petition_id = $1 and addressee = ''", filed.Id));
    }

    [Fact]
    public async Task A_second_run_takes_nothing_more_and_what_it_did_is_shown_by_day()
    {
        await Age(await app.Submitted(), "Portal", year: 2005);
        await Run(2006, 1, 1);
        Assert.Equal(0L, await Run(2006, 1, 1));

        var shown = await (await app.As("auditor").Get("/retention")).Json();
        Assert.True(await app.Sql<long>("select removed from retention_run where policy = 'NoticeAddressees' and day = '2006-01-01'") >= 1);
        Assert.Contains(shown.GetProperty("runs").EnumerateArray(), run => run.Text("day") == "2006-01-01" && run.Text("policy") == "NoticeAddressees");
        Assert.Contains(shown.GetProperty("policies").EnumerateArray(), policy => policy.Text("name") == "Uploads" && policy.GetProperty("days").GetInt32() == 8);
        await (await app.As("clerk").Get("/retention")).Problem(403, "duty.missing");
    }

    [Fact]
    public async Task The_words_of_a_decided_correction_expire_and_that_it_was_decided_stays()
    {
        var filed = await app.Submitted();
        await (await app.WithTicket(await app.Ticket(filed)).Post("/progress/corrections", new { field = "Address", value = "虚构路1号", why = "门牌写错了。" })).Json();
        var id = await app.Sql<Guid>("select id from correction where petition_id = $1", filed.Id);
        await Run(2008, 1, 1);
        Assert.Equal(1L, await app.Sql<long>("select count(*) from correction where id = $1 and content <> ''", id));

        await (await app.As("clerk").Post($"/corrections/{id}/decision", new { granted = false, reason = "门牌核对过，没有错。" })).Json();
        await app.Sql<object>("update correction set decided_at = '2006-12-01' where id = $1", id);
        await Run(2008, 1, 2);

        var own = (await (await app.WithTicket(await app.Ticket(filed)).Get("/progress/data")).Json()).GetProperty("corrections").EnumerateArray().Single();
        Assert.False(own.GetProperty("granted").GetBoolean());
        Assert.Equal(1L, await app.Sql<long>("select count(*) from correction where id = $1 and content = ''", id));
    }

    private Task<long> Run(int year, int month, int day) => app.Services.GetRequiredService<RetentionJob>().RunAsync(Given.On(year, month, day), TestContext.Current.CancellationToken);

    private Task<object?> Age(Journey.Filed filed, string way, string state = "Sent", int year = 2001) =>
        app.Sql<object>($"update notice set created_at = '{year}-01-01', way = '{way}', state = '{state}', next_attempt_at = null where petition_id = $1", filed.Id);

    /// <summary>What the rules for archives keep.</summary>
    private async Task<(long, long, long, long)> Archive(Journey.Filed filed) => (
        await app.Sql<long>("select count(*) from petition where id = $1", filed.Id), await app.Sql<long>("select count(*) from dossier where petition_id = $1", filed.Id),
        await app.Sql<long>("select count(*) from record where petition_id = $1", filed.Id), await app.Sql<long>("select count(*) from notice where petition_id = $1", filed.Id));
}
