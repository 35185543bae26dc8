using System.Globalization;
using Xinfang.Law;

namespace Xinfang.Portal.Api;

/// <summary>A warning in a list.</summary>
public sealed record WarningRow(
    Guid Id, string Rule, string RuleText, string Status, string StatusText, string? Street, string? StreetName, string? Content, string Organ, string OrganName, int Count,
    DateTimeOffset RaisedAt, DateTimeOffset BellAt, bool Ringing, DateOnly DueOn, bool Escalated, DateOnly? TakenOn, string? Verdict, string? VerdictText);

/// <summary>A week as it was and as it would usually have been.</summary>
public sealed record WarningWeek(DateOnly Until, int Count, double Expected, int High);

/// <summary>What speaks for it.</summary>
public sealed record WarningEvidence(DateOnly From, DateOnly Until, int Count, double? Expected, int? High, IReadOnlyList<WarningWeek> Weeks);

/// <summary>A petition behind it.</summary>
public sealed record WarningPetition(Guid Id, string? Number, DateOnly? ReceivedOn, string? Organ, string? OrganName, bool Closed);

/// <summary>A warning.</summary>
public sealed record EarlyWarning(
    Guid Id, string Rule, string RuleText, string Status, string StatusText, string? Street, string? StreetName, string? Content, string Organ, string OrganName, string Owner, string OwnerName, string OwnerDuty,
    DateTimeOffset RaisedAt, DateTimeOffset BellAt, bool Ringing, TermView Term, bool Escalated, DateOnly? EscalatedOn, DateOnly? TakenOn, string? TakenOrganName, string? Action, DateOnly? AnsweredOn,
    string? Verdict, string? VerdictText, string? Reason, DateOnly? DecidedOn, IReadOnlyList<string> Figures, WarningEvidence Evidence, IReadOnlyList<WarningPetition> Petitions, IReadOnlyList<ActView> Acts);

/// <summary>How precise a rule was, and how soon people acted.</summary>
public sealed record PrecisionRow(
    string Rule, string RuleText, int Raised, int Judged, int True, int False, int Unclear, int Dropped, double? Precision, double? Low, double? High, int Owed, int InTime, double? InTimeShare);

/// <summary>All rules of a year.</summary>
public sealed record PrecisionView(int Year, IReadOnlyList<PrecisionRow> Rows, PrecisionRow All);

/// <summary>Warnings, through Insight.</summary>
public sealed class WarningsClient(HttpClient http) : GatewayClient(http, "/api/insight/warnings")
{
    /// <summary>The latest first.</summary>
    public Task<Answer<Page<WarningRow>>> List(string? status, string? rule, string? organ, string? after, CancellationToken ct) =>
        Get<Page<WarningRow>>(IntakeClient.Query(("status", status), ("rule", rule), ("organ", organ), ("after", after)), ct: ct);

    /// <summary>One.</summary>
    public Task<Answer<EarlyWarning>> Read(Guid id, CancellationToken ct) => Get<EarlyWarning>($"/{id}", ct: ct);

    /// <summary>taking, answer, verdict, dropping.</summary>
    public Task<Answer<EarlyWarning>> Act(Guid id, string act, object body, CancellationToken ct) => Post<EarlyWarning>($"/{id}/{act}", body, ct: ct);

    /// <summary>By rule, of a year.</summary>
    public Task<Answer<PrecisionView>> Precision(int? year, CancellationToken ct) => Get<PrecisionView>("/precision" + IntakeClient.Query(("year", year?.ToString(CultureInfo.InvariantCulture))), ct: ct);
}
