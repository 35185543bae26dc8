using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using Xinfang.CaseHandling.Domain.Supervising;
using Xinfang.Law;
using Xinfang.ServiceDefaults.Http;
using Xinfang.ServiceDefaults.Organs;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.CaseHandling.Api.Supervising.Conference;

/// <summary>采取措施 (art. 39 para. 3) by the joint conference, entered by the head of its office: PUT /supervision/measures/{measure}.</summary>
internal static class ImposeMeasure
{
    public sealed record Request(
        MeasureKind Kind,
        [property: StringLength(20, ErrorMessage = "没有这个单位。")] string Organ,
        DateOnly DueOn,
        [property: StringLength(2000, ErrorMessage = "最多2000个字。")] string? Reason = null,
        [property: StringLength(2000, ErrorMessage = "最多2000个字。")] string? Demand = null,
        Guid? MeetingId = null);

    public static async Task<Results<Ok<MeasureView>, ProblemHttpResult>> Handle(
        Guid measure, Request request, CurrentCaller caller, CaseHandlingDb db, LegalClock clock, CancellationToken ct)
    {
        var (now, person) = (clock.Now(), caller.Person());
        if (Measure.Flow.Refuses(MeasureAct.Impose, null, person.Capacity) is { } forbidden) return forbidden.ToProblem();
        if (measure.Version != 7) return CreatedIds.Invalid();
        if (await db.OpenFiledAsync(db.MeasuresFor(caller), measure, ct) is { } known) return TypedResults.Ok(await MeasureView.OfAsync(known, db, caller, now, ct));
        if (request.MeetingId is { } meeting && await db.OpenFiledAsync(db.MeetingsFor(caller), meeting, ct) is null) return Problems.NotFound();

        if (Measure.Impose(measure, request.Kind, request.Organ, request.MeetingId, request.Reason, request.Demand, request.DueOn, code => Organs.Find(code) is not null, person, now)
            .Refused(out var refusal, out var imposed))
            return refusal.ToProblem();

        db.Add(imposed);
        await db.CommitAsync(ct);
        return TypedResults.Ok(await MeasureView.OfAsync(imposed, db, caller, now, ct));
    }
}
