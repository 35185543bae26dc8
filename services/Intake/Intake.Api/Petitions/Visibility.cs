using Xinfang.Intake.Domain;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.Intake.Api.Petitions;

/// <summary>Who sees that a petition is there: the one policy of list, search and count. What a sealed one says is kept elsewhere and opened by neither (art. 30).</summary>
internal static class Visibility
{
    /// <summary>The office sees all; an organ sees what it holds now.</summary>
    public static IQueryable<Petition> VisibleTo(this IQueryable<Petition> petitions, CurrentCaller caller) => IsOffice(caller)
        ? petitions
        : petitions.Where(p => p.Organ != null && p.Organ == caller.Organ);

    public static bool IsOffice(CurrentCaller caller) => caller.Has(Duty.Register) || caller.Has(Duty.Oversee) || caller.Has(Duty.Supervise) || caller.Has(Duty.Audit);
}
