using Xinfang.Contracts.CaseHandling.V1;

namespace Xinfang.Intake.Tests.Petitions;

public class ReadingTheDossier(IntakeApp app)
{
    [Theory, InlineData("120104-zjw.officer"), InlineData("120104-zjw.checker"), InlineData("120104-zjw.head"), InlineData("feed-120104-zjw")]
    public async Task Is_for_the_organ_that_holds_it(string account)
    {
        var filed = await app.Forwarded();
        var dossier = await (await app.As(account).Get($"/petitions/{filed.Id}/dossier")).Json();
        Assert.Equal((filed.Number, Wire.Subject, Wire.Facts), (dossier.Text("number"), dossier.Text("subject"), dossier.Text("facts")));
        Assert.Equal(3, dossier.GetProperty("claims").GetArrayLength());
        var petitioner = dossier.GetProperty("petitioner");
        Assert.Equal(("张*验", "130****0017"), (petitioner.Text("name"), petitioner.Text("phone")));
        Assert.DoesNotContain(Wire.Address, dossier.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_organ_does_not_learn_that_it_exists()
    {
        var filed = await app.Forwarded();
        var other = await (await app.As("120104-cgw.officer").Get($"/petitions/{filed.Id}/dossier")).Problem(404, "petition.not-found");
        var none = await (await app.As("120104-cgw.officer").Get($"/petitions/{Guid.CreateVersion7()}/dossier")).Problem(404, "petition.not-found");
        Assert.Equal(none.Text("title"), other.Text("title"));
    }

    [Fact]
    public async Task Before_routing_no_organ_reads_it() =>
        await (await app.As("120104-zjw.officer").Get($"/petitions/{(await app.Classified()).Id}/dossier")).Problem(404, "petition.not-found");

    [Fact]
    public async Task The_office_has_its_own_view() =>
        await (await app.As("clerk").Get($"/petitions/{(await app.Forwarded()).Id}/dossier")).Problem(403, "duty.missing");

    [Fact]
    public async Task After_a_return_the_organ_reads_it_no_more()
    {
        var filed = await app.Forwarded();
        await app.Publish(new ContestationDecided { PetitionId = filed.Id, Organ = "120104-zjw", Round = 1, Agreed = true, DecidedAt = Wire.On(2026, 3, 9) }, filed.Id);
        await IntakeApp.Soon(async () => await app.Sql<string>("select status from petition where id = $1", filed.Id) == "Returned");
        await (await app.As("120104-zjw.officer").Get($"/petitions/{filed.Id}/dossier")).Problem(404, "petition.not-found");
    }

    [Fact]
    public async Task Shows_supplements()
    {
        var filed = await app.Forwarded();
        await (await app.WithTicket(await app.Ticket(filed)).Post("/progress/supplements", new { text = "3月10日又返水一次。" })).Json();
        var dossier = await (await app.As("120104-zjw.officer").Get($"/petitions/{filed.Id}/dossier")).Json();
        Assert.Equal("3月10日又返水一次。", dossier.GetProperty("supplements")[0].Text("text"));
    }
}
