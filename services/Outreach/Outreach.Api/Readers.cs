using Microsoft.AspNetCore.Http.HttpResults;
using Xinfang.ServiceDefaults.Http;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.Outreach.Api;

/// <summary>Who sees what of this service.</summary>
internal static class Readers
{
    /// <summary>Whoever may look at the whole district's outreach.</summary>
    public static readonly string Office = Duty.AnyOf(Duty.Teach, Duty.Oversee, Duty.Supervise, Duty.Lead, Duty.Audit);

    /// <summary>The office, and the organs for what is their own.</summary>
    public static readonly string Everybody = Duty.AnyOf(Duty.Teach, Duty.Oversee, Duty.Supervise, Duty.Lead, Duty.Audit, Duty.Handle, Duty.Check, Duty.Head);

    public static bool SeesAll(this CurrentCaller caller) => caller.Has(Duty.Teach) || caller.Has(Duty.Oversee) || caller.Has(Duty.Supervise) || caller.Has(Duty.Lead) || caller.Has(Duty.Audit);

    /// <summary>The organ's own people who act for it.</summary>
    public static bool ActsFor(this CurrentCaller caller, string organ) => caller.Organ == organ && (caller.Has(Duty.Handle) || caller.Has(Duty.Head));

    /// <summary>The same words for what does not exist and what is not the caller's to see.</summary>
    public static ProblemHttpResult NotFound() => Problems.Of("outreach.not-found", "没有这一项。可能已经撤下，也可能不归您看。", StatusCodes.Status404NotFound);
}
