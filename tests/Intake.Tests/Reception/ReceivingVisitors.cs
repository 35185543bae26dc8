using System.Text;
using System.Text.Json;
using Xinfang.Contracts.Intake.V1;

namespace Xinfang.Intake.Tests.Reception;

/// <summary>接访大厅 (arts. 18, 20, 21). Each test has a day of its own, far from the others'.</summary>
public class ReceivingVisitors(IntakeApp app)
{
    private const string Clerk = "clerk", Other = "clerk-2", Officer = "120104-zjw.officer";

    [Fact]
    public async Task Numbers_begin_with_one_each_day_and_a_repeat_takes_no_second_one()
    {
        var day = Wire.On(2031, 3, 3, 9);
        var first = Guid.CreateVersion7();
        Assert.Equal("A001", (await TakeAsync(day, id: first)).Text("label"));
        Assert.Equal("A002", (await TakeAsync(day)).Text("label"));
        var again = await (await app.As(Clerk, day).Put($"/reception/turns/{first}", new { kind = "New", people = 1, priority = false })).Json();
        Assert.Equal("A001", again.GetProperty("turn").Text("label"));
        Assert.Equal("A001", (await TakeAsync(day.AddDays(1))).Text("label"));
        await (await app.As(Clerk, day).Put($"/reception/turns/{first}", new { kind = "Advice", people = 1, priority = false })).Problem(409, "turn.exists");
    }

    [Fact]
    public async Task A_number_that_was_refused_leaves_no_gap()
    {
        var day = Wire.On(2031, 3, 10, 9);
        await (await app.As(Clerk, day).Put($"/reception/turns/{Guid.CreateVersion7()}", new { kind = "New", people = 0 })).Problem(422, "turn.people", "《信访工作条例》第二十条第三款");
        await (await app.As(Clerk, day).Put($"/reception/turns/{Guid.CreateVersion7()}", new { people = 1 })).Problem(422, "turn.kind");
        await (await app.As(Clerk, day).Put($"/reception/turns/00000000-0000-4000-8000-000000000001", new { kind = "New" })).Problem(422, "turn.id");
        Assert.Equal("A001", (await TakeAsync(day)).Text("label"));
    }

    [Fact]
    public async Task More_than_five_are_asked_to_elect_representatives()
    {
        var day = Wire.On(2031, 3, 11, 9);
        var taken = await (await app.As(Clerk, day).Put($"/reception/turns/{Guid.CreateVersion7()}", new { kind = "New", people = 6 })).Json(201);
        Assert.Contains("不超过5名代表", taken.Text("advice"), StringComparison.Ordinal);
        var five = await (await app.As(Clerk, day).Put($"/reception/turns/{Guid.CreateVersion7()}", new { kind = "New", people = 5 })).Json(201);
        Assert.Equal(JsonValueKind.Null, five.GetProperty("advice").ValueKind);
    }

    [Fact]
    public async Task Whoever_is_frail_is_called_first_the_others_in_the_order_of_coming()
    {
        var day = Wire.On(2031, 3, 12, 9);
        await TakeAsync(day);
        await TakeAsync(day.AddMinutes(1));
        var frail = await TakeAsync(day.AddMinutes(2), priority: true);
        Assert.Equal(0, (await (await app.As(Clerk, day).Get($"/reception/turns/{frail.Id()}")).Json()).GetProperty("ahead").GetInt32());
        await OpenAsync(Clerk, 11, day);
        Assert.Equal(["A003", "A001", "A002"], await CallAllAsync(Clerk, 11, day.AddMinutes(5), 3));
        await (await app.As(Clerk, day.AddMinutes(9)).Post("/reception/windows/11/next", new { })).Problem(409, "turn.nobody");
    }

    [Fact]
    public async Task Two_windows_never_call_the_same_number()
    {
        var day = Wire.On(2031, 3, 13, 9);
        for (var i = 0; i < 12; i++) await TakeAsync(day.AddSeconds(i));
        await OpenAsync(Clerk, 12, day);
        await OpenAsync(Other, 13, day);
        var called = await Task.WhenAll(CallAllAsync(Clerk, 12, day.AddMinutes(1), 6), CallAllAsync(Other, 13, day.AddMinutes(1), 6));
        Assert.Equal(12, called.SelectMany(labels => labels).Distinct().Count());
    }

