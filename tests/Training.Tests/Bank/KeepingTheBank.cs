using Microsoft.EntityFrameworkCore;
using Xinfang.Law;
using Xinfang.Training.Api.Bank;

namespace Xinfang.Training.Tests.Bank;

public class KeepingTheBank(TrainingApp app)
{
    private static readonly DateTimeOffset Now = Wire.On(2026, 4, 17);

    [Fact]
    public async Task A_question_is_used_only_after_a_second_person_has_looked()
    {
        using var trainer = app.As("trainer", Now);
        using var head = app.As("office-head", Now);
        var id = Guid.CreateVersion7();
        await (await trainer.Put($"/questions/{id}", Single())).Json();

        await (await trainer.Post($"/questions/{id}/review", new { approved = true })).Problem(403, "question.own");
        var released = await (await head.Post($"/questions/{id}/review", new { approved = true })).Json();
        Assert.Equal("Active", released.Text("state"));
        await (await trainer.Put($"/questions/{id}", Single())).Problem(409, "question.not-draft");
        await (await head.Post($"/questions/{id}/review", new { approved = true })).Problem(409, "question.not-draft");
    }

    [Fact]
    public async Task A_new_version_takes_the_place_of_the_old_one_which_is_kept()
    {
        using var trainer = app.As("trainer", Now);
        using var head = app.As("office-head", Now);
        var (first, second) = (Guid.CreateVersion7(), Guid.CreateVersion7());
        await (await trainer.Put($"/questions/{first}", Single())).Json();
        await (await head.Post($"/questions/{first}/review", new { approved = true })).Json();
        var next = await (await trainer.Put($"/questions/{second}", Single("换了问法：不服处理意见，几日内申请复查？", replaces: first))).Json();
        Assert.Equal(2, next.GetProperty("version").GetInt32());

        await (await head.Post($"/questions/{second}/review", new { approved = true })).Json();
        var old = await (await trainer.Get($"/questions/{first}")).Json();
        Assert.Equal(("Retired", "有了新版本"), (old.Text("state"), old.Text("retiredBecause")));
    }

    [Fact]
    public async Task A_question_that_is_not_approved_is_put_aside_with_the_reason()
    {
        using var trainer = app.As("trainer", Now);
        using var head = app.As("office-head", Now);
        var id = Guid.CreateVersion7();
        await (await trainer.Put($"/questions/{id}", Single())).Json();
        await (await head.Post($"/questions/{id}/review", new { approved = false })).Problem(400, "request.invalid");
        var aside = await (await head.Post($"/questions/{id}/review", new { approved = false, reason = "问得不清楚" })).Json();
        Assert.Equal(("Retired", "问得不清楚"), (aside.Text("state"), aside.Text("retiredBecause")));
    }

