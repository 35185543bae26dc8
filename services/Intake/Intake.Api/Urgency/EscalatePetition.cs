using Xinfang.Contracts.Intake.V1;
using Xinfang.Intake.Api.Persistence;
using Xinfang.Intake.Api.Petitions;
using Xinfang.Intake.Domain;
using Xinfang.Law;
using Xinfang.ServiceDefaults.Http;
using Xinfang.ServiceDefaults.Organs;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.Intake.Api.Urgency;

/// <summary>紧急报告 (art. 25): POST /petitions/{id}/escalations. One act: D-21 goes to all five mandatory recipients, and stays incomplete until each has acknowledged it.</summary>
internal static class EscalatePetition
{
    public sealed record Request(
        string Organ, DateTimeOffset LearnedAt, string? When = null, string? Where = null, string? Who = null, string? Known = null,
        string? Supposed = null, string? Risk = null, string? Measures = null);

    public static async Task<IResult> Handle(
        Guid id, Request request, CurrentCaller caller, IntakeDb db, PersonalData people, LegalClock clock, CancellationToken ct)
    {
        if (await db.Petitions.FindAsync([new PetitionId(id)], ct) is not { } petition) return Problems.NotFound();

        var (now, before) = (clock.Now(), petition.Digest());
        var report = new UrgentReport(request.When, request.Where, request.Who, request.Known, request.Supposed, request.Risk, request.Measures);
        if (petition.Escalate(report, Dispatching.TargetOf(request.Organ, now.Date), request.LearnedAt, caller.Account, now, out var escalation).Refused(out var refusal, out var escalated))
            return refusal.ToProblem();

        var paper = db.Issue(people, petition, DocumentKind.UrgentReport, "紧急信访信息报告", null, escalated.At, Write(petition, report, escalation!));
        db.Escalations.Add(escalation!);
        db.EscalationWords.Add(new EscalationWords { PetitionId = petition.Id, Number = escalated.Number, DocumentId = paper.Id });
        await db.RecordAsync(petition, before, "Escalate", caller.Account, caller.Organ, escalated.At, PetitionRegulations.Escalation,
            new { number = escalated.Number, organ = escalated.Organ, learnedAt = request.LearnedAt, inTime = escalated.InTime }, ct);
        db.Publish(id, new UrgencyEscalated
        {
            PetitionId = id,
            Organ = escalated.Organ,
            Recipients = escalation!.Copies.Count,
            EscalatedAt = escalated.At,
            InTime = escalated.InTime,
        });
        await db.SaveChangesAsync(ct);
        return TypedResults.Ok(EscalationView.Of(escalation, paper.Id, now, new Dictionary<Recipient, string>()));
    }

    private static DocumentText Write(Petition petition, UrgentReport report, Escalation escalation)
    {
        List<Paragraph> paragraphs =
        [
            new("事项", $"信访编号{petition.Number}，{ChineseDates.WithYear(petition.ReceivedOn)}收到，{Words.Of(petition.Channel)}。第{escalation.Number}次报告。"),
            new("时间", report.When!.Trim()), new("地点", report.Where!.Trim()), new("人员和规模", report.Who!.Trim()), new("经过（已经核实）", report.Known!.Trim()),
        ];
        if (!string.IsNullOrWhiteSpace(report.Supposed)) paragraphs.Add(new("还没有核实", report.Supposed.Trim()));
        paragraphs.AddRange(
        [
            new("可能的后果", report.Risk!.Trim()), new("已经采取的措施", report.Measures!.Trim()),
            new("报送", string.Join("、", escalation.Copies.Select(copy => EscalationView.NameOf(copy.Recipient, escalation.Organ)))),
        ]);
        var office = Organs.Find(Organs.Office)!.Name;
        return new(office, "区委、区政府", "区委、区政府", paragraphs, [PetitionRegulations.Escalation.ToString(), PetitionRegulations.EscalationUpwards.ToString()], null);
    }
}
