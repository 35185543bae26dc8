namespace Xinfang.Contracts;

/// <summary>
/// Which service listens to whose events. Every publisher declares these queues before it sends its first message, so that an
/// event cannot be lost because a consumer has not started yet. Kept equal to the consumers by an architecture test.
/// </summary>
public static class Subscriptions
{
    /// <summary>Queue (one per consuming service) → the contracts it is bound to.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyList<Type>> ByQueue { get; } = new Dictionary<string, IReadOnlyList<Type>>
    {
        ["intake"] = [.. Of("CaseHandling").Except(AmongOrgans), .. Of("DepartmentFeed")],
        ["case-handling"] =
        [
            typeof(Intake.V1.PetitionForwarded), typeof(Intake.V1.PetitionAssigned), typeof(Intake.V1.PetitionRated),
            typeof(Intake.V1.PetitionSupplemented), typeof(Intake.V1.PetitionWithdrawn), typeof(Intake.V1.RepeatConfirmed), typeof(Intake.V1.RepeatUndone), .. Of("DepartmentFeed"),
        ],
        ["outreach"] =
        [
            typeof(Intake.V1.PetitionRegistered), typeof(Intake.V1.PetitionClassified), typeof(Intake.V1.PetitionForwarded), typeof(Intake.V1.PetitionAssigned), typeof(Intake.V1.PetitionAnswered),
            typeof(Intake.V1.RepeatConfirmed), typeof(Intake.V1.RepeatUndone), typeof(CaseHandling.V1.PetitionDeclined), typeof(Intake.V1.VisitorCounselled),
        ],
        ["department-feed"] = [.. Of("Intake").Except(WithoutOrgan), .. Of("CaseHandling")],
        ["training"] =
        [
            typeof(CaseHandling.V1.PetitionReceived), typeof(CaseHandling.V1.OpinionServed), typeof(CaseHandling.V1.DefectFound), typeof(CaseHandling.V1.TermOverdue),
            typeof(CaseHandling.V1.ContestationDecided), typeof(CaseHandling.V1.ReviewDecided), typeof(CaseHandling.V1.RecheckDecided), typeof(Intake.V1.PetitionRated),
        ],
        // Everything: what is shown of a year is counted from what was told in it.
        ["insight"] = [.. Of("Intake"), .. Of("CaseHandling"), .. Of("Outreach"), .. Of("Training"), .. Of("Insight")],
    };

    /// <summary>What passes between the office and organs and is no step of the petitioner's way.</summary>
    private static IEnumerable<Type> AmongOrgans =>
    [
        typeof(CaseHandling.V1.TermWarned), typeof(CaseHandling.V1.SupervisionOpened), typeof(CaseHandling.V1.SupervisionClosed),
        typeof(CaseHandling.V1.ProposalIssued), typeof(CaseHandling.V1.ProposalAnswered), typeof(CaseHandling.V1.DefectFound),
    ];

    /// <summary>What concerns no organ that handles petitions.</summary>
    private static IEnumerable<Type> WithoutOrgan => [typeof(Intake.V1.VisitorCounselled), typeof(Intake.V1.HotTopicFound)];

    private static IEnumerable<Type> Of(string service) => typeof(Subscriptions).Assembly.GetExportedTypes()
        .Where(type => type.Namespace == $"Xinfang.Contracts.{service}.V1")
        .OrderBy(type => type.Name, StringComparer.Ordinal);
}
