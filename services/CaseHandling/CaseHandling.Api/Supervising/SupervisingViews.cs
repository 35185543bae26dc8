using Xinfang.CaseHandling.Api.Petitions;
using Xinfang.CaseHandling.Domain.Supervising;
using Xinfang.Law;

namespace Xinfang.CaseHandling.Api.Supervising;

/// <summary>The acts of supervision as pages show them.</summary>
internal static class SupervisingActs
{
    /// <summary>What this person may do now; what only a date or a condition closes is shown with its reason.</summary>
    /// <param name="routes">The route of each act of people below the aggregate.</param>
    /// <param name="root">The aggregate's route.</param>
    public static IReadOnlyList<ActView> For<TAct, TStatus, TFile>(
        Filed<TAct, TStatus, TFile> filed, Person person, Moment now, IReadOnlyDictionary<TAct, string> routes, string root)
        where TAct : struct, Enum where TStatus : struct, Enum where TFile : class, new()
    {
        List<ActView> views = [];
        foreach (var line in filed.Table().All.Where(line => routes.ContainsKey(line.Act)))
        {
            var href = $"{root}/{filed.Id}/{routes[line.Act]}";
            var refusal = filed.Refuses(line.Act, person, now);
            if (refusal is null) views.Add(new(line.Act.ToString(), line.Label, true, line.Consequence, null, line.Basis.ToString(), null, href));
            else if ((line.Who & person.Capacity) != 0 && line.From.Contains(filed.Status))
                views.Add(new(line.Act.ToString(), line.Label, false, null, refusal.Message, refusal.Basis?.ToString(), null, href));
        }
        return [.. views.OrderByDescending(view => view.Open)];
    }
}

/// <summary>留痕 of supervision in the petition's record: names of the acts, and what they tell.</summary>
internal static class SupervisingRecord
{
    public const string Warn = "WarnTerm";

    private static readonly Dictionary<string, string> Labels = Enumerable.Empty<(string, string)>()
        .Append((Warn, "预警"))
        .Concat(Supervision.Flow.All.Select(line => (NameOf(line.Act), line.Label)))
        .Concat(Proposal.Flow.All.Select(line => (NameOf(line.Act), line.Label)))
        .Concat(CasePackage.Flow.All.Select(line => (NameOf(line.Act), line.Label)))
        .ToDictionary(each => each.Item1, each => each.Item2);

    /// <summary>The name of an act in the record: SupervisionOpen.</summary>
    public static string NameOf<TAct>(TAct act) where TAct : struct, Enum => typeof(TAct).Name.Replace("Act", "", StringComparison.Ordinal) + act;

    /// <summary>In Chinese; null when it is none of supervision.</summary>
    public static string? LabelOf(string act) => Labels.GetValueOrDefault(act);
}

/// <summary>An act of supervision in the petition's record: codes, dates and numbers only.</summary>
internal sealed record Supervised(string Text, Guid Id, string? Number = null, DateOnly? DueOn = null) : Domain.Fact
{
    public override string Sentence => Text;
}
