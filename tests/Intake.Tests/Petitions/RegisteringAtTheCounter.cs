using Xinfang.Testing;

namespace Xinfang.Intake.Tests.Petitions;

public class RegisteringAtTheCounter(IntakeApp app)
{
    [Theory, InlineData("Letter"), InlineData("Phone"), InlineData("Fax"), InlineData("Visit")]
    [Rule("A-01"), Rule("C-10")]
    public async Task Takes_every_channel(string channel)
    {
        var id = Guid.CreateVersion7();
        var answer = await (await app.As("clerk", Wire.On(2026, 3, 2)).Put($"/petitions/{id}", Wire.Letter("2026-03-02", channel))).Json(201);
        Assert.Equal(id, answer.Id());
        var detail = await (await app.As("clerk").Get($"/petitions/{id}")).Json();
        Assert.Equal((channel, "clerk"), (detail.Text("channel"), detail.Text("firstReceiver")));
    }

    [Fact, Rule("A-14")]
    public async Task Received_on_Friday_and_registered_on_Monday_counts_from_Friday()
    {
        var answer = await (await app.As("clerk", Wire.On(2026, 3, 9)).Put($"/petitions/{Guid.CreateVersion7()}", Wire.Letter("2026-03-06"))).Json(201);
        Assert.Matches("^120104-20260309-", answer.Text("number")); // the number is of the day registered
        var term = answer.GetProperty("terms")[0];
        Assert.Equal(("2026-03-06", "2026-03-21", "2026-03-23"), (term.Text("from"), term.Text("strictDueOn"), term.Text("dueOn")));
    }

    [Fact]
    public async Task Cannot_have_been_received_tomorrow() =>
        await (await app.As("clerk", Wire.On(2026, 3, 2)).Put($"/petitions/{Guid.CreateVersion7()}", Wire.Letter("2026-03-03")))
            .Problem(422, "petition.received-in-future", "《信访工作条例》第二十一条");

    [Fact]
    public async Task Is_not_for_online() =>
        await (await app.As("clerk").Put($"/petitions/{Guid.CreateVersion7()}", Wire.Letter("2026-03-02", "Online"))).Problem(422, "petition.online-by-petitioner");

    [Fact]
    public async Task Needs_a_version_seven_id() =>
        await (await app.As("clerk").Put("/petitions/3f2504e0-4f89-41d3-9a0c-0305e82c3301", Wire.Letter("2026-03-02"))).Problem(422, "petition.id");

    [Fact]
    public async Task A_repeat_gets_the_same_answer_and_another_body_is_refused()
    {
        var (id, form) = (Guid.CreateVersion7(), Wire.Letter("2026-03-02"));
        var first = await (await app.As("clerk").Put($"/petitions/{id}", form)).Body();
        Assert.Equal(first, await (await app.As("clerk").Put($"/petitions/{id}", form)).Body());
        form["subject"] = "另一件事";
        await (await app.As("clerk").Put($"/petitions/{id}", form)).Problem(422, "idempotency.different-body");
    }

    [Fact, Rule("A-06"), Rule("C-11")]
    public async Task Incomplete_says_what_and_why()
    {
        var form = Wire.Letter("2026-03-02");
        form["facts"] = "短";
        await (await app.As("clerk").Put($"/petitions/{Guid.CreateVersion7()}", form)).Problem(422, "petition.incomplete", "《信访工作条例》第十九条第一款");
    }

    [Theory, InlineData("office-head"), InlineData("auditor"), InlineData("120104-zjw.officer"), InlineData("feed-120104-zjw")]
    public async Task Is_the_clerks_duty(string account) =>
        await (await app.As(account).Put($"/petitions/{Guid.CreateVersion7()}", Wire.Letter("2026-03-02"))).Problem(403, "duty.missing", "《信访工作条例》第二十一条");

    [Fact]
    public async Task Needs_signing_in() => await (await app.Public().Put($"/petitions/{Guid.CreateVersion7()}", Wire.Letter("2026-03-02"))).Problem(401, "sign-in.required");
}
