namespace Xinfang.EndToEnd.Tests.Interfaces;

internal static class RightsInInsight
{
    private const string Root = "/api/insight", Measures = Root + "/measures", Counting = "clerk office-head supervisor auditor outreach trainer leader holder.* other.*";

    public static readonly Right[] Rows =
    [
        new("GET", Measures, Counting),
        new("GET", Measures + "/{code}/ranking", Counting),
        new("GET", Measures + "/{code}/months", Counting),
        new("GET", Root + "/counts", Counting),
        new("GET", Root + "/cohorts", Counting),
        new("GET", Root + "/petitions", Counting),
        new("POST", Root + "/exports/{what}", Counting),
        new("GET", Root + "/exports", "office-head auditor"),
        new("GET", Root + "/rebuilding", "admin"),
        new("POST", Root + "/rebuilding", "admin"),
        new("GET", Root + "/alarms", "admin auditor"),
        new("GET", Root + "/alarms/past", "admin auditor"),
        new("POST", Root + "/alarms/{id}/knowing", "", "admin"),
    ];
}
