using Xinfang.Contracts.Outreach.V1;
using Xinfang.Contracts.Training.V1;
using Xinfang.Insight.Api.Reports;
using Xinfang.ServiceDefaults.Persistence;

namespace Xinfang.Insight.Tests.Reports;

/// <summary>R-6: the list of duties and training, from what the services told. Years 2091 and 2092.</summary>
public class ReportingTeaching(InsightApp app)
{
    private const string Housing = "120104-zjw", Labour = "120104-rsj";
    private readonly Desk _desk = new(app);

    [Fact, Rule("S-26")]
    public async Task The_list_of_duties_is_reported_by_organ_in_time_late_and_not_done()
    {
        var (inTime, late, open, dropped, moved) = (Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7());
        await Tell(inTime, Duty(inTime, Housing, "Open"), Duty(inTime, Housing, "Reported", new(2091, 6, 20)), Duty(inTime, Housing, "Done", new(2091, 6, 20)));
        await Tell(late, Duty(late, Housing, "Open"), Duty(late, Housing, "Done", new(2091, 7, 3)));
        await Tell(open, Duty(open, Labour, "Open"), Duty(open, Labour, "Reported", new(2091, 6, 20)), Duty(open, Labour, "Open"));
        await Tell(dropped, Duty(dropped, Labour, "Open"), Duty(dropped, Labour, "Dropped"));
        await Tell(moved, Duty(moved, Labour, "Open") with { Year = 2090 });
        var activity = Guid.CreateVersion7();
        await Tell(activity, new ActivityHeld { ActivityId = activity, Street = "120104003", HeldOn = new(2091, 5, 12), Forms = "Consultation,Leaflet", JointOrgans = Housing, Attendance = 120, Consultations = 12, Materials = 280, ClosedAt = Wire.On(2091, 5, 13) });

        var report = await _desk.DraftAsync("Duties", 2091);
        var words = Desk.Words(report);
        Assert.Contains("2091年清单列入3项，涉及2个单位。完成2项，完成率66.7%，其中按期完成1项、逾期完成1项；已上报等待核实0项，没有完成1项。", words, StringComparison.Ordinal);
        Assert.Contains("2091年办结普法活动1场，用了2种形式，到了1个街道，其中和其他单位联合1场；参加120人次，现场咨询12人次，发放资料280份。", words, StringComparison.Ordinal);
        Assert.Contains("区人社局1项没有完成；区住建委1项逾期完成。", words, StringComparison.Ordinal);
        var yearly = Desk.Words(await _desk.DraftAsync("RuleOfLaw", 2091));
        Assert.Contains("2091年办结普法活动1场，用了2种形式", yearly, StringComparison.Ordinal);
        Assert.Contains("2091年普法责任清单列入3项，涉及2个单位。完成2项", yearly, StringComparison.Ordinal);
        Assert.Equal(("《法治宣传教育法》第九条", "普法责任清单完成情况报告"), (report.Text("law"), report.Text("kindName")));
        var table = report.GetProperty("text").GetProperty("sections")[1].GetProperty("paragraphs")[0].GetProperty("table").GetProperty("rows").EnumerateArray().Last();
        Assert.Equal(["合计", "3", "1", "1", "0", "1"], table.EnumerateArray().Select(cell => cell.GetString()));
    }

