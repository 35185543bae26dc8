using Microsoft.EntityFrameworkCore;
using Xinfang.ServiceDefaults.Messaging;
using Xinfang.Training.Api.Bank;
using Xinfang.Training.Api.Drills;
using Xinfang.Training.Api.Evaluating;
using Xinfang.Training.Api.Exams;
using Xinfang.Training.Api.Files;
using Xinfang.Training.Api.Needs;
using Xinfang.Training.Api.Reminding;
using Xinfang.Training.Api.Study;
using Xinfang.Training.Api.Telling;

namespace Xinfang.Training.Api;

/// <summary>What officers learn, are asked and can do, and what came of it in the cases.</summary>
public sealed class TrainingDb(DbContextOptions<TrainingDb> options, MessagingServices services) : MessagingDbContext(options, services)
{
    internal DbSet<Question> Questions => Set<Question>();
    internal DbSet<Exam> Exams => Set<Exam>();
    internal DbSet<Sitting> Sittings => Set<Sitting>();
    internal DbSet<SittingAnswer> Answers => Set<SittingAnswer>();
    internal DbSet<Session> Sessions => Set<Session>();
    internal DbSet<HourEntry> Hours => Set<HourEntry>();
    internal DbSet<Trainee> Trainees => Set<Trainee>();
    internal DbSet<CaseFact> CaseFacts => Set<CaseFact>();
    internal DbSet<Need> Needs => Set<Need>();
    internal DbSet<CoachingEntry> Coaching => Set<CoachingEntry>();
    internal DbSet<DrillRun> DrillRuns => Set<DrillRun>();
    internal DbSet<Reminder> Reminders => Set<Reminder>();
    internal DbSet<EvaluationCount> EvaluationCounts => Set<EvaluationCount>();
    internal DbSet<Evaluated> Evaluated => Set<Evaluated>();
    internal DbSet<Told> Told => Set<Told>();
    internal DbSet<Objection> Objections => Set<Objection>();
}
