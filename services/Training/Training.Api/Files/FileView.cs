using Microsoft.EntityFrameworkCore;
using Xinfang.ServiceDefaults.Organs;
using Xinfang.ServiceDefaults.Security;
using Xinfang.Training.Api.Bank;
using Xinfang.Training.Api.Drills;
using Xinfang.Training.Api.Needs;
using Xinfang.Training.Api.Reminding;
using Xinfang.Training.Api.Study;

namespace Xinfang.Training.Api.Files;

/// <summary>An exam in the file.</summary>
internal sealed record FileExam(Guid Id, string Title, DateTimeOffset At, int Attempts, decimal? Best, bool? Passed);

/// <summary>A drill in the file: the best of its runs.</summary>
internal sealed record FileDrill(string Script, string Title, DateTimeOffset At, int Runs, int Best, bool Passed);

/// <summary>One line of the quality of an organ's cases.</summary>
internal sealed record FileQuality(string Signal, string Name, string Competency, int Cases, int Wrong, double? Rate, double? Low, double? High, double? District);

/// <summary>A need of this person, proposed by figures and decided by people.</summary>
internal sealed record FileNeed(Guid Id, string Name, NeedState State, DateOnly FoundOn, string Sentence);

/// <summary>An objection and its answer.</summary>
internal sealed record FileObjection(Guid Id, string Text, DateTimeOffset RaisedAt, string? Answer, string? AnsweredBy, DateTimeOffset? AnsweredAt);

/// <summary>
/// 能力档案: study, exams, and the quality of the organ's cases. No score is computed from them and nothing follows from them by itself: people decide
/// (《个人信息保护法》第二十四条). The quality is the organ's, because what is told of cases names no officer.
/// </summary>
internal sealed record FileView(
    string Account, string Organ, string OrganName, int Year, decimal Required, decimal Done, IReadOnlyList<FileExam> Exams, IReadOnlyList<FileDrill> Drills, IReadOnlyList<ReminderView> Reminders, DateOnly QualityFrom, DateOnly QualityUntil, IReadOnlyList<FileQuality> Quality, IReadOnlyList<FileObjection> Objections, IReadOnlyList<FileNeed> Needs)
{
    private const int Most = 100;

    public static async Task<FileView> OfAsync(TrainingDb db, PersonalData crypt, string account, string organ, DateOnly today, CancellationToken ct)
    {
        var sittings = await db.Sittings.AsNoTracking().Where(sitting => sitting.Account == account && sitting.HandedInAt != null).OrderByDescending(sitting => sitting.Id).Take(Most)
            .Join(db.Exams, sitting => sitting.ExamId, exam => exam.Id, (sitting, exam) => new { exam.Id, exam.Plan, sitting.HandedInAt, sitting.Percent, sitting.Passed }).ToListAsync(ct);
        var drills = await db.DrillRuns.Where(run => run.Account == account && run.FinishedAt != null).GroupBy(run => run.Script)
            .Select(group => new { group.Key, At = group.Max(run => run.FinishedAt), Runs = group.Count(), Best = group.Max(run => run.Percent) }).ToListAsync(ct);
        var needs = await db.Needs.AsNoTracking().Where(need => need.Account == account).OrderByDescending(need => need.Id).Take(Most).ToListAsync(ct);
        var from = today.AddDays(-NeedWatch.Window);
        var counted = await db.CountAsync(from, today, ct);
        var hours = await db.Hours.Where(entry => entry.Account == account && entry.Year == today.Year).SumAsync(entry => entry.Hours, ct);
        var rank = await db.Trainees.Where(trainee => trainee.Account == account).Select(trainee => trainee.Rank).SingleOrDefaultAsync(ct) ?? Obligations.Usual;
        var objections = await db.Objections.AsNoTracking().Where(objection => objection.Account == account).OrderByDescending(objection => objection.Id).Take(Most).ToListAsync(ct);
        return new(account, organ, Organs.Find(organ)?.ShortName ?? organ, today.Year, Obligations.Of(rank).Hours, hours,
            [.. sittings.GroupBy(sitting => sitting.Id).Select(group => new FileExam(group.Key, group.First().Plan.Title, group.Max(sitting => sitting.HandedInAt!.Value), group.Count(), group.Max(sitting => sitting.Percent), group.Any(sitting => sitting.Passed is true) ? true : group.All(sitting => sitting.Passed is null) ? null : false)).OrderByDescending(exam => exam.At)],
            [.. drills.Select(drill => new FileDrill(drill.Key, DrillScripts.Find(drill.Key)?.Title ?? drill.Key, drill.At!.Value, drill.Runs, drill.Best!.Value, drill.Best >= DrillResult.PassPercent)).OrderByDescending(drill => drill.At)],
            await GetMyReminders.OfAsync(db, account, today, ct), from, today,
            [.. Signals.All.Select(signal => (signal, shares: CaseRates.At(counted, organ, signal.Code))).Where(each => each.shares.Own.Cases > 0)
                .Select(each => new FileQuality(each.signal.Code, each.signal.Name, Competencies.NameOf(each.signal.Competency), each.shares.Own.Cases, each.shares.Own.Wrong, each.shares.Own.Rate, each.shares.Own.Low, each.shares.Own.High, each.shares.Others.Rate))],
            [.. objections.Select(objection => new FileObjection(objection.Id, objection.Read(crypt), objection.RaisedAt, objection.ReadAnswer(crypt), objection.AnsweredBy, objection.AnsweredAt))],
            [.. needs.Select(NeedView.Of).Select(need => new FileNeed(need.Id, need.SignalName, need.State, need.FoundOn, need.Sentence))]);
    }
}