    [Fact]
    public async Task A_number_is_passed_over_after_two_calls_and_may_queue_again_behind_the_others()
    {
        var day = Wire.On(2031, 3, 14, 9);
        var late = await TakeAsync(day);
        await TakeAsync(day.AddMinutes(1));
        await OpenAsync(Clerk, 14, day);
        await NextAsync(Clerk, 14, day.AddMinutes(2));
        await (await app.As(Clerk, day.AddMinutes(2)).Post("/reception/windows/14/next", new { })).Problem(409, "window.busy");
        await (await app.As(Clerk, day.AddMinutes(2)).Post($"/reception/turns/{late.Id()}/absence", new { })).Problem(409, "turn.called-once");
        await (await app.As(Clerk, day.AddMinutes(3)).Post($"/reception/turns/{late.Id()}/call", new { })).Json();
        Assert.Equal("过号", (await (await app.As(Clerk, day.AddMinutes(4)).Post($"/reception/turns/{late.Id()}/absence", new { })).Json()).Text("statusText"));
        await (await app.As(Clerk, day.AddMinutes(5)).Post($"/reception/turns/{late.Id()}/return", new { })).Json();
        Assert.Equal(["A002", "A001"], await CallAllAsync(Clerk, 14, day.AddMinutes(6), 2));
    }

    [Fact]
    public async Task An_organ_at_its_own_window_receives_whom_the_office_sends_and_sits_in_elsewhere()
    {
        var day = Wire.On(2031, 3, 17, 9);
        var sent = await TakeAsync(day);
        await OpenAsync(Clerk, 15, day);
        await OpenAsync(Officer, 16, day);
        await (await app.As(Officer, day.AddMinutes(1)).Post("/reception/windows/16/next", new { })).Problem(409, "turn.nobody");
        await NextAsync(Clerk, 15, day.AddMinutes(1));
        await (await app.As(Clerk, day.AddMinutes(2)).Post($"/reception/turns/{sent.Id()}/start", new { })).Json();
        var joined = await (await app.As(Officer, day.AddMinutes(3)).Post($"/reception/turns/{sent.Id()}/company", new { })).Json();
        Assert.Equal("120104-zjw", joined.GetProperty("company")[0].Text("code"));
        await (await app.As(Officer, day.AddMinutes(3)).Post($"/reception/turns/{sent.Id()}/company", new { })).Problem(409, "turn.joined", "《信访工作条例》第十八条");
        await (await app.As(Clerk, day.AddMinutes(4)).Post($"/reception/turns/{sent.Id()}/referral", new { organ = "120104-zjw" })).Json();
        var called = await NextAsync(Officer, 16, day.AddMinutes(5));
        Assert.Equal((sent.Id(), "16"), (called.Id(), called.Text("window")));
        await (await app.As(Clerk, day.AddMinutes(6)).Post($"/reception/turns/{sent.Id()}/start", new { })).Problem(409, "turn.elsewhere");
    }

    [Fact]
    public async Task Nobody_decides_on_a_visitor_who_is_at_another_window()
    {
        var day = Wire.On(2031, 3, 25, 9);
        var turn = await ReceivedAsync(23, day);
        foreach (var (act, body) in new (string, object)[] { ("absence", new { }), ("referral", new { organ = "120104-xfb" }), ("end", new { outcome = "Left" }) })
        {
            var answer = await app.As(Other, day.AddMinutes(3)).Post($"/reception/turns/{turn}/{act}", body);
            Assert.Equal(409, (int)answer.StatusCode);
        }
        Assert.Equal("接待中", (await (await app.As(Clerk, day.AddMinutes(4)).Get($"/reception/turns/{turn}")).Json()).GetProperty("turn").Text("statusText"));
    }

