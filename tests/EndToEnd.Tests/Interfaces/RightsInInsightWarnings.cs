namespace Xinfang.EndToEnd.Tests.Interfaces;

internal static class RightsInInsightWarnings
{
    private const string Warnings = "/api/insight/warnings", Readers = "clerk office-head supervisor auditor leader holder.* other.*", Owners = "clerk office-head supervisor officer head other.officer other.head", Judges = "office-head supervisor";

    public static readonly Right[] Rows =
    [
        new("GET", Warnings, Readers),
        new("GET", Warnings + "/precision", Readers),
        new("GET", Warnings + "/{id}", "", Readers), // the figures of the ground warn of nothing
        new("POST", Warnings + "/{id}/taking", "", Owners),
        new("POST", Warnings + "/{id}/answer", "", Owners),
        new("POST", Warnings + "/{id}/verdict", "", Judges),
        new("POST", Warnings + "/{id}/dropping", "", Judges),
    ];
}
