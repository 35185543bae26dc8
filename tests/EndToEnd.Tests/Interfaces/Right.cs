using System.Text;

namespace Xinfang.EndToEnd.Tests.Interfaces;

/// <summary>Who gets through at one endpoint. Names are those of <see cref="Rights.Columns"/>; *.x stands for several.</summary>
/// <param name="Path">From outside, with the placeholders of the service's own description.</param>
/// <param name="Allowed">Who gets past the door; state and content may still refuse (400, 409, 422).</param>
/// <param name="NotFound">For whom it does not exist (404).</param>
/// <param name="Otherwise">What everybody else who is signed in gets.</param>
/// <param name="Anonymous">What somebody without a token gets.</param>
/// <param name="AlsoDiscipline">The disciplinary organ gets through as well, whatever other organs get.</param>
/// <param name="Seen">Who sees it but lacks the duty (403), where others of their kind do not see it.</param>
internal sealed record Right(string Method, string Path, string Allowed, string NotFound = "", int Otherwise = 403, int Anonymous = 401, bool AlsoDiscipline = false, string Seen = "")
{
    /// <summary>What one account gets: as its column, and for the disciplinary organ what is its own.</summary>
    public int ForAccount(string account, string column) =>
        AlsoDiscipline && account.StartsWith($"{ServiceDefaults.Organs.Organs.Discipline}.", StringComparison.Ordinal) && For(column) == 404 ? 0 : For(column);

    /// <summary>0 stands for getting past the door.</summary>
    public int For(string column) => Names(Allowed).Contains(column) ? 0
        : Names(Seen).Contains(column) ? 403
        : Names(NotFound).Contains(column) ? 404
        : column is Rights.Nobody or Rights.Citizen ? Anonymous
        : column.StartsWith(Rights.Reviewer, StringComparison.Ordinal) ? For($"other.{column[Rights.Reviewer.Length..]}")
        : Otherwise;

    /// <summary>Refuses who is not signed in.</summary>
    public bool NeedsToken => For(Rights.Nobody) == 401 && For(Rights.Citizen) == 401;

    private static IEnumerable<string> Names(string text) => text.Split(' ', StringSplitOptions.RemoveEmptyEntries).SelectMany(name => Rights.Groups.TryGetValue(name, out var group) ? group : [name]);
}

/// <summary>
/// The one table of who may do what. docs/authorization.md is printed from it; a test walks every endpoint of every service with
/// every account, and fails for an endpoint that has no row here.
/// </summary>
internal static class Rights
{
    public const string Nobody = "anonymous", Citizen = "ticket";

    /// <summary>People of the body that reviews the opinion; where a row does not name them they are as those of any other organ.</summary>
    public const string Reviewer = "reviewer.";

    /// <summary>Everybody who is told apart: without a token, with the petition's ticket, the office, the organ that holds the petition, the body that reviews its opinion, any other organ, and systems.</summary>
    public static readonly string[] Columns =
    [
        Nobody, Citizen, "clerk", "office-head", "supervisor", "auditor", "outreach", "trainer", "leader", "admin", "security-admin",
        "officer", "checker", "head", "system", "reviewer.officer", "reviewer.checker", "reviewer.head",
        "other.officer", "other.checker", "other.head", "other.system", "source",
    ];

    public static readonly IReadOnlyDictionary<string, string[]> Groups = new Dictionary<string, string[]>
    {
        ["*"] = Columns,
        ["office.*"] = ["clerk", "office-head", "supervisor", "auditor"],
        ["holder.*"] = ["officer", "checker", "head"],
        ["reviewer.*"] = ["reviewer.officer", "reviewer.checker", "reviewer.head"],
        ["other.*"] = ["other.officer", "other.checker", "other.head"],
    };

    private const string Petitions = "/api/intake/petitions", Progress = "/api/intake/progress", Cases = "/api/case-handling/petitions", Reviews = "/api/case-handling/reviews", Quality = "/api/case-handling/quality", Feed = "/api/feed",
        Supervision = "/api/case-handling/supervision", Supervisors = "holder.* other.* office-head supervisor auditor leader";