    [Fact]
    public async Task Nobody_is_sent_to_a_window_that_is_not_open_and_the_only_one_stays_open_while_they_wait()
    {
        var day = Wire.On(2031, 3, 26, 9);
        var turn = await ReceivedAsync(24, day);
        await (await app.As(Clerk, day).Post($"/reception/turns/{turn}/referral", new { organ = "120104-zjw" })).Problem(409, "window.not-open", "《信访工作条例》第十八条");
        await OpenAsync(Officer, 25, day);
        await (await app.As(Clerk, day).Post($"/reception/turns/{turn}/referral", new { organ = "120104-zjw" })).Json();
        await (await app.As(Officer, day).Post("/reception/windows/25/close", new { })).Problem(409, "window.awaited");
        Assert.Equal("120104-zjw", (await (await app.As(Clerk, day).Get("/reception")).Json()).GetProperty("waiting")[0].GetProperty("organ").Text("code"));
    }

    [Fact]
    public async Task A_window_has_one_person_and_a_person_one_window()
    {
        var day = Wire.On(2031, 3, 18, 9);
        await OpenAsync(Clerk, 17, day);
        await (await app.As(Other, day).Post("/reception/windows/17/open", new { })).Problem(409, "window.taken");
        await OpenAsync(Clerk, 18, day);
        await OpenAsync(Other, 17, day);
        await (await app.As(Clerk, day).Post("/reception/windows/17/close", new { })).Problem(409, "window.another");
        Assert.Equal(204, (int)(await app.As(Other, day).Post("/reception/windows/17/close", new { })).StatusCode);
        await (await app.As(Other, day).Post("/reception/windows/17/next", new { })).Problem(409, "window.closed");
        await (await app.As(Other, day).Post("/reception/windows/41/open", new { })).Problem(422, "window.number");
        await OpenAsync(Other, 18, day.AddDays(1)); // yesterday's window is free again
    }

