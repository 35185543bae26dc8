using Npgsql;
using Xinfang.Contracts.CaseHandling.V1;
using Xinfang.Testing;

namespace Xinfang.Intake.Tests.Progress;

public class Rating(IntakeApp app)
{
    private static readonly object Satisfied = new { office = "Satisfied", organ = "FairlySatisfied" };

    [Fact, Rule("C-20"), Rule("C-22"), Rule("C-23")]
    public async Task Within_thirty_days_of_service_once()
    {
        var filed = await Served();
        var client = app.WithTicket(await app.Ticket(filed, Wire.On(2026, 5, 29, 22)), Wire.On(2026, 5, 29, 22));
        await (await client.Post("/progress/rating", Satisfied)).Json();
        await (await client.Post("/progress/rating", Satisfied)).Problem(409, "rating.once", "《信访工作条例》第二十一条");

        var rating = await (await app.As("supervisor").Get($"/petitions/{filed.Id}/rating")).Json();
        Assert.Equal(("True", "Satisfied", "FairlySatisfied"), (rating.Text("rated"), rating.Text("office"), rating.Text("organScore")));
        var progress = await app.Progress(filed, Wire.On(2026, 5, 30));
        Assert.Contains(progress.GetProperty("steps").EnumerateArray(), step => step.Text("key") == "rated");
    }

    [Fact]
    public async Task After_the_window_it_is_over()
    {
        var filed = await Served();
        var client = app.WithTicket(await app.Ticket(filed, Wire.On(2026, 5, 30)), Wire.On(2026, 5, 30));
        await (await client.Post("/progress/rating", Satisfied)).Problem(409, "rating.too-late", "《信访工作条例》第二十一条");
        Assert.Equal("False", (await (await app.As("office-head").Get($"/petitions/{filed.Id}/rating")).Json()).Text("rated"));
    }

    [Fact]
    public async Task Before_service_there_is_nothing_to_rate()
    {
        var filed = await app.Forwarded();
        await (await app.WithTicket(await app.Ticket(filed)).Post("/progress/rating", Satisfied)).Problem(409, "rating.not-served", "《信访工作条例》第二十一条");
    }

    [Fact, Rule("C-26")]
    public async Task Dissatisfied_says_why()
    {
        var filed = await Served();
        var client = app.WithTicket(await app.Ticket(filed, Wire.On(2026, 5, 7)), Wire.On(2026, 5, 7));
        await (await client.Post("/progress/rating", new { office = "Dissatisfied", organ = "Satisfied" })).Problem(422, "rating.office-reason");
        await (await client.Post("/progress/rating", new { office = "Satisfied", organ = "Dissatisfied", organReason = " " })).Problem(422, "rating.organ-reason");
        await (await client.Post("/progress/rating", new { office = "Satisfied", organ = "Dissatisfied", organReason = "没有到现场看" })).Json();
        Assert.Equal("没有到现场看", (await (await app.As("supervisor").Get($"/petitions/{filed.Id}/rating")).Json()).Text("organReason"));
    }

    [Fact, Rule("C-26")]
    public async Task Staff_cannot_rate_not_even_with_a_ticket()
    {
        var filed = await Served();
        var client = app.WithTicket(await app.Ticket(filed, Wire.On(2026, 5, 7)), Wire.On(2026, 5, 7)).As("clerk");
        await (await client.Post("/progress/rating", Satisfied)).Problem(403, "rating.petitioner-only", "《信访工作条例》第二十一条");
    }

