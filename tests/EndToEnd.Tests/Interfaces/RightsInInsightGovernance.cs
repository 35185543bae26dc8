namespace Xinfang.EndToEnd.Tests.Interfaces;

internal static class RightsInInsightGovernance
{
    private const string Root = "/api/insight/governance", Tasks = Root + "/tasks", Meetings = Root + "/meetings", Mechanisms = Root + "/mechanisms", Checks = Root + "/checks", Publishing = Root + "/publishing", Study = Root + "/study",
        Office = "office-head supervisor leader auditor", Keepers = "office-head supervisor", Conveners = "office-head leader", Everybody = "clerk outreach trainer office-head supervisor leader auditor holder.* other.*", NotTheirs = "clerk outreach trainer other.*";

    public static readonly Right[] Rows =
    [
        new("GET", Root + "/road-map", Everybody),
        new("GET", Root + "/measures", Office),
        new("GET", Root + "/evidence-book", Office),

        new("GET", Tasks, Everybody),
        new("GET", Tasks + "/{id}", $"{Office} holder.*", NotTheirs),
        new("PUT", Tasks + "/{id}", Keepers), // a leader makes instructions alone
        new("POST", Tasks + "/{id}/amendment", Keepers, NotTheirs),
        new("POST", Tasks + "/{id}/milestones", "officer head", NotTheirs),
        new("POST", Tasks + "/{id}/report", "officer head", NotTheirs),
        new("POST", Tasks + "/{id}/return", Keepers, NotTheirs),
        new("POST", Tasks + "/{id}/confirmation", Keepers, NotTheirs),
        new("POST", Tasks + "/{id}/urging", Conveners, NotTheirs),
        new("POST", Tasks + "/{id}/dropping", Keepers, NotTheirs),

        new("GET", Meetings, Office),
        new("GET", Meetings + "/{id}", Office),
        new("PUT", Meetings + "/{id}", Conveners),
        new("POST", Meetings + "/{id}/opinions", Keepers),
        new("POST", Meetings + "/{id}/holding", Conveners),
        new("POST", Meetings + "/{id}/cancellation", Conveners),

        new("GET", Mechanisms, Office),
        new("GET", Mechanisms + "/{id}", Office),
        new("PUT", Mechanisms + "/{id}", Keepers),
        new("POST", Mechanisms + "/{id}/evaluation", Keepers),

        new("GET", Checks, Office),
        new("GET", Checks + "/{id}", Office),
        new("PUT", Checks + "/{id}", Keepers),
        new("POST", Checks + "/{id}/rectification", Keepers),

        new("GET", Publishing, Office),
        new("GET", Publishing + "/{id}", Office),
        new("PUT", Publishing + "/{id}", Keepers),
        new("POST", Publishing + "/{id}/publication", Keepers),

        new("GET", Study, Office),
        new("PUT", Study + "/{id}", "leader"),
    ];
}
