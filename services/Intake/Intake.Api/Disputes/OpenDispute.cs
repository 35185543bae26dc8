using Xinfang.Contracts.Intake.V1;
using Xinfang.Intake.Api.Persistence;
using Xinfang.Intake.Api.Petitions;
using Xinfang.Intake.Domain;
using Xinfang.Law;
using Xinfang.ServiceDefaults.Http;
using Xinfang.ServiceDefaults.Organs;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.Intake.Api.Disputes;

/// <summary>受理争议: POST /petitions/{id}/dispute (art. 24). The organs negotiate first; the common superior is found in the table of organs.</summary>
internal static class OpenDispute
{
    public sealed record Request(IReadOnlyList<string> Organs, string? Reason = null);

    public static async Task<IResult> Handle(
        Guid id, Request request, CurrentCaller caller, IntakeDb db, PersonalData people, LegalClock clock, CancellationToken ct)
    {
        if (await db.Petitions.FindAsync([new PetitionId(id)], ct) is not { } petition) return Problems.NotFound();
        if (await db.Disputes.FindAsync([petition.Id], ct) is not null)
            return (Flow.Refuses(petition.Status, Act.OpenDispute) ?? Refusals.DisputedBefore).ToProblem();

        var (now, before) = (clock.Now(), petition.Digest());
        var targets = request.Organs.Select(organ => Dispatching.TargetOf(organ, now.Date)).ToList();
        if (petition.OpenDispute(targets, CommonSuperior.Of(request.Organs), request.Reason, caller.Account, now, out var dispute).Refused(out var refusal, out var opened))
            return refusal.ToProblem();

        db.Disputes.Add(dispute!);
        db.DisputeWords.Add(new DisputeWords { PetitionId = petition.Id, Number = 0, Text = people.Encrypt(request.Reason!.Trim(), id) });
        await db.RecordAsync(petition, before, "OpenDispute", caller.Account, caller.Organ, opened.At, PetitionRegulations.JurisdictionDispute,
            new { organs = opened.Organs, level = opened.Level, dueOn = opened.Due.DueOn }, ct);
        db.Publish(id, new JurisdictionDisputed { PetitionId = id, Level = opened.Level.ToString(), At = opened.At });
        await db.SaveChangesAsync(ct);
        return TypedResults.Ok(DisputeView.Of(dispute!, new Dictionary<int, string> { [0] = request.Reason!.Trim() }, now));
    }
}

/// <summary>共同的上一级 of several organs (art. 24¶1).</summary>
internal static class CommonSuperior
{
    /// <summary>The nearest organ above all of them; null where their lines never meet.</summary>
    public static string? Of(IEnumerable<string> organs)
    {
        var lines = organs.Select(Above).ToList();
        return lines.Count == 0 ? null : lines[0].Find(superior => lines.TrueForAll(line => line.Contains(superior)));
    }

    private static List<string> Above(string organ)
    {
        var line = new List<string>();
        for (var next = Organs.Find(organ)?.Superior; next is not null && !line.Contains(next); next = Organs.Find(next)?.Superior) line.Add(next);
        return line;
    }
}
