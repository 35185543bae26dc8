using Microsoft.EntityFrameworkCore;
using Xinfang.Intake.Domain;
using Xinfang.Law;

namespace Xinfang.Intake.Api.Urgency;

/// <summary>紧急报告: GET /escalations. What is not complete comes first, oldest first; then the latest complete ones.</summary>
internal static class ListEscalations
{
    private const int Most = 100;

    public sealed record Row(
        Guid PetitionId, string PetitionNumber, int Number, OrganView? Organ, DateTimeOffset LearnedAt, DateTimeOffset At, DateTimeOffset WrittenDueAt, bool Complete, bool Overdue,
        IReadOnlyList<string> Missing);

    public sealed record Response(IReadOnlyList<Row> Items);

    public static async Task<IResult> Handle(IntakeDb db, LegalClock clock, CancellationToken ct)
    {
        var now = clock.Now();
        var open = await db.Escalations.AsNoTracking().Where(e => e.Copies.Any(copy => copy.ReceivedAt == null)).OrderBy(e => e.At).Take(Most).ToListAsync(ct);
        var done = await db.Escalations.AsNoTracking().Where(e => e.Copies.All(copy => copy.ReceivedAt != null)).OrderByDescending(e => e.At).Take(Most - open.Count).ToListAsync(ct);
        List<Escalation> all = [.. open, .. done];
        var ids = all.ConvertAll(escalation => escalation.PetitionId);
        var numbers = await db.Petitions.AsNoTracking().IgnoreAutoIncludes().Where(p => ids.Contains(p.Id)).ToDictionaryAsync(p => p.Id, p => p.Number, ct);
        return TypedResults.Ok(new Response(
        [
            .. all.Select(escalation => new Row(
                escalation.PetitionId.Value, numbers[escalation.PetitionId], escalation.Number, OrganView.Of(escalation.Organ), escalation.LearnedAt, escalation.At,
                escalation.WrittenDueAt, escalation.Complete, !escalation.Complete && now.At > escalation.WrittenDueAt,
                [.. escalation.Missing.Select(recipient => EscalationView.NameOf(recipient, escalation.Organ))])),
        ]));
    }
}
