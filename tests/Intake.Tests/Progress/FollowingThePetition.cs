using Xinfang.Contracts.CaseHandling.V1;
using Xinfang.Contracts.DepartmentFeed.V1;

namespace Xinfang.Intake.Tests.Progress;

/// <summary>The fixed facts of the design, told by real events over the real broker.</summary>
public class FollowingThePetition(IntakeApp app)
{
    private const string Organ = "120104-zjw";

    [Fact]
    public async Task The_story_equals_the_fixed_facts()
    {
        var filed = await Told(shuffle: null);

        var running = await app.Progress(filed, Wire.On(2026, 4, 17));
        Assert.Equal("处理意见已经送到，3项请求支持了2项。2026年4月29日（周三）送到。", running.Text("sentence")); // all is told; the day read does not change what has happened
        var after = await app.Progress(filed, Wire.On(2026, 5, 7));
        var terms = after.GetProperty("terms").EnumerateArray().ToDictionary(term => term.Text("code"));
        Assert.Equal(("2026-03-17", "2026-03-04"), (terms["forwarding"].Text("dueOn"), terms["forwarding"].Text("doneOn")));
        Assert.Equal(("2026-03-05", "2026-03-20", "2026-03-11"), (terms["notice"].Text("from"), terms["notice"].Text("dueOn"), terms["notice"].Text("doneOn")));
        Assert.Equal(("2026-03-11", "2026-05-10", "2026-05-11", "2026-04-27"),
            (terms["completion"].Text("from"), terms["completion"].Text("strictDueOn"), terms["completion"].Text("dueOn"), terms["completion"].Text("doneOn")));
        Assert.Equal(("2026-04-29", "2026-05-29"), (terms["review-request"].Text("from"), terms["review-request"].Text("dueOn")));
        Assert.Equal(["registered", "routed", "received", "accepted", "decided", "served"],
            after.GetProperty("steps").EnumerateArray().Where(step => step.Text("state") == "Done").Select(step => step.Text("key")));
        Assert.Equal("2026-05-29", after.Text("ratingUntil"));
        Assert.Equal(["Receipt", "Forwarding", "Acceptance", "Opinion"], after.GetProperty("documents").EnumerateArray().Select(document => document.Text("kind")));
    }

    [Fact]
    public async Task In_any_order_and_twice_it_is_the_same_story()
    {
        var expected = Comparable(await app.Progress(await Told(shuffle: null), Wire.On(2026, 5, 7)));
        foreach (var seed in new[] { 1, 2, 3 })
            Assert.Equal(expected, Comparable(await app.Progress(await Told(new Random(seed)), Wire.On(2026, 5, 7))));
    }

    [Fact]
    public async Task An_agreed_contestation_brings_it_back_to_the_clerk_who_routes_it_again()
    {
        var filed = await app.Forwarded(at: Wire.On(2026, 3, 2), forwardedAt: Wire.On(2026, 3, 4));
        await app.Publish(new AssignmentContested { PetitionId = filed.Id, Organ = Organ, Round = 1, ContestedAt = Wire.On(2026, 3, 6) }, filed.Id);
        await app.Publish(new ContestationDecided { PetitionId = filed.Id, Organ = Organ, Round = 1, Agreed = true, DecidedAt = Wire.On(2026, 3, 9) }, filed.Id);
        await Status(filed, "Returned");

        await (await app.As("clerk", Wire.On(2026, 3, 10)).Post($"/petitions/{filed.Id}/forwarding", new { organ = Organ, reason = "还是请你们办理。" }))
            .Problem(409, "petition.returned-by-this-organ", "《信访工作条例》第二十三条第三款");
        var again = await (await app.As("clerk", Wire.On(2026, 3, 10)).Post($"/petitions/{filed.Id}/forwarding", new { organ = "120104-cgw", reason = "路面设施归区城管委管。" })).Json();
        Assert.Equal(("2", "False"), (again.Text("round"), again.Text("late")));

        // A word about the first round that comes late changes nothing.
        await app.Publish(new ContestationDecided { PetitionId = filed.Id, Organ = Organ, Round = 1, Agreed = true, DecidedAt = Wire.On(2026, 3, 9) }, filed.Id);
        await Marker(filed);
        await Status(filed, "Forwarded");
        Assert.True((await (await app.As("auditor").Get($"/petitions/{filed.Id}/record/verification")).Json()).GetProperty("intact").GetBoolean());
    }

    [Fact]
    public async Task A_refused_contestation_leaves_it_where_it_is()
    {
        var filed = await app.Forwarded();
        await app.Publish(new ContestationDecided { PetitionId = filed.Id, Organ = Organ, Round = 1, Agreed = false, DecidedAt = Wire.On(2026, 3, 9) }, filed.Id);
        await Marker(filed);
        await Status(filed, "Forwarded");
    }

    [Fact]
    public async Task Completion_ends_supplements()
    {
        var filed = await app.Forwarded();
        await app.Publish(new PetitionCompleted { PetitionId = filed.Id, Organ = Organ, CompletedAt = Wire.On(2026, 5, 6), InTime = true }, filed.Id);
        await Status(filed, "Completed");
        await (await app.WithTicket(await app.Ticket(filed)).Post("/progress/supplements", new { text = "又返水了一次" })).Problem(409, "petition.wrong-state");
        Assert.True((await (await app.As("auditor").Get($"/petitions/{filed.Id}/record/verification")).Json()).GetProperty("intact").GetBoolean());
    }

