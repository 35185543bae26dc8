using System.Text;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Xinfang.Intake.Api.Learning;

namespace Xinfang.Intake.Tests.Acts;

/// <summary>With a database of its own: what is learnt depends on everything that was decided.</summary>
public sealed class LearningFromDecisions : IAsyncLifetime
{
    private readonly IntakeApp _app = new();

    private const string Word = "飞线充电棚";

    public ValueTask InitializeAsync() => _app.InitializeAsync();

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task<Journey.Filed> Decided(int n, bool charging)
    {
        var form = Wire.Form();
        form["petitioner"] = new { name = "学习试验", phone = $"1300000{1000 + n}", address = $"虚构里{n}号", anonymous = false };
        (form["subject"], form["facts"]) = charging
            ? ($"{n}号门口{Word}一直不开", $"{n}号门口{Word}建好{n}天不开放，电动车推不进去，只好拉线。")
            : ($"{n}号院合唱团排练室没有了", $"{n}号院合唱团排练室被收走{n}天，老人们没有地方唱歌。");
        var filed = await _app.Submitted(form: form);
        await (await _app.As("clerk").Post($"/petitions/{filed.Id}/classification", new { category = "Redress", contentCode = charging ? "100000" : "060000", urgent = false })).Json();
        await (await _app.As("clerk").Post($"/petitions/{filed.Id}/forwarding", new { organ = "120104-zjw", reason = "归这个单位的职责。" })).Json();
        return filed;
    }

    private async Task<JsonElement> Question(string question) =>
        (await (await _app.As("office-head").Get("/recognition")).Json()).GetProperty("items").EnumerateArray().Single(item => item.Text("question") == question);

    [Fact]
    public async Task The_office_s_decisions_teach_and_a_better_version_is_used_until_the_head_goes_back()
    {
        var ct = TestContext.Current.CancellationToken;
        var learning = _app.Services.GetRequiredService<ModelLearning>();
        for (var n = 1; n <= 30; n++) await Task.WhenAll(Decided(n, charging: true), Decided(n + 30, charging: false));
        Assert.Equal(0, (await Question("Content")).GetProperty("inUse").GetInt32());

        var version = await learning.LearnAsync(Xinfang.Intake.Api.Persistence.Question.Content, ct);
        Assert.Equal(1, version);
        var content = await Question("Content");
        Assert.Equal(1, content.GetProperty("inUse").GetInt32());
        var kept = content.GetProperty("versions")[0];
        Assert.True(kept.GetProperty("examples").GetInt32() >= 60);
        Assert.True(kept.GetProperty("rightOnNew").GetDouble() > kept.GetProperty("formerRightOnNew").GetDouble());
        var label = kept.GetProperty("labels").EnumerateArray().Single(each => each.Text("label") == "100000");
        Assert.Equal("交通运输", label.Text("name"));
        Assert.InRange(label.GetProperty("f1").GetDouble(), 0.5, 1); // other tests decide too, mostly of one text

        var asked = Wire.Form();
        (asked["subject"], asked["facts"]) = ($"九栋{Word}什么时候开", $"九栋旁边{Word}锁着，电动车没有地方充电。");
        var filed = await _app.Submitted(form: asked);
        var proposals = (await (await _app.As("clerk").Get($"/petitions/{filed.Id}")).Json()).GetProperty("proposals");
        var first = proposals.GetProperty("contents")[0];
        Assert.Equal(("100000", "交通运输"), (first.Text("value"), first.Text("name")));
        Assert.Contains("第1版", first.Text("reason"), StringComparison.Ordinal);
        Assert.Contains(first.GetProperty("evidence").EnumerateArray(), word => Word.Contains(word.ToString(), StringComparison.Ordinal) || word.ToString().Contains("充电", StringComparison.Ordinal));
        Assert.Equal((1, 0), (proposals.GetProperty("versions").GetProperty("Content").GetInt32(), proposals.GetProperty("versions").GetProperty("Organ").GetInt32()));

        // What the clerk was shown is kept by version and code, and counted once it is decided.
        Assert.Equal("100000", await _app.Sql<string>("select value from shown_proposal where petition_id = $1 and question = 'Content' and version = 1", filed.Id));
        await (await _app.As("clerk").Post($"/petitions/{filed.Id}/classification", new { category = "Redress", contentCode = "100000", urgent = false })).Json();
        Assert.True((await Question("Content")).GetProperty("versions")[0].GetProperty("followed").GetInt32() >= 1);
        await (await _app.As("clerk").Post($"/petitions/{filed.Id}/classification", new { category = "Accusation", contentCode = "160000", urgent = false })).Json();
        Assert.Equal(0, await _app.Sql<long>("select count(*) from shown_proposal where petition_id = $1", filed.Id));

        // What is learnt again is kept, and used only where it is better on what has been decided since: here nothing, but for what other tests decide.
        Assert.Equal(2, await learning.LearnAsync(Xinfang.Intake.Api.Persistence.Question.Content, ct));
        content = await Question("Content");
        var (again, inUse) = (content.GetProperty("versions")[0], content.GetProperty("inUse").GetInt32());
        Assert.Equal(2, again.GetProperty("version").GetInt32());
        Assert.True(inUse is 1 || (inUse is 2 && again.GetProperty("newDecisions").GetInt32() > 0 && again.GetProperty("rightOnNew").GetDouble() >= again.GetProperty("formerRightOnNew").GetDouble()));

        await (await _app.As("clerk").Post("/recognition/Content/use", new { version = 0 })).Problem(403, "duty.missing");
        await (await _app.As("office-head").Post("/recognition/Content/use", new { version = 7 })).Problem(422, "recognition.version");
        await (await _app.As("office-head").Post("/recognition/Content/use", new { version = inUse })).Problem(409, "recognition.in-use");
        await (await _app.As("office-head").Post("/recognition/Nothing/use", new { version = 1 })).Problem(422, "recognition.question");
        await (await _app.As("office-head").Post("/recognition/Content/use", new { version = 0 })).Json();
        content = await Question("Content");
        Assert.Equal((0, "office-head"), (content.GetProperty("inUse").GetInt32(), content.GetProperty("uses")[0].Text("by")));

        foreach (var (table, column, value) in await _app.EveryValue())
            Assert.False(table is "recognition_model" && value.AsSpan().IndexOf(Encoding.UTF8.GetBytes("充电")) >= 0, $"{table}.{column} tells words of a petition");
    }

    [Fact]
    public async Task Signals_of_urgency_are_raised_with_their_words_and_never_decided()
    {
        var form = Wire.Form();
        (form["subject"], form["facts"]) = ("再不解决我就跳楼", "拖了三年没有人管，活不下去了，家里还有未成年的孩子。");
        var filed = await _app.Submitted(form: form);
        var detail = await (await _app.As("clerk").Get($"/petitions/{filed.Id}")).Json();
        var signals = detail.GetProperty("proposals").GetProperty("signals").EnumerateArray().ToList();
        Assert.Equal("SelfHarm", signals[0].Text("signal"));
        Assert.Contains("跳楼", signals[0].GetProperty("evidence").EnumerateArray().Select(word => word.ToString()));
        Assert.Equal("《信访工作条例》第二十五条第一款", signals[0].Text("basis"));
        Assert.Contains(signals, signal => signal.Text("signal") == "Minors" && signal.Text("basis") == "《未成年人保护法》第十一条第二款");
        Assert.False(detail.GetProperty("urgent").GetBoolean());
        Assert.Equal("Perhaps", detail.GetProperty("screening").GetProperty("lines")[0].Text("fit"));
    }
}
