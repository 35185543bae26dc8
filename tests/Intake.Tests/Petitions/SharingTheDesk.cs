using System.Net;
using System.Text.Json;
using Xinfang.Testing;

namespace Xinfang.Intake.Tests.Petitions;

public class SharingTheDesk(IntakeApp app)
{
    private static readonly DateTimeOffset Ten = Wire.On(2026, 3, 2);

    [Fact]
    public async Task Who_opens_it_has_it_and_a_colleague_is_told_so()
    {
        var filed = await app.Submitted(Ten);
        var hold = await (await app.As("clerk", Ten).Post($"/petitions/{filed.Id}/hold", new { })).Json();
        Assert.Equal(("clerk", "True"), (hold.Text("account"), hold.Text("mine")));
        var refused = await (await app.As("clerk-2", Ten.AddMinutes(14)).Post($"/petitions/{filed.Id}/hold", new { })).Problem(409, "petition.held", "《信访工作条例》第二十二条第一款");
        Assert.StartsWith("clerk正在办这一件，到10:15自动放开", refused.Text("title"), StringComparison.Ordinal);
        var seen = await (await app.As("clerk-2", Ten.AddMinutes(14)).Get($"/petitions/{filed.Id}")).Json();
        Assert.Equal(("clerk", "False"), (seen.GetProperty("hold").Text("account"), seen.GetProperty("hold").Text("mine")));
    }

    [Theory]
    [InlineData("classification")]
    [InlineData("reply")]
    [InlineData("diversion")]
    [InlineData("link")]
    public async Task A_colleague_does_nothing_to_it_meanwhile(string act)
    {
        var filed = await app.Submitted(Ten);
        await app.As("clerk", Ten).Post($"/petitions/{filed.Id}/hold", new { });
        object body = act switch
        {
            "classification" => new { category = "Redress", contentCode = "030000", urgent = false },
            "reply" => new { text = "您问的办理时间是工作日九点到十七点。" },
            "link" => new { number = filed.Number, reason = "与正在办的那一件是同一件事。" },
            _ => new { diversion = "OtherOrgan", whereTo = "河西区信访办公室", text = "事情发生在河西区，由河西区的机关管。" },
        };
        await (await app.As("clerk-2", Ten.AddMinutes(1)).Post($"/petitions/{filed.Id}/{act}", body)).Problem(409, "petition.held");
    }

    [Fact]
    public async Task It_ends_by_itself_after_a_quarter_of_an_hour_without_a_sign()
    {
        var filed = await app.Classified(Ten);
        await app.As("clerk", Ten).Post($"/petitions/{filed.Id}/hold", new { });
        await app.As("clerk", Ten.AddMinutes(10)).Post($"/petitions/{filed.Id}/hold", new { });
        await (await app.As("clerk-2", Ten.AddMinutes(20)).Post($"/petitions/{filed.Id}/forwarding", new { organ = "120104-zjw", reason = "房屋共用管道归区住建委管。" })).Problem(409, "petition.held");
        await (await app.As("clerk-2", Ten.AddMinutes(25)).Post($"/petitions/{filed.Id}/forwarding", new { organ = "120104-zjw", reason = "房屋共用管道归区住建委管。" })).Json();
    }

    [Fact]
    public async Task It_is_taken_over_knowingly_and_the_record_says_so()
    {
        var filed = await app.Submitted(Ten);
        await app.As("clerk", Ten).Post($"/petitions/{filed.Id}/hold", new { });
        await (await app.As("clerk-2", Ten.AddMinutes(1)).Post($"/petitions/{filed.Id}/hold", new { takeOver = true })).Json();
        await (await app.As("clerk", Ten.AddMinutes(2)).Post($"/petitions/{filed.Id}/classification", new { category = "Redress", contentCode = "030000", urgent = false })).Problem(409, "petition.held");
        var record = (await (await app.As("clerk-2", Ten.AddMinutes(2)).Get($"/petitions/{filed.Id}")).Json()).GetProperty("record").EnumerateArray().Last();
        Assert.Equal(("TakeOver", "clerk-2", "从clerk手里接过来办"), (record.Text("act"), record.Text("by"), record.Text("text")));
        Assert.True((await (await app.As("office-head").Get($"/petitions/{filed.Id}/record/verification")).Json()).GetProperty("intact").GetBoolean());
    }

