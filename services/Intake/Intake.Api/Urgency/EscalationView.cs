using Microsoft.EntityFrameworkCore;
using Xinfang.Intake.Api.Persistence;
using Xinfang.Intake.Domain;
using Xinfang.Law;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.Intake.Api.Urgency;

/// <summary>A report of article 25 as the office reads it.</summary>
/// <param name="Missing">Names of the recipients that have not acknowledged it.</param>
internal sealed record EscalationView(
    int Number, OrganView? Organ, DateTimeOffset LearnedAt, DateTimeOffset At, string By, DateTimeOffset FirstWordDueAt, DateTimeOffset WrittenDueAt, bool InTime,
    bool Complete, IReadOnlyList<string> Missing, Guid DocumentId, IReadOnlyList<EscalationView.Copy> Copies)
{
    /// <param name="Overdue">The written report should have been there by now.</param>
    public sealed record Copy(Recipient Recipient, string Name, string Basis, ReportWay? Way, DateTimeOffset? ReceivedAt, string? Receiver, bool Overdue);

    public static string NameOf(Recipient recipient, string organ) => recipient switch
    {
        Recipient.PartyAndGovernment => "区委、区政府",
        Recipient.CompetentOrgan => Names.Of(organ),
        Recipient.JointConference => "区信访工作联席会议办公室",
        Recipient.HigherOffice => "市信访办",
        _ => "国家信访局",
    };

    public static EscalationView Of(Escalation escalation, Guid document, Moment now, IReadOnlyDictionary<Recipient, string> receivers) => new(
        escalation.Number, OrganView.Of(escalation.Organ), escalation.LearnedAt, escalation.At, escalation.By, escalation.FirstWordDueAt, escalation.WrittenDueAt,
        escalation.At <= escalation.FirstWordDueAt, escalation.Complete, [.. escalation.Missing.Select(recipient => NameOf(recipient, escalation.Organ))], document,
        [
            .. escalation.Copies.OrderBy(copy => copy.Recipient).Select(copy => new Copy(
                copy.Recipient, NameOf(copy.Recipient, escalation.Organ),
                (copy.Recipient is Recipient.HigherOffice or Recipient.NationalOffice ? PetitionRegulations.EscalationUpwards : PetitionRegulations.Escalation).ToString(),
                copy.Way, copy.ReceivedAt, receivers.GetValueOrDefault(copy.Recipient), (copy.ReceivedAt ?? now.At) > escalation.WrittenDueAt)),
        ]);

    /// <summary>Every report of a petition, first to last.</summary>
    public static async Task<IReadOnlyList<EscalationView>> AllAsync(IntakeDb db, Petition petition, PersonalData people, Moment now, CancellationToken ct)
    {
        if (petition.Escalations == 0) return [];
        var documents = await db.EscalationWords.AsNoTracking().Where(w => w.PetitionId == petition.Id).ToDictionaryAsync(w => w.Number, w => w.DocumentId, ct);
        var receivers = await db.EscalationReceivers.AsNoTracking().Where(r => r.PetitionId == petition.Id).ToListAsync(ct);
        return
        [
            .. (await db.Escalations.AsNoTracking().Where(e => e.PetitionId == petition.Id).OrderBy(e => e.Number).ToListAsync(ct)).Select(escalation => Of(
                escalation, documents[escalation.Number], now,
                receivers.Where(r => r.Number == escalation.Number).ToDictionary(r => r.Recipient, r => people.Decrypt(r.Receiver, petition.Id.Value)))),
        ];
    }
}
