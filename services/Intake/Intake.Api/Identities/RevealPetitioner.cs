using Xinfang.Intake.Api.Persistence;
using Xinfang.Intake.Domain;
using Xinfang.Law;
using Xinfang.ServiceDefaults.Http;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.Intake.Api.Identities;

/// <summary>看全文: POST /petitions/{id}/identity. Each reading is recorded with who, when and what for; the answer is not to be kept.</summary>
internal static class RevealPetitioner
{
    public sealed record Request(RevealPurpose Purpose, string? Reason = null);

    public sealed record AgentView(string KindText, string Name, string? Phone, string? Authority, string? Scope, DateOnly? Until);

    /// <param name="OpenUntil">When an approval ends, where one was needed.</param>
    public sealed record Response(
        string? Name, PetitionerKind Kind, string? IdNumber, string? CreditCode, string? Phone, string? Address, AgentView? Agent, DateTimeOffset? OpenUntil,
        IReadOnlyList<AgentView> Agents);

    public static async Task<IResult> Handle(
        Guid id, Request request, HttpResponse response, CurrentCaller caller, IntakeDb db, PersonalData people, LegalClock clock, CancellationToken ct)
    {
        if (await db.KeptAsync(id, caller, people, ct) is not { } kept) return Problems.NotFound();
        var now = clock.Now();
        var opening = kept.Protected ? await db.NewestOpeningAsync(kept.Petition, caller, ct) : null;
        if (IdentityOpening.RefusesReading(kept.Petition, kept.Protected, opening, request.Purpose, request.Reason, now) is { } refusal) return refusal.ToProblem();

        db.IdentityReadings.Add(new()
        {
            Id = Guid.CreateVersion7(now.At),
            PetitionId = kept.Petition.Id,
            Account = caller.Account,
            Organ = caller.Organ,
            At = now.At,
            Purpose = request.Purpose,
            Reason = people.Encrypt(request.Reason!.Trim(), id),
            OpeningId = opening?.Id,
        });
        await db.RecordAsync(kept.Petition, kept.Petition.Digest(), "RevealIdentity", caller.Account, caller.Organ, now.At,
            kept.Petition.Sealed ? PetitionRegulations.Accusation : Form.Authorization, new { purpose = request.Purpose, organ = caller.Organ, opening = opening?.Id }, ct);
        await db.SaveChangesAsync(ct);

        response.Headers.CacheControl = "no-store";
        var dossier = kept.Dossier;
        AgentView[] agents = [.. dossier.Agents.Select(agent => new AgentView(Words.Of(agent.Kind), agent.Name, agent.Phone, agent.Authority, agent.Scope, agent.Until))];
        return TypedResults.Ok(new Response(
            dossier.Name, dossier.Kind, dossier.IdNumber, dossier.CreditCode, dossier.Phone, dossier.Address,
            agents.FirstOrDefault(), opening?.OpenUntil, agents));
    }
}
