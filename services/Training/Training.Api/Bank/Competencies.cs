namespace Xinfang.Training.Api.Bank;

/// <summary>What an officer has to be able to do (能力项).</summary>
/// <param name="Code">Stable.</param>
/// <param name="Name">For people.</param>
internal sealed record Competency(string Code, string Name);

/// <summary>能力项: the steps of a petition, and what runs through all of them.</summary>
internal static class Competencies
{
    public static readonly IReadOnlyList<Competency> All =
    [
        new("Registration", "登记和转送交办"), new("Acceptance", "受理和告知"), new("Terms", "期限计算"), new("Roads", "分清法定途径"), new("Investigation", "调查核实和办理"),
        new("Opinion", "写处理意见书"), new("Review", "复查复核和救济"), new("Sealing", "保密和回避"), new("Documents", "公文规范"), new("Counsel", "接待沟通和疏导"), new("RuleOfLaw", "法治思维和政治理论"),
    ];

    private static readonly Dictionary<string, Competency> ByCode = All.ToDictionary(each => each.Code, StringComparer.Ordinal);

    public static bool Knows(string code) => ByCode.ContainsKey(code);

    public static string NameOf(string code) => ByCode.TryGetValue(code, out var known) ? known.Name : code;
}
