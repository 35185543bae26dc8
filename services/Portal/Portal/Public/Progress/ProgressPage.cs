using Microsoft.AspNetCore.Components;
using Xinfang.Portal.Api;
using Xinfang.Portal.Sessions;
using Xinfang.Portal.Shell;

namespace Xinfang.Portal.Public.Progress;

/// <summary>A page of a citizen's visit: asks with the ticket, and goes back to the three fields when the visit is over.</summary>
public abstract class ProgressPage : PortalPage
{
    [Inject] private IServiceProvider Services { get; set; } = null!;

    /// <summary>Intake.</summary>
    [Inject] protected IntakeClient Intake { get; set; } = null!;

    /// <summary>Intake's proof that the three fields matched.</summary>
    protected string Ticket { get; private set; } = "";

    /// <summary>What the progress page says; null while <see cref="Problem"/> is set or the visit is over.</summary>
    protected ProgressView? Progress { get; private set; }

    /// <summary>Why there is nothing to show.</summary>
    protected Problem? Problem { get; set; }

    private protected async Task Load()
    {
        if (!Open()) return;
        var answer = await Intake.Progress(Ticket, Gone);
        if (answer.Refused(out var problem, out var progress)) Refuse(problem);
        else Progress = progress;
    }

    /// <summary>Takes the ticket of the visit, or goes back to the form.</summary>
    private protected bool Open()
    {
        if (Services.GetRequiredService<Visit>().Ticket(Http) is { } ticket) { Ticket = ticket; return true; }
        Go(string.IsNullOrEmpty(Http.Request.Cookies[Cookies.Visit]) ? "/progress" : "/progress?over=1");
        return false;
    }

    private protected void Refuse(Problem problem)
    {
        if (problem.Unauthenticated || problem.NotFound) { Visit.End(Http); Go("/progress?over=1"); return; }
        Problem = problem;
        Status(problem.Status >= 500 ? 503 : problem.Status);
    }

    /// <summary>Where a paper is read.</summary>
    protected static string PaperLink(DocumentView paper) => $"/progress/documents/{paper?.Service ?? "intake"}/{paper?.Id}";

    /// <summary>The Portal's page of an act of the petitioner; null where there is none.</summary>
    protected static string? ActLink(ActView act) => act?.Act switch
    {
        "Rate" => "/progress/rate",
        "Supplement" => "/progress/add",
        "Chase" => "/progress/chase",
        "Message" => "/progress/message",
        "Withdraw" => "/progress/withdraw",
        "ComplainOfRetaliation" => "/progress/retaliation",
        "AskForCorrection" => "/progress/data",
        "Reopen" => "/progress/reopen",
        "RequestReview" or "RequestRecheck" => "/progress/review",
        _ => null,
    };
}
