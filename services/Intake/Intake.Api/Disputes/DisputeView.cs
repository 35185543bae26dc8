using Microsoft.EntityFrameworkCore;
using Xinfang.Intake.Api.Persistence;
using Xinfang.Intake.Domain;
using Xinfang.Law;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.Intake.Api.Disputes;

/// <summary>A dispute as the office reads it.</summary>
/// <param name="NextText">Where it goes if this level does not settle it; null at the last one.</param>
internal sealed record DisputeView(
    IReadOnlyList<OrganView> Organs, OrganView? CommonSuperior, DisputeLevel Level, string LevelText, bool Open, string? NextText, string? Reason, IReadOnlyList<DisputeView.Step> Steps)
{
    public sealed record Step(DisputeLevel Level, string LevelText, DateOnly Since, DateOnly DueOn, bool Overdue, DateTimeOffset? EndedAt, OrganView? Settled, string? Reason);

    public static DisputeView Of(Dispute dispute, IReadOnlyDictionary<int, string> words, Moment now) => new(
        [.. dispute.Organs.Select(OrganView.Of).OfType<OrganView>()], OrganView.Of(dispute.CommonSuperior), dispute.Now.Level, NameOf(dispute.Now.Level), dispute.Open,
        dispute.Open && dispute.Next is { } next ? NameOf(next) : null, words.GetValueOrDefault(0),
        [
            .. dispute.Steps.OrderBy(step => step.Level).Select((step, i) => new Step(
                step.Level, NameOf(step.Level), step.Since, step.DueOn, step.EndedAt is null && now.Date > step.DueOn, step.EndedAt, OrganView.Of(step.Settled), words.GetValueOrDefault(i + 1))),
        ]);

    public static async Task<DisputeView?> ReadAsync(IntakeDb db, Petition petition, PersonalData people, Moment now, CancellationToken ct)
    {
        if (await db.Disputes.AsNoTracking().SingleOrDefaultAsync(d => d.PetitionId == petition.Id, ct) is not { } dispute) return null;
        var words = await db.DisputeWords.AsNoTracking().Where(w => w.PetitionId == petition.Id).ToDictionaryAsync(w => w.Number, w => people.Decrypt(w.Text, petition.Id.Value), ct);
        return Of(dispute, words, now);
    }

    private static string NameOf(DisputeLevel level) => level switch
    {
        DisputeLevel.Negotiation => "单位协商",
        DisputeLevel.Superior => "共同的上一级决定",
        _ => "联席会议协调",
    };
}