    [Fact]
    public async Task What_was_explained_is_told_to_outreach_without_the_person()
    {
        var day = Wire.On(2031, 3, 19, 9);
        var turn = await ReceivedAsync(19, day);
        var end = new { outcome = "Counselled", counselTopic = "030000", leaflet = "信访该找谁", street = "120104001", note = "讲了物业服务合同归谁管，去街道调解。", readBack = true };
        await (await app.As(Clerk, day).Post($"/reception/turns/{turn}/end", new { outcome = "Counselled", note = "讲清了", readBack = true })).Problem(422, "turn.topic", "《信访工作条例》第三十七条");
        await (await app.As(Clerk, day).Post($"/reception/turns/{turn}/end", new { outcome = "Counselled", counselTopic = "999999", note = "讲清了政策", readBack = true })).Problem(422, "petition.unknown-content");
        await (await app.As(Clerk, day).Post($"/reception/turns/{turn}/end", new { outcome = "Counselled", counselTopic = "030000", note = "讲了物业服务合同", readBack = false })).Problem(422, "turn.read-back");
        var told = await Watch.First(typeof(VisitorCounselled), body => body.GetProperty("turnId").GetGuid() == turn, async () =>
            Assert.Equal("当面讲清", (await (await app.As(Clerk, day.AddMinutes(20)).Post($"/reception/turns/{turn}/end", end)).Json()).Text("outcomeText")));
        Assert.Equal(("120104-xfb", "030000", "120104001", "信访该找谁", "1"), (told.Text("organ"), told.Text("contentCode"), told.Text("street"), told.Text("leaflet"), told.Text("people")));
        await (await app.As(Clerk, day.AddMinutes(21)).Post($"/reception/turns/{turn}/end", end)).Problem(409, "turn.not-received");
        Assert.Equal("讲了物业服务合同归谁管，去街道调解。", (await (await app.As(Other, day).Get($"/reception/turns/{turn}")).Json()).Text("note"));
        Assert.Equal(JsonValueKind.Null, (await (await app.As(Officer, day).Get($"/reception/turns/{turn}")).Json()).GetProperty("note").ValueKind);
        var stored = await app.Sql<byte[]>("select text from turn_note where turn_id = $1", turn);
        Assert.DoesNotContain("物业", Encoding.UTF8.GetString(stored!), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_new_matter_is_registered_before_the_reception_ends_and_its_record_says_so()
    {
        var day = Wire.On(2026, 3, 20, 9);
        var turn = await ReceivedAsync(20, day);
        await (await app.As(Clerk, day).Post($"/reception/turns/{turn}/end", new { outcome = "Registered" })).Problem(422, "turn.petition", "《信访工作条例》第二十一条");
        var filed = await app.Submitted(day);
        await (await app.As(Clerk, day).Post($"/reception/turns/{turn}/end", new { outcome = "Registered", petitionNumber = filed.Number })).Json();
        Assert.Equal(filed.Number, (await (await app.As(Clerk, day).Get($"/reception/turns/{turn}")).Json()).Text("petitionNumber"));
        Assert.Equal(1L, await app.Sql<long>("select count(*) from record where petition_id = $1 and act = 'ReceiveVisitor'", filed.Id));
    }

    [Fact]
    public async Task The_screen_in_the_hall_shows_numbers_and_windows_only()
    {
        var day = Wire.On(2031, 3, 21, 9);
        await ReceivedAsync(21, day);
        var screen = await (await app.Public(day).Get("/reception/display")).Json();
        Assert.Equal(("A001", 21), (screen.GetProperty("called")[0].Text("label"), screen.GetProperty("called")[0].GetProperty("window").GetInt32()));
        Assert.Equal(["called", "day", "openWindows", "waiting"], screen.EnumerateObject().Select(p => p.Name).Order());
    }

    [Fact]
    public async Task The_days_are_counted()
    {
        var day = Wire.On(2031, 3, 24, 9);
        var turn = await ReceivedAsync(22, day);
        await (await app.As(Clerk, day.AddMinutes(10)).Post($"/reception/turns/{turn}/end", new { outcome = "Guided", note = "去区人民法院立案窗口。", readBack = true })).Json();
        await TakeAsync(day.AddMinutes(30));
        var days = await (await app.As("office-head", day).Get("/reception/days?before=2031-03-25&days=1")).Json();
        var only = Assert.Single(days.GetProperty("items").EnumerateArray());
        Assert.Equal((2, 1, 1, 1, 2.0), (only.GetProperty("taken").GetInt32(), only.GetProperty("received").GetInt32(), only.GetProperty("guided").GetInt32(), only.GetProperty("left").GetInt32(), only.GetProperty("waited").GetDouble()));
        var hall = await (await app.As(Clerk, day).Get("/reception")).Json();
        Assert.Equal((1, 2), (hall.GetProperty("waitingCount").GetInt32(), hall.GetProperty("taken").GetInt32()));
    }

    private async Task<JsonElement> TakeAsync(DateTimeOffset at, bool priority = false, Guid? id = null) =>
        (await (await app.As(Clerk, at).Put($"/reception/turns/{id ?? Guid.CreateVersion7()}", new { kind = "New", people = 1, priority })).Json(201)).GetProperty("turn");

    private async Task OpenAsync(string account, int window, DateTimeOffset at) => await (await app.As(account, at).Post($"/reception/windows/{window}/open", new { })).Json();

    private async Task<JsonElement> NextAsync(string account, int window, DateTimeOffset at) => await (await app.As(account, at).Post($"/reception/windows/{window}/next", new { })).Json();

    private async Task<List<string>> CallAllAsync(string account, int window, DateTimeOffset at, int count)
    {
        var labels = new List<string>();
        for (var i = 0; i < count; i++)
        {
            var turn = await NextAsync(account, window, at);
            labels.Add(turn.Text("label"));
            await (await app.As(account, at).Post($"/reception/turns/{turn.Id()}/end", new { outcome = "Left" })).Json();
        }
        return labels;
    }

    private async Task<Guid> ReceivedAsync(int window, DateTimeOffset day)
    {
        var turn = await TakeAsync(day);
        await OpenAsync(Clerk, window, day);
        await NextAsync(Clerk, window, day.AddMinutes(1));
        await (await app.As(Clerk, day.AddMinutes(2)).Post($"/reception/turns/{turn.Id()}/start", new { })).Json();
        return turn.Id();
    }
}