    [Theory]
    [InlineData("""{"kind":"Single","difficulty":1,"competency":"Terms","basis":"条例第三十五条","stem":"几日内申请复查？","explanation":"","options":["30日","30日"],"right":[0]}""", "options")]
    [InlineData("""{"kind":"Single","difficulty":1,"competency":"Terms","basis":"条例第三十五条","stem":"几日内申请复查？","explanation":"","options":["30日","60日"],"right":[2]}""", "right")]
    [InlineData("""{"kind":"Single","difficulty":1,"competency":"Terms","basis":"条例第三十五条","stem":"几日内申请复查？","explanation":"","options":["30日","60日"],"right":[0,1]}""", "right")]
    [InlineData("""{"kind":"Multiple","difficulty":1,"competency":"Terms","basis":"条例第三十五条","stem":"哪些对？","explanation":"","options":["30日","60日"],"right":[0]}""", "right")]
    [InlineData("""{"kind":"Date","difficulty":1,"competency":"Terms","basis":"条例第三十五条","stem":"最晚哪一天？","explanation":""}""", "day")]
    [InlineData("""{"kind":"Short","difficulty":1,"competency":"Terms","basis":"条例第三十五条","stem":"怎么劝？","explanation":""}""", "model")]
    [InlineData("""{"kind":"Single","difficulty":4,"competency":"Terms","basis":"条例第三十五条","stem":"几日内申请复查？","explanation":"","options":["30日","60日"],"right":[0]}""", "Difficulty")]
    [InlineData("""{"kind":"Single","difficulty":1,"competency":"Cooking","basis":"条例第三十五条","stem":"几日内申请复查？","explanation":"","options":["30日","60日"],"right":[0]}""", "competency")]
    [InlineData("""{"kind":"Single","difficulty":1,"competency":"Terms","basis":"条例第三十五条","stem":"几日内申请复查？","explanation":"","options":["30日",null],"right":[0]}""", "Options")]
    public async Task A_question_without_one_right_answer_is_refused_at_its_field(string body, string field)
    {
        using var trainer = app.As("trainer", Now);
        using var content = new StringContent(body, System.Text.Encoding.UTF8, "application/json");
        var problem = await (await trainer.PutAsync(new Uri($"/questions/{Guid.CreateVersion7()}", UriKind.Relative), content, TestContext.Current.CancellationToken)).Problem(400, "request.invalid");
        Assert.Contains(problem.GetProperty("errors").EnumerateObject(), error => error.Name.Equals(field, StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task A_question_of_the_law_is_not_changed_by_hand()
    {
        using var trainer = app.As("trainer", Now);
        await (await trainer.Post("/questions/issue", new { })).Json();
        var id = await app.Db(db => db.Questions.Where(question => question.Generated && question.State == QuestionState.Active).Select(question => question.Id).FirstAsync());
        await (await trainer.Put($"/questions/{Guid.CreateVersion7()}", Single(replaces: id))).Problem(403, "question.from-law");
        await (await trainer.Post($"/questions/{id}/retirement", new { reason = "不想用了" })).Problem(403, "question.from-law");
    }

    [Fact]
    public async Task Issuing_again_changes_nothing_and_a_changed_term_leaves_one_question_of_each_rule_in_use()
    {
        using var trainer = app.As("trainer", Now);
        await (await trainer.Post("/questions/issue", new { })).Json();
        var again = await (await trainer.Post("/questions/issue", new { })).Json();
        Assert.Equal((0, 0), (again.GetProperty("issued").GetInt32(), again.GetProperty("retired").GetInt32()));

        var changed = new TermTable(Terms.Default.All.Select(term => term.Code == Terms.MessageReply.Code ? term with { Days = 4 } : term));
        var run = await app.Db(db => Issuing.BringUpToDateAsync(db, new(changed, LegalCalendar.Default, new(2026, 4, 17)), Now.ToUniversalTime(), TestContext.Current.CancellationToken));
        Assert.True(run.Issued > 0 && run.Retired > 0);
        var versions = await app.Db(db => db.Questions.Where(question => question.Series == "term/message-reply/length").OrderBy(question => question.Version).ToListAsync());
        Assert.Equal(QuestionState.Active, versions[^1].State);
        Assert.All(versions.SkipLast(1), question => Assert.Equal(QuestionState.Retired, question.State));
        Assert.Equal("4个工作日", versions[^1].Content.Options[versions[^1].Content.Right[0]]);

        // Back to the law, for the other tests.
        await (await trainer.Post("/questions/issue", new { })).Json();
    }

    [Fact]
    public async Task The_bank_is_read_page_by_page_by_trainers_only()
    {
        using var trainer = app.As("trainer", Now);
        using var officer = app.As("120104-zjw.officer", Now);
        await (await trainer.Post("/questions/issue", new { })).Json();
        Assert.Equal(403, (int)(await officer.Get("/questions")).StatusCode);

        HashSet<Guid> seen = [];
        for (string? next = ""; next is not null;)
        {
            var page = await (await trainer.Get($"/questions?state=Active&competency=Review&limit=7{(next.Length > 0 ? $"&after={next}" : "")}")).Json();
            Assert.All(page.GetProperty("items").EnumerateArray(), row => Assert.True(seen.Add(row.Id())));
            next = page.GetProperty("next").GetString();
        }
        Assert.True(seen.Count > 7);
        await (await trainer.Get("/questions?after=nonsense!")).Problem(400, "request.cursor");
    }

    internal static object Single(string stem = "不服处理意见，应当自收到书面答复之日起几日内申请复查？", Guid? replaces = null) => new
    {
        kind = "Single", difficulty = 1, competency = "Review", basis = "《信访工作条例》第三十五条", stem, explanation = "收到书面答复之日起30日内。", options = new[] { "15日", "30日", "60日" }, right = new[] { 1 }, replaces,
    };
}
