using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using Xinfang.CaseHandling.Domain.Supervising;
using Xinfang.Law;
using Xinfang.ServiceDefaults.Http;
using Xinfang.ServiceDefaults.Organs;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.CaseHandling.Api.Supervising.Conference;

/// <summary>记录会议: POST /supervision/meetings/{meeting}/minutes. Each decision becomes a task of the organ it names.</summary>
internal static class HoldMeeting
{
    public sealed record DecisionBody(
        int Point,
        [property: StringLength(1000, ErrorMessage = "最多1000个字。")] string Text,
        [property: StringLength(20, ErrorMessage = "没有这个单位。")] string Organ,
        DateOnly DueOn);

    public sealed record Request(
        [property: StringLength(5000, ErrorMessage = "最多5000个字。")] string? Minutes = null,
        [property: NoNulls, MaxLength(40, ErrorMessage = "最多40项决定。")] IReadOnlyList<DecisionBody>? Decisions = null);

    public static async Task<Results<Ok<MeetingView>, ProblemHttpResult>> Handle(
        Guid meeting, Request request, CurrentCaller caller, CaseHandlingDb db, LegalClock clock, CancellationToken ct)
    {
        if (await db.OpenFiledAsync(db.MeetingsFor(caller), meeting, ct) is not { } found) return Problems.NotFound();
        var (now, person) = (clock.Now(), caller.Person());
        List<Decision> decisions = [.. (request.Decisions ?? []).Select(each => new Decision(each.Point, each.Text, each.Organ, each.DueOn))];

        if (found.Hold(person, request.Minutes, decisions, code => Organs.Find(code) is not null, now).Refused(out var refusal, out _)) return refusal.ToProblem();

        foreach (var decision in found.File.Decisions)
        {
            var point = found.File.Agenda[decision.Point - 1];
            if (FollowUp.Set(FollowUpSource.Meeting, found.Id, decision.Text, decision.Organ, decision.DueOn, point.PetitionId, point.DisputeId, person, now).Refused(out refusal, out var task))
                return refusal.ToProblem();
            db.Add(task);
        }
        await db.CommitAsync(ct);
        return TypedResults.Ok(await MeetingView.OfAsync(found, db, caller, now, ct));
    }
}
