using Microsoft.EntityFrameworkCore;
using Xinfang.CaseHandling.Domain;
using Xinfang.CaseHandling.Domain.Supervising;
using Xinfang.ServiceDefaults.Organs;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.CaseHandling.Api;

/// <summary>What a signed-in person is here, and which petitions that lets them see: one policy for detail, list, count, act and document.</summary>
internal static class Staff
{
    /// <summary>Viewers, and leaders for what they have in charge.</summary>
    public static readonly string Readers = Duty.AnyOf(Duty.Handle, Duty.Check, Duty.Head, Duty.Oversee, Duty.Supervise, Duty.Audit, Duty.Lead);

    /// <summary>Everybody who may see petitions here.</summary>
    public static readonly string Viewers = Duty.AnyOf(Duty.Handle, Duty.Check, Duty.Head, Duty.Oversee, Duty.Supervise, Duty.Audit);

    /// <summary>The routing desk of the office, for what organs said of a routing.</summary>
    public static readonly string Desk = Duty.AnyOf(Duty.Register, Duty.Oversee, Duty.Supervise, Duty.Audit);

    private static readonly string[] OfOrgan = [Duty.Handle, Duty.Check, Duty.Head];
    private static readonly string[] OfOffice = [Duty.Oversee, Duty.Supervise, Duty.Audit];

    /// <summary>The caller as the domain knows people.</summary>
    public static Actor Actor(this CurrentCaller caller) => new(new(caller.Account), caller.Organ,
        (caller.Has(Duty.Handle) ? Roles.Officer : 0)
        | (caller.Has(Duty.Check) ? Roles.Checker : 0)
        | (caller.Has(Duty.Head) ? Roles.Head : 0)
        | (IsOffice(caller) && caller.Has(Duty.Oversee) ? Roles.Overseer : 0));

    /// <summary>Sees every organ's petitions, except what is sealed.</summary>
    public static bool IsOffice(CurrentCaller caller) => caller.Organ == Organs.Office && OfOffice.Any(caller.Has);

    /// <summary>
    /// The petitions a caller may see: those their organ holds now, unless they stand aside (art. 28); for the office all that are
    /// not sealed. An accusation is seen by the disciplinary organ alone (art. 30).
    /// </summary>
    public static IQueryable<Petition> VisibleTo(this IQueryable<Petition> petitions, CurrentCaller caller)
    {
        if (IsOffice(caller)) return petitions.Where(petition => petition.Category != Category.Accusation);
        if (!OfOrgan.Any(caller.Has)) return petitions.Where(petition => false);
        var own = petitions.Where(petition => petition.Organ == caller.Organ
            && !EF.Property<List<string>>(petition, PetitionMapping.Recused).Contains(caller.Account));
        return caller.Organ == Organs.Discipline ? own : own.Where(petition => petition.Category != Category.Accusation);
    }

    /// <summary>The petition for an act or a view of it, or null when there is none that the caller may see.</summary>
    public static Task<Petition?> OpenAsync(this CaseHandlingDb db, Guid id, CurrentCaller caller, CancellationToken ct) =>
        db.OpenAsync(db.VisiblePetitions(caller), new PetitionId(id), ct);

    /// <summary>What a caller may open: besides the lists' petitions, to a leader those they have in charge (包案, art. 18), unless one was sealed.</summary>
    public static IQueryable<Petition> VisiblePetitions(this CaseHandlingDb db, CurrentCaller caller) => caller.Has(Duty.Lead)
        ? db.Petitions.Where(petition => petition.Category != Category.Accusation && !EF.Property<List<string>>(petition, PetitionMapping.Recused).Contains(caller.Account)
            && db.Set<CasePackage>().Any(package => package.PetitionId == petition.Id && package.Leader == caller.Account))
        : db.Petitions.VisibleTo(caller);
}
