using Xinfang.Training.Api.Bank;

namespace Xinfang.Training.Api.Needs;

/// <summary>A thing that goes wrong in cases, against which cases it is counted, and what an officer has to learn for it.</summary>
/// <param name="Code">Stable.</param>
/// <param name="Of">The cases it is counted against.</param>
/// <param name="Takes">Whether a fact counts.</param>
internal sealed record Signal(string Code, string Name, string Competency, FactKind Of, Func<FactKind, string, bool> Takes);

/// <summary>能力地图: defect codes and other facts of cases → competencies. Questions carry the same competencies, courses and coaching are proposed by them.</summary>
internal static class Signals
{
    private static readonly Dictionary<string, string> CompetencyOfDefect = new(StringComparer.Ordinal)
    {
        ["L09"] = "Documents", ["L10"] = "Documents", ["L11"] = "Terms", ["L12"] = "Terms", ["L13"] = "Opinion", ["L14"] = "Opinion", ["L15"] = "Review", ["L16"] = "Review", ["L17"] = "Terms",
        ["L18"] = "Opinion", ["L19"] = "Opinion", ["L20"] = "Sealing", ["L21"] = "Sealing", ["L22"] = "Sealing", ["L23"] = "Investigation", ["L24"] = "Documents", ["L25"] = "Counsel", ["L26"] = "Counsel", ["L27"] = "Investigation",
        ["H01"] = "Investigation", ["H02"] = "Opinion", ["H03"] = "Opinion", ["H04"] = "Acceptance", ["H05"] = "Opinion", ["H06"] = "Documents", ["H07"] = "Counsel",
    };

    /// <summary>The competency that a defect shows to be missing; form and layout where nothing else is said.</summary>
    public static string CompetencyOf(string defect) => CompetencyOfDefect.GetValueOrDefault(defect, "Documents");

    public static readonly IReadOnlyList<Signal> All =
    [
        .. new[] { "Opinion", "Review", "Terms", "Investigation", "Sealing", "Acceptance", "Counsel", "Documents" }.Select(competency => new Signal(
            $"defect/{competency}", $"文书缺陷：{Competencies.NameOf(competency)}", competency, FactKind.Served, (kind, code) => kind is FactKind.Defect && CompetencyOf(code) == competency)),
        new("overdue", "超期", "Terms", FactKind.Received, (kind, _) => kind is FactKind.Overdue),
        new("contest-refused", "异议没有被同意", "Acceptance", FactKind.Received, (kind, _) => kind is FactKind.ContestRefused),
        new("overturned", "复查复核改变原意见", "Opinion", FactKind.Served, (kind, _) => kind is FactKind.Overturned),
        new("not-satisfied", "评价不满意", "Counsel", FactKind.Rated, (kind, _) => kind is FactKind.NotSatisfied),
    ];

    /// <summary>What officers answer wrong in exams, by competency; counted among answers, not among cases.</summary>
    public static readonly IReadOnlyList<Signal> OfOfficers = [.. Competencies.All.Select(each => new Signal(OfAnswers(each.Code), $"考试答错：{each.Name}", each.Code, FactKind.Served, (_, _) => false))];

    public static string OfAnswers(string competency) => $"answers/{competency}";

    public static Signal? Find(string code) => All.Concat(OfOfficers).FirstOrDefault(signal => signal.Code == code);
}
