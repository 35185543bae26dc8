namespace Xinfang.EndToEnd.Tests.Interfaces;

internal static class RightsInInsightReports
{
    private const string Root = "/api/insight", Reports = Root + "/reports", Published = Root + "/published-reports", Readers = "clerk office-head supervisor auditor leader", Writers = "clerk supervisor office-head";

    public static readonly Right[] Rows =
    [
        new("GET", Reports, Readers),
        new("GET", Reports + "/{id}", Readers),
        new("GET", Reports + "/{id}/findings", Readers),
        new("GET", Reports + "/{id}/report.docx", Readers),
        new("GET", Reports + "/{id}/report.pdf", Readers),
        new("PUT", Reports + "/{id}", Writers),
        new("PUT", Reports + "/{id}/text", Writers),
        new("POST", Reports + "/{id}/redrafting", Writers),
        new("POST", Reports + "/{id}/approval", "office-head"),
        new("POST", Reports + "/{id}/sending", "office-head"),
        new("POST", Reports + "/{id}/publication", "office-head"),
        new("POST", Reports + "/{id}/withdrawal", "office-head"),
        new("GET", Published, "*"),
        new("GET", Published + "/{id}", "", Otherwise: 404, Anonymous: 404), // nothing of the ground is published
        new("GET", Published + "/{id}/report.docx", "", Otherwise: 404, Anonymous: 404),
        new("GET", Published + "/{id}/report.pdf", "", Otherwise: 404, Anonymous: 404),
        new("GET", Root + "/snapshots/{id}", "", Readers), // the id of the ground is that of a report,
    ];
}