    [Fact, Rule("S-41")]
    public async Task Training_is_reported_with_sessions_exams_coaching_and_the_years_hours()
    {
        await Tell(Course("Class", 30, 40), Course("Class", 15, 20), Course("Online", 5, 90), Course("Class", 30, 99, 2093));
        await Tell(Exam(Housing, 10, 8), Exam(Labour, 6, 6));
        var need = Guid.CreateVersion7();
        await Tell(need, new CoachingStarted { NeedId = need, Organ = Housing, Competency = "Opinion", StartedOn = new(2092, 3, 1) }, new CoachingEnded { NeedId = need, Organ = Housing, Competency = "Opinion", Visits = 3, Minutes = 270, EndedOn = new(2092, 9, 1) });
        var finding = Guid.CreateVersion7();
        await Tell(finding, new ObligationOverdue { FindingId = finding, Organ = Housing, Year = 2092, People = 12, Overdue = 2, CountedAt = Wire.On(2093, 1, 2) });

        var words = Desk.Words(await _desk.DraftAsync("Training", 2092));
        Assert.Contains("2092年办结培训3场，计5学时，签到150人次。", words, StringComparison.Ordinal);
        Assert.Contains("2092年结束考试2次，参加16人次，合格14人次，合格率87.5%。", words, StringComparison.Ordinal);
        Assert.Contains("新开始结对帮带1项，涉及1个单位；结束1项，上门3次，共270分钟。", words, StringComparison.Ordinal);
        Assert.Contains("年度学时没有达标的有2人，在1个单位。", words, StringComparison.Ordinal);
        Assert.Contains("2092年办结培训3场，计5学时，签到150人次。2092年结束考试2次，参加16人次，合格14人次，合格率87.5%。新开始结对帮带1项", Desk.Words(await _desk.DraftAsync("RuleOfLaw", 2092)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(ReportKind.Duties, 5)]
    [InlineData(ReportKind.Training, 5)]
    public void Of_a_year_nobody_told_of_everything_is_to_be_written_and_nothing_invented(object kind, int sections)
    {
        var report = Planted.Report((ReportKind)kind);
        Assert.Equal(sections, report.Text.Sections.Count);
        Assert.All(report.Text.Paragraphs, paragraph => Assert.Equal(ParagraphKind.ToWrite, paragraph.Kind));
        Assert.Null(ReportKinds.Terms(report.Kind, 2026));
    }

    [Fact]
    public void Completed_by_a_person_nothing_is_found_wrong()
    {
        Assert.Equal("", Planted.Rules(ReportCheck.Of(Report(ReportKind.Duties, content => content with { Outreach = new([new(Housing, "区住建委", 3, 1, 1, 0, 1)], 4, 2, 3, 5, 400, 30, 900) }), Planted.Drafted)));
        Assert.Equal("", Planted.Rules(ReportCheck.Of(Report(ReportKind.Training, content => content with { Training = new([new("Class", 3, 45, 60)], 1, [new(Housing, "区住建委", 10, 8)], 1, 1, 1, 3, 270, 1, 2) }), Planted.Drafted)));
    }

    private static Report Report(ReportKind kind, Func<SnapshotContent, SnapshotContent> change)
    {
        var planted = Planted.Snapshot();
        var content = change(planted.Content);
        return Planted.Report(kind, new() { Id = planted.Id, From = planted.From, Until = planted.Until, Basis = planted.Basis, TakenAt = planted.TakenAt, TakenBy = planted.TakenBy, Content = content, Hash = RecordChain.DigestOf(content) }, Planted.Filled);
    }

    /// <summary>Told of one thing, in this order.</summary>
    private async Task Tell(Guid subject, params object[] events)
    {
        for (var each = 0; each < events.Length; each++)
        {
            await app.PublishAsync(events[each], subject);
            var told = each + 1;
            await InsightApp.Soon(async () => await app.Sql<long>("select count(*) from told where petition_id = $1", subject) == told);
        }
    }

    private async Task Tell(params (Guid Subject, object Told)[] events)
    {
        foreach (var (subject, told) in events) await Tell(subject, told);
    }

    private static DutyChanged Duty(Guid id, string organ, string status, DateOnly? reported = null) => new() { DutyId = id, Organ = organ, Year = 2091, DueOn = new(2091, 6, 30), Status = status, ReportedOn = reported, ChangedAt = Wire.On(2091, 7, 4) };

    private static (Guid, object) Course(string mode, int tenths, int attendance, int year = 2092) => Guid.CreateVersion7() is var id
        ? (id, new CourseHeld { SessionId = id, Mode = mode, Form = "Round", Topic = "Acceptance", HourTenths = tenths, HeldOn = new(year, 4, 1), Attendance = attendance, Organs = 3, EndedAt = Wire.On(year, 4, 2) }) : default;

    private static (Guid, object) Exam(string organ, int people, int passed) => Guid.CreateVersion7() is var id ? (id, new ExamPassed { ExamId = id, Organ = organ, People = people, Passed = passed, ClosedAt = Wire.On(2092, 11, 30) }) : default;
}
