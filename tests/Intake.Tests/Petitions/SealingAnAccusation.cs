using System.Text.Json;
using Xinfang.Contracts.CaseHandling.V1;

namespace Xinfang.Intake.Tests.Petitions;

public class SealingAnAccusation(IntakeApp app)
{
    [Fact]
    public async Task Goes_to_the_disciplinary_organ_only()
    {
        var filed = await app.Classified(category: "Accusation");
        await (await app.As("clerk").Post($"/petitions/{filed.Id}/forwarding", new { organ = "120104-zjw", reason = "房屋共用管道归它管。" }))
            .Problem(409, "petition.accusation-to-discipline-only", "《信访工作条例》第二十二条第二款");
        await (await app.As("clerk").Post($"/petitions/{filed.Id}/forwarding", new { organ = "120104-jwjw", reason = "反映公职人员违纪。" })).Json();
    }

    [Fact]
    public async Task Hides_what_it_says_from_the_office()
    {
        var filed = await app.Classified(category: "Accusation");
        foreach (var account in new[] { "clerk", "office-head", "supervisor", "auditor" })
        {
            var detail = (await (await app.As(account).Get($"/petitions/{filed.Id}")).Json()).ToString();
            Assert.All([Wire.Subject, Wire.Facts, "修好主管道", "张*验"], secret => Assert.DoesNotContain(secret, detail, StringComparison.Ordinal));
        }
        var list = (await (await app.As("clerk").Get($"/petitions?state=All&q={filed.Number}")).Json()).ToString();
        Assert.Contains("保密件", list, StringComparison.Ordinal);
        Assert.DoesNotContain(Wire.Subject, list, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Its_readers_are_recorded()
    {
        var filed = await app.Forwarded("120104-jwjw", category: "Accusation");
        var dossier = await (await app.As("120104-jwjw.officer").Get($"/petitions/{filed.Id}/dossier")).Json();
        Assert.Equal(Wire.Facts, dossier.Text("facts"));
        await (await app.As("120104-zjw.officer").Get($"/petitions/{filed.Id}/dossier")).Problem(404, "petition.not-found");

        var last = (await (await app.As("auditor").Get($"/petitions/{filed.Id}")).Json()).GetProperty("record").EnumerateArray().Last();
        Assert.Equal(("ReadSealed", "120104-jwjw.officer", "《信访工作条例》第三十条"), (last.Text("act"), last.Text("by"), last.Text("article")));
        Assert.True((await (await app.As("auditor").Get($"/petitions/{filed.Id}/record/verification")).Json()).GetProperty("intact").GetBoolean());
    }

    [Fact]
    public async Task Its_events_say_nothing_but_that_it_is_there()
    {
        var (events, filed) = await Watch.Events(app, async () => await app.Forwarded("120104-jwjw", category: "Accusation"));
        var classified = events.Single(e => e.Type == "PetitionClassified" && e.Of(filed.Id)).Body;
        Assert.Equal((true, false), (classified.GetProperty("sealed").GetBoolean(), Told(classified, "category") || Told(classified, "contentCode")));
        var forwarded = events.Single(e => e.Type == "PetitionForwarded" && e.Of(filed.Id)).Body;
        Assert.Equal((true, false, 0), (forwarded.GetProperty("sealed").GetBoolean(), Told(forwarded, "number") || Told(forwarded, "category"), forwarded.GetProperty("claimCount").GetInt32()));
    }

    [Fact]
    public async Task The_petitioner_still_follows_it()
    {
        var filed = await app.Forwarded("120104-jwjw", category: "Accusation");
        var progress = await app.Progress(filed);
        Assert.Equal(Wire.Subject, progress.Text("subject"));
        Assert.DoesNotContain(progress.GetProperty("acts").EnumerateArray(), act => act.Text("act") == "Rate");
    }

    [Fact]
    public async Task Leaves_the_searchable_table()
    {
        var filed = await app.Classified(category: "Accusation");
        Assert.Equal(0L, await app.Sql<long>("select count(*) from dossier where petition_id = $1", filed.Id));
        Assert.Equal(1L, await app.Sql<long>("select count(*) from sealed_dossier where petition_id = $1", filed.Id));
    }

    [Fact]
    public async Task What_was_written_before_the_seal_is_closed_with_it()
    {
        var filed = await app.Forwarded();
        var (notice, letter) = (await Id("notice_id"), await Id("letter_id"));
        await (await app.As("clerk").Get($"/petitions/{filed.Id}/documents/{letter}")).Json();
        await app.Publish(new ContestationDecided { PetitionId = filed.Id, Organ = "120104-zjw", Round = 1, Agreed = true, DecidedAt = Wire.On(2026, 3, 9) }, filed.Id);
        await IntakeApp.Soon(async () => await app.Sql<string>("select status from petition where id = $1", filed.Id) == "Returned");
        await (await app.As("clerk").Post($"/petitions/{filed.Id}/classification", new { category = "Accusation", contentCode = "160000", urgent = false })).Json();

        foreach (var document in new[] { notice, letter, filed.Id })
            await (await app.As("clerk").Get($"/petitions/{filed.Id}/documents/{document}")).Problem(404, "petition.not-found");

        var answer = await (await app.As("clerk").Post($"/petitions/{filed.Id}/forwarding", new { organ = "120104-jwjw", reason = "反映公职人员违纪。" })).Json();
        var sealedLetter = await (await app.As("clerk").Get($"/petitions/{filed.Id}/documents/{answer.Text("letterId")}")).Json();
        Assert.DoesNotContain(Wire.Subject, sealedLetter.ToString(), StringComparison.Ordinal);
        await (await app.As("120104-jwjw.officer").Get($"/petitions/{filed.Id}/documents/{letter}")).Problem(404, "petition.not-found");

        async Task<Guid> Id(string column) => await app.Sql<Guid>($"select {column} from routing_words where petition_id = $1 and round = 1", filed.Id);
    }

    private static bool Told(JsonElement body, string name) => body.TryGetProperty(name, out var value) && value.ValueKind is not JsonValueKind.Null;
}
