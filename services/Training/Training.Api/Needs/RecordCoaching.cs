using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Xinfang.Law;
using Xinfang.ServiceDefaults.Http;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.Training.Api.Needs;

/// <summary>记一次手把手指导: PUT /needs/{id}/coaching/{entry}. Sent again it is entered once.</summary>
internal static class RecordCoaching
{
    /// <param name="Cases">How many cases were worked through; which ones, stays with those who did.</param>
    public sealed record Request(
        DateOnly On,
        [property: Range(0.5, 12, ErrorMessage = "一次0.5到12小时。")] decimal Hours,
        [property: Range(0, 100, ErrorMessage = "件数在0到100之间。")] int Cases,
        [property: StringLength(1000, MinimumLength = 2, ErrorMessage = "请写做了什么，2到1000个字。")] string Text);

    public sealed record Response(Guid Id, DateOnly On, decimal Hours);

    public static async Task<Results<Ok<Response>, ProblemHttpResult>> Handle(Guid id, Guid entry, Request request, CurrentCaller caller, TrainingDb db, LegalClock clock, CancellationToken ct)
    {
        var now = clock.Now();
        if (entry.Version != 7) return Problems.Invalid(new Dictionary<string, string[]> { ["entry"] = ["编号要是第7版UUID。"] });
        if (request.On > now.Date) return Problems.Invalid(new Dictionary<string, string[]> { ["on"] = ["日期还没有到。"] });
        if (await db.Needs.AsNoTracking().SingleOrDefaultAsync(need => need.Id == id, ct) is not { } need) return Refusals.NotFound.ToProblem();
        if (!caller.Trains() && need.Decision?.Mentor != caller.Account) return (need.Account is null ? need.Organ == caller.Organ : need.Account == caller.Account) ? NeedRefusals.NotMentor.ToProblem() : Refusals.NotFound.ToProblem();
        if (await db.Coaching.AsNoTracking().SingleOrDefaultAsync(each => each.Id == entry && each.NeedId == id, ct) is { } known) return TypedResults.Ok(new Response(known.Id, known.On, known.Hours));
        if (need.State is not NeedState.Accepted) return NeedRefusals.NotAccepted.ToProblem();

        db.Add(new CoachingEntry { Id = entry, NeedId = id, Organ = need.Organ, Mentor = caller.Account, On = request.On, Hours = request.Hours, Cases = request.Cases, Text = request.Text.Trim(), WrittenAt = now.At });
        await db.SaveChangesAsync(ct);
        return TypedResults.Ok(new Response(entry, request.On, request.Hours));
    }
}
