using Xinfang.Contracts.Training.V1;
using Xinfang.Law;
using Xinfang.Training.Api.Exams;
using Xinfang.Training.Api.Needs;
using Xinfang.Training.Api.Study;
using Xinfang.Training.Api.Telling;

namespace Xinfang.Training.Tests.Telling;

/// <summary>In 2034 and 2035, where no other test has plans. What is told names nobody.</summary>
public class TellingTheOthers(TrainingApp app)
{
    private static readonly DateTimeOffset Day = Wire.On(2034, 6, 12, 9).ToUniversalTime();

    [Fact]
    public async Task A_course_that_was_held_and_an_exam_that_has_closed_are_told_once_and_small_groups_are_not()
    {
        await using var listening = await Listening.ToAsync(typeof(CourseHeld), typeof(ExamPassed));
        var (held, empty, exam, waiting) = (Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7());
        await app.Db(async db =>
        {
            foreach (var id in (Guid[])[held, empty]) db.Add(new Session { Id = id, Plan = new("轮训", StudyMode.Class, StudyForm.Round, "Acceptance", 3, Day, Day.AddHours(3), "二楼", null, [], 1), StartsAt = Day, Cancelled = false, Secret = [1], By = "trainer" });
            foreach (var n in Enumerable.Range(0, 3)) db.Add(new HourEntry { Id = Guid.CreateVersion7(), Account = $"told-{n}", Organ = n == 0 ? "120104001" : "120104002", Year = 2034, Mode = StudyMode.Class, Topic = "Acceptance", Hours = 3, On = new(2034, 6, 12), Source = HourSource.Session, Reference = Ledger.ReferenceOf(held), Title = "轮训", EnteredAt = Day, EnteredBy = $"told-{n}" });
            foreach (var id in (Guid[])[exam, waiting]) db.Add(new Exam { Id = id, Plan = new("考试", 60, 60, 2, Day, Day.AddHours(8), [], []), State = ExamState.Open, Seed = "一", By = "trainer", WrittenAt = Day, ClosesAt = Day.AddHours(8) });
            await db.SaveChangesAsync();
            foreach (var n in Enumerable.Range(0, 9)) // five of one organ, of whom one sat twice, and four of another
                foreach (var attempt in n == 0 ? new[] { 1, 2 } : [1])
                    db.Add(new Sitting { Id = Guid.CreateVersion7(), ExamId = exam, Account = $"told-{n}", Organ = n < 5 ? "120104001" : "120104002", Attempt = attempt, StartedAt = Day, EndsAt = Day.AddHours(1), Sheet = new([]), HandedInAt = Day.AddHours(1), Percent = 70, Passed = n % 2 == 0 && (n > 0 || attempt == 2) });
            db.Add(new Sitting { Id = Guid.CreateVersion7(), ExamId = waiting, Account = "told-0", Organ = "120104001", Attempt = 1, StartedAt = Day, EndsAt = Day.AddHours(1), Sheet = new([]), HandedInAt = Day.AddHours(1) });
            await db.SaveChangesAsync();
        });

        for (var time = 0; time < 2; time++) await app.Db(db => Events.TellAsync(db, At(Day.AddDays(1)), TestContext.Current.CancellationToken));
        var course = await listening.FirstAsync<CourseHeld>(each => each.GetProperty("sessionId").GetGuid() == held);
        Assert.Equal((3, 2, "2034-06-12"), (course.GetProperty("attendance").GetInt32(), course.GetProperty("organs").GetInt32(), course.Text("heldOn")));
        var passed = await listening.FirstAsync<ExamPassed>(each => each.GetProperty("examId").GetGuid() == exam);
        Assert.Equal(("120104001", 5, 3), (passed.Text("organ"), passed.GetProperty("people").GetInt32(), passed.GetProperty("passed").GetInt32()));
        Assert.Single(listening.Of<CourseHeld>(each => each.GetProperty("sessionId").GetGuid() == held));
        Assert.Single(listening.Of<ExamPassed>(each => each.GetProperty("examId").GetGuid() == exam)); // the four are not told of
        Assert.Empty(listening.Of<CourseHeld>(each => each.GetProperty("sessionId").GetGuid() == empty));
        Assert.Equal(0, await app.Sql<long>("select count(*) from told where reference = $1", waiting.ToString())); // somebody still has to mark
    }

