using MassTransit;
using Microsoft.EntityFrameworkCore;
using Xinfang.Contracts.CaseHandling.V1;
using Xinfang.Contracts.Intake.V1;
using Xinfang.Law;

namespace Xinfang.Training.Api.Needs;

/// <summary>
/// Keeps a fact once: an event told twice, or an overdue term told again after an extension, is the same fact. One statement of its own, because a
/// repeat must not fail the inbox's transaction; should that be rolled back, the event comes again and finds the fact there.
/// </summary>
internal static class Facts
{
    public static Task NoteAsync(this TrainingDb db, Guid petition, string? organ, FactKind kind, string code, DateTimeOffset at, CancellationToken ct) => string.IsNullOrEmpty(organ) ? Task.CompletedTask
        : db.Database.ExecuteSqlAsync($"""
            insert into case_fact (petition_id, organ, kind, code, "on") values ({petition}, {organ}, {kind.ToString()}, {code}, {Moment.DateIn(at)}) on conflict do nothing
            """, ct);
}

/// <summary>The organ has received a petition.</summary>
internal sealed class NoteReceived(TrainingDb db) : IConsumer<PetitionReceived>
{
    public Task Consume(ConsumeContext<PetitionReceived> context) => context.Message.Sealed ? Task.CompletedTask // of an accusation nothing is kept here (art. 30)
        : db.NoteAsync(context.Message.PetitionId, context.Message.Organ, FactKind.Received, "", context.Message.ReceivedAt, context.CancellationToken);
}

/// <summary>An opinion has been served.</summary>
internal sealed class NoteServed(TrainingDb db) : IConsumer<OpinionServed>
{
    public Task Consume(ConsumeContext<OpinionServed> context) =>
        db.NoteAsync(context.Message.PetitionId, context.Message.Organ, FactKind.Served, "", new DateTimeOffset(context.Message.ServedOn.ToDateTime(new(12, 0)), TimeSpan.FromHours(8)), context.CancellationToken);
}

/// <summary>案卷缺陷.</summary>
internal sealed class NoteDefect(TrainingDb db) : IConsumer<DefectFound>
{
    public Task Consume(ConsumeContext<DefectFound> context) => context.Message.Severity == "Hint" ? Task.CompletedTask
        : db.NoteAsync(context.Message.PetitionId, context.Message.Organ, FactKind.Defect, context.Message.Code, context.Message.FoundAt, context.CancellationToken);
}

/// <summary>超期.</summary>
internal sealed class NoteOverdue(TrainingDb db) : IConsumer<TermOverdue>
{
    public Task Consume(ConsumeContext<TermOverdue> context) =>
        db.NoteAsync(context.Message.PetitionId, context.Message.Organ, FactKind.Overdue, context.Message.Term, context.Message.NoticedAt, context.CancellationToken);
}

/// <summary>An objection that was not agreed to.</summary>
internal sealed class NoteContest(TrainingDb db) : IConsumer<ContestationDecided>
{
    public Task Consume(ConsumeContext<ContestationDecided> context) => context.Message.Agreed ? Task.CompletedTask
        : db.NoteAsync(context.Message.PetitionId, context.Message.Organ, FactKind.ContestRefused, "", context.Message.DecidedAt, context.CancellationToken);
}

/// <summary>A review that changed or revoked the opinion.</summary>
internal sealed class NoteReview(TrainingDb db) : IConsumer<ReviewDecided>
{
    public Task Consume(ConsumeContext<ReviewDecided> context) => context.Message.Outcome == "Uphold" ? Task.CompletedTask
        : db.NoteAsync(context.Message.PetitionId, context.Message.Organ, FactKind.Overturned, "review", context.Message.DecidedAt, context.CancellationToken);
}

/// <summary>A recheck that changed or revoked the opinion.</summary>
internal sealed class NoteRecheck(TrainingDb db) : IConsumer<RecheckDecided>
{
    public Task Consume(ConsumeContext<RecheckDecided> context) => context.Message.Outcome == "Uphold" ? Task.CompletedTask
        : db.NoteAsync(context.Message.PetitionId, context.Message.Organ, FactKind.Overturned, "recheck", context.Message.DecidedAt, context.CancellationToken);
}

/// <summary>满意度评价; not satisfied with the organ.</summary>
internal sealed class NoteRating(TrainingDb db) : IConsumer<PetitionRated>
{
    public async Task Consume(ConsumeContext<PetitionRated> context)
    {
        var (rated, ct) = (context.Message, context.CancellationToken);
        if (rated.OrganScore is null) return;
        await db.NoteAsync(rated.PetitionId, rated.Organ, FactKind.Rated, "", rated.RatedAt, ct);
        if (rated.OrganScore == "Dissatisfied") await db.NoteAsync(rated.PetitionId, rated.Organ, FactKind.NotSatisfied, "", rated.RatedAt, ct);
    }
}