    [Fact]
    public async Task Two_at_once_count_once()
    {
        var filed = await Served();
        var ticket = await app.Ticket(filed, Wire.On(2026, 5, 7));
        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => app.WithTicket(ticket, Wire.On(2026, 5, 7)).Post("/progress/rating", Satisfied)));
        Assert.Single(answers, answer => answer.StatusCode == System.Net.HttpStatusCode.OK);
        Assert.All(answers.Where(answer => answer.StatusCode != System.Net.HttpStatusCode.OK), answer => Assert.Equal(System.Net.HttpStatusCode.Conflict, answer.StatusCode));
    }

    [Fact]
    public async Task What_is_told_of_the_petition_meanwhile_refuses_nobodys_rating()
    {
        var (filed, ct) = (await Served(), TestContext.Current.CancellationToken);
        var client = app.WithTicket(await app.Ticket(filed, Wire.On(2026, 5, 7)), Wire.On(2026, 5, 7));
        await using var other = new NpgsqlConnection(app.Database);
        await other.OpenAsync(ct);
        await using var meanwhile = await other.BeginTransactionAsync(ct);
        await using (var change = new NpgsqlCommand("update petition set supplements = supplements where id = $1", other) { Parameters = { new() { Value = filed.Id } } }) await change.ExecuteNonQueryAsync(ct);
        var rating = client.Post("/progress/rating", Satisfied);
        // It has read the petition as it was, and waits for the row.
        await IntakeApp.Soon(async () => await app.Sql<long>("select count(*) from pg_locks where not granted and pid in (select pid from pg_stat_activity where datname = current_database())") > 0);
        await meanwhile.CommitAsync(ct);
        await (await rating).Json();
    }

    [Fact]
    public async Task The_organ_does_not_read_it()
    {
        var filed = await Served();
        await (await app.As("120104-zjw.officer").Get($"/petitions/{filed.Id}/rating")).Problem(403, "duty.missing");
    }

    [Fact, Rule("C-26")]
    public async Task Dissatisfaction_is_called_back_once_and_the_petitioner_sees_it()
    {
        var filed = await Served();
        var on = Wire.On(2026, 5, 7);
        await (await app.As("office-head", on).Post($"/petitions/{filed.Id}/call-back", CalledBack)).Problem(409, "call-back.not-owed", "《信访工作条例》第二十一条");
        await (await app.WithTicket(await app.Ticket(filed, on), on).Post("/progress/rating", new { office = "Dissatisfied", organ = "Dissatisfied", officeReason = "没有人接电话", organReason = "没有到现场看" })).Json();

        var owed = await (await app.As("supervisor", on).Get("/call-backs?limit=100")).Json();
        var row = Assert.Single(owed.GetProperty("items").EnumerateArray(), item => item.Text("petitionId") == filed.Id.ToString());
        Assert.Equal(("2026-05-07", "2026-05-11"), (row.Text("owedFrom"), row.GetProperty("due").Text("dueOn")));
        Assert.NotEmpty(row.GetProperty("due").GetProperty("derivation").EnumerateArray());

        await (await app.As("clerk", on).Post($"/petitions/{filed.Id}/call-back", CalledBack)).Problem(403, "call-back.own-work", "《信访工作条例》第二十一条");
        await (await app.As("120104-zjw.officer", on).Post($"/petitions/{filed.Id}/call-back", CalledBack)).Problem(403, "duty.missing");
        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => app.As("office-head", on).Post($"/petitions/{filed.Id}/call-back", CalledBack)));
        Assert.Single(answers, answer => answer.StatusCode == System.Net.HttpStatusCode.OK);
        await (await app.As("office-head", on).Post($"/petitions/{filed.Id}/call-back", CalledBack)).Problem(409, "call-back.once");

        Assert.DoesNotContain((await (await app.As("clerk", on).Get("/call-backs?limit=100")).Json()).GetProperty("items").EnumerateArray(), item => item.Text("petitionId") == filed.Id.ToString());
        var read = await (await app.As("clerk", on).Get($"/petitions/{filed.Id}")).Json();
        Assert.Equal(("没有人回来看过，电话也打不通。", "电话"), (read.GetProperty("callBack").Text("said"), read.GetProperty("callBack").Text("wayText")));
        Assert.Contains(read.GetProperty("record").EnumerateArray(), line => line.Text("act") == "CallBack" && line.Text("article") == "《信访工作条例》第二十一条");
        var step = Assert.Single((await app.Progress(filed, on)).GetProperty("steps").EnumerateArray(), step => step.Text("key") == "called-back");
        Assert.Equal("我们给您打过电话", step.Text("title"));
        Assert.Equal(0, await app.Sql<long>("select count(*) from call_back where encode(said, 'escape') like '%电话%'"));
    }

    private static readonly object CalledBack = new { way = "Phone", heldOn = "2026-05-07", outcome = "MoreToDo", said = "没有人回来看过，电话也打不通。" };

    private async Task<Journey.Filed> Served()
    {
        var filed = await app.Forwarded(at: Wire.On(2026, 3, 2), forwardedAt: Wire.On(2026, 3, 4));
        await app.Publish(new OpinionServed
        {
            PetitionId = filed.Id, Organ = "120104-zjw", ServedOn = new(2026, 4, 29), Method = "Electronic", ReviewBody = "120104",
            ReviewStrictDueOn = new(2026, 5, 29), ReviewDueOn = new(2026, 5, 29), DocumentId = Guid.CreateVersion7(),
        }, filed.Id);
        await IntakeApp.Soon(async () => await app.Sql<long>("select count(*) from progress where petition_id = $1", filed.Id) == 1);
        return filed;
    }
}
