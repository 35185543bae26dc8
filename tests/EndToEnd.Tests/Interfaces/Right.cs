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
        ["teach.*"] = ["outreach", "office-head", "supervisor", "leader", "auditor"],
        ["people.*"] = ["clerk", "office-head", "supervisor", "auditor", "outreach", "trainer", "leader", "admin", "security-admin", "officer", "checker", "head", "other.officer", "other.checker", "other.head"],
    };

    private const string Feed = "/api/feed";

    private static readonly Right[] Systems =
    [
        new("GET", Feed + "/events", "system other.system"),
        new("POST", Feed + "/acknowledgements", "system other.system"),
        new("GET", Feed + "/audience", "system other.system"),
        new("GET", Feed + "/asyncapi.yaml", "*"),
        new("GET", Feed + "/schemas/{name}", "*"),

        new("POST", "/account/unlocks", "security-admin"),
        new("GET", "/account/people", "admin security-admin auditor"),
        new("GET", "/account/people/{account}", "admin security-admin auditor"),
        new("PUT", "/account/people/{account}", "admin"),
        new("POST", "/account/people/{account}/invitation", "admin"),
        new("POST", "/account/people/{account}/departure", "admin"),
        new("POST", "/account/people/{account}/return", "admin"),
        new("POST", "/account/people/{account}/duties", "security-admin"),
        new("POST", "/account/people/{account}/second-factor/removal", "security-admin"),
        new("POST", "/account/people/{account}/sessions/end", "security-admin"),
        new("GET", "/account/events", "auditor"),
    ];

    /// <summary>In the order of the document.</summary>
    public static readonly IReadOnlyList<Right> Table = [.. RightsInIntake.Rows, .. RightsInCaseHandling.Rows, .. RightsInOutreach.Rows, .. RightsInTraining.Rows, .. RightsInInsight.Rows, .. RightsInInsightWarnings.Rows, .. RightsInInsightReports.Rows, .. RightsInInsightGovernance.Rows, .. Systems];

    /// <summary>docs/authorization.md</summary>
    public static string Describe()
    {
        var text = new StringBuilder("""
            # Who may do what

            Printed from one table (`tests/EndToEnd.Tests/Interfaces/Right*.cs`) and kept by a test that walks every endpoint of every service with every
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
