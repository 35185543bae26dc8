using Microsoft.AspNetCore.Http.HttpResults;
using Xinfang.ServiceDefaults.Http;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.Insight.Api;

/// <summary>Who sees what of this service.</summary>
internal static class Readers
{
    /// <summary>Whoever sees the figures of the whole district.</summary>
    public static readonly string Office = Duty.AnyOf(Duty.Oversee, Duty.Supervise, Duty.Lead, Duty.Audit);

    /// <summary>The office, and the organs for their own figures.</summary>
    public static readonly string Everybody = Duty.AnyOf(Duty.Oversee, Duty.Supervise, Duty.Lead, Duty.Audit, Duty.Register, Duty.Teach, Duty.Train, Duty.Handle, Duty.Check, Duty.Head);

    /// <summary>Who has taken what away: the head of the office and the auditor.</summary>
    public static readonly string Recorded = Duty.AnyOf(Duty.Oversee, Duty.Audit);

    /// <summary>Figures of every organ; whoever does not, sees those of the own one.</summary>
    public static bool SeesAll(this CurrentCaller caller) => caller.Has(Duty.Oversee) || caller.Has(Duty.Supervise) || caller.Has(Duty.Lead) || caller.Has(Duty.Audit);

    /// <summary>The same words for what does not exist and what is not the caller's to see.</summary>
    public static ProblemHttpResult NotFound() => Problems.Of("insight.not-found", "没有这一项。可能已经撤下，也可能不归您看。", StatusCodes.Status404NotFound);
}