    [Fact]
    public async Task A_year_that_was_not_met_is_told_per_organ_with_five_people_or_more()
    {
        await using var listening = await Listening.ToAsync(typeof(ObligationOverdue));
        await app.Db(async db =>
        {
            foreach (var n in Enumerable.Range(0, 9)) db.Add(new Trainee { Account = $"year-{n}", Organ = n < 5 ? "120104-fy" : "120104-jcy", Rank = Obligations.Usual, Since = Day });
            db.Add(new HourEntry { Id = Guid.CreateVersion7(), Account = "year-0", Organ = "120104-fy", Year = 2034, Mode = StudyMode.Online, Topic = "Other", Hours = 90, On = new(2034, 6, 12), Source = HourSource.Import, Reference = "year-0", Title = "网课", EnteredAt = Day, EnteredBy = "trainer" });
            await db.SaveChangesAsync();
        });
        for (var time = 0; time < 2; time++) await app.Db(db => Events.TellAsync(db, At(Wire.On(2035, 1, 3).ToUniversalTime()), TestContext.Current.CancellationToken));
        var overdue = await listening.FirstAsync<ObligationOverdue>(each => each.Text("organ") == "120104-fy");
        Assert.Equal((2034, 5, 4), (overdue.GetProperty("year").GetInt32(), overdue.GetProperty("people").GetInt32(), overdue.GetProperty("overdue").GetInt32()));
        Assert.Single(listening.Of<ObligationOverdue>(each => each.Text("organ") == "120104-fy"));
        Assert.Empty(listening.Of<ObligationOverdue>(each => each.Text("organ") == "120104-jcy"));
    }

    [Fact]
    public async Task Coaching_is_told_when_it_begins_and_when_it_ends_and_not_who_coaches()
    {
        await using var listening = await Listening.ToAsync(typeof(CoachingStarted), typeof(CoachingEnded));
        var id = Guid.CreateVersion7();
        await app.Db(async db =>
        {
            db.Add(new Need { Id = id, Organ = "120104-qw", Signal = "overdue", Evidence = new("120104-qw", "overdue", 40, 16, 0.4, 0.26, 0.55, 0.05, 0.0001), From = new(2034, 1, 1), Until = new(2034, 6, 1), FoundOn = new(2034, 6, 1), State = NeedState.Proposed });
            await db.SaveChangesAsync();
        });
        using var trainer = app.As("trainer", Day);
        await (await trainer.Post($"/needs/{id}/acceptance", new { means = "Coaching", mentor = "120104-zjw.checker", note = "每周一次" })).Json();
        await (await trainer.Put($"/needs/{id}/coaching/{Guid.CreateVersion7()}", new { on = "2034-06-12", hours = 2, cases = 3, text = "一起排期限" })).Json();
        await (await trainer.Post($"/needs/{id}/closing", new { result = "降下来了" })).Json();
        var started = await listening.FirstAsync<CoachingStarted>(each => each.GetProperty("needId").GetGuid() == id);
        Assert.Equal(("120104-qw", "Terms", "2034-06-12"), (started.Text("organ"), started.Text("competency"), started.Text("startedOn")));
        var ended = await listening.FirstAsync<CoachingEnded>(each => each.GetProperty("needId").GetGuid() == id);
        Assert.Equal((1, 120), (ended.GetProperty("visits").GetInt32(), ended.GetProperty("minutes").GetInt32()));
        Assert.DoesNotContain("checker", started.ToString() + ended, StringComparison.Ordinal);
    }

    private static Moment At(DateTimeOffset at) => new(at, LegalCalendar.Default, Terms.Default);
}