    [Fact]
    public async Task A_declination_shows_the_road_and_the_day()
    {
        var filed = await app.Forwarded(at: Wire.On(2026, 3, 2), forwardedAt: Wire.On(2026, 3, 4));
        await app.Publish(new PetitionDeclined
        {
            PetitionId = filed.Id, Organ = Organ, DeclinedAt = Wire.On(2026, 3, 11), Road = "Arbitration", Until = new(2027, 1, 15),
            DocumentId = Guid.CreateVersion7(), DocumentNumber = "津南开住建信不受〔2026〕2号",
        }, filed.Id);
        await Status(filed, "Declined");
        var progress = await app.Progress(filed, Wire.On(2026, 3, 12));
        Assert.Contains("2027年1月15日", progress.Text("todo"), StringComparison.Ordinal);
        Assert.Contains("这件事要由仲裁定。", progress.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_acknowledgement_goes_into_the_record_once()
    {
        var filed = await app.Forwarded();
        var told = new PetitionAcknowledged { PetitionId = filed.Id, Organ = Organ, EventId = Guid.CreateVersion7(), AcknowledgedAt = Wire.On(2026, 3, 5) };
        await app.Publish(told, filed.Id);
        await app.Publish(told, filed.Id);
        await Marker(filed);
        Assert.Equal(1L, await app.Sql<long>("select count(*) from record where petition_id = $1 and act = 'Acknowledge'", filed.Id));
    }

    [Fact]
    public async Task Supplements_are_numbered_and_kept_once()
    {
        var filed = await app.Forwarded();
        var client = app.WithTicket(await app.Ticket(filed));
        Assert.Equal("1", (await (await client.Post("/progress/supplements", new { text = "3月10日又返水一次。" })).Json()).Text("number"));
        await (await client.Post("/progress/supplements", new { text = "3月10日又返水一次。" })).Problem(409, "supplement.already-received");
        await (await client.Post("/progress/supplements", new { text = "水" })).Problem(422, "supplement.length", "《信访工作条例》第十九条第一款");
        Assert.Equal("2", (await (await client.Post("/progress/supplements", new { text = "3月12日也返水。" })).Json()).Text("number"));
    }

    private async Task<Journey.Filed> Told(Random? shuffle)
    {
        var filed = await app.Forwarded(at: Wire.On(2026, 3, 2, 9, 42), forwardedAt: Wire.On(2026, 3, 4));
        var opinion = Guid.CreateVersion7();
        Func<Task>[] events =
        [
            () => app.Publish(new PetitionReceived
            {
                PetitionId = filed.Id, Organ = Organ, Round = 1, Sealed = false, ReceivedAt = Wire.On(2026, 3, 5),
                NoticeStrictDueOn = new(2026, 3, 20), NoticeDueOn = new(2026, 3, 20), ContestDueOn = new(2026, 3, 12),
            }, filed.Id),
            () => app.Publish(new PetitionAccepted
            {
                PetitionId = filed.Id, Organ = Organ, AcceptedAt = Wire.On(2026, 3, 11), StrictDueOn = new(2026, 5, 10), DueOn = new(2026, 5, 11),
                DocumentId = Guid.CreateVersion7(), DocumentNumber = "津南开住建信受〔2026〕31号",
            }, filed.Id),
            () => app.Publish(new PetitionDecided
            {
                PetitionId = filed.Id, Organ = Organ, DecidedAt = Wire.On(2026, 4, 27), Supported = 2, Explained = 1, NotSupported = 0, InTime = true,
                DocumentId = opinion, DocumentNumber = "津南开住建信理〔2026〕18号",
            }, filed.Id),
            () => app.Publish(new OpinionServed
            {
                PetitionId = filed.Id, Organ = Organ, ServedOn = new(2026, 4, 29), Method = "Electronic", ReviewBody = "120104",
                ReviewStrictDueOn = new(2026, 5, 29), ReviewDueOn = new(2026, 5, 29), DocumentId = opinion,
            }, filed.Id),
        ];
        if (shuffle is not null)
        {
            events = [.. events, .. events]; // told twice, each time as a new message
            shuffle.Shuffle(events);
        }
        foreach (var send in events) await send();
        await IntakeApp.Soon(async () => await app.Sql<long>("select count(*) from progress where petition_id = $1", filed.Id) == 4);
        return filed;
    }

    /// <summary>An event that is handled after all those sent before it for this petition.</summary>
    private async Task Marker(Journey.Filed filed)
    {
        var day = new DateOnly(2026, 3, 1).AddDays(Random.Shared.Next(1, 300));
        await app.Publish(new StatementHeard { PetitionId = filed.Id, Organ = "120104-sfj", HeardOn = day, RecordedAt = Wire.On(2026, 3, 20) }, filed.Id);
        await IntakeApp.Soon(async () => await app.Sql<long>("select count(*) from progress where petition_id = $1 and event like '%StatementHeard'", filed.Id) == 1);
    }

    private Task Status(Journey.Filed filed, string status) =>
        IntakeApp.Soon(async () => await app.Sql<string>("select status from petition where id = $1", filed.Id) == status);

    private static string Comparable(System.Text.Json.JsonElement progress) =>
        string.Join('\n', progress.GetProperty("steps").EnumerateArray().Select(step => $"{step.Text("state")} {step.Text("title")} {step.Text("on")} {step.Text("late")} {step.Text("text")}"))
        + progress.Text("sentence") + progress.Text("todo") + progress.Text("terms") + progress.Text("ratingUntil");
}
