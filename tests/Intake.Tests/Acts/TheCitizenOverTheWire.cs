namespace Xinfang.Intake.Tests.Acts;

public class TheCitizenOverTheWire(IntakeApp app)
{
    [Fact]
    public async Task Withdrawing_gives_a_paper_and_the_organ_is_told()
    {
        var filed = await app.Forwarded(at: Wire.On(2026, 3, 2));
        var at = Wire.On(2026, 3, 9);
        await (await app.WithTicket(await app.Ticket(filed, at), at).Post("/progress/withdrawal", new { confirmed = false })).Problem(422, "withdrawal.unconfirmed");
        var answer = await (await app.WithTicket(await app.Ticket(filed, at), at).Post("/progress/withdrawal", new { confirmed = true, reason = "已经自己解决了" })).Json();
        var progress = await app.Progress(filed, at);
        Assert.Equal("Withdrawn", progress.Text("stage"));
        Assert.Contains(progress.GetProperty("documents").EnumerateArray(), document => document.Text("id") == answer.Text("documentId"));
        Assert.Equal(1L, await app.Sql<long>("select count(*) from record where petition_id = $1 and act = 'Withdraw' and by = 'petitioner'", filed.Id));
        await (await app.As("clerk").Post($"/petitions/{filed.Id}/withdrawal", new { })).Json(404); // staff have no such act
    }

    [Fact]
    public async Task Chasing_opens_when_the_day_has_passed_and_names_who_is_late()
    {
        var filed = await app.Submitted(Wire.On(2026, 3, 2));
        var early = Wire.On(2026, 3, 17);
        var problem = await (await app.WithTicket(await app.Ticket(filed, early), early).Post("/progress/chases", new { })).Problem(409, "chase.too-early");
        Assert.Contains("2026年3月17日", problem.Text("title"), StringComparison.Ordinal);
        var shut = (await app.Progress(filed, early)).GetProperty("acts").EnumerateArray().Single(act => act.Text("act") == "Chase");
        Assert.Equal(("False", "2026-03-18"), (shut.Text("open"), shut.Text("opensOn")));

        var late = Wire.On(2026, 3, 18);
        var answer = await (await app.WithTicket(await app.Ticket(filed, late), late).Post("/progress/chases", new { })).Json();
        Assert.Equal(("1", "转送交办"), (answer.Text("number"), answer.Text("term")));
        Assert.Contains((await app.Progress(filed, late)).GetProperty("steps").EnumerateArray(), step => step.Text("key") == "chased");
    }

    [Fact]
    public async Task A_message_is_answered_by_the_organ_that_holds_it_and_read_by_nobody_else()
    {
        var filed = await app.Forwarded(at: Wire.On(2026, 3, 2));
        var at = Wire.On(2026, 3, 6);
        var left = await (await app.WithTicket(await app.Ticket(filed, at), at).Post("/progress/messages", new { text = "什么时候来看管道？" })).Json();
        Assert.Equal("2026-03-11", left.GetProperty("reply").Text("dueOn"));

        var messages = await (await app.As("120104-zjw.officer", at).Get($"/petitions/{filed.Id}/messages")).Json();
        Assert.Equal("什么时候来看管道？", messages.GetProperty("items")[0].Text("text"));
        await (await app.As("120104-cgw.officer", at).Get($"/petitions/{filed.Id}/messages")).Problem(404, "petition.not-found");
        await (await app.As("120104-cgw.officer", at).Post($"/petitions/{filed.Id}/messages/1/reply", new { text = "下周三上午。" })).Problem(404, "petition.not-found");
        await (await app.As("120104-zjw.officer", at).Post($"/petitions/{filed.Id}/messages/1/reply", new { text = "下周三上午。" })).Json();
        await (await app.As("120104-zjw.officer", at).Post($"/petitions/{filed.Id}/messages/1/reply", new { text = "再说一遍。" })).Problem(409, "message.answered");

        var own = await (await app.WithTicket(await app.Ticket(filed, at), at).Get("/progress/messages")).Json();
        Assert.Equal("下周三上午。", own.GetProperty("items")[0].Text("reply"));
        Assert.DoesNotContain(await app.EveryValue(), value => System.Text.Encoding.UTF8.GetString(value.Value).Contains("什么时候来看管道", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_was_said_to_one_organ_is_not_handed_to_the_next()
    {
        var filed = await app.Forwarded();
        await (await app.WithTicket(await app.Ticket(filed)).Post("/progress/messages", new { text = "什么时候来看管道？" })).Json();
        await app.Publish(new Contracts.CaseHandling.V1.ContestationDecided { PetitionId = filed.Id, Organ = "120104-zjw", Round = 1, Agreed = true, DecidedAt = TimeProvider.System.GetUtcNow() }, filed.Id);
        await IntakeApp.Soon(async () => await app.Sql<string>("select status from petition where id = $1", filed.Id) == "Returned");
        await (await app.As("clerk").Post($"/petitions/{filed.Id}/forwarding", new { organ = "120104-cgw", reason = "市政管网归区城管委管。" })).Json();
        Assert.Equal(0, (await (await app.As("120104-cgw.officer").Get($"/petitions/{filed.Id}/messages")).Json()).GetProperty("items").GetArrayLength());
    }
}
