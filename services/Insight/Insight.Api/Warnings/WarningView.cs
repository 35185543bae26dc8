using Xinfang.Law;
using Xinfang.ServiceDefaults.Organs;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.Insight.Api.Warnings;

/// <summary>A warning in a list.</summary>
/// <param name="Content">Six digits.</param>
/// <param name="Ringing">Past its quiet hours.</param>
internal sealed record WarningRow(
    Guid Id, string Rule, string RuleText, string Status, string StatusText, string? Street, string? StreetName, string? Content, string Organ, string OrganName, int Count,
    DateTimeOffset RaisedAt, DateTimeOffset BellAt, bool Ringing, DateOnly DueOn, bool Escalated, DateOnly? TakenOn, string? Verdict, string? VerdictText)
{
    public static WarningRow Of(Warning warning, Moment now) => new(
        warning.Id, warning.Rule.ToString(), WarningWords.Of(warning.Rule), warning.Status.ToString(), WarningWords.Of(warning.Status), warning.Street, Organs.Find(warning.Street)?.ShortName ?? warning.Street, warning.Content,
        warning.Organ, Organs.Find(warning.Organ)?.ShortName ?? warning.Organ, warning.Evidence.Count, warning.RaisedAt, warning.BellAt, warning.BellAt <= now.At, warning.DueOn, warning.Escalated, warning.TakenOn,
        warning.Verdict?.ToString(), WarningWords.Of(warning.Verdict));
}

/// <summary>A petition that the evidence names, as far as the caller may know of it.</summary>
internal sealed record WarningPetition(Guid Id, string? Number, DateOnly? ReceivedOn, string? Organ, string? OrganName, bool Closed);

/// <summary>A warning with what speaks for it.</summary>
/// <param name="Term">To take it; from the day its bell rings.</param>
/// <param name="Figures">The evidence in sentences.</param>
/// <param name="Petitions">Of the evidence's petitions those the caller may know of.</param>
internal sealed record WarningView(
    Guid Id, string Rule, string RuleText, string Status, string StatusText, string? Street, string? StreetName, string? Content, string Organ, string OrganName, string Owner, string OwnerName, string OwnerDuty,
    DateTimeOffset RaisedAt, DateTimeOffset BellAt, bool Ringing, TermView Term, bool Escalated, DateOnly? EscalatedOn, DateOnly? TakenOn, string? TakenOrganName, string? Action, DateOnly? AnsweredOn,
    string? Verdict, string? VerdictText, string? Reason, DateOnly? DecidedOn, IReadOnlyList<string> Figures, Evidence Evidence, IReadOnlyList<WarningPetition> Petitions, IReadOnlyList<ActView> Acts)
{
    private static readonly (WarningAct Act, string Label, string Route)[] Routes =
        [(WarningAct.Take, "接手", "taking"), (WarningAct.Answer, "报处置情况", "answer"), (WarningAct.Judge, "下结论", "verdict"), (WarningAct.Drop, "撤销预警", "dropping")];

    public static WarningView Of(Warning warning, IReadOnlyList<WarningPetition> petitions, CurrentCaller caller, Moment now) => new(
        warning.Id, warning.Rule.ToString(), WarningWords.Of(warning.Rule), warning.Status.ToString(), WarningWords.Of(warning.Status), warning.Street, Organs.Find(warning.Street)?.ShortName ?? warning.Street, warning.Content,
        warning.Organ, NameOf(warning.Organ), warning.Owner, NameOf(warning.Owner), warning.OwnerDuty,
        warning.RaisedAt, warning.BellAt, warning.BellAt <= now.At, now.View(WarningTerms.Due(now, warning.Rule, warning.BellAt), warning.ActedOn), warning.Escalated, warning.EscalatedOn,
        warning.TakenOn, warning.TakenOrgan is { } organ ? NameOf(organ) : null, warning.Action, warning.AnsweredOn, warning.Verdict?.ToString(), WarningWords.Of(warning.Verdict), warning.Reason, warning.DecidedOn,
        WarningFigures.Of(warning), warning.Evidence with { Petitions = [.. petitions.Select(petition => petition.Id)] }, petitions,
        [.. Routes.Select(each => ActView.Of(each.Act.ToString(), each.Label, $"/warnings/{warning.Id}/{each.Route}", warning.Refuses(each.Act, caller))).Where(each => each.Open)]);

    private static string NameOf(string organ) => Organs.Find(organ)?.ShortName ?? organ;
}
