using System.Text.Json;
using Xinfang.Outreach.Api.Quizzes;
using Xinfang.Outreach.Tests.Library;
using Xinfang.Testing;

namespace Xinfang.Outreach.Tests.Quizzes;

/// <summary>知晓测试 without a name: sums per session and phase, with their uncertainty (O-8).</summary>
public class AskingThePublic(OutreachApp app)
{
    private static readonly DateTimeOffset Day = Texts.Today;

    [Fact, Rule("O-8")]
    public async Task What_people_know_before_and_after_is_told_with_its_interval()
    {
        var (slug, code) = await SessionAsync("wumalu1");
        foreach (var (phase, right, wrong) in new[] { ("Before", 4, 16), ("After", 17, 3) })
        {
            for (var i = 0; i < right; i++) await AnswerAsync(slug, code, phase, [1, 0]);
            for (var i = 0; i < wrong; i++) await AnswerAsync(slug, code, phase, [0, 0]);
        }

        using var desk = app.As("outreach", Day);
        var results = await (await desk.Get($"/quiz-sessions/{code}/results")).Json();

        var (before, after, gain) = (results.GetProperty("knownBefore"), results.GetProperty("knownAfter"), results.GetProperty("gain"));
        Assert.Equal((4, 20, 17, 20), (before.GetProperty("of").GetInt32(), before.GetProperty("asked").GetInt32(), after.GetProperty("of").GetInt32(), after.GetProperty("asked").GetInt32()));
        Assert.Equal(0.0807, before.GetProperty("low").GetDouble(), 3); // Wilson for 4 of 20
        Assert.Equal(0.4160, before.GetProperty("high").GetDouble(), 3);
        Assert.Equal(0.65, gain.GetProperty("points").GetDouble(), 6);
        Assert.True(gain.GetProperty("certain").GetBoolean() && gain.GetProperty("low").GetDouble() > 0.3);
        var second = results.GetProperty("questions")[1];
        Assert.Equal((20, 20), (second.GetProperty("before").GetProperty("of").GetInt32(), second.GetProperty("after").GetProperty("of").GetInt32()));
        Assert.False(second.GetProperty("gain").GetProperty("certain").GetBoolean());
    }

    [Fact]
    public async Task Nothing_of_a_person_is_kept()
    {
        var (slug, code) = await SessionAsync("wumalu2");
        var sheet = Guid.CreateVersion7(Day.AddSeconds(-20));
        using var everybody = app.Public(Day);
        var answer = await everybody.Put($"/texts/{slug}/quiz/sheets/{sheet}", new { phase = "After", version = 1, answers = new[] { 1, 1 }, session = code });
        Assert.False(answer.Headers.Contains("Set-Cookie"));
        var told = await answer.Json();
        Assert.Equal((1, 2), (told.GetProperty("right").GetInt32(), told.GetProperty("asked").GetInt32()));
        Assert.Equal("15日", told.GetProperty("questions")[1].Text("answer"));
        Assert.Equal("at,id,session", await app.Sql<string>("select string_agg(column_name, ',' order by column_name) from information_schema.columns where table_name = 'quiz_sheet'"));
        Assert.Equal("asked,material_id,phase,question,right,session,version", await app.Sql<string>("select string_agg(column_name, ',' order by column_name) from information_schema.columns where table_name = 'quiz_count'"));
    }

