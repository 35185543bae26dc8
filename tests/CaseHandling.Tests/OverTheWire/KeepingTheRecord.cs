using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Xinfang.CaseHandling.Api;
using Xinfang.CaseHandling.Api.Documents;
using Xinfang.CaseHandling.Domain;

namespace Xinfang.CaseHandling.Tests.OverTheWire;

[Collection(OverTheWire.Name)]
public class KeepingTheRecord(CaseHandlingApp app)
{
    [Fact]
    public async Task A_changed_entry_is_found_where_it_was_changed()
    {
        var id = await app.Decided();
        Assert.Equal((true, 7), await Check(id));

        await app.Sql($"update record set facts = replace(facts, '2026-05-11', '2026-07-11') where petition_id = {id} and seq = 3");
        Assert.Equal((false, 3), await Check(id));
        Assert.False((await app.Detail(id)).GetProperty("chain").GetProperty("intact").GetBoolean());
    }

    [Fact]
    public async Task A_removed_entry_is_found()
    {
        var id = await app.Decided();
        await app.Sql($"delete from record where petition_id = {id} and seq = 4");
        Assert.Equal((false, 4), await Check(id));
    }

    [Fact]
    public async Task A_removed_last_entry_is_found_because_the_petition_no_longer_fits()
    {
        var id = await app.Decided();
        await app.Sql($"delete from record where petition_id = {id} and seq = 7");
        Assert.Equal((false, 6), await Check(id));
    }

    [Fact]
    public async Task A_changed_petition_is_found()
    {
        var id = await app.Decided();
        await app.Sql($"update petition set decided_on = '2026-04-20' where id = {id}");
        Assert.Equal((false, 7), await Check(id));
    }

    [Fact]
    public async Task A_case_file_moved_from_another_petition_is_found()
    {
        var (id, other) = (await app.Decided(), await app.Decided());
        await app.Sql($"update petition set case_file = (select case_file from petition where id = {other}) where id = {id}");
        Assert.Equal((false, 7), await Check(id));
    }

    [Fact]
    public async Task A_changed_document_is_found_at_the_act_that_issued_it()
    {
        var id = await app.Decided();
        await app.Sql($"update document set number = '津南开住建信理〔2026〕999号' where petition_id = {id} and kind = 'Opinion'");
        Assert.Equal((false, 7), await Check(id));

        id = await app.Decided();
        await app.Sql($"update document set body = set_byte(body, length(body) - 1, get_byte(body, length(body) - 1) # 1) where petition_id = {id} and kind = 'Acceptance'");
        Assert.Equal((false, 3), await Check(id));
    }

    [Fact]
    public async Task A_changed_draft_is_found_at_the_act_that_saved_it()
    {
        var id = await app.Decided();
        await app.Sql($"update draft_version set hash = repeat('0', 64) where petition_id = {id}");
        Assert.Equal((false, 5), await Check(id));
    }

    [Fact]
    public async Task Numbers_have_no_gap_though_writers_run_beside_each_other_and_some_roll_back()
    {
        var year = 2031; // a register of its own
        await Task.WhenAll(Enumerable.Range(0, 16).Select(async writer =>
        {
            for (var i = 0; i < 8; i++)
            {
                await using var scope = app.Services.CreateAsyncScope();
                var db = scope.ServiceProvider.GetRequiredService<CaseHandlingDb>();
                var petition = Petition.Receive(new(new(Guid.CreateVersion7()), CaseHandlingApp.Zjw, 1, "120104-20310302-0001", Category.Redress, 1, false, false, new(year, 3, 2)),
                    Tests.Domain.Story.At(year, 3, 5)).Petition;
                await db.IssueAsync(Document.Draft(petition, DocumentKind.Acceptance, new(year, 3, 11), "信访事项受理告知书"), new("信访人", [], [], null), TestContext.Current.CancellationToken);
                if ((writer + i) % 3 != 0) await db.CommitAsync(TestContext.Current.CancellationToken); // else the scope rolls back
            }
        }));

        var numbers = await app.Db(db => db.Documents.Where(d => d.Year == year).OrderBy(d => d.Serial).Select(d => new { d.Serial, d.Number }).ToListAsync());
        Assert.Equal(Enumerable.Range(1, numbers.Count), numbers.Select(each => each.Serial));
        Assert.InRange(numbers.Count, 80, 90);
        Assert.Equal("津南开住建信受〔2031〕1号", numbers[0].Number);
    }

    private async Task<(bool Intact, int At)> Check(Guid id)
    {
        var check = await app.Get($"/petitions/{id}/record/verification");
        var intact = check.GetProperty("intact").GetBoolean();
        return (intact, check.GetProperty(intact ? "entries" : "brokenAt").GetInt32());
    }
}
