using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Xinfang.Intake.Api.Learning;
using Xinfang.Intake.Api.Persistence;
using Xinfang.Intake.Domain;
using Xinfang.Law;
using Xinfang.ServiceDefaults.Organs;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.Intake.Api.Petitions;

/// <summary>分办判定 for the clerk: every line of the routing table with its reason, the roads of article 31, and the person's other petitions.</summary>
internal sealed record ScreeningView(IReadOnlyList<ScreeningView.Line> Lines, IReadOnlyList<ScreeningView.Road> Roads, IReadOnlyList<ScreeningView.Other> Others)
{
    public sealed record Line(int Number, string Condition, RoutingAction Action, string Doing, string Basis, Fit Fit, string Why, bool Chosen, bool Continues);

    public sealed record Road(StatutoryRoute Route, string Name, string Who, string Basis, bool Speaks, IReadOnlyList<string> Signs, IReadOnlyList<string> Limits);

    /// <summary>Another petition of the same person, by number; what it says is on its own page.</summary>
    public sealed record Other(Guid Id, string Number, PetitionStatus Stage, string StageText, string? Organ, DateOnly ReceivedOn, bool SameSubject, bool Running);

    public static async Task<ScreeningView> OfAsync(
        IntakeDb db, Petition petition, DossierContent? dossier, ProposalsView? proposals, PersonalData people, CancellationToken ct)
    {
        var related = dossier is null ? [] : await db.RelatedAsync(petition, dossier, people, ct);
        var candidates = (proposals?.Organs ?? []).Select(proposal => new Candidate(proposal.Name, LevelOf(proposal.Value), proposal.Confidence, proposal.Reason)).ToList();
        var lines = RoutingTable.Evaluate(Screening.FactsOf(petition, dossier?.Text, candidates, related, proposals?.Signals));
        return new(
            [.. lines.Select(line => new Line(line.Number, line.Condition, line.Action, line.Doing, line.Basis.ToString(), line.Fit, line.Why, line.Chosen, line.Continues))],
            dossier is null || petition.Category is not (null or Category.Redress) ? [] : RoadsOf(dossier),
            [.. related.Select(other => new Other(other.Id, other.Number, other.Status, Words.Of(other.Status), OrganView.Of(other.Organ)?.Name, other.ReceivedOn, other.SameSubject, other.Running))]);
    }

    private static List<Road> RoadsOf(DossierContent dossier) =>
        [
            .. Routes.Hints($"{dossier.Text.Subject}\n{dossier.Text.Rest}").Select(hint => new Road(
                hint.Line.Route, hint.Line.Name, hint.Line.Who, hint.Line.Basis.ToString(), hint.Speaks, hint.Signs, [.. hint.Line.Limits.Select(limit => limit.Sentence)])),
        ];

    private static OrganLevel LevelOf(string code) => Organs.Find(code)?.Kind switch
    {
        OrganKind.Street => OrganLevel.Lower,
        OrganKind.Discipline => OrganLevel.Discipline,
        OrganKind.Court or OrganKind.Procuratorate => OrganLevel.PoliticalLegal,
        _ => OrganLevel.Own,
    };
}

/// <summary>Who else this person is in the register: by identity number, else telephone, else name with address. Sealed petitions keep nothing to search by.</summary>
internal static class SamePerson
{
    private const int Most = 20;

    /// <summary>The newest of them first.</summary>
    public static async Task<IReadOnlyList<Related>> RelatedAsync(this IntakeDb db, Petition petition, DossierContent dossier, PersonalData people, CancellationToken ct)
    {
        if (await db.Dossiers.AsNoTracking().SingleOrDefaultAsync(d => d.PetitionId == petition.Id, ct) is not { } own) return [];
        var theirs = await Same(db, own).Where(d => d.PetitionId != petition.Id).OrderByDescending(d => d.PetitionId).Take(Most).ToListAsync(ct);
        var keys = theirs.ConvertAll(row => row.PetitionId);
        var petitions = await db.Petitions.AsNoTracking().IgnoreAutoIncludes().Where(p => keys.Contains(p.Id)).ToListAsync(ct);
        return
        [
            .. petitions.OrderByDescending(p => p.Id.Value).Select(p => new Related(
                p.Id.Value, p.Number, p.Status, p.Organ, p.ReceivedOn,
                SubjectOf(theirs.Single(row => row.PetitionId == p.Id), people) == dossier.Subject, p.IsRunning)),
        ];
    }

    /// <summary>Null for one that has been tampered with: its own verification tells that, and this petition can still be read.</summary>
    private static string? SubjectOf(Dossier other, PersonalData people)
    {
        try
        {
            return DossierContent.Decrypted(other.Content, people, other.PetitionId.Value).Subject;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private static IQueryable<Dossier> Same(IntakeDb db, Dossier own)
    {
        var all = db.Dossiers.AsNoTracking();
        if (own.IdentityHash is { } identity) return all.Where(d => d.IdentityHash == identity || own.PhoneHash != null && d.PhoneHash == own.PhoneHash);
        if (own.PhoneHash is { } phone) return all.Where(d => d.PhoneHash == phone);
        return own.NameHash is { } name ? all.Where(d => d.NameHash == name && d.AddressHash == own.AddressHash) : all.Where(_ => false);
    }
}
