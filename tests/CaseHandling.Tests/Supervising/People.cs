using Xinfang.CaseHandling.Domain.Supervising;

namespace Xinfang.CaseHandling.Tests.Supervising;

/// <summary>Who acts in these tests.</summary>
internal static class People
{
    public static readonly Person Supervisor = new("supervisor", "120104-xfb", Capacity.Supervisor);
    public static readonly Person OfficeHead = new("office-head", "120104-xfb", Capacity.Overseer);
    public static readonly Person Leader = new("leader", "120104-xfb", Capacity.Leader);
    public static readonly Person OrganOfficer = new("120104-zjw.officer", "120104-zjw", Capacity.Officer);
    public static readonly Person HeadOfOrgan = new("120104-zjw.head", "120104-zjw", Capacity.Head);

    /// <summary>Somebody in one of these capacities.</summary>
    public static Person As(Capacity capacity) => new("somebody", "120104-xfb", capacity);
}
