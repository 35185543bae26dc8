using System.Diagnostics;
using Xinfang.Testing;

namespace Xinfang.Intake.Tests.Progress;

public class OpeningTheProgress(IntakeApp app)
{
    [Theory, InlineData(null), InlineData("4515")]
    [Rule("A-13"), Rule("C-15")]
    public async Task Number_code_and_last_four_give_a_ticket(string? lastFour)
    {
        var filed = await app.Submitted();
        var progress = await (await app.WithTicket(await app.Ticket(filed, lastFour: lastFour)).Get("/progress")).Json();
        Assert.Equal((filed.Number, Wire.Subject, "Registered"), (progress.Text("number"), progress.Text("subject"), progress.Text("stage")));
    }

    [Fact]
    public async Task The_code_is_read_however_it_is_typed()
    {
        var filed = await app.Submitted();
        await app.Ticket(filed with { Code = filed.Code.ToLowerInvariant().Replace("-", " ", StringComparison.Ordinal) });
    }

    [Fact]
    public async Task Whatever_is_wrong_the_answer_is_the_same()
    {
        var filed = await app.Submitted();
        object[] wrong =
        [
            new { number = "120104-20200101-0001", queryCode = filed.Code, lastFour = "0017" },
            new { number = filed.Number, queryCode = "2222-2222", lastFour = "0017" },
            new { number = filed.Number, queryCode = filed.Code, lastFour = "9999" },
            new { number = filed.Number, queryCode = filed.Code },
            new { number = "no number", queryCode = "", lastFour = "" },
        ];
        var titles = new HashSet<string>();
        foreach (var attempt in wrong)
            titles.Add((await (await app.Public().Post("/progress/tickets", attempt)).Problem(404, "progress.not-found")).Text("title"));
        Assert.Single(titles);
    }

    [Fact]
    public async Task And_takes_about_as_long()
    {
        var (filed, client) = (await app.Submitted(), app.Public());
        var (unknown, wrong) = (new List<double>(), new List<double>());
        for (var i = 0; i < 19; i++) // under the limit of 20 a minute and number
        {
            unknown.Add(await Took(new { number = $"120104-20200102-{i:0000}", queryCode = filed.Code, lastFour = "0017" }));
            wrong.Add(await Took(new { number = filed.Number, queryCode = "2222-2222", lastFour = "0017" }));
        }
        var ratio = unknown.Order().ElementAt(9) / wrong.Order().ElementAt(9);
        Assert.InRange(ratio, 0.4, 2.5);

        async Task<double> Took(object attempt)
        {
            var start = Stopwatch.GetTimestamp();
            using var response = await client.Post("/progress/tickets", attempt);
            return Stopwatch.GetElapsedTime(start).TotalMicroseconds;
        }
    }

    [Fact]
    public async Task Guessing_at_one_number_is_stopped_even_for_the_right_code()
    {
        var filed = await app.Submitted();
        for (var i = 0; i < 20; i++)
            await (await app.Public().Post("/progress/tickets", new { number = filed.Number, queryCode = "2222-2222", lastFour = "0017" })).Problem(404, "progress.not-found");
        var stopped = await app.Public().Post("/progress/tickets", new { number = filed.Number, queryCode = filed.Code, lastFour = "0017" });
        await stopped.Problem(429, "rate.limited");
        Assert.NotNull(stopped.Headers.RetryAfter);
    }

    [Fact]
    public async Task Without_a_ticket_there_is_nothing_to_see() => await (await app.Public().Get("/progress")).Problem(401, "ticket.required");

    [Fact]
    public async Task A_ticket_runs_out_after_half_an_hour()
    {
        var filed = await app.Submitted();
        var ticket = await app.Ticket(filed, Wire.On(2026, 3, 2, 10, 0));
        await (await app.WithTicket(ticket, Wire.On(2026, 3, 2, 10, 29)).Get("/progress")).Json();
        await (await app.WithTicket(ticket, Wire.On(2026, 3, 2, 10, 31)).Get("/progress")).Problem(401, "ticket.required");
    }

    [Fact]
    public async Task A_changed_ticket_opens_nothing()
    {
        var ticket = await app.Ticket(await app.Submitted());
        var changed = (ticket[0] == 'A' ? 'B' : 'A') + ticket[1..];
        await (await app.WithTicket(changed).Get("/progress")).Problem(401, "ticket.required");
    }

    [Fact]
    public async Task The_receipt_names_the_petitioner_and_what_comes_next()
    {
        var filed = await app.Submitted(Wire.On(2026, 3, 2));
        var receipt = await (await app.WithTicket(await app.Ticket(filed)).Get($"/progress/documents/{filed.Id}")).Json();
        Assert.Equal(("Receipt", Wire.Name), (receipt.Text("kind"), receipt.Text("addressee")));
        Assert.Contains("最晚2026年3月17日（周二）", receipt.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain(filed.Code, receipt.ToString(), StringComparison.Ordinal);
        var copy = await (await app.As("clerk").Get($"/petitions/{filed.Id}/documents/{filed.Id}")).Json();
        Assert.Equal("张*验", copy.Text("addressee"));
    }

    [Fact]
    public async Task The_letter_to_the_organ_is_not_the_petitioners()
    {
        var filed = await app.Forwarded();
        var (client, progress) = (app.WithTicket(await app.Ticket(filed)), await app.Progress(filed));
        var notice = progress.GetProperty("documents").EnumerateArray().Single(document => document.Text("kind") == "Forwarding");
        Assert.Contains("房屋共用管道归区住建委管。", (await (await client.Get($"/progress/documents/{notice.Id()}")).Json()).ToString(), StringComparison.Ordinal);
        var letter = await app.Sql<Guid>("select letter_id from routing_words where petition_id = $1", filed.Id);
        await (await client.Get($"/progress/documents/{letter}")).Problem(404, "document.not-found");
    }

    [Theory]
    [InlineData("docx", "PK")]
    [InlineData("pdf", "%PDF")]
    public async Task Every_document_is_a_file_too_for_the_petitioner_and_for_who_reads_it_at_a_desk(string format, string begin)
    {
        var filed = await app.Forwarded();
        var client = app.WithTicket(await app.Ticket(filed));
        foreach (var document in (await app.Progress(filed)).GetProperty("documents").EnumerateArray()) await Begins(client, $"/progress/documents/{document.Id()}.{format}");
        foreach (var document in (await (await app.As("clerk").Get($"/petitions/{filed.Id}")).Json()).GetProperty("documents").EnumerateArray())
        {
            await Begins(app.As("clerk"), $"/petitions/{filed.Id}/documents/{document.Id()}.{format}");
            await (await app.As("120104-rsj.officer").Get($"/petitions/{filed.Id}/documents/{document.Id()}.{format}")).Problem(404, "petition.not-found");
        }
        var letter = await app.Sql<Guid>("select letter_id from routing_words where petition_id = $1", filed.Id);
        await (await client.Get($"/progress/documents/{letter}.{format}")).Problem(404, "document.not-found");
        await (await app.WithTicket("no ticket").Get($"/progress/documents/{filed.Id}.{format}")).Problem(401, "ticket.required");

        async Task Begins(HttpClient reader, string path) =>
            Assert.StartsWith(begin, System.Text.Encoding.Latin1.GetString(await reader.GetByteArrayAsync(path)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_service_learns_the_addressee_under_the_petitioners_ticket()
    {
        var answer = await (await app.WithTicket(await app.Ticket(await app.Submitted())).Get("/progress/addressee")).Json();
        Assert.Equal((Wire.Name, "张*验"), (answer.Text("name"), answer.Text("masked")));
    }
}
