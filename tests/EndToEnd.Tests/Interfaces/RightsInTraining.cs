namespace Xinfang.EndToEnd.Tests.Interfaces;

internal static class RightsInTraining
{
    private const string Root = "/api/training", Questions = Root + "/questions", Exams = Root + "/exams", Sittings = Root + "/sittings", Sessions = Root + "/sessions", Runs = Root + "/drill-runs", Needs = Root + "/needs",
        Trainers = "trainer office-head", Others = "clerk supervisor auditor outreach trainer office-head leader admin security-admin checker head other.*";

    public static readonly Right[] Rows =
    [
        new("GET", Root + "/catalogue", "*"),

        new("GET", Questions, Trainers),
        new("GET", Questions + "/counts", Trainers),
        new("POST", Questions + "/issue", Trainers),
        new("GET", Questions + "/{id}", Trainers),
        new("PUT", Questions + "/{id}", "trainer"),
        new("POST", Questions + "/{id}/review", Trainers),
        new("POST", Questions + "/{id}/retirement", Trainers),

        new("GET", Exams, Trainers),
        new("GET", Exams + "/{id}", Trainers),
        new("PUT", Exams + "/{id}", "trainer"),
        new("POST", Exams + "/{id}/opening", "trainer"),
        new("POST", Exams + "/{id}/cancellation", "trainer"),
        new("GET", Exams + "/{id}/to-mark", "trainer"),
        new("GET", Exams + "/{id}/results", Trainers),
        new("GET", Exams + "/{id}/items", Trainers),
        new("POST", Exams + "/{id}/sittings", "people.*"),
        new("GET", Sittings + "/{id}", "officer", Others),
        new("GET", Sittings + "/{id}/certificate.pdf", "officer", Others),
        new("PUT", Sittings + "/{id}/answers/{number}", "officer", Others),
        new("POST", Sittings + "/{id}/hand-in", "officer", Others),
        new("PUT", Sittings + "/{id}/marks/{number}", "trainer"),
        new("GET", Root + "/my/exams", "people.*"),

        new("GET", Sessions, "people.*"),
        new("GET", Sessions + "/{id}", "people.*"),
        new("PUT", Sessions + "/{id}", "trainer"),
        new("POST", Sessions + "/{id}/cancellation", "trainer"),
        new("PUT", Sessions + "/{id}/minutes", "trainer"),
        new("GET", Sessions + "/{id}/sign-in-code", "trainer"),
        new("POST", Sessions + "/{id}/attendance", "people.*"),
        new("POST", Sessions + "/{id}/evaluation", ""), // nobody signed in on the ground
        new("GET", Sessions + "/{id}/evaluation", Trainers),
        new("GET", Root + "/my/study", "people.*"),
        new("GET", Root + "/my/reminders", "people.*"),
        new("GET", Root + "/hours", Trainers),
        new("POST", Root + "/hours/imports", "trainer"),
        new("PUT", Root + "/trainees/{account}/rank", "trainer"),

        new("GET", Root + "/drills", "people.*"),
        new("POST", Root + "/drills/{script}/runs", "people.*"),
        new("GET", Runs + "/{id}", "officer", Others),
        new("PUT", Runs + "/{id}/steps/{number}", "officer", Others),
        new("POST", Runs + "/{id}/completion", "officer", Others),

        new("GET", Needs, "people.*"),
        new("GET", Needs + "/rates", Trainers),
        new("POST", Needs + "/search", Trainers),
        new("GET", Needs + "/{id}", "", "people.*"), // the figures of the ground show no need
        new("POST", Needs + "/{id}/acceptance", "", Trainers),
        new("POST", Needs + "/{id}/declination", "", Trainers),
        new("POST", Needs + "/{id}/closing", "", Trainers),
        new("PUT", Needs + "/{id}/coaching/{entry}", "", "people.*"),

        new("GET", Root + "/my/file", "people.*"),
        new("PUT", Root + "/my/file/objections/{id}", "people.*"),
        new("GET", Root + "/trainees/{account}/file", Trainers),
        new("GET", Root + "/objections", Trainers),
        new("POST", Root + "/objections/{id}/answer", Trainers),
        new("GET", Root + "/measures", Trainers + " leader"),
    ];
}
