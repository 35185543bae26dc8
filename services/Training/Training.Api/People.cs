using Xinfang.ServiceDefaults.Organs;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.Training.Api;

/// <summary>Who learns, who trains.</summary>
internal static class People
{
    /// <summary>Whoever works for the office or an organ and can be trained.</summary>
    public static readonly string Trainees = Duty.AnyOf(
        Duty.Register, Duty.Oversee, Duty.Supervise, Duty.Teach, Duty.Train, Duty.Lead, Duty.Handle, Duty.Check, Duty.Head, Duty.Audit, Duty.Administer, Duty.Secure);

    /// <summary>The training staff and those who answer for them.</summary>
    public static readonly string Trainers = Duty.AnyOf(Duty.Train, Duty.Oversee);

    /// <summary>Trains, or answers for training.</summary>
    public static bool Trains(this CurrentCaller caller) => caller.Organ == Organs.Office && (caller.Has(Duty.Train) || caller.Has(Duty.Oversee));
}
