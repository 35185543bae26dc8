using Xinfang.CaseHandling.Domain;
using Xinfang.Law;

namespace Xinfang.CaseHandling.Api.Documents;

/// <summary>What the notice says about the road that is open instead: the line of article 31 in the table of the law, with the limit of that procedure.</summary>
internal static class Roads
{
    public static Article BasisOf(Road road) => road switch
    {
        Road.AlreadyAccepted => PetitionRegulations.HigherLevelBar,
        Road.OutsidePetition => PetitionRegulations.Channels,
        _ => LineOf(road).Basis,
    };

    public static string SentenceOf(Road road) => road switch
    {
        Road.AlreadyAccepted or Road.OutsidePetition => Words.Of(road),
        _ => $"应当通过{LineOf(road).Name}解决",
    };

    /// <summary>The limits of the other procedure that bind the petitioner, where a law sets any for everybody.</summary>
    public static string LimitOf(Road road) => Routes.Find(road.ToString())?.LimitText ?? "";

    private static RouteLine LineOf(Road road) => Routes.Find(road.ToString()) ?? throw new ArgumentOutOfRangeException(nameof(road));
}
