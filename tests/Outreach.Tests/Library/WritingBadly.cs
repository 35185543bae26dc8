using System.Text;

namespace Xinfang.Outreach.Tests.Library;

/// <summary>What does not fit every medium is not kept.</summary>
public class WritingBadly(OutreachApp app)
{
    private const string Good = """{"heading":"登记转送","text":"登记以后15日内转送。"}""";

    public static TheoryData<string, string> Bad() => new()
    {
        { Body(title: new string('长', 17)), "title" },
        { Body(lead: "短"), "lead" },
        { Body(sections: "[]"), "sections" },
        { Body(sections: $"[{Good},null]"), "sections" },
        { Body(sections: $$"""[{{Good}},{"heading":"登记转送","text":"{{new string('长', 81)}}"}]"""), "text" },
        { Body(sections: $"[{string.Join(',', Enumerable.Repeat(Good, 7))}]"), "sections" },
        { Body(basis: """[{"instrument":"信访工作条例","number":0}]"""), "number" },
        { Body(basis: """[{"instrument":"信访工作条例","number":999999999}]"""), "number" },
        { Body(questions: """[{"text":"多少日内转送？","options":["15日"],"right":0,"why":"登记以后15日内。"}]"""), "options" },
        { Body(questions: """[{"text":"多少日内转送？","options":["15日",null],"right":0,"why":"登记以后15日内。"}]"""), "options" },
    };

    [Theory, MemberData(nameof(Bad))]
    public async Task Is_told_by_field_and_nothing_is_kept(string body, string field)
    {
        var id = Guid.CreateVersion7();
        using var writer = app.As("outreach", Texts.Today);
        var answer = await writer.PutAsync(new Uri($"/library/{id}", UriKind.Relative), new StringContent(body, Encoding.UTF8, "application/json"), TestContext.Current.CancellationToken);
        var problem = await answer.Json(400);
        Assert.Contains(problem.GetProperty("errors").EnumerateObject(), error => error.Name.Contains(field, StringComparison.OrdinalIgnoreCase));
        Assert.Equal(0L, await app.Sql<long>("select count(*) from material where id = $1", id));
    }

    [Fact]
    public async Task An_article_that_the_regulation_does_not_have_is_refused()
    {
        using var writer = app.As("outreach", Texts.Today);
        var content = new { title = "多久有答复", lead = "每一步都有最晚的一天。", sections = new[] { new { heading = "登记", text = "登记以后转送。" }, new { heading = "办结", text = "60日内办结。" } }, basis = new[] { new { instrument = "信访工作条例", number = 51 } } };
        await (await writer.Put($"/library/{Guid.CreateVersion7()}", new { slug = "no-such-article", kind = "Answers", text = Texts.Form(content) })).Problem(422, "library.unknown-article");
        await (await writer.Put($"/library/{Guid.CreateVersion7()}", new { slug = "no-such-topic", kind = "Answers", text = Texts.Form(topic: "Weather") })).Problem(422, "library.unknown-word");
    }

    [Fact]
    public async Task A_name_in_addresses_is_given_once_and_the_same_draft_twice_is_one()
    {
        var id = await Texts.DraftAsync(app, slug: "given-once");
        using var writer = app.As("outreach", Texts.Today);
        await (await writer.Put($"/library/{id}", new { slug = "given-once", kind = "Explanation", text = Texts.Form() })).Json();
        await (await writer.Put($"/library/{Guid.CreateVersion7()}", new { slug = "given-once", kind = "Explanation", text = Texts.Form() })).Problem(409, "library.slug-taken");
        await (await writer.Put($"/library/{Guid.CreateVersion7()}", new { slug = "Not Lower", kind = "Explanation", text = Texts.Form() })).Json(400);
    }

    private static string Body(string title = "多久有答复", string lead = "每一步都有最晚的一天。", string? sections = null, string basis = """[{"instrument":"信访工作条例","number":34}]""", string questions = "[]") =>
        $$$"""{"slug":"bad-{{{Guid.CreateVersion7():N}}}","kind":"Answers","text":{"topic":"Terms","audience":"Everyone","content":{"title":"{{{title}}}","lead":"{{{lead}}}","sections":{{{sections ?? $"[{Good},{Good}]"}}},"basis":{{{basis}}},"questions":{{{questions}}} } } }""";
}
