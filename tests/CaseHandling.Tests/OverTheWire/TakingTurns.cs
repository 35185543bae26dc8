using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xinfang.CaseHandling.Api.Supervising;
using Xinfang.CaseHandling.Api.Watching;
using Xinfang.Contracts.CaseHandling.V1;
using Xinfang.Testing;
using static Xinfang.CaseHandling.Tests.OverTheWire.CaseHandlingApp;

namespace Xinfang.CaseHandling.Tests.OverTheWire;

[Collection(OverTheWire.Name)]
public class TakingTurns(CaseHandlingApp app)
{
    [Fact]
    public async Task A_date_that_is_told_while_an_officer_acts_refuses_nobody()
    {
        app.Today(2026, 3, 5);
        var id = await app.Received();
        app.Today(2026, 3, 17); // the notice is due on 20 March: near since yesterday
        Task? watches = null;
        try
        {
            app.WhileIntakeIsAsked(async () =>
            {
                if (watches is not null) return;
                watches = Task.WhenAll(app.Services.GetRequiredService<DeadlineWatch>().ScanAsync(default), app.Services.GetRequiredService<LadderWatch>().ScanAsync(default));
                await Eventually.Holds(async () => watches.IsCompleted || await app.Waiting() >= 1);
            });
            var accepted = await app.Act(id, "acceptance", new { contactPhone = "022-0000 0014" });
            Assert.True(accepted.StatusCode is HttpStatusCode.OK, await accepted.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        }
        finally
        {
            app.WhileIntakeIsAsked(null);
        }
        await watches!;
        Assert.True((await app.Get($"/petitions/{id}/record/verification", "auditor")).GetProperty("intact").GetBoolean());
    }

    [Fact]
    public async Task Of_two_who_do_the_same_act_the_second_sees_what_the_first_has_done()
    {
        app.Today(2026, 3, 5);
        var id = await app.Received();
        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => app.Act(id, "claim")));
        Assert.Single(answers, answer => answer.IsSuccessStatusCode);
        foreach (var answer in answers.Where(answer => !answer.IsSuccessStatusCode)) await Refused(answer, 409, "petition.already-claimed");
    }
}
