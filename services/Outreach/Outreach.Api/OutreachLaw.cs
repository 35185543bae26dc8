using Xinfang.Law;

namespace Xinfang.Outreach.Api;

/// <summary>What outreach rests on: 《法治宣传教育法》, in force since 1 November 2025, and the Regulation.</summary>
internal static class OutreachLaw
{
    /// <summary>谁执法谁普法: each organ teaches the law it applies, by a list of its duties.</summary>
    public static readonly Article EachOrganTeaches = new("法治宣传教育法", 9);

    /// <summary>The office makes the Regulation and the way of a petition known.</summary>
    public static readonly Article Publicity = PetitionRegulations.Publicity;
}
