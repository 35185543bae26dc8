using Xinfang.Outreach.Api.Counselling;
using Xinfang.Outreach.Api.Knowing;
using Xinfang.Outreach.Api.Measures;
using Xinfang.Outreach.Api.Quizzes;
using Xinfang.Testing;

namespace Xinfang.Outreach.Tests.Measures;

/// <summary>O-1 to O-10 (domain.md 9.2).</summary>
public class MeasuringOutreach(OutreachApp app)
{
    [Fact]
    public void Where_there_is_nothing_to_divide_by_there_is_no_value()
    {
        var measures = MeasureTable.Of(new(0, 0, new Dictionary<string, int>(), 0, 0, 0, 12, 0, 0, 0, 0, 0, 0, 0), 15);
        Assert.Equal(["O-1", "O-2", "O-3", "O-4", "O-5", "O-6", "O-7", "O-8", "O-9", "O-10"], measures.Select(each => each.Code));
        Assert.All(measures.Where(each => each.Code is "O-1" or "O-2" or "O-3" or "O-8" or "O-9" or "O-10"), each => Assert.Null(each.Value));
        Assert.Equal(0, measures[3].Value); // none of twelve streets is a number
    }

    [Fact, Rule("S-45")]
    public void One_form_alone_is_called_so()
    {
        var measures = MeasureTable.Of(new(2, 2, new Dictionary<string, int> { ["NoticeBoard"] = 2 }, 0, 0, 1, 12, 0, 0, 0, 0, 0, 0, 0), 15);
        Assert.Equal(1.0 / 15, measures[1].Value);
        Assert.Contains("单一", measures[1].Note, StringComparison.Ordinal);
    }

    [Fact]
    public void Forms_used_alike_are_more_even_than_one_that_is_used_for_nearly_everything()
    {
        Assert.Equal(1, MeasureTable.Evenness(new Dictionary<string, int> { ["a"] = 3, ["b"] = 3, ["c"] = 3 })!.Value, 9);
        Assert.True(MeasureTable.Evenness(new Dictionary<string, int> { ["a"] = 28, ["b"] = 1, ["c"] = 1 }) < 0.4);
    }

    [Fact, Rule("S-46"), Rule("S-62")]
    public async Task A_quarter_is_counted_for_the_district_and_for_each_street()
    {
        var campaign = Guid.CreateVersion7();
        using var outreach = app.As("outreach", Wire.On(2051, 4, 1));
        await (await outreach.Put($"/campaigns/{campaign}", new { theme = "依法信访", legalTexts = "《信访工作条例》", goal = "走到十二个街道", from = "2051-04-01", until = "2051-06-30", target = 3 })).Json();
        await Held(campaign, "120104003", "120104-gafj", ["Consultation", "Leaflet"]);
        await Held(campaign, "120104004", "120104-gafj", ["Lecture"]);
        await Held(campaign, "120104004", "120104-sfj", ["Leaflet"]);
        await Plan(campaign, "120104005", ["Quiz"]);
        await app.Db(async db =>
        {
            for (var n = 0; n < 4; n++) db.Add(new PetitionFact { PetitionId = Guid.CreateVersion7(), ReceivedOn = new(2051, 5, 2), Channel = "Visit", Street = "120104003", Category = "030000" });
            db.Add(new Counselled { Id = Guid.CreateVersion7(), On = new(2051, 5, 2), Street = "120104003", Topic = "030000", Leaflet = "我该找谁", People = 2 });
            await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        });
        var duty = Guid.CreateVersion7();
        await (await outreach.Put($"/duties/{duty}", new { organ = "120104003", year = 2051, item = "条例宣传", legalText = "《信访工作条例》", audience = "居民", measures = "宣传栏", owner = "平安办", dueOn = "2051-06-01", evidence = "照片" })).Json();

        var rows = (await (await outreach.Get("/measures?quarter=2051Q2")).Json()).GetProperty("rows").EnumerateArray().ToList();
        Assert.Equal(13, rows.Count);
        Assert.Equal((0.75, 3.0 / 15, 2.0, 2.0 / 12), (Value(rows[0], "O-1"), Value(rows[0], "O-2"), Value(rows[0], "O-3"), Value(rows[0], "O-4")));
        Assert.Equal((150.0, 270.0, 15.0), (Value(rows[0], "O-5"), Value(rows[0], "O-6"), Value(rows[0], "O-7")));
        Assert.Equal((0.25, 0.0), (Value(rows[0], "O-9"), Value(rows[0], "O-10")));
        var guangkai = rows.Single(row => row.Text("street") == "120104004");
        Assert.Equal((1.0, 2.0, 100.0), (Value(guangkai, "O-1"), Value(guangkai, "O-3"), Value(guangkai, "O-5")));
        Assert.Null(Value(guangkai, "O-9"));

        var counselling = await (await outreach.Get("/counselling?quarter=2051Q2")).Json();
        Assert.Equal(("1", "2", "兴南街道"), (counselling.Text("count"), counselling.Text("people"), counselling.GetProperty("streets")[0].Text("name")));
    }

