using Xinfang.Contracts.CaseHandling.V1;
using Xinfang.Contracts.Intake.V1;
using Xinfang.Testing;
using Xinfang.Training.Api.Bank;
using Xinfang.Training.Api.Exams;
using Xinfang.Training.Api.Needs;

namespace Xinfang.Training.Tests.Needs;

/// <summary>Events come in as other services send them; what is found is decided by people. In 2031, where no other test has cases.</summary>
public class LearningFromCases(TrainingApp app)
{
    private static readonly DateTimeOffset Found = Wire.On(2031, 6, 30);

    [Fact]
    public async Task Every_event_becomes_one_fact_however_often_it_is_told()
    {
        var (petition, at) = (Guid.CreateVersion7(), Wire.On(2030, 3, 2).ToUniversalTime());
        const string organ = "120104-cgw";
        for (var time = 0; time < 2; time++)
        {
            await app.Publish(new PetitionReceived { PetitionId = petition, Organ = organ, Round = 1, Sealed = false, ReceivedAt = at }, petition);
            await app.Publish(new OpinionServed { PetitionId = petition, Organ = organ, ServedOn = new(2030, 4, 20), Method = "InPerson", DocumentId = petition }, petition);
            await app.Publish(new DefectFound { PetitionId = petition, Organ = organ, Code = "L17", Severity = "Error", Count = 3, Source = "Checks", FoundAt = at }, petition);
            await app.Publish(new TermOverdue { PetitionId = petition, Organ = organ, Term = "completion", StrictDueOn = new(2030, 5, 1), DueOn = new(2030, 5, 6), NoticedAt = at }, petition);
            await app.Publish(new ContestationDecided { PetitionId = petition, Organ = organ, Round = 1, Agreed = false, DecidedAt = at }, petition);
            await app.Publish(Review(petition, organ, "RevokeAndRedo", at), petition);
            await app.Publish(new PetitionRated { PetitionId = petition, Organ = organ, OfficeScore = "Satisfied", OrganScore = "Dissatisfied", RatedAt = at }, petition);
        }
        await TrainingApp.Soon(async () => await app.Sql<long>("select count(*) from case_fact where petition_id = $1", petition) == 8);
        await TrainingApp.Soon(async () => await app.Sql<long>("select count(*) from inbox where endpoint = 'training' and handled_at > now() - interval '1 hour'") >= 14);
        Assert.Equal(8, await app.Sql<long>("select count(*) from case_fact where petition_id = $1", petition));
    }

    [Fact]
    public async Task What_is_no_fault_of_the_organ_is_not_kept_against_it()
    {
        var (petition, at) = (Guid.CreateVersion7(), Wire.On(2030, 3, 2).ToUniversalTime());
        const string organ = "120104-cgw";
        await app.Publish(new DefectFound { PetitionId = petition, Organ = organ, Code = "L01", Severity = "Hint", Count = 1, Source = "Checks", FoundAt = at }, petition);
        await app.Publish(new ContestationDecided { PetitionId = petition, Organ = organ, Round = 1, Agreed = true, DecidedAt = at }, petition);
        await app.Publish(Review(petition, organ, "Uphold", at), petition);
        await app.Publish(new PetitionRated { PetitionId = petition, OfficeScore = "Dissatisfied", RatedAt = at }, petition);
        await app.Publish(new PetitionReceived { PetitionId = petition, Organ = organ, Round = 1, Sealed = false, ReceivedAt = at }, petition);
        await TrainingApp.Soon(async () => await app.Sql<long>("select count(*) from case_fact where petition_id = $1 and kind = 'Received'", petition) == 1);
        Assert.Equal(1, await app.Sql<long>("select count(*) from case_fact where petition_id = $1", petition)); // one queue, one petition: the others came before
    }

