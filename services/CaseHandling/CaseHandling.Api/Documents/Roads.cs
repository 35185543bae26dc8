using Xinfang.CaseHandling.Domain;
using Xinfang.Law;

namespace Xinfang.CaseHandling.Api.Documents;

/// <summary>What the notice says about the road that is open instead: the article that points to it and the limit of that procedure.</summary>
internal static class Roads
{
    public static Article BasisOf(Road road) => road switch
    {
        Road.Litigation => PetitionRegulations.LitigationRoute,
        Road.Arbitration => PetitionRegulations.ArbitrationRoute,
        Road.PartyDiscipline => PetitionRegulations.PartyAppealRoute,
        Road.AdministrativeReview => PetitionRegulations.AdministrativeRoute,
        Road.StatutoryDuty => PetitionRegulations.PerformanceRoute,
        Road.AlreadyAccepted => PetitionRegulations.HigherLevelBar,
        Road.OutsidePetition => PetitionRegulations.Channels,
        _ => throw new ArgumentOutOfRangeException(nameof(road)),
    };

    public static string SentenceOf(Road road) => road switch
    {
        Road.AlreadyAccepted or Road.OutsidePetition => Words.Of(road),
        _ => $"应当通过{Words.Of(road)}解决",
    };

    /// <summary>The limit of the other procedure, where a law sets one for everybody.</summary>
    public static string LimitOf(Road road) => road switch
    {
        Road.Litigation => $"对行政行为直接起诉的，应当在知道之日起6个月内提出（{OtherProcedures.DirectSuit}）。",
        Road.Arbitration => $"劳动争议申请仲裁的时效期间为1年（{OtherProcedures.LabourArbitration}）。",
        Road.AdministrativeReview => $"申请行政复议的，应当在知道之日起60日内提出（{OtherProcedures.AdministrativeReview}）。",
        _ => "",
    };
}