    public static readonly IReadOnlyList<Right> Table =
    [
        new("POST", Petitions, "*"),
        new("PUT", Petitions + "/{id}", "clerk"),
        new("GET", Petitions, "office.*"),
        new("GET", Petitions + "/counts", "office.*"),
        new("POST", "/api/intake/search", "office.* holder.* other.* reviewer.*"),
        new("GET", Petitions + "/{id}", "office.*"),
        new("POST", Petitions + "/{id}/classification", "clerk"),
        new("POST", Petitions + "/{id}/forwarding", "clerk"),
        new("POST", Petitions + "/{id}/assignment", "clerk"),
        new("POST", Petitions + "/{id}/reply", "clerk"),
        new("POST", Petitions + "/{id}/link", "clerk"),
        new("GET", Petitions + "/{id}/candidates", "clerk"),
        new("GET", Petitions + "/{id}/candidates/{other}", "clerk"),
        new("POST", Petitions + "/{id}/repeats", "clerk"),
        new("POST", Petitions + "/{id}/repeats/{link}/undoing", "clerk"),
        new("POST", Petitions + "/{id}/diversion", "clerk"),
        new("POST", Petitions + "/{id}/escalations", "clerk office-head"),
        new("POST", Petitions + "/{id}/escalations/{number}/acknowledgements", "clerk office-head"),
        new("POST", Petitions + "/{id}/dispute", "clerk office-head"),
        new("POST", Petitions + "/{id}/dispute/outcome", "clerk office-head"),
        new("GET", "/api/intake/escalations", "office.*"),
        new("GET", "/api/intake/incidents", "office.*"),
        new("PUT", "/api/intake/incidents/{id}", "clerk"),
        new("POST", "/api/intake/incidents/{id}/responses", "", "clerk office-head"), // the ground has no incident of that id
        new("GET", "/api/intake/contents", "clerk office-head auditor"),
        new("POST", "/api/intake/contents", "office-head"),
        new("POST", "/api/intake/contents/{code}", "office-head"),
        new("GET", "/api/intake/recognition", "office-head auditor"),
        new("POST", "/api/intake/recognition/{question}/use", "office-head"),
        new("GET", "/api/intake/retaliation", "office-head", "officer head other.officer other.head", AlsoDiscipline: true),
        new("POST", "/api/intake/retaliation/{id}/measure", "", "office-head head other.head"), // nor a complaint
        new("GET", "/api/intake/transfers", "source"),
        new("PUT", "/api/intake/transfers/{number}", "source"),
        new("GET", "/api/intake/transfers/{number}", "", "source"), // the ground has handed nothing over
        new("POST", Petitions + "/forwarding", "clerk"),
        new("POST", Petitions + "/{id}/hold", "clerk"),
        new("POST", Petitions + "/{id}/hold/release", "clerk"),
        new("GET", "/api/intake/imports", "clerk"),
        new("GET", "/api/intake/imports/columns", "clerk"),
        new("GET", "/api/intake/imports/template.csv", "clerk"),
        new("GET", "/api/intake/imports/template.xlsx", "clerk"),
        new("PUT", "/api/intake/imports/{id}", "clerk"),
        new("GET", "/api/intake/imports/{id}", "", "clerk"), // the ground has no import of that id
        new("PUT", "/api/intake/imports/{id}/parts/{number}", "", "clerk"),
        new("POST", "/api/intake/imports/{id}/check", "", "clerk"),
        new("POST", "/api/intake/imports/{id}/start", "", "clerk"),
        new("POST", "/api/intake/imports/{id}/cancellation", "", "clerk"),
        new("GET", "/api/intake/imports/{id}/rows", "", "clerk"),
        new("GET", "/api/intake/imports/{id}/report.csv", "", "clerk"),
        new("GET", Petitions + "/{id}/messages", "holder.*", "other.*"),
        new("POST", Petitions + "/{id}/messages/{number}/reply", "officer", "other.officer"),
        new("GET", Petitions + "/{id}/dossier", "holder.* system", "other.* other.system"),
        new("GET", Petitions + "/{id}/documents/{document}", "clerk office-head auditor holder.* system", "other.* other.system"),
        new("GET", Petitions + "/{id}/documents/{document}.docx", "clerk office-head auditor holder.* system", "other.* other.system"),
        new("GET", Petitions + "/{id}/documents/{document}.pdf", "clerk office-head auditor holder.* system", "other.* other.system"),
        new("GET", Petitions + "/{id}/attachments/{attachment}", "", "clerk office-head auditor holder.* system other.* other.system"), // the ground has no file
        new("PUT", "/api/intake/uploads/{id}", "*"),
        new("GET", "/api/intake/uploads", "*"),
        new("DELETE", "/api/intake/uploads/{id}", "*"),
        new("GET", Petitions + "/{id}/evidence", "office.* holder.*", "other.*"),
        new("POST", Petitions + "/{id}/call-back", "clerk office-head"),
        new("GET", "/api/intake/call-backs", "office.*"),
        new("POST", Petitions + "/{id}/identity", "clerk office-head officer head", "other.officer other.head"),
        new("POST", Petitions + "/{id}/identity/openings", "clerk office-head officer head", "other.officer other.head"),
        new("GET", Petitions + "/{id}/identity/readings", "clerk office-head auditor officer head", "other.officer other.head"),
        new("GET", "/api/intake/identity-openings", "office-head head other.head"),
        new("POST", "/api/intake/identity-openings/{id}/decision", "", "office-head head other.head"), // nobody has asked
        new("GET", "/api/intake/identity-readings", "auditor"),
        new("GET", "/api/intake/notices", "clerk office-head auditor"),
        new("GET", "/api/intake/notices/counts", "clerk office-head auditor"),
        new("POST", "/api/intake/notices/{id}/retry", "", "clerk"), // the ground has no notice of that id
        new("POST", "/api/intake/notices/{id}/letter", "", "clerk"),
        new("POST", "/api/intake/notices/{id}/resolution", "", "clerk"),
        new("POST", "/api/intake/notices/{id}/receipt", "", "clerk"),
        new("PUT", "/api/intake/notices/print-lists/{list}", "clerk"),
        new("GET", "/api/intake/notices/print-lists/{list}", "", "clerk"), // nor a list
        new("POST", "/api/intake/notices/print-lists/{list}/posting", "", "clerk"),
        new("GET", Petitions + "/{id}/rating", "clerk office-head supervisor"),
        new("GET", Petitions + "/{id}/record/verification", "clerk office-head auditor"),
        new("GET", "/api/intake/catalogue", "*"),
        new("GET", "/api/intake/calculator", "*"),
        new("GET", "/api/intake/calculator/{term}", "*"),

        new("POST", Progress + "/tickets", "*"),
        new("GET", Progress, Citizen, Otherwise: 401),
        new("GET", Progress + "/addressee", Citizen, Otherwise: 401),
        new("GET", Progress + "/documents/{id}", Citizen, Otherwise: 401),
        new("GET", Progress + "/documents/{id}.docx", Citizen, Otherwise: 401),
        new("GET", Progress + "/documents/{id}.pdf", Citizen, Otherwise: 401),
        new("POST", Progress + "/rating", Citizen),
        new("POST", Progress + "/supplements", Citizen, Otherwise: 401),
        new("POST", Progress + "/withdrawal", Citizen, Otherwise: 401),
        new("POST", Progress + "/chases", Citizen, Otherwise: 401),
        new("GET", Progress + "/messages", Citizen, Otherwise: 401),
        new("POST", Progress + "/messages", Citizen, Otherwise: 401),
        new("GET", Progress + "/contact", Citizen, Otherwise: 401),
        new("POST", Progress + "/contact", Citizen, Otherwise: 401),
        new("POST", Progress + "/retaliation", Citizen, Otherwise: 401),

        new("GET", Cases, "holder.* other.* office-head supervisor auditor"),
        new("GET", Cases + "/counts", "holder.* other.* office-head supervisor auditor"),
        new("GET", Cases + "/{id}", "holder.* office-head supervisor auditor leader", "other.*"),
        new("GET", Cases + "/{id}/contestations", "office.*"),
        new("GET", Cases + "/{id}/record/verification", "holder.* office-head supervisor auditor", "other.*"),
        new("GET", Cases + "/{id}/documents/{documentId}", Citizen + " holder.* reviewer.* office-head supervisor auditor leader", Otherwise: 404),
        new("GET", Cases + "/{id}/documents/{documentId}.docx", Citizen + " holder.* reviewer.* office-head supervisor auditor leader", Otherwise: 404),
        new("GET", Cases + "/{id}/documents/{documentId}.pdf", Citizen + " holder.* reviewer.* office-head supervisor auditor leader", Otherwise: 404),
        new("GET", Cases + "/{id}/bundle", "holder.* office-head supervisor auditor", "other.*"),
        new("GET", Quality + "/defects", "checker head other.checker other.head office-head supervisor auditor"),
        new("GET", Quality + "/samples", "office-head supervisor auditor"),
        new("POST", Quality + "/samples/{documentId}", "office-head supervisor"),
        new("POST", Cases + "/{id}/claim", "officer", "other.*"),
        new("POST", Cases + "/{id}/recusal", "officer head", "other.*"),
        new("POST", Cases + "/{id}/contestation", "officer", "other.*"),
        new("POST", Cases + "/{id}/contestation/decision", "office-head", "other.*"),
        new("POST", Cases + "/{id}/acceptance", "officer", "other.*"),
        new("POST", Cases + "/{id}/declination", "officer", "other.*"),
        new("POST", Cases + "/{id}/statement", "officer", "other.*"),
        new("POST", Cases + "/{id}/extensions", "head", "other.*"),
        new("POST", Cases + "/{id}/extensions/service", "officer", "other.*"),
        new("GET", Cases + "/{id}/opinion", "holder.* office-head supervisor auditor", "other.*"),
        new("POST", Cases + "/{id}/opinion/draft", "officer", "other.*"),
        new("POST", Cases + "/{id}/opinion/check", "checker", "other.*"),
        new("POST", Cases + "/{id}/opinion/return", "checker head", "other.*"),
        new("POST", Cases + "/{id}/opinion/signature", "head", "other.*"),
        new("POST", Cases + "/{id}/opinion/withdrawal", "head", "other.*"),
        new("POST", Cases + "/{id}/service", "officer", "other.*"),
        new("POST", Cases + "/{id}/completion", "officer", "other.*"),
        new("POST", Cases + "/{id}/hand-over", "officer head", "other.*"),
        new("POST", Cases + "/{id}/concerned", "officer head", "other.*"),
        new("POST", Cases + "/{id}/contacts", "officer", "other.*"),
        new("POST", Cases + "/{id}/measures", "officer", "other.*"),
        new("POST", Cases + "/{id}/simple-procedure", "officer", "other.*"),
        new("POST", Cases + "/{id}/simple-procedure/end", "officer", "other.*"),
        new("POST", Cases + "/{id}/hearings", "head", "other.*"),
        new("POST", Cases + "/{id}/hearings/record", "officer head", "other.*"),
        new("POST", Cases + "/{id}/hearings/cancellation", "head", "other.*"),
        new("POST", Cases + "/{id}/mediation/consents", "officer", "other.*"),
        new("POST", Cases + "/{id}/mediation", "officer", "other.*"),
        new("POST", Cases + "/{id}/mediation/agreement", "officer", "other.*"),
        new("POST", Cases + "/{id}/mediation/failure", "officer", "other.*"),
        new("POST", Cases + "/{id}/enforcement/plan", "officer", "other.*"),
        new("POST", Cases + "/{id}/enforcement", "officer", "other.*"),
        new("POST", Cases + "/{id}/enforcement/refusal", "officer head", "other.*"),
        new("POST", Cases + "/{id}/answer", "officer", "other.*"),
        new("POST", Cases + "/{id}/termination", "head", "other.*"),
        new("POST", Cases + "/{id}/accusation/reception", "officer", "other.*"),
        new("POST", Cases + "/{id}/accusation/verification", "officer", "other.*"),
        new("POST", Cases + "/{id}/accusation/transfer", "officer head", "other.*"),
        new("POST", Cases + "/{id}/accusation/organisation", "officer head", "other.*"),
        new("POST", Cases + "/{id}/accusation/result", "officer", "other.*"),
        new("POST", Cases + "/{id}/reopening", Citizen, Otherwise: 401),
        new("POST", Cases + "/{id}/news", "officer", "other.*"),
        new("GET", "/api/case-handling/replies", "*"),
        new("GET", "/api/case-handling/replies/{id}", "", Otherwise: 404, Anonymous: 404),
        new("GET", Cases + "/{id}/publication", "holder.* office-head supervisor auditor", "other.*"),
        new("POST", Cases + "/{id}/publication", "officer", "other.*"),
        new("POST", Cases + "/{id}/publication/release", "checker head", "other.*"),
        new("POST", Cases + "/{id}/publication/withdrawal", "holder.*", "other.*"),
        new("POST", Cases + "/{id}/bar", "head", "other.*"),
        new("POST", Cases + "/{id}/earlier", "officer", "other.*"),
        new("GET", Cases + "/{id}/reviews", Citizen, Otherwise: 401),
        new("POST", Cases + "/{id}/reviews", Citizen, Otherwise: 401),
        new("GET", Cases + "/{id}/care", "holder.* office-head supervisor auditor", "other.*"),
        new("POST", Cases + "/{id}/care/contact", "officer head", "other.*"),
        new("POST", Cases + "/{id}/care/measures", "officer head", "other.*"),

        new("GET", Reviews, "holder.* other.* reviewer.* office-head supervisor auditor"),
        new("GET", Reviews + "/counts", "holder.* other.* reviewer.* office-head supervisor auditor"),
        new("GET", Reviews + "/{id}", "holder.* reviewer.* office-head supervisor auditor", "other.*"),
        new("PUT", Reviews + "/{id}", "reviewer.officer", "officer other.officer"),
        new("POST", Reviews + "/{id}/claim", "reviewer.officer", "other.*", Seen: "reviewer.*"),
        new("POST", Reviews + "/{id}/recusal", "reviewer.officer reviewer.head", "other.*", Seen: "reviewer.*"),
        new("POST", Reviews + "/{id}/acceptance", "reviewer.officer", "other.*", Seen: "reviewer.*"),
        new("POST", Reviews + "/{id}/rejection", "reviewer.officer", "other.*", Seen: "reviewer.*"),
        new("POST", Reviews + "/{id}/hearings", "reviewer.officer", "other.*", Seen: "reviewer.*"),
        new("POST", Reviews + "/{id}/proposal", "reviewer.officer", "other.*", Seen: "reviewer.*"),
        new("POST", Reviews + "/{id}/decision", "reviewer.head", "other.*", Seen: "reviewer.*"),
        new("POST", Reviews + "/{id}/service", "reviewer.officer", "other.*", Seen: "reviewer.*"),

        new("GET", Supervision + "/counts", Supervisors),
        new("GET", Supervision + "/petitions/{id}", "holder.* office-head supervisor auditor leader", "other.*"),
        new("GET", Supervision + "/supervisions", Supervisors),
        new("GET", Supervision + "/supervisions/{supervision}", "holder.* office-head supervisor auditor", "other.* leader"),
        new("GET", Supervision + "/supervisions/{supervision}/letter.docx", "holder.* office-head supervisor auditor", "other.* leader"),
        new("GET", Supervision + "/supervisions/{supervision}/letter.pdf", "holder.* office-head supervisor auditor", "other.* leader"),
        new("PUT", Supervision + "/supervisions/{supervision}", "supervisor"),
        new("POST", Supervision + "/supervisions/{supervision}/dismissal", "supervisor", "other.* leader"),
        new("POST", Supervision + "/supervisions/{supervision}/letter", "supervisor", "other.* leader"),
        new("POST", Supervision + "/supervisions/{supervision}/answer", "officer head", "other.* leader"),
        new("POST", Supervision + "/supervisions/{supervision}/pressing", "supervisor", "other.* leader"),
        new("POST", Supervision + "/supervisions/{supervision}/closure", "supervisor", "other.* leader"),
        new("GET", Supervision + "/violations", Supervisors),
        new("GET", Supervision + "/violations/codes", Supervisors),
        new("GET", Supervision + "/violations/{violation}", "holder.* office-head supervisor auditor", "other.* leader"),
        new("PUT", Supervision + "/violations/{violation}", "supervisor"),
        new("POST", Supervision + "/violations/{violation}/correction", "office-head", "other.* leader"),
        new("POST", Supervision + "/violations/{violation}/withdrawal", "office-head", "other.* leader"),
        new("GET", Supervision + "/proposals", Supervisors),
        new("GET", Supervision + "/proposals/{proposal}", "holder.* office-head supervisor auditor", "other.* leader"),
        new("GET", Supervision + "/proposals/{proposal}/letter.docx", "holder.* office-head supervisor auditor", "other.* leader"),
        new("GET", Supervision + "/proposals/{proposal}/letter.pdf", "holder.* office-head supervisor auditor", "other.* leader"),
        new("PUT", Supervision + "/proposals/{proposal}", "supervisor"),
        new("POST", Supervision + "/proposals/{proposal}/signature", "office-head", "other.* leader"),
        new("POST", Supervision + "/proposals/{proposal}/withdrawal", "supervisor office-head", "other.* leader"),
        new("POST", Supervision + "/proposals/{proposal}/feedback", "officer head supervisor", "other.* leader"),
        new("GET", Supervision + "/meetings", Supervisors),
        new("GET", Supervision + "/meetings/{meeting}", "holder.* office-head supervisor auditor leader", "other.*"),
        new("PUT", Supervision + "/meetings/{meeting}", "office-head"),
        new("POST", Supervision + "/meetings/{meeting}/minutes", "office-head", "other.*"),
        new("POST", Supervision + "/meetings/{meeting}/cancellation", "office-head", "other.*"),
        new("GET", Supervision + "/tasks", Supervisors),
        new("GET", Supervision + "/tasks/{task}", "holder.* office-head supervisor auditor leader", "other.*"),
        new("POST", Supervision + "/tasks/{task}/report", "officer head", "other.*"),
        new("POST", Supervision + "/tasks/{task}/return", "supervisor office-head", "other.*"),
        new("POST", Supervision + "/tasks/{task}/confirmation", "supervisor office-head", "other.*"),
        new("GET", Supervision + "/measures", Supervisors),
        new("GET", Supervision + "/measures/{measure}", "holder.* office-head supervisor auditor leader", "other.*"),
        new("PUT", Supervision + "/measures/{measure}", "office-head"),
        new("POST", Supervision + "/measures/{measure}/report", "officer head", "other.*"),
        new("POST", Supervision + "/measures/{measure}/return", "office-head", "other.*"),
        new("POST", Supervision + "/measures/{measure}/lifting", "office-head", "other.*"),
        new("GET", Supervision + "/packages", Supervisors),
        new("GET", Supervision + "/packages/{package}", "office-head supervisor auditor leader", "holder.* other.*"),
        new("PUT", Supervision + "/packages/{package}", "office-head"),
        new("POST", Supervision + "/packages/{package}/plan", "leader", "holder.* other.*"),
        new("POST", Supervision + "/packages/{package}/visits", "leader", "holder.* other.*"),
        new("POST", Supervision + "/packages/{package}/result", "leader", "holder.* other.*"),
        new("POST", Supervision + "/packages/{package}/return", "office-head", "holder.* other.*"),
        new("POST", Supervision + "/packages/{package}/closure", "office-head", "holder.* other.*"),
        new("GET", Supervision + "/reception-days", Supervisors),
        new("GET", Supervision + "/reception-days/notice", "*"),
        new("GET", Supervision + "/reception-days/frequency", Supervisors),
        new("GET", Supervision + "/reception-days/{day}", "holder.* office-head supervisor auditor leader", "other.*"),
        new("PUT", Supervision + "/reception-days/{day}", "supervisor office-head"),
        new("POST", Supervision + "/reception-days/{day}/publication", "office-head", "other.*"),
        new("POST", Supervision + "/reception-days/{day}/appointments", Citizen + " supervisor office-head"),
        new("POST", Supervision + "/reception-days/{day}/minutes", "leader office-head supervisor", "other.*"),
        new("POST", Supervision + "/reception-days/{day}/cancellation", "office-head", "other.*"),

        new("GET", Feed + "/events", "system other.system"),
        new("POST", Feed + "/acknowledgements", "system other.system"),
        new("GET", Feed + "/audience", "system other.system"),
        new("GET", Feed + "/asyncapi.yaml", "*"),
        new("GET", Feed + "/schemas/{name}", "*"),

        new("POST", "/account/unlocks", "security-admin"),
    ];