    [Fact]
    public async Task It_is_given_back_and_what_has_left_the_desk_is_held_by_nobody()
    {
        var filed = await app.Classified(Ten);
        await app.As("clerk", Ten).Post($"/petitions/{filed.Id}/hold", new { });
        Assert.Equal(HttpStatusCode.NoContent, (await app.As("clerk", Ten).Post($"/petitions/{filed.Id}/hold/release", new { })).StatusCode);
        await (await app.As("clerk-2", Ten).Post($"/petitions/{filed.Id}/hold", new { })).Json();
        await (await app.As("clerk-2", Ten).Post($"/petitions/{filed.Id}/forwarding", new { organ = "120104-zjw", reason = "房屋共用管道归区住建委管。" })).Json();
        Assert.Equal(0L, await app.Sql<long>("select count(*) from hold where petition_id = $1", filed.Id));
        await (await app.As("clerk", Ten).Post($"/petitions/{filed.Id}/hold", new { })).Problem(409, "petition.not-at-desk", "《信访工作条例》第二十二条第一款");
    }

    [Fact]
    public async Task Sixteen_who_open_it_at_once_leave_one_who_has_it()
    {
        var filed = await app.Submitted();
        var answers = await Task.WhenAll(Enumerable.Range(0, 16).Select(n => app.As(n % 2 == 0 ? "clerk" : "clerk-2").Post($"/petitions/{filed.Id}/hold", new { })));
        Assert.Contains(answers, answer => answer.StatusCode is HttpStatusCode.OK);
        Assert.All(answers, answer => Assert.True(answer.StatusCode is HttpStatusCode.OK or HttpStatusCode.Conflict));
        Assert.Equal(1L, await app.Sql<long>("select count(*) from hold where petition_id = $1", filed.Id));
        var holder = await app.Sql<string>("select account from hold where petition_id = $1", filed.Id);
        Assert.Single(await Task.WhenAll(((string[])["clerk", "clerk-2"]).Select(async who => (await app.As(who).Post($"/petitions/{filed.Id}/hold", new { })).StatusCode is HttpStatusCode.OK ? who : null)), who => who == holder);
    }

    [Fact, Rule("A-14")]
    public async Task Several_are_forwarded_in_one_go_each_with_its_own_result_and_reason()
    {
        var (first, second, unclassified, held, gone) = (await app.Classified(Ten), await app.Classified(Ten), await app.Submitted(Ten), await app.Classified(Ten), await app.Forwarded(at: Ten));
        await app.As("clerk-2", Ten).Post($"/petitions/{held.Id}/hold", new { });
        var answer = await (await app.As("clerk", Ten).Post("/petitions/forwarding", new
        {
            organ = "120104-zjw",
            items = new object[]
            {
                new { id = first.Id, reason = "房屋共用管道归区住建委管。" }, new { id = second.Id, reason = "这一件是电梯维修，也归区住建委管。" }, new { id = unclassified.Id, reason = "房屋共用管道归它管。" },
                new { id = held.Id, reason = "房屋共用管道归它管。" }, new { id = gone.Id, reason = "房屋共用管道归它管。" }, new { id = Guid.CreateVersion7(), reason = "房屋共用管道归它管。" },
            },
        })).Json();
        var items = answer.GetProperty("items").EnumerateArray().ToList();
        Assert.Equal([true, true, false, false, false, false], items.Select(item => item.GetProperty("forwarded").GetBoolean()));
        Assert.Equal(["petition.wrong-state", "petition.held", "petition.wrong-state", "petition.not-found"], items.Skip(2).Select(item => item.Text("code")));
        Assert.All(items.Skip(2).Take(3), item => Assert.Contains("第二十二条", item.Text("basis"), StringComparison.Ordinal));
        var routing = (await (await app.As("clerk").Get($"/petitions/{second.Id}")).Json()).GetProperty("routings")[0];
        Assert.Equal("这一件是电梯维修，也归区住建委管。", routing.Text("reason"));
        Assert.NotEqual(items[0].Text("letterNumber"), items[1].Text("letterNumber"));
    }

    [Fact]
    public async Task A_batch_without_a_reason_for_each_is_refused_for_each()
    {
        var filed = await app.Classified(Ten);
        var answer = await (await app.As("clerk", Ten).Post("/petitions/forwarding", new { organ = "120104-zjw", items = new[] { new { id = filed.Id } } })).Json();
        Assert.Equal("petition.reason-missing", answer.GetProperty("items")[0].Text("code"));
        await (await app.As("clerk").Post("/petitions/forwarding", new { organ = "120104-zjw", items = Array.Empty<object>() })).Problem(422, "petition.batch-size", "《信访工作条例》第二十二条第一款");
        await (await app.As("office-head").Post("/petitions/forwarding", new { organ = "120104-zjw", items = new[] { new { id = filed.Id } } })).Problem(403, "duty.missing");
    }
}
