using Xinfang.Law;

namespace Xinfang.CaseHandling.Domain;

/// <summary>What the organ answers before it takes the simple procedure.</summary>
/// <param name="Ground">Why it may be simple.</param>
/// <param name="Note">For <see cref="SimpleGround.Other"/>: why.</param>
/// <param name="StatutoryRoad">One of the roads of article 31 items 1 to 5 is open.</param>
/// <param name="LikelyNotSupported">Some claim will likely not be supported.</param>
/// <param name="SeveralOrgans">Several organs are responsible, or several people petition together.</param>
/// <param name="Grave">Grave, complex or doubtful.</param>
/// <param name="PaperWanted">The petitioner wants the answer on paper.</param>
public sealed record SimpleAnswers(
    SimpleGround Ground, string? Note, bool StatutoryRoad, bool LikelyNotSupported, bool SeveralOrgans, bool Grave, bool PaperWanted);

/// <summary>Which petitions may take the simple procedure (《信访事项简易办理办法》第四条、第五条): a decision table, read from the top; the first row that holds refuses.</summary>
public static class SimpleAdmission
{
    /// <summary>One exclusion.</summary>
    public sealed record Row(string Condition, Refusal Refusal, Func<Petition, SimpleAnswers, bool> Holds);

    /// <summary>The exclusions; none holds: the procedure is simple.</summary>
    public static IReadOnlyList<Row> Table { get; } =
    [
        new("重复信访", Refusals.SimpleForFirstOnly, (petition, _) => petition.Repeat),
        new("上级交办", Refusals.SimpleNotForAssigned, (petition, _) => petition.Assigned),
        new("应当走法定途径（第三十一条第一项至第五项）", Refusals.SimpleNotForStatutoryRoads, (_, answers) => answers.StatutoryRoad),
        new("可能不予支持", Refusals.SimpleNotWhenUnlikely, (_, answers) => answers.LikelyNotSupported),
        new("涉及多个责任单位或者多人联名", Refusals.SimpleNotForSeveralOrgans, (_, answers) => answers.SeveralOrgans),
        new("重大、紧急、复杂、疑难", Refusals.SimpleNotForGrave, (petition, answers) => answers.Grave || petition.Urgent),
        new("其他情形没有写明", Refusals.SimpleWithoutReason, (_, answers) => answers.Ground is SimpleGround.Other && string.IsNullOrWhiteSpace(answers.Note)),
    ];

    /// <summary>Why the petition cannot take the simple procedure; null when it can.</summary>
    public static Refusal? Refuses(Petition petition, SimpleAnswers answers) =>
        Table.FirstOrDefault(row => row.Holds(petition, answers))?.Refusal;
}
