using System.Globalization;
using Xinfang.Portal.Api;

namespace Xinfang.Portal.Desk.JointWork;

/// <summary>A thing on which an act is done: what it is called, what may be done, and what its form begins with.</summary>
internal sealed record WorkThing(string Title, IReadOnlyList<ActView> Acts, IReadOnlyDictionary<string, string> Values, string Version, IReadOnlyList<Choice> Organs)
{
    private static readonly Dictionary<string, string> Nothing = [];

    public ActView? Act(string route) => Acts.FirstOrDefault(act => act.Href?.Split('/')[^1] == (route == "release" ? "organisers" : route));

    public static Task<Answer<WorkThing>> Read(JointWorkClient work, string kind, Guid id, CancellationToken ct) => kind switch
    {
        "duties" => Of<DutyItemView>(work, $"/duties/{id}", Of, ct),
        "campaigns" => Of<CampaignView>(work, $"/campaigns/{id}", Of, ct),
        "activities" => Of<OutreachActivity>(work, $"/activities/{id}", Of, ct),
        "tasks" => Of<TaskView>(work, $"/tasks/{id}", task => new(task.Title, task.Acts, Nothing, "", []), ct),
        "guidance" => Of<GuidanceView>(work, $"/guidance/{id}", each => new(each.By, each.Acts, Nothing, "", []), ct),
        _ => Of<RecommendationView>(work, $"/recommendations/{id}", found => new($"{found.StreetName}：{found.Theme}", found.Acts, Nothing, "", []), ct),
    };

    private static async Task<Answer<WorkThing>> Of<T>(JointWorkClient work, string path, Func<T, WorkThing> of, CancellationToken ct) where T : class =>
        (await work.Read<T>(path, ct)).Refused(out var problem, out var found) ? new(null, problem) : new(of(found), null);

    private static WorkThing Of(DutyItemView item) => new(item.Item, item.Acts, new Dictionary<string, string>
    {
        ["item"] = item.Item, ["legalText"] = item.LegalText, ["audience"] = item.Audience, ["measures"] = item.Measures, ["owner"] = item.Owner, ["dueOn"] = StaffDate.Write(item.DueOn), ["evidence"] = item.Evidence,
    }, item.Version.ToString(CultureInfo.InvariantCulture), []);

    private static WorkThing Of(CampaignView campaign) => new(campaign.Theme, campaign.Acts, new Dictionary<string, string>
    {
        ["theme"] = campaign.Theme, ["legalTexts"] = campaign.LegalTexts, ["goal"] = campaign.Goal, ["from"] = StaffDate.Write(campaign.From), ["until"] = StaffDate.Write(campaign.Until),
        ["target"] = campaign.Target.ToString(CultureInfo.InvariantCulture),
    }, "", []);

    private static WorkThing Of(OutreachActivity a) => new(a.Title, a.Acts, new Dictionary<string, string>
    {
        ["title"] = a.Title, ["on"] = a.On is { } on ? StaffDate.Write(on) : "", ["street"] = a.Street, ["community"] = a.Community, ["place"] = a.Place, ["forms"] = string.Join(',', a.Forms), ["audiences"] = string.Join(',', a.Audiences),
        ["topic"] = a.Topic ?? "", ["campaignId"] = a.CampaignId?.ToString() ?? "", ["dutyItemId"] = a.DutyItemId?.ToString() ?? "", ["staff"] = string.Join('\n', a.Staff), ["heldOn"] = a.On is { } day ? StaffDate.Write(day) : "",
    }.Concat(a.Materials.SelectMany((line, i) => new Dictionary<string, string>
    {
        [$"lines-{i + 1}-kind"] = line.Kind, [$"lines-{i + 1}-issued"] = line.Issued.ToString(CultureInfo.InvariantCulture), [$"lines-{i + 1}-returned"] = line.Returned.ToString(CultureInfo.InvariantCulture),
    })).ToDictionary(), a.Version.ToString(CultureInfo.InvariantCulture), [.. a.Organisers.Where(each => each.Status is "Asked" or "Confirmed" or "Refused").Select(each => new Choice(each.Organ, each.OrganName))]);
}