    [Fact, Rule("A-64")]
    public async Task The_planted_organ_is_proposed_a_person_assigns_a_mentor_and_the_change_is_shown_with_its_uncertainty()
    {
        using var trainer = app.As("trainer", Found);
        await PlantAsync(Found.AddDays(-60), wrong: 0.4);
        await (await trainer.Post("/needs/search", new { })).Json();
        await (await trainer.Post("/needs/search", new { })).Json(); // again: nothing twice
        var need = Assert.Single((await (await trainer.Get("/needs?state=Proposed&limit=100")).Json()).GetProperty("items").EnumerateArray(), each => each.Text("organ") == "120104-mzj" && each.Text("signal") == "overdue");
        Assert.Contains("其他单位合计", need.Text("sentence"), StringComparison.Ordinal);
        var id = need.Id();

        await (await trainer.Post($"/needs/{id}/acceptance", new { means = "Coaching", note = "每周一次" })).Problem(422, "need.without-mentor");
        var decided = await (await trainer.Post($"/needs/{id}/acceptance", new { means = "Coaching", mentor = "120104-zjw.checker", note = "每周一次，一起看在办的件" })).Json();
        Assert.Equal("Accepted", decided.Text("state"));
        await (await trainer.Post($"/needs/{id}/declination", new { reason = "不用" })).Problem(409, "need.decided");

        using var mentor = app.As("120104-zjw.checker", Found.AddDays(7));
        var entry = Guid.CreateVersion7();
        var body = new { on = "2031-07-05", hours = 2, cases = 6, text = "一起排了6件的期限" };
        await (await mentor.Put($"/needs/{id}/coaching/{entry}", body)).Json();
        await (await mentor.Put($"/needs/{id}/coaching/{entry}", body)).Json();
        using var own = app.As("120104-mzj.officer", Found.AddDays(7));
        await (await own.Put($"/needs/{id}/coaching/{Guid.CreateVersion7()}", body)).Problem(403, "need.not-mentor");
        using var other = app.As("120104-rsj.officer", Found.AddDays(7));
        await (await other.Get($"/needs/{id}")).Problem(404, "training.not-found");

        await PlantAsync(Found.AddDays(20), wrong: 0.05);
        using var later = app.As("trainer", Found.AddDays(95));
        var view = await (await later.Get($"/needs/{id}")).Json();
        Assert.Single(view.GetProperty("coaching").EnumerateArray());
        var effect = view.GetProperty("effect");
        Assert.Equal("Better", effect.Text("verdict"));
        Assert.True(effect.GetProperty("high").GetDouble() < 0);
        var closed = await (await later.Post($"/needs/{id}/closing", new { result = "超期降下来了" })).Json();
        Assert.Equal("Closed", closed.Text("state"));
        var measures = await (await later.Get("/measures?year=2031&quarter=3")).Json();
        Assert.Equal("1项变好", measures.GetProperty("rows").EnumerateArray().Single(row => row.Text("code") == "T-6").Text("value"));
        Assert.Equal("1次", (await (await later.Get("/measures?year=2031&quarter=3")).Json()).GetProperty("rows").EnumerateArray().Single(row => row.Text("code") == "T-5").Text("value"));
    }

    [Fact]
    public async Task An_officer_is_proposed_by_answers_sees_it_at_once_and_colleagues_do_not()
    {
        var at = Wire.On(2036, 3, 1).ToUniversalTime();
        await app.Db(async db =>
        {
            var exam = new Exam { Id = Guid.CreateVersion7(), Plan = new("期限专题", 60, 60, 1, at, at.AddHours(8), [], []), State = ExamState.Open, Seed = "一", By = "trainer", WrittenAt = at, ClosesAt = at.AddHours(8) };
            var questions = Enumerable.Range(0, 40).Select(n => new Question
            {
                Id = Guid.CreateVersion7(), Series = $"planted/{Guid.CreateVersion7():N}", Version = 1, Generated = false, Kind = QuestionKind.Single, Difficulty = 1, Competency = "RuleOfLaw", Basis = "条例",
                Content = new("问", ["甲", "乙"], [0], ""), Digest = $"{n}", State = QuestionState.Retired, By = "trainer", WrittenAt = at,
            }).ToList();
            db.Add(exam);
            db.AddRange(questions);
            foreach (var n in Enumerable.Range(0, 20))
            {
                var sitting = new Sitting { Id = Guid.CreateVersion7(), ExamId = exam.Id, Account = n == 0 ? "120104-jyj.officer" : $"planted-{n}", Organ = "120104-jyj", Attempt = 1, StartedAt = at, EndsAt = at.AddHours(1), Sheet = new([]), HandedInAt = at.AddHours(1), Percent = 60, Passed = true };
                db.Add(sitting);
                db.AddRange(questions.Select((question, q) => new SittingAnswer { SittingId = sitting.Id, Number = q + 1, QuestionId = question.Id, Given = Given.Nothing, Revision = 1, SavedAt = at, Points = q < (n == 0 ? 28 : 6) ? 0 : 2 }));
            }
            await db.SaveChangesAsync();
        });
        using var trainer = app.As("trainer", at.AddDays(10));
        await (await trainer.Post("/needs/search", new { })).Json();
        using var officer = app.As("120104-jyj.officer", at.AddDays(10));
        var need = Assert.Single((await (await officer.Get("/needs?limit=100")).Json()).GetProperty("items").EnumerateArray(), each => each.Text("signal") == "answers/RuleOfLaw");
        Assert.Equal(("Proposed", "120104-jyj.officer"), (need.Text("state"), need.Text("account")));
        Assert.Contains("40道题里有28道题", need.Text("sentence"), StringComparison.Ordinal);
        Assert.Single((await (await officer.Get("/my/file")).Json()).GetProperty("needs").EnumerateArray());
        await (await trainer.Post($"/needs/{need.Id()}/acceptance", new { means = "Assignment", note = "把第三章再学一遍" })).Json();
        using var colleague = app.As("120104-jyj.head", at.AddDays(10));
        await (await colleague.Get($"/needs/{need.Id()}")).Problem(404, "training.not-found");
        var seen = await (await officer.Get($"/needs/{need.Id()}")).Json();
        Assert.Equal("TooFew", seen.GetProperty("effect").Text("verdict")); // nothing has been answered since
    }

