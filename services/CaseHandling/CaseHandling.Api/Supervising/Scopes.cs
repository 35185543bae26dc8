using Microsoft.EntityFrameworkCore;
using Xinfang.CaseHandling.Domain;
using Xinfang.CaseHandling.Domain.Supervising;
using Xinfang.ServiceDefaults.Organs;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.CaseHandling.Api.Supervising;

/// <summary>
/// Which rows of supervision a caller may see: one policy for list, count, detail and act. The office sees everything that is not sealed;
/// an organ what is addressed to it, unless the caller stands aside from that petition (art. 28); of an accusation there is nothing (art. 30).
/// </summary>
internal static class Scopes
{
    private static readonly string[] OfOrgan = [Duty.Handle, Duty.Check, Duty.Head];

    /// <summary>The caller as supervision knows people.</summary>
    public static Person Person(this CurrentCaller caller) => new(caller.Account, caller.Organ,
        (caller.Has(Duty.Handle) ? Capacity.Officer : 0)
        | (caller.Has(Duty.Head) ? Capacity.Head : 0)
        | (caller.Organ == Organs.Office && caller.Has(Duty.Supervise) ? Capacity.Supervisor : 0)
        | (caller.Organ == Organs.Office && caller.Has(Duty.Oversee) ? Capacity.Overseer : 0)
        | (caller.Has(Duty.Lead) ? Capacity.Leader : 0));

    public static bool IsOfOrgan(this CurrentCaller caller) => OfOrgan.Any(caller.Has);

    public static IQueryable<Supervision> SupervisionsFor(this CaseHandlingDb db, CurrentCaller caller)
    {
        var petitions = db.OpenPetitions(caller);
        var supervisions = db.Set<Supervision>().Where(each => petitions.Any(petition => petition.Id == each.PetitionId));
        return Staff.IsOffice(caller) ? supervisions
            : caller.IsOfOrgan() ? supervisions.Where(each => each.Organ == caller.Organ && each.OpenedOn != null)
            : supervisions.Where(each => false);
    }

    public static IQueryable<Violation> ViolationsFor(this CaseHandlingDb db, CurrentCaller caller)
    {
        var petitions = db.OpenPetitions(caller);
        var violations = db.Set<Violation>().Where(each => petitions.Any(petition => petition.Id == each.PetitionId));
        return Staff.IsOffice(caller) ? violations
            : caller.IsOfOrgan() ? violations.Where(each => each.Organ == caller.Organ)
            : violations.Where(each => false);
    }

    public static IQueryable<Proposal> ProposalsFor(this CaseHandlingDb db, CurrentCaller caller)
    {
        var petitions = db.OpenPetitions(caller);
        var proposals = db.Set<Proposal>().Where(each => petitions.Any(petition => petition.Id == each.PetitionId));
        return Staff.IsOffice(caller) ? proposals
            : caller.IsOfOrgan() ? proposals.Where(each => each.Addressee == caller.Organ && each.IssuedOn != null)
            : proposals.Where(each => false);
    }

    /// <summary>A meeting is known to the office, to leaders, and to the organs that take part.</summary>
    public static IQueryable<Meeting> MeetingsFor(this CaseHandlingDb db, CurrentCaller caller) =>
        Staff.IsOffice(caller) || caller.Has(Duty.Lead) ? db.Set<Meeting>()
        : caller.IsOfOrgan() ? db.Set<Meeting>().Where(each => EF.Property<List<string>>(each, "_organs").Contains(caller.Organ))
        : db.Set<Meeting>().Where(each => false);

    /// <summary>A task is known to the office, to leaders, and to the organ that owns it.</summary>
    public static IQueryable<FollowUp> FollowUpsFor(this CaseHandlingDb db, CurrentCaller caller) =>
        Staff.IsOffice(caller) || caller.Has(Duty.Lead) ? db.Set<FollowUp>()
        : caller.IsOfOrgan() ? db.Set<FollowUp>().Where(each => each.Organ == caller.Organ)
        : db.Set<FollowUp>().Where(each => false);

    public static IQueryable<Measure> MeasuresFor(this CaseHandlingDb db, CurrentCaller caller) =>
        Staff.IsOffice(caller) || caller.Has(Duty.Lead) ? db.Set<Measure>()
        : caller.IsOfOrgan() ? db.Set<Measure>().Where(each => each.Organ == caller.Organ)
        : db.Set<Measure>().Where(each => false);

    /// <summary>A leader sees their own packages, the office all; none on a petition that has been sealed.</summary>
    public static IQueryable<CasePackage> PackagesFor(this CaseHandlingDb db, CurrentCaller caller)
    {
        var petitions = db.OpenPetitions(caller);
        var packages = db.Set<CasePackage>().Where(each => petitions.Any(petition => petition.Id == each.PetitionId));
        return Staff.IsOffice(caller) ? packages
            : caller.Has(Duty.Lead) ? packages.Where(each => each.Leader == caller.Account)
            : packages.Where(each => false);
    }

    /// <summary>A reception day is known to the office, to leaders, and, once announced, to the organs that take part.</summary>
    public static IQueryable<ReceptionDay> ReceptionsFor(this CaseHandlingDb db, CurrentCaller caller) =>
        Staff.IsOffice(caller) || caller.Has(Duty.Lead) ? db.Set<ReceptionDay>()
        : caller.IsOfOrgan() ? db.Set<ReceptionDay>().Where(each => each.Status != ReceptionStatus.Planned && EF.Property<List<string>>(each, "_organs").Contains(caller.Organ))
        : db.Set<ReceptionDay>().Where(each => false);

    /// <summary>信访编号 of those of these petitions that this caller may see with CaseHandling; nothing of the others, not even that they exist.</summary>
    public static async Task<IReadOnlyDictionary<Guid, string?>> VisibleNumbersAsync(this CaseHandlingDb db, IEnumerable<Guid> petitions, CurrentCaller caller, CancellationToken ct)
    {
        var ids = petitions.Distinct().Select(id => new PetitionId(id)).ToList();
        if (ids.Count == 0) return new Dictionary<Guid, string?>();
        var found = await db.Petitions.AsNoTracking().VisibleTo(caller).Where(petition => ids.Contains(petition.Id) && petition.Category != Category.Accusation)
            .Select(petition => new { petition.Id, petition.Number }).ToListAsync(ct);
        return found.ToDictionary(each => each.Id.Value, each => each.Number);
    }

    /// <summary>Petitions whose supervision may be known: none that is sealed, none the caller stands aside from.</summary>
    public static IQueryable<Petition> OpenPetitions(this CaseHandlingDb db, CurrentCaller caller) =>
        db.Petitions.Where(petition => petition.Category != Category.Accusation
            && !EF.Property<List<string>>(petition, PetitionMapping.Recused).Contains(caller.Account));

    /// <summary>信访编号 of these petitions.</summary>
    public static async Task<IReadOnlyDictionary<PetitionId, string?>> NumbersAsync(this CaseHandlingDb db, IEnumerable<PetitionId> petitions, CancellationToken ct)
    {
        var ids = petitions.Distinct().ToList();
        return await db.Petitions.AsNoTracking().Where(petition => ids.Contains(petition.Id)).Select(petition => new { petition.Id, petition.Number }).ToDictionaryAsync(each => each.Id, each => each.Number, ct);
    }

    public static async Task<string?> NumberOfAsync(this CaseHandlingDb db, PetitionId petition, CancellationToken ct) =>
        (await db.NumbersAsync([petition], ct)).GetValueOrDefault(petition);

    public static string NameOf(string organ) => Organs.Find(organ)?.ShortName ?? organ;
}
