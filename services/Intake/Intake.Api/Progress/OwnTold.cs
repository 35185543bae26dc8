using Microsoft.EntityFrameworkCore;
using Xinfang.Intake.Api.Persistence;
using Xinfang.Intake.Domain;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.Intake.Api.Progress;

/// <summary>What only Intake knows of a petition besides its routings, for the story.</summary>
internal sealed record OwnTold(
    OwnTold.AnswerTold? Answer, OwnTold.WithdrawalTold? Withdrawal, IReadOnlyList<OwnTold.ChaseTold> Chases, IReadOnlyList<OwnTold.MessageTold> Messages, string? Guidance,
    OwnTold.CallBackTold? CallBack = null)
{
    public static readonly OwnTold Nothing = new(null, null, [], [], null);

    /// <param name="RunningOrgan">Who has the petition this one was linked to.</param>
    public sealed record AnswerTold(Act Act, DateTimeOffset At, Guid DocumentId, string Words, string? RunningNumber, string? RunningOrgan);

    public sealed record WithdrawalTold(DateTimeOffset At, Guid DocumentId);

    public sealed record ChaseTold(int Number, string? Organ, DateTimeOffset At);

    public sealed record MessageTold(int Number, string Organ, DateTimeOffset At, DateOnly ReplyDueOn, DateTimeOffset? RepliedAt);

    public sealed record CallBackTold(CallBackWay Way, DateOnly HeldOn, CallBackOutcome Outcome, DateTimeOffset At);

    public static async Task<OwnTold> ReadAsync(IntakeDb db, Petition petition, PersonalData people, CancellationToken ct)
    {
        var (id, guid) = (petition.Id, petition.Id.Value);
        var answer = petition.Status is PetitionStatus.Replied or PetitionStatus.Linked or PetitionStatus.Diverted
            ? await db.OwnAnswers.AsNoTracking().SingleOrDefaultAsync(a => a.PetitionId == id, ct) : null;
        var running = answer?.Running is { } other ? await db.Petitions.AsNoTracking().IgnoreAutoIncludes().SingleOrDefaultAsync(p => p.Id == other, ct) : null;
        var withdrawal = petition.Status is PetitionStatus.Withdrawn ? await db.Withdrawals.AsNoTracking().SingleOrDefaultAsync(w => w.PetitionId == id, ct) : null;
        var chases = petition.Chases == 0 ? [] : await db.Chases.AsNoTracking().Where(c => c.PetitionId == id).OrderBy(c => c.Number).ToListAsync(ct);
        var messages = petition.Messages == 0 ? [] : await db.Messages.AsNoTracking().Where(m => m.PetitionId == id).OrderBy(m => m.Number)
            .Select(m => new MessageTold(m.Number, m.Organ, m.At, m.ReplyDueOn, m.RepliedAt)).ToListAsync(ct);
        var callBack = petition.RatedAt is null ? null : await db.CallBacks.AsNoTracking().Where(c => c.PetitionId == id && c.At != null)
            .Select(c => new CallBackTold(c.Way!.Value, c.HeldOn!.Value, c.Outcome!.Value, c.At!.Value)).SingleOrDefaultAsync(ct);
        var participants = petition.Channel is Channel.Visit ? await db.Participants.AsNoTracking().SingleOrDefaultAsync(p => p.PetitionId == id, ct) : null;
        return new(
            answer is null ? null : new(answer.Act, answer.At, answer.DocumentId, people.Decrypt(answer.Words, guid), running?.Number, running?.Organ),
            withdrawal is null ? null : new(withdrawal.At, withdrawal.DocumentId),
            chases.ConvertAll(c => new ChaseTold(c.Number, c.Organ, c.At)), messages,
            participants?.StepUpOrgan is { } organ
                ? $"按规定，这件事先到{Names.Of(organ)}提出（第二十条第一款）。{ParticipantsContent.Decrypted(participants.Content, people, guid).StepUpGuidance}"
                : null,
            callBack);
    }
}