    /// <summary>docs/authorization.md</summary>
    public static string Describe()
    {
        var text = new StringBuilder("""
            # Who may do what

            Printed from one table (`tests/EndToEnd.Tests/Interfaces/Right.cs`) and kept by a test that walks every endpoint of every service with every
            seeded account; an endpoint without a row fails it.

            ✓ means past the door: state, date and content may still refuse, with 400, 409, 412 or 422 and the article. 401: not signed in, or no ticket.
            403: may see it, but this act belongs to another duty. 404: does not exist for this caller, in the same words as what does not exist at all.

            Columns, in this order: nobody signed in; the petitioner with the ticket of the petition (number, query code, last four); the accounts of the
            petition office; officer, checker, head and system of the organ that holds the petition; people of the body
            that reviews its opinion; officer, checker, head and system of any other organ; the system of a body that hands petitions over.


            """.ReplaceLineEndings("\n"));
        text.Append("| endpoint |").AppendJoin("", Columns.Select(column => $" {column} |")).Append("\n|---|").Insert(text.Length, "---|", Columns.Length).Append('\n');
        foreach (var right in Table)
            text.Append(System.Globalization.CultureInfo.InvariantCulture, $"| `{right.Method} {right.Path}` |").AppendJoin("", Columns.Select(column => $" {(right.For(column) is 0 ? "✓" : right.For(column))} |")).Append('\n');
        return text.ToString();
    }
}