    [Fact, Rule("O-8")]
    public async Task What_people_know_is_told_of_the_quarter_and_the_street_in_which_they_were_asked_and_never_as_a_bare_claim()
    {
        var campaign = Guid.CreateVersion7();
        using var outreach = app.As("outreach", Wire.On(2052, 4, 1));
        await (await outreach.Put($"/campaigns/{campaign}", new { theme = "依法信访", legalTexts = "《信访工作条例》", goal = "走到十二个街道", from = "2052-04-01", until = "2052-06-30", target = 3 })).Json();
        var activity = await Plan(campaign, "120104003", ["Quiz"], 2052);
        await app.Db(async db =>
        {
            foreach (var (code, at, until, knewBefore, knewAfter) in new[] { ("o8street", (Guid?)activity, new DateOnly(2052, 5, 31), 4, 17), ("o8nowhere", null, new DateOnly(2052, 6, 30), 10, 10), ("o8later", activity, new DateOnly(2052, 7, 1), 0, 20) })
            {
                var material = Guid.CreateVersion7();
                db.Add(new QuizSession { Code = code, MaterialId = material, Place = "党群服务中心", ActivityId = at, From = new(2052, 5, 1), Until = until, OpenedBy = "outreach" });
                db.Add(new QuizCount { MaterialId = material, Version = 1, Session = code, Phase = QuizPhase.Before, Question = -1, Asked = 20, Right = knewBefore });
                db.Add(new QuizCount { MaterialId = material, Version = 1, Session = code, Phase = QuizPhase.After, Question = -1, Asked = 20, Right = knewAfter });
                db.Add(new QuizCount { MaterialId = material, Version = 1, Session = code, Phase = QuizPhase.After, Question = 0, Asked = 20, Right = 20 }); // one question is not the sheet
            }
            await db.SaveChangesAsync(TestContext.Current.CancellationToken);
        });

        var rows = (await (await outreach.Get("/measures?quarter=2052Q2")).Json()).GetProperty("rows").EnumerateArray().ToList();
        Assert.Equal(0.325, Value(rows[0], "O-8")!.Value, 9); // 14 of 40 before, 27 of 40 after
        var street = rows.Single(row => row.Text("street") == "120104003");
        Assert.Equal(0.65, Value(street, "O-8")!.Value, 9);
        Assert.Contains("宣传前全对4/20份，宣传后17/20份", Note(street, "O-8"), StringComparison.Ordinal);
        Assert.Contains("95%把握", Note(street, "O-8"), StringComparison.Ordinal);
        var elsewhere = rows.Single(row => row.Text("street") == "120104004");
        Assert.Null(Value(elsewhere, "O-8"));
    }

    [Fact, Rule("O-8")]
    public void Where_the_interval_holds_no_change_nothing_is_claimed()
    {
        var measure = MeasureTable.Of(new(0, 0, new Dictionary<string, int>(), 0, 0, 0, 12, 0, 0, 0, 0, 0, 0, 0, Share.Wilson(10, 20), Share.Wilson(11, 20)), 15)[7];
        Assert.Equal(("O-8", "Points"), (measure.Code, measure.Unit));
        Assert.Contains("还不能断定有变化", measure.Note, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2051")]
    [InlineData("2051Q5")]
    [InlineData("1851Q1")]
    public async Task A_quarter_is_written_so(string quarter)
    {
        using var outreach = app.As("outreach");
        await (await outreach.Get($"/measures?quarter={quarter}")).Problem(400, "request.invalid");
    }

    private static double? Value(System.Text.Json.JsonElement row, string code) =>
        row.GetProperty("measures").EnumerateArray().Single(each => each.Text("code") == code).GetProperty("value") is { ValueKind: System.Text.Json.JsonValueKind.Number } value ? value.GetDouble() : null;

    private static string? Note(System.Text.Json.JsonElement row, string code) => row.GetProperty("measures").EnumerateArray().Single(each => each.Text("code") == code).Text("note");

    private async Task<Guid> Plan(Guid campaign, string street, string[] forms, int year = 2051)
    {
        var id = Guid.CreateVersion7();
        using var outreach = app.As("outreach", Wire.On(year, 4, 2));
        await (await outreach.Put($"/activities/{id}", new { title = "宣传", street, community = "示例社区", place = "广场", on = $"{year}-05-12", forms, audiences = new[] { "Residents" }, campaignId = campaign })).Json();
        return id;
    }

    private async Task Held(Guid campaign, string street, string organ, string[] forms)
    {
        var id = await Plan(campaign, street, forms);
        using var outreach = app.As("outreach", Wire.On(2051, 5, 13));
        using var joint = app.As($"{organ}.officer", Wire.On(2051, 5, 1));
        await (await outreach.Post($"/activities/{id}/organisers", new { organ, task = "咨询" })).Json();
        await (await joint.Post($"/tasks/{id}/confirmation", new { })).Json();
        await (await outreach.Post($"/activities/{id}/materials", new { lines = new[] { new { kind = "Leaflet", issued = 100, returned = 10 } } })).Json();
        await (await outreach.Post($"/activities/{id}/holding", new { heldOn = "2051-05-12", attendance = 50, summary = "讲条例。", consultations = new[] { new { topic = "030000", count = 5 } } })).Json();
    }
}
