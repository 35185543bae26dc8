namespace Xinfang.Insight.Api.Warnings;

/// <summary>What a rule has found.</summary>
/// <param name="Subject">What it is about, in codes.</param>
/// <param name="Window">When, so that the next one about the same is another.</param>
/// <param name="Organ">Whom it is told.</param>
/// <param name="OwnerDuty">Who there.</param>
internal sealed record Finding(string Subject, string Window, string? Street, string? Content, string Organ, string OwnerDuty, Evidence Evidence)
{
    public string KeyOf(WarningRule rule) => $"{rule}|{Subject}|{Window}";
}
