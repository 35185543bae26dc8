using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using Xinfang.CaseHandling.Domain.Supervising;
using Xinfang.Law;
using Xinfang.ServiceDefaults.Http;
using Xinfang.ServiceDefaults.Organs;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.CaseHandling.Api.Supervising.Conference;

/// <summary>召集联席会议 by the head of the office, which is the conference's own office: PUT /supervision/meetings/{meeting}.</summary>
internal static class CallMeeting
{
    /// <param name="PetitionId">The petition the point is about.</param>
    /// <param name="DisputeId">The jurisdiction dispute it decides (art. 24), by the id Intake gave it.</param>
    public sealed record Point([property: StringLength(1000, ErrorMessage = "最多1000个字。")] string Text, Guid? PetitionId = null, Guid? DisputeId = null);

    public sealed record Request(
        DateOnly On,
        [property: StringLength(200, ErrorMessage = "最多200个字。")] string Place,
        [property: StringLength(200, ErrorMessage = "最多200个字。")] string Chair,
        [property: MaxLength(20, ErrorMessage = "最多20项议题。")] IReadOnlyList<Point> Agenda,
        [property: MaxLength(60, ErrorMessage = "单位太多。")] IReadOnlyList<string> Organs);

    public static async Task<Results<Ok<MeetingView>, ProblemHttpResult>> Handle(
        Guid meeting, Request request, CurrentCaller caller, CaseHandlingDb db, LegalClock clock, CancellationToken ct)
    {
        var (now, person) = (clock.Now(), caller.Person());
        if (Meeting.Flow.Refuses(MeetingAct.Call, null, person.Capacity) is { } forbidden) return forbidden.ToProblem();
        if (meeting.Version != 7) return CreatedIds.Invalid();
        if (request.Agenda.Any(point => point is null) || request.Organs.Any(organ => organ is null)) return SupervisingRefusals.WithoutAgenda.ToProblem();
        if (await db.OpenFiledAsync(db.MeetingsFor(caller), meeting, ct) is { } known) return TypedResults.Ok(await MeetingView.OfAsync(known, db, caller, now, ct));
        foreach (var petition in request.Agenda.Select(point => point.PetitionId).OfType<Guid>())
            if (await db.OpenAsync(petition, caller, ct) is null) return Problems.NotFound(); // a sealed one is no point of any agenda

        if (Meeting.Call(meeting, request.On, request.Place, request.Chair, [.. request.Agenda.Select(point => new AgendaPoint(point.Text, point.PetitionId, point.DisputeId))],
            request.Organs, code => Organs.Find(code) is not null, person, now).Refused(out var refusal, out var called))
            return refusal.ToProblem();

        db.Add(called);
        await db.CommitAsync(ct);
        return TypedResults.Ok(await MeetingView.OfAsync(called, db, caller, now, ct));
    }
}
