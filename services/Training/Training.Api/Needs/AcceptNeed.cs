using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Xinfang.Contracts.Training.V1;
using Xinfang.Law;
using Xinfang.ServiceDefaults.Http;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.Training.Api.Needs;

/// <summary>定下怎么帮: POST /needs/{id}/acceptance. A person decides.</summary>
internal static class AcceptNeed
{
    public sealed record Request(
        NeedMeans Means,
        [property: StringLength(500, MinimumLength = 2, ErrorMessage = "请写怎么帮，2到500个字。")] string Note,
        [property: StringLength(80, ErrorMessage = "最多80个字。")] string? Mentor = null,
        Guid? Exam = null, Guid? Session = null);

    public static async Task<Results<Ok<NeedView>, ProblemHttpResult>> Handle(Guid id, Request request, CurrentCaller caller, TrainingDb db, LegalClock clock, CancellationToken ct)
    {
        if (!Enum.IsDefined(request.Means)) return Problems.Invalid(new Dictionary<string, string[]> { ["means"] = ["没有这种办法。"] });
        if (await db.Needs.SingleOrDefaultAsync(need => need.Id == id, ct) is not { } need) return Refusals.NotFound.ToProblem();
        var unknown = new Dictionary<string, string[]>();
        if (request.Exam is { } exam && !await db.Exams.AnyAsync(each => each.Id == exam, ct)) unknown["exam"] = ["没有这场考试。"];
        if (request.Session is { } session && !await db.Sessions.AnyAsync(each => each.Id == session, ct)) unknown["session"] = ["没有这场培训。"];
        if (unknown.Count > 0) return Problems.Invalid(unknown);
        var today = clock.Now().Date;
        if (need.Accept(new(request.Means, request.Mentor?.Trim(), request.Exam, request.Session, request.Note.Trim()), caller.Account, today) is { } refusal) return refusal.ToProblem();
        // Of one person nothing is told.
        if (request.Means is NeedMeans.Coaching && need.Account is null) db.Publish(id, new CoachingStarted { NeedId = id, Organ = need.Organ, Competency = Signals.Find(need.Signal)?.Competency ?? need.Signal, StartedOn = today });
        await db.SaveChangesAsync(ct);
        return TypedResults.Ok(NeedView.Of(need));
    }
}
