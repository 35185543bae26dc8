using System.Text.Json.Serialization;
using Xinfang.Law;

namespace Xinfang.Training.Api.Drills;

/// <summary>Whose part the trainee plays.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<DrillRole>))]
internal enum DrillRole
{
    /// <summary>信访办的接待、登记人员.</summary>
    Office,

    /// <summary>办理单位的承办人.</summary>
    Organ,

    /// <summary>复查机关的承办人.</summary>
    ReviewBody,
}

/// <summary>What kind of matter the office has before it.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<DrillMatter>))]
internal enum DrillMatter
{
    /// <summary>申诉求决.</summary>
    Redress,

    /// <summary>涉法涉诉.</summary>
    Litigation,

    /// <summary>检举控告.</summary>
    Accusation,
}

/// <summary>
/// 演练案例: the facts of a made-up petition, from which the law engine decides what is right. The flow is that of real ones, the facts, dates and people are made up:
/// there is no petition behind it, and nothing in it leads to one.
/// </summary>
/// <param name="Organ">Where the trainee works, in the story.</param>
/// <param name="ReceivedOn">The day on which that organ received it.</param>
/// <param name="Story">What is told, line by line.</param>
/// <param name="Offered">Organs to choose among, the competent one with them.</param>
/// <param name="Competent">Whose matter it is.</param>
/// <param name="Visitors">How many came; 0 where nobody came.</param>
/// <param name="Related">The trainee has a direct interest in it.</param>
/// <param name="AcceptedOn">Set where the story begins after the acceptance.</param>
/// <param name="EvidenceOn">Set where nothing can be decided before this day.</param>
/// <param name="OpinionReceivedOn">Set for reviews: the day from which the petitioner could ask.</param>
internal sealed record DrillCase(
    DrillRole Role, string Organ, DateOnly ReceivedOn, IReadOnlyList<string> Story, IReadOnlyList<string> Offered, string Competent, StatutoryRoute Road = StatutoryRoute.Opinion,
    DrillMatter Matter = DrillMatter.Redress, int Visitors = 0, bool Related = false, DateOnly? AcceptedOn = null, DateOnly? EvidenceOn = null, DateOnly? OpinionReceivedOn = null)
{
    /// <summary>Nothing happens before it.</summary>
    [JsonIgnore]
    public DateOnly Begins => AcceptedOn ?? ReceivedOn;
}

/// <summary>One act that the trainee has taken.</summary>
/// <param name="Move">Code of <see cref="DrillMoves"/>.</param>
internal sealed record DrillStep(string Move, DateOnly On);

/// <summary>The steps as one column.</summary>
internal sealed record DrillSteps(IReadOnlyList<DrillStep> Of);