    [Fact]
    public async Task An_officer_reads_the_own_file_and_objects_and_another_person_answers()
    {
        using var officer = app.As("120104-wjw.officer", Found);
        using var trainer = app.As("trainer", Found);
        var id = Guid.CreateVersion7();
        await (await officer.Put($"/my/file/objections/{id}", new { text = "六月的培训我去了，没有记学时。" })).Json();
        await (await officer.Put($"/my/file/objections/{id}", new { text = "六月的培训我去了，没有记学时。" })).Json();
        Assert.Contains((await (await trainer.Get("/objections")).Json()).GetProperty("items").EnumerateArray(), row => row.Id() == id);
        await (await trainer.Post($"/objections/{id}/answer", new { text = "签到记录里有，已经补记。" })).Json();
        await (await trainer.Post($"/objections/{id}/answer", new { text = "再答一次。" })).Problem(409, "objection.answered");

        var file = await (await officer.Get("/my/file")).Json();
        Assert.Equal("签到记录里有，已经补记。", Assert.Single(file.GetProperty("objections").EnumerateArray()).Text("answer"));
        Assert.Equal(file.Text("account"), (await (await trainer.Get("/trainees/120104-wjw.officer/file")).Json()).Text("account"));
        Assert.Equal(0, await app.Sql<long>("select count(*) from objection where id = $1 and (position(convert_to('记学时', 'UTF8') in text) > 0 or position(convert_to('补记', 'UTF8') in answer) > 0)", id)); // as it lies on the disk
        using var other = app.As("120104-jyj.officer", Found);
        Assert.Equal(403, (int)(await other.Get("/trainees/120104-wjw.officer/file")).StatusCode);
        await (await other.Put($"/my/file/objections/{id}", new { text = "别人的编号不能用。" })).Problem(404, "training.not-found");
    }

    [Fact]
    public async Task Rates_are_shown_with_intervals_and_a_measure_of_nothing_is_no_zero()
    {
        using var trainer = app.As("trainer", Found);
        var rates = await (await trainer.Get("/needs/rates?signal=overdue")).Json();
        Assert.Equal(NeedFinder.LeastCases, rates.GetProperty("least").GetInt32());
        Assert.Equal(400, (int)(await trainer.Get("/needs/rates?signal=nothing")).StatusCode);
        var empty = await (await trainer.Get("/measures?year=2090")).Json();
        Assert.Equal(["T-1", "T-2", "T-2a", "T-3", "T-4", "T-5", "T-6", "T-7"], empty.GetProperty("rows").EnumerateArray().Select(row => row.Text("code")));
        Assert.Equal("—", empty.GetProperty("rows")[0].Text("value"));
        Assert.Equal(400, (int)(await trainer.Get("/measures?year=2026&quarter=5")).StatusCode);
    }

    private static ReviewDecided Review(Guid petition, string organ, string outcome, DateTimeOffset at) => new()
    {
        PetitionId = petition, ReviewId = petition, Organ = organ, ReviewBody = "120104", Outcome = outcome, DecidedAt = at, InTime = true, DocumentId = petition, DocumentNumber = "津南开信查〔2030〕1号",
    };

    /// <summary>Twelve organs with 40 received petitions each on one day; at one of them more are overdue.</summary>
    private Task PlantAsync(DateTimeOffset day, double wrong) => app.Db(async db =>
    {
        string[] organs = ["120104-mzj", .. Enumerable.Range(1, 11).Select(n => $"1201040{n:00}")];
        foreach (var organ in organs)
            for (var n = 0; n < 40; n++)
            {
                var petition = Guid.CreateVersion7();
                await db.NoteAsync(petition, organ, FactKind.Received, "", day, default);
                if (n < 40 * (organ == "120104-mzj" ? wrong : 0.05)) await db.NoteAsync(petition, organ, FactKind.Overdue, "completion", day.AddDays(10), default);
            }
    });
}
