namespace Xinfang.EndToEnd.Tests.Interfaces;

internal static class RightsInOutreach
{
    private const string Root = "/api/outreach", Duties = Root + "/duties", Campaigns = Root + "/campaigns", Activities = Root + "/activities", Tasks = Root + "/tasks", Recommendations = Root + "/recommendations", Guidance = Root + "/guidance",
        Library = Root + "/library", Texts = Root + "/texts", Sessions = Root + "/quiz-sessions", Screens = Root + "/screens", Screen = Root + "/screen/{key}",
        Writers = "outreach office-head", Organs = "holder.* other.*";

    public static readonly Right[] Rows =
    [
        new("GET", Root + "/catalogue", "*"),

        new("GET", Duties, $"teach.* {Organs}"),
        new("GET", Duties + "/completion", $"teach.* {Organs}"),
        new("GET", Duties + "/list.csv", $"teach.* {Organs}"),
        new("GET", Duties + "/{id}", "teach.* holder.*", "other.*"),
        new("PUT", Duties + "/{id}", "outreach"),
        new("POST", Duties + "/{id}/amendment", "outreach", "other.*"),
        new("POST", Duties + "/{id}/report", "officer head", "other.*"),
        new("POST", Duties + "/{id}/return", "outreach", "other.*"),
        new("POST", Duties + "/{id}/confirmation", "outreach", "other.*"),
        new("POST", Duties + "/{id}/dropping", "outreach", "other.*"),

        new("GET", Campaigns, "teach.*"),
        new("GET", Campaigns + "/{id}", "teach.*"),
        new("PUT", Campaigns + "/{id}", "outreach"),
        new("POST", Campaigns + "/{id}/adoption", "outreach"),
        new("POST", Campaigns + "/{id}/dropping", "outreach"),
        new("POST", Campaigns + "/{id}/closing", "outreach"),
        new("GET", Campaigns + "/{id}/effect", "teach.*"),

        new("GET", Activities, "teach.*"),
        new("GET", Activities + "/year", "teach.*"),
        new("GET", Activities + "/venues", "teach.*"),
        new("GET", Activities + "/{id}", "teach.*"),
        new("PUT", Activities + "/{id}", "outreach"),
        new("POST", Activities + "/{id}/amendment", "outreach"),
        new("POST", Activities + "/{id}/organisers", "outreach"),
        new("POST", Activities + "/{id}/organisers/{organ}/release", "outreach"),
        new("POST", Activities + "/{id}/materials", "outreach"),
        new("POST", Activities + "/{id}/holding", "outreach"),
        new("POST", Activities + "/{id}/closing", "outreach"),
        new("POST", Activities + "/{id}/cancellation", "outreach"),
        new("PUT", Activities + "/{id}/photos/{photo}", "outreach"),
        new("GET", Activities + "/{id}/photos/{photo}", "", "teach.*"), // the ground has no photograph
        new("GET", Activities + "/{id}/effect", "teach.*"),

        new("GET", Tasks, Organs),
        new("GET", Tasks + "/{id}", "holder.*", "other.*"),
        new("POST", Tasks + "/{id}/confirmation", "officer head", "other.*"),
        new("POST", Tasks + "/{id}/refusal", "officer head", "other.*"),
        new("POST", Tasks + "/{id}/completion", "officer head", "other.*"),

        new("GET", Recommendations, "teach.*"),
        new("POST", Recommendations + "/search", "outreach"),
        new("GET", Recommendations + "/{id}", "", "teach.*"), // the figures of the ground recommend nothing
        new("POST", Recommendations + "/{id}/adoption", "", "teach.*"),
        new("POST", Recommendations + "/{id}/dropping", "", "teach.*"),
        new("GET", Root + "/heat", "teach.*"),
        new("GET", Root + "/counselling", "teach.*"),
        new("GET", Root + "/measures", "teach.*"),
        new("GET", Guidance, "teach.*"),
        new("GET", Guidance + "/{id}", "teach.*"),
        new("PUT", Guidance + "/{id}", "outreach"),
        new("POST", Guidance + "/{id}/rectification", "outreach"),

        new("GET", Library, Writers),
        new("GET", Library + "/{id}", Writers),
        new("PUT", Library + "/{id}", Writers),
        new("GET", Library + "/{id}/versions/{number}", Writers),
        new("PUT", Library + "/{id}/draft", Writers),
        new("POST", Library + "/{id}/submission", Writers),
        new("POST", Library + "/{id}/check", Writers),
        new("POST", Library + "/{id}/return", Writers),
        new("POST", Library + "/{id}/release", Writers),
        new("POST", Library + "/{id}/withdrawal", Writers),
        new("GET", Library + "/{id}/versions/{number}/media", Writers),
        new("GET", Library + "/{id}/versions/{number}/slide.html", Writers),
        new("GET", Library + "/{id}/versions/{number}/{medium}.pdf", Writers),

        new("GET", Texts, "*"),
        new("GET", Texts + "/vocabulary", "*"),
        new("GET", Texts + "/{name}", "*"),
        new("GET", Texts + "/{name}/media", "*"),
        new("GET", Texts + "/{name}/slide.html", "*"),
        new("GET", Texts + "/{name}/{medium}.pdf", "*"),
        new("GET", Texts + "/{name}/quiz", "*"),
        new("PUT", Texts + "/{name}/quiz/sheets/{id}", "*"),

        new("GET", Sessions, Writers),
        new("PUT", Sessions + "/{code}", Writers),
        new("GET", Sessions + "/{code}/results", Writers),
        new("GET", Sessions + "/{code}/{phase}.svg", Writers),

        new("GET", Screens, Writers),
        new("POST", Screens + "/emergencies", Writers),
        new("POST", Screens + "/emergencies/{item}/end", Writers),
        new("PUT", Screens + "/{id}", Writers),
        new("GET", Screens + "/{id}", Writers),
        new("PUT", Screens + "/{id}/items/{item}", Writers),
        new("DELETE", Screens + "/{id}/items/{item}", "", Writers), // it can be taken off once
        new("GET", Screens + "/{id}/plays", Writers),
        new("GET", Screen + "/playlist", "*"),
        new("POST", Screen + "/plays", "*"),
    ];
}
