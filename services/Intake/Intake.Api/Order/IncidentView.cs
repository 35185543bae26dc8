using Xinfang.Intake.Domain;
using Xinfang.Law;

namespace Xinfang.Intake.Api.Order;

/// <summary>An incident as the office reads it.</summary>
internal sealed record IncidentView(
    Guid Id, IncidentKind Kind, string KindText, string Basis, DateTimeOffset OccurredAt, string? PetitionNumber, string Text, string By, bool WithPolice,
    IReadOnlyList<IncidentView.Step> Steps)
{
    public sealed record Step(int Number, IncidentResponse Response, string ResponseText, string Text, string By, DateTimeOffset At);

    /// <param name="words">What happened, then what was done in each step.</param>
    public static IncidentView Of(Incident incident, string? petitionNumber, IReadOnlyList<string> words) => new(
        incident.Id, incident.Kind, NameOf(incident.Kind), new Article(PetitionRegulations.Title, 26, Item: (int)incident.Kind).ToString(), incident.OccurredAt, petitionNumber,
        words.Count > 0 ? words[0] : "", incident.By, incident.Steps.Any(step => step.Response is IncidentResponse.HandedToPolice),
        [.. incident.Steps.OrderBy(step => step.Number).Select(step => new Step(step.Number, step.Response, NameOf(step.Response), step.Number < words.Count ? words[step.Number] : "", step.By, step.At))]);

    public static string NameOf(IncidentKind kind) => kind switch
    {
        IncidentKind.GatheringOrBlocking => "非法聚集、围堵、冲击、堵路",
        IncidentKind.DangerousArticles => "携带危险物品、管制器具",
        IncidentKind.ViolenceOrInsult => "侮辱、殴打、威胁工作人员，或者限制他人自由",
        IncidentKind.StayingOrAbandoning => "在接待场所滞留、滋事，弃留生活不能自理的人",
        IncidentKind.IncitingOrProfiting => "煽动、串联、胁迫、以财物诱使，借机敛财",
        _ => "其他扰乱秩序的",
    };

    private static string NameOf(IncidentResponse response) => response switch
    {
        IncidentResponse.Dissuaded => "劝阻",
        IncidentResponse.Criticised => "批评",
        IncidentResponse.Educated => "教育",
        _ => "移交公安机关",
    };
}
