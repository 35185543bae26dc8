using System.Text.Json;
using Microsoft.Playwright;

namespace Xinfang.Portal.Tests;

/// <summary>Exams and training as officers and trainers meet them, without a script.</summary>
[Collection(InABrowser.Name)]
public sealed class StudyingAtTheDesk(PortalHost host)
{
    private const string Root = "/api/training";

    [Fact]
    public async Task An_officer_begins_an_exam_and_answers_every_kind_of_question_with_a_button()
    {
        var page = await Officer();
        await page.GotoAsync("/desk/training/mine");
        await page.ClickAsync("form:has-text('2026年春季 条例与期限') >> button");
        await page.WaitForURLAsync($"**/desk/training/sittings/{TrainingStub.Id}*");
        Assert.Contains("还有34分钟", await page.InnerTextAsync("main"), StringComparison.Ordinal);

        await page.GotoAsync($"/desk/training/sittings/{TrainingStub.Id}?q=1");
        Assert.True(await page.IsCheckedAsync("input[value=B]")); // what was saved is there
        await page.CheckAsync("input[value=C]");
        await page.ClickAsync("button[value=next]");
        Assert.Equal("""{"revision":1,"keys":["C"]}""", Saved(1));
        await page.CheckAsync("input[value=A]");
        await page.ClickAsync("button[value=next]");
        Assert.Equal("""{"revision":1,"keys":["A","B"]}""", Saved(2));
        await page.ClickAsync("button[value=next]"); // left out: nothing is sent
        Assert.DoesNotContain(host.Gateway.Asked, each => each.Path == $"{Root}/sittings/{TrainingStub.Id}/answers/3");

        await page.FillAsync("#day", "5月11日");
        await page.ClickAsync("button[value=next]");
        Assert.Equal("日期写成2026-05-11", await page.InnerTextAsync(".errors a"));
        await page.FillAsync("#day", "2026-05-11");
        await page.ClickAsync("button[value=next]");
        Assert.Equal("""{"revision":0,"day":"2026-05-11"}""", Saved(4));

        await page.SelectOptionAsync("#step-1", "B");
        await page.SelectOptionAsync("#step-2", "B");
        await page.SelectOptionAsync("#step-3", "C");
        await page.ClickAsync("button[value=next]");
        Assert.Equal("每一步都要选，而且不能重复", await page.InnerTextAsync(".errors a"));
        await page.SelectOptionAsync("#step-2", "A");
        await page.ClickAsync("button[value=next]");
        Assert.Equal("""{"revision":0,"keys":["B","A","C"]}""", Saved(5));

        await page.FillAsync("#text", "先听他说完。");
        await page.ClickAsync("button[value=next]");
        Assert.Equal("先听他说完。", JsonDocument.Parse(Saved(6)).RootElement.GetProperty("text").GetString());
        Assert.Contains("还没有答的", await page.InnerTextAsync("main"), StringComparison.Ordinal);
        await page.ClickAsync("button[value=hand-in]");
        await page.WaitForURLAsync($"**/desk/training/sittings/{TrainingStub.Id}");
        Assert.Contains(host.Gateway.Asked, each => each.Method == "POST" && each.Path == $"{Root}/sittings/{TrainingStub.Id}/hand-in");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_second_window_is_told_and_shows_what_the_first_one_saved()
    {
        var page = await Officer();
        await page.GotoAsync($"/desk/training/sittings/{TrainingStub.Id}?q=1");
        await page.CheckAsync("input[value=A]");
        host.Gateway.Refusals[$"{Root}/sittings/{TrainingStub.Id}/answers/1"] = (409, new { type = "urn:xinfang:exam.answer-changed-meanwhile", title = "这道题刚才在另一个窗口答过，显示的是那里的答案。要改请再选一次。", status = 409 });
        await page.ClickAsync("button[value=next]");
        Assert.Contains("另一个窗口", await page.InnerTextAsync("[role=alert]"), StringComparison.Ordinal);
        Assert.True(await page.IsCheckedAsync("input[value=B]"));
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_trainer_sets_an_exam_by_its_blueprint()
    {
        var page = await host.Browse();
        await PortalHost.SignIn(page, "120104-xfb", "Train");
        await page.GotoAsync("/desk/training/exams/new");
        await page.ClickAsync("button:has-text('存下')");
        Assert.Equal(["请写名称", "请写开放的日期和时间", "请写结束的日期和时间"], await page.Locator(".errors a").AllInnerTextsAsync());
        await page.FillAsync("#title", "春季考试");
        await page.FillAsync("#opensOn", "2030-05-06");
        await page.FillAsync("#closesOn", "2030-05-10");
        await page.FillAsync("#count-2", "");
        await page.SelectOptionAsync("#kind-1", "Date");
        await page.FillAsync("#organs", "区住建委、没有的单位");
        await page.ClickAsync("button:has-text('存下')");
        Assert.Contains("没有“没有的单位”这个单位", await page.InnerTextAsync(".errors"), StringComparison.Ordinal);
        await page.FillAsync("#organs", "区住建委 兴南街道");
        await page.ClickAsync("button:has-text('存下')");
        using var sent = JsonDocument.Parse(host.Gateway.Asked.Last(each => each.Method == "PUT" && each.Path.StartsWith($"{Root}/exams/", StringComparison.Ordinal)).Body);
        var exam = sent.RootElement;
        Assert.Equal(["120104-zjw", "120104003"], exam.GetProperty("organs").EnumerateArray().Select(organ => organ.GetString()));
        Assert.Equal(3, exam.GetProperty("blueprint").GetArrayLength());
        Assert.Equal(("Date", 5), (exam.GetProperty("blueprint")[0].GetProperty("kind").GetString(), exam.GetProperty("blueprint")[0].GetProperty("count").GetInt32()));
        Assert.Equal(new DateTimeOffset(2030, 5, 6, 9, 0, 0, TimeSpan.FromHours(8)), exam.GetProperty("opensAt").GetDateTimeOffset());
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_question_is_written_with_stars_before_what_is_right_and_looked_at_by_another_person()
    {
        var page = await host.Browse();
        await PortalHost.SignIn(page, "120104-xfb", "Train");
        await page.GotoAsync("/desk/training/bank/new");
        await page.SelectOptionAsync("#kind", "Single");
        await page.SelectOptionAsync("#difficulty", "2");
        await page.SelectOptionAsync("#competency", "Review");
        await page.FillAsync("#stem", "几日内申请复查？");
        await page.FillAsync("#options", "15日\n30日");
        await page.FillAsync("#basis", "《信访工作条例》第三十五条");
        await page.ClickAsync("button:has-text('存下')");
        Assert.Equal(["请在正确的选项前面加星号（*）"], await page.Locator(".errors a").AllInnerTextsAsync());
        await page.FillAsync("#options", "15日\n*30日");
        await page.ClickAsync("button:has-text('存下')");
        Assert.Contains("\"options\":[\"15日\",\"30日\"],\"right\":[1]", host.Gateway.Asked.Last(each => each.Method == "PUT" && each.Path.StartsWith($"{Root}/questions/", StringComparison.Ordinal)).Body, StringComparison.Ordinal);

        await PortalHost.SignIn(page, "120104-xfb", "Oversee");
        await page.GotoAsync($"/desk/training/bank/{TrainingStub.Drafted}");
        await page.ClickAsync("button[value=no]");
        Assert.Equal(["不通过要写理由"], await page.Locator(".errors a").AllInnerTextsAsync());
        await page.ClickAsync("button[value=yes]");
        Assert.Equal("""{"approved":true}""", host.Gateway.Asked.Last(each => each.Path == $"{Root}/questions/{TrainingStub.Drafted}/review").Body);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_person_decides_what_is_done_about_a_need()
    {
        var page = await host.Browse();
        await PortalHost.SignIn(page, "120104-xfb", "Train");
        await page.GotoAsync($"/desk/training/needs/{TrainingStub.Id}");
        Assert.Equal(["", TrainingStub.Id.ToString(), TrainingStub.Later.ToString()], await page.Locator("#session option").EvaluateAllAsync<string[]>("options => options.map(option => option.value)")); // not the cancelled one
        await page.FillAsync("#note", "每周一次");
        await page.ClickAsync("button[value=yes]");
        Assert.Equal(["手把手指导要写由谁指导"], await page.Locator(".errors a").AllInnerTextsAsync());
        await page.FillAsync("#mentor", "trainer");
        await page.ClickAsync("button[value=yes]");
        using var sent = JsonDocument.Parse(host.Gateway.Asked.Last(each => each.Path == $"{Root}/needs/{TrainingStub.Id}/acceptance").Body);
        Assert.Equal(("Coaching", "trainer"), (sent.RootElement.GetProperty("means").GetString(), sent.RootElement.GetProperty("mentor").GetString()));
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Outside_hours_are_looked_through_before_they_are_entered()
    {
        var page = await host.Browse();
        await PortalHost.SignIn(page, "120104-xfb", "Train");
        await page.GotoAsync("/desk/training/hours");
        await page.ClickAsync("button[value=look]");
        Assert.Equal(["请选文件"], await page.Locator(".errors a").AllInnerTextsAsync());
        var file = new FilePayload { Name = "学时.csv", MimeType = "text/csv", Buffer = "账号,平台,课程,专题,学时,日期\n"u8.ToArray() };
        await page.SetInputFilesAsync("#file", file);
        await page.ClickAsync("button[value=look]");
        Assert.Contains("还没有记", await page.InnerTextAsync("[role=status]"), StringComparison.Ordinal);
        Assert.Contains("\"dryRun\":true", Imported(), StringComparison.Ordinal);
        await page.SetInputFilesAsync("#file", file);
        await page.ClickAsync("button[value=enter]");
        Assert.Contains("记好了", await page.InnerTextAsync("[role=status]"), StringComparison.Ordinal);
        Assert.Contains("\"dryRun\":false", Imported(), StringComparison.Ordinal);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task An_officer_signs_in_with_the_code_on_the_screen()
    {
        var page = await Officer();
        await page.GotoAsync($"/desk/training/sign-in?session={TrainingStub.Id}&code=7K4M29QX");
        await page.ClickAsync("main button:has-text('签到')");
        await page.WaitForURLAsync("**/desk/training/mine?done=signed");
        Assert.Equal("""{"code":"7K4M29QX"}""", host.Gateway.Asked.Last(each => each.Path == $"{Root}/sessions/{TrainingStub.Id}/attendance").Body);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task An_officer_walks_through_a_drill_step_by_step_and_has_it_judged()
    {
        var page = await Officer();
        await page.GotoAsync("/desk/training/drills");
        await page.ClickAsync("button:has-text('接着办')");
        await page.WaitForURLAsync($"**/desk/training/drills/{TrainingStub.Id}");
        await page.ClickAsync("button[value=step]");
        Assert.Equal(["请选办什么"], await page.Locator(".errors a").AllInnerTextsAsync());
        await page.SelectOptionAsync("#move", "Extend:30");
        await page.FillAsync("#on", "2026-04-30");
        await page.ClickAsync("button[value=step]");
        Assert.Equal("""{"move":"Extend:30","on":"2026-04-30"}""", host.Gateway.Asked.Last(each => each.Path == $"{Root}/drill-runs/{TrainingStub.Id}/steps/2").Body);
        await page.ClickAsync("button[value=finish]");
        Assert.Equal(["办完了请先勾选"], await page.Locator(".errors a").AllInnerTextsAsync());
        await page.CheckAsync("#sure");
        await page.ClickAsync("button[value=finish]");
        Assert.Contains(host.Gateway.Asked, each => each.Path == $"{Root}/drill-runs/{TrainingStub.Id}/completion");
        await page.GotoAsync($"/desk/training/drills/{DrillsStub.Finished}");
        Assert.Contains("20分，没有通过", await page.InnerTextAsync("[role=status]"), StringComparison.Ordinal);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_session_is_evaluated_without_a_name()
    {
        var page = await Officer();
        await page.GotoAsync("/desk/training/mine");
        Assert.Contains("快到了", await page.InnerTextAsync("[role=status]"), StringComparison.Ordinal);
        await page.ClickAsync("a:has-text('不记名评价')");
        await page.ClickAsync("button:has-text('提交评价')");
        Assert.Equal(3, await page.Locator(".errors a").CountAsync());
        foreach (var (question, score) in ((string, string)[])[("useful", "5"), ("clear", "4"), ("fitting", "3")]) await page.CheckAsync($"input[name={question}][value='{score}']");
        await page.ClickAsync("button:has-text('提交评价')");
        await page.WaitForURLAsync("**/desk/training/mine?done=evaluated");
        Assert.Equal("""{"useful":5,"clear":4,"fitting":3}""", host.Gateway.Asked.Last(each => each.Path == $"{Root}/sessions/{TrainingStub.Id}/evaluation").Body);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_draft_and_a_planned_session_are_changed_with_what_was_written_before()
    {
        var page = await host.Browse();
        await PortalHost.SignIn(page, "120104-xfb", "Train");
        await page.GotoAsync($"/desk/training/exams/{TrainingStub.Drafted}/plan");
        Assert.Equal(("2026年春季 条例与期限", "2026-04-17", "20"), (await page.InputValueAsync("#title"), await page.InputValueAsync("#opensOn"), await page.InputValueAsync("#count-1")));
        await page.FillAsync("#count-1", "18");
        await page.ClickAsync("button:has-text('存下')");
        Assert.Contains("\"count\":18", host.Gateway.Asked.Last(each => each.Method == "PUT" && each.Path == $"{Root}/exams/{TrainingStub.Drafted}").Body, StringComparison.Ordinal);
        await page.GotoAsync($"/desk/training/sessions/{TrainingStub.Id}/plan");
        Assert.Equal(("2026-04-22", "14:00", "17:00"), (await page.InputValueAsync("#on"), await page.InputValueAsync("#from"), await page.InputValueAsync("#until")));
        await page.FillAsync("#place", "区信访办三楼会议室");
        await page.ClickAsync("button:has-text('存下')");
        Assert.Contains("三楼", JsonDocument.Parse(host.Gateway.Asked.Last(each => each.Method == "PUT" && each.Path == $"{Root}/sessions/{TrainingStub.Id}").Body).RootElement.GetProperty("place").GetString(), StringComparison.Ordinal);
        await page.Context.CloseAsync();
    }

    private async Task<IPage> Officer()
    {
        var page = await host.Browse();
        await PortalHost.SignIn(page, "120104-zjw", "Handle");
        return page;
    }

    private string Saved(int number) => host.Gateway.Asked.Last(each => each.Path == $"{Root}/sittings/{TrainingStub.Id}/answers/{number}").Body;

    private string Imported() => host.Gateway.Asked.Last(each => each.Path == $"{Root}/hours/imports").Body;
}
