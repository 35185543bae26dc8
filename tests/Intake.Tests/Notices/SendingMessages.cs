using Xinfang.Contracts.CaseHandling.V1;

namespace Xinfang.Intake.Tests.Notices;

public class SendingMessages(IntakeApp app)
{
    [Fact]
    public async Task Whoever_chose_messages_gets_one_for_each_step_and_nothing_of_the_matter_is_in_it()
    {
        var filed = await app.Submitted(form: By("Sms"));
        await (await app.As("clerk").Post($"/petitions/{filed.Id}/classification", new { category = "Redress", contentCode = "030000", urgent = false })).Json();
        await (await app.As("clerk").Post($"/petitions/{filed.Id}/forwarding", new { organ = "120104-zjw", reason = "房屋共用管道归区住建委管。" })).Json();
        await IntakeApp.Soon(async () => await Sent(filed) == 2);

        var lines = Lines(filed);
        Assert.Equal(2, lines.Count);
        Assert.All(lines, line => Assert.Equal(Wire.Phone, line.Split('\t')[1]));
        Assert.All(lines, line => Assert.All([Wire.Name, Wire.Subject, Wire.Address, filed.Code, "住建委"], secret => Assert.DoesNotContain(secret, line, StringComparison.Ordinal)));
        Assert.Contains(lines, line => line.Contains("有新进展，请查询", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_an_organ_tells_twice_is_told_to_the_person_once()
    {
        var filed = await app.Submitted(form: By("Sms"));
        var accepted = new PetitionAccepted
        {
            PetitionId = filed.Id, Organ = "120104-zjw", AcceptedAt = TimeProvider.System.GetUtcNow(), StrictDueOn = new(2027, 1, 20), DueOn = new(2027, 1, 20),
            DocumentId = Guid.CreateVersion7(), DocumentNumber = "津南开住建信受〔2026〕1号",
        };
        await app.Publish(accepted, filed.Id);
        await app.Publish(accepted, filed.Id);
        await IntakeApp.Soon(async () => await Sent(filed) == 2);
        await app.Publish(accepted, filed.Id);
        await app.Publish(new PetitionCompleted { PetitionId = filed.Id, Organ = "120104-zjw", CompletedAt = TimeProvider.System.GetUtcNow(), InTime = true }, filed.Id);
        await IntakeApp.Soon(async () => await Sent(filed) == 3);
        Assert.Equal(1L, await app.Sql<long>("select count(*) from notice where petition_id = $1 and cause = 'Accepted'", filed.Id));
        Assert.Equal(3, Lines(filed).Count);
    }

    [Fact]
    public async Task Broken_off_before_it_was_marked_it_is_handed_over_again_and_arrives_once()
    {
        var filed = await app.Submitted(form: By("Sms"));
        await IntakeApp.Soon(async () => await Sent(filed) == 1);
        // As a crash leaves it: taken, handed over, not marked.
        await app.Sql<object>("update notice set state = 'Waiting', sent_at = null, next_attempt_at = now() - interval '1 second' where petition_id = $1", filed.Id);
        await IntakeApp.Soon(async () => await Sent(filed) == 1);
        Assert.Single(Lines(filed));
        Assert.Equal(2, await app.Sql<int>("select attempts from notice where petition_id = $1", filed.Id));
    }

    [Fact]
    public async Task Without_a_name_nobody_is_told()
    {
        var filed = await app.Submitted(form: Wire.Anonymous());
        Assert.Equal(0L, await app.Sql<long>("select count(*) from notice where petition_id = $1", filed.Id));
        var form = Wire.Anonymous();
        form["noticeWay"] = "Sms";
        await (await app.Public().Submit(form)).Problem(422, "petition.incomplete");
        await (await app.WithTicket(await app.Ticket(filed)).Post("/progress/contact", new { way = "Sms", phone = Wire.Phone })).Problem(409, "contact.anonymous");
    }

    [Fact]
    public async Task Who_said_nothing_finds_it_under_the_progress_page()
    {
        var filed = await app.Submitted();
        var contact = await (await app.WithTicket(await app.Ticket(filed)).Get("/progress/contact")).Json();
        Assert.Equal(("Portal", "登记回执", "已发"), (contact.Text("way"), contact.GetProperty("notices")[0].Text("cause"), contact.GetProperty("notices")[0].Text("state")));
        Assert.Empty(Lines(filed));
    }

    [Fact]
    public async Task The_petitioner_changes_the_way_and_the_number_and_what_comes_goes_there()
    {
        var filed = await app.Submitted();
        var ticket = await app.Ticket(filed);
        await (await app.WithTicket(ticket).Post("/progress/contact", new { way = "Sms", phone = "022-00000000" })).Problem(422, "contact.mobile");
        await (await app.WithTicket(ticket).Post("/progress/contact", new { way = "Post", address = "一" })).Problem(422, "contact.address");
        var contact = await (await app.WithTicket(ticket).Post("/progress/contact", new { way = "Sms", phone = "13000000028" })).Json();
        Assert.Equal(("Sms", "13000000028"), (contact.Text("way"), contact.Text("phone")));
        await (await app.WithTicket(ticket).Post("/progress/withdrawal", new { confirmed = true })).Json();
        await IntakeApp.Soon(() => Task.FromResult(Lines(filed).Count == 1));
        Assert.Equal("13000000028", Lines(filed)[0].Split('\t')[1]);
        Assert.Equal(1L, await app.Sql<long>("select count(*) from record where petition_id = $1 and act = 'ChooseContact' and by = 'petitioner'", filed.Id));
    }

    [Fact]
    public async Task Whoever_filed_before_ways_were_kept_chooses_one_too()
    {
        var filed = await app.Submitted();
        await app.Sql<int?>("delete from contact where petition_id = $1", filed.Id);
        var ticket = await app.Ticket(filed);
        var before = await (await app.WithTicket(ticket).Get("/progress/contact")).Json();
        Assert.Equal(("Portal", Wire.Phone), (before.Text("way"), before.Text("phone")));
        Assert.Equal(0L, await app.Sql<long>("select count(*) from contact where petition_id = $1", filed.Id));

        var contact = await (await app.WithTicket(ticket).Post("/progress/contact", new { way = "Sms" })).Json();
        Assert.Equal(("Sms", Wire.Phone), (contact.Text("way"), contact.Text("phone")));
        Assert.Equal("Sms", await app.Sql<string>("select way from contact where petition_id = $1", filed.Id));
    }

    [Fact]
    public async Task A_carrier_that_is_away_is_asked_again_until_a_clerk_has_it()
    {
        var filed = await app.Submitted(form: By("Sms", AwayCarrier.Unreachable));
        await IntakeApp.Soon(async () => await State(filed) == "Failed");
        Assert.Equal(3, await app.Sql<int>("select attempts from notice where petition_id = $1", filed.Id)); // at once and after each pause

        var failed = await (await app.As("clerk").Get($"/notices?state=Failed&number={filed.Number}")).Json();
        var (item, id) = (failed.GetProperty("items")[0], failed.GetProperty("items")[0].Text("id"));
        Assert.Equal("短信通道连不上，试了几次都没有成功", item.Text("failureText"));
        Assert.DoesNotContain(AwayCarrier.Unreachable, failed.ToString(), StringComparison.Ordinal);
        await (await app.As("120104-zjw.officer").Post($"/notices/{id}/retry", new { })).Problem(403, "duty.missing");
        await (await app.As("clerk").Post($"/notices/{id}/retry", new { })).Json();
        await IntakeApp.Soon(async () => await State(filed) == "Failed");
        var resolved = await (await app.As("clerk").Post($"/notices/{id}/resolution", new { resolution = "InPerson", on = Today })).Json();
        Assert.Equal(("Resolved", "当面告诉了", "clerk"), (resolved.Text("state"), resolved.Text("resolutionText"), resolved.Text("by")));
        Assert.Equal(1L, await app.Sql<long>("select count(*) from record where petition_id = $1 and act = 'ResolveNotice'", filed.Id));
    }

    [Fact]
    public async Task What_no_message_reaches_goes_by_letter()
    {
        var filed = await app.Submitted(form: By("Sms", AwayCarrier.Refused));
        await IntakeApp.Soon(async () => await State(filed) == "Failed");
        Assert.Equal(1, await app.Sql<int>("select attempts from notice where petition_id = $1", filed.Id)); // asking again would not help
        var id = await app.Sql<Guid>("select id from notice where petition_id = $1", filed.Id);
        var letter = await (await app.As("clerk").Post($"/notices/{id}/letter", new { })).Json();
        Assert.Equal(("Post", "Waiting"), (letter.Text("way"), letter.Text("state")));
    }

    private static string Today => Xinfang.Law.Moment.DateIn(TimeProvider.System.GetUtcNow()).ToString("O", System.Globalization.CultureInfo.InvariantCulture);

    private Task<string?> State(Journey.Filed filed) => app.Sql<string>("select state from notice where petition_id = $1", filed.Id);

    private static Dictionary<string, object?> By(string way, string phone = Wire.Phone)
    {
        var form = Wire.Form();
        form["petitioner"] = new { name = Wire.Name, phone, idNumber = Wire.Identity, address = Wire.Address, anonymous = false };
        form["noticeWay"] = way;
        return form;
    }

    private async Task<long> Sent(Journey.Filed filed) => await app.Sql<long>("select count(*) from notice where petition_id = $1 and way = 'Sms' and state = 'Sent'", filed.Id);

    private List<string> Lines(Journey.Filed filed) =>
        [.. Directory.GetFiles(app.SmsFolder, "*.txt").SelectMany(File.ReadAllLines).Where(line => line.Contains(filed.Number, StringComparison.Ordinal))];
}