    [Fact]
    public async Task The_same_sheet_counts_once()
    {
        var (slug, code) = await SessionAsync("wumalu3");
        var sheet = Guid.CreateVersion7(Day.AddSeconds(-20));
        using var everybody = app.Public(Day);
        var answers = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => everybody.Put($"/texts/{slug}/quiz/sheets/{sheet}", new { phase = "Before", version = 1, answers = new[] { 1, 0 }, session = code })));
        var counted = await Task.WhenAll(answers.Select(async answer => (await answer.Json()).GetProperty("counted").GetBoolean()));
        Assert.Single(counted, each => each);
        Assert.Equal(1, await app.Sql<int>("select asked from quiz_count where session = $1 and question = -1", code));
    }

    [Fact]
    public async Task A_flood_is_answered_and_not_counted()
    {
        var (slug, code) = await SessionAsync("wumalu4");
        using var everybody = app.Public(Day);
        var tooQuick = await (await everybody.Put($"/texts/{slug}/quiz/sheets/{Guid.CreateVersion7(Day)}", new { phase = "After", version = 1, answers = new[] { 1, 0 }, session = code })).Json();
        Assert.False(tooQuick.GetProperty("counted").GetBoolean());
        await app.Sql<object>("insert into quiz_sheet (id, session, at) select gen_random_uuid(), $1, $2 from generate_series(1, $3)", code, Day.AddMinutes(-5).ToUniversalTime(), AnswerQuiz.MostInAnHour);
        Assert.False((await AnswerAsync(slug, code, "After", [1, 0])).GetProperty("counted").GetBoolean());
        Assert.Equal(0L, await app.Sql<long>("select count(*) from quiz_count where session = $1", code));
    }

    [Fact]
    public async Task Bad_answers_and_closed_sessions_are_refused()
    {
        var (slug, code) = await SessionAsync("wumalu5");
        using var everybody = app.Public(Day);
        foreach (var answers in new[] { new[] { 1 }, [1, 2], [-1, 0], [1, 0, 0] })
            await (await everybody.Put($"/texts/{slug}/quiz/sheets/{Guid.CreateVersion7(Day.AddSeconds(-9))}", new { phase = "After", version = 1, answers, session = code })).Problem(400, "request.invalid");
        using var later = app.Public(Day.AddDays(60));
        await (await later.Get($"/texts/{slug}/quiz?session={code}")).Problem(404, "quiz.session-closed");
        await (await everybody.Get($"/texts/{slug}/quiz?session=nosuch")).Problem(404, "quiz.session-closed");
        var quiz = await (await everybody.Get($"/texts/{slug}/quiz?session={code}")).Json();
        Assert.Equal("五马路社区党群服务中心", quiz.Text("place"));
        Assert.DoesNotContain("right", quiz.GetProperty("questions")[0].EnumerateObject().Select(each => each.Name));
    }

    [Theory]
    [InlineData(0, 0, null, null)]
    [InlineData(0, 10, 0.0, 0.2775)]
    [InlineData(10, 10, 0.7225, 1.0)]
    [InlineData(81, 263, 0.2553, 0.3662)] // Newcombe 1998, table I
    public void Intervals_are_wilsons(int of, int asked, double? low, double? high)
    {
        var share = Share.Wilson(of, asked);
        Assert.Equal(low is null, share.Low is null);
        if (low is null) return;
        Assert.Equal(low.Value, share.Low!.Value, 3);
        Assert.Equal(high!.Value, share.High!.Value, 3);
    }

    [Fact]
    public void A_difference_has_newcombes_interval()
    {
        var gain = Gain.Between(Share.Wilson(48, 80), Share.Wilson(56, 70))!; // Newcombe 1998, contrast (a), method 10
        Assert.Equal(0.2, gain.Points, 6);
        Assert.Equal(0.0524, gain.Low, 3);
        Assert.Equal(0.3339, gain.High, 3);
    }

    private async Task<(string Slug, string Code)> SessionAsync(string code)
    {
        var slug = $"quiz-{code}";
        var id = await Texts.ReleasedAsync(app, slug: slug);
        using var desk = app.As("outreach", Day);
        await (await desk.Put($"/quiz-sessions/{code}", new { materialId = id, place = "五马路社区党群服务中心", from = "2026-05-01", until = "2026-05-31" })).Json();
        return (slug, code);
    }

    private async Task<JsonElement> AnswerAsync(string slug, string code, string phase, int[] answers)
    {
        using var everybody = app.Public(Day);
        return await (await everybody.Put($"/texts/{slug}/quiz/sheets/{Guid.CreateVersion7(Day.AddSeconds(-20))}", new { phase, version = 1, answers, session = code })).Json();
    }
}
