using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using Xinfang.Law;
using Xinfang.ServiceDefaults.Http;
using Xinfang.ServiceDefaults.Persistence;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.Outreach.Api.Activities;

/// <summary>记录举办情况: POST /activities/{id}/holding. How many came and asked about what; nothing about who.</summary>
internal static class HoldActivity
{
    public sealed record Consulted(
        [property: Required(ErrorMessage = "请选咨询的内容。"), RegularExpression("^[0-9]{4,6}$", ErrorMessage = "没有这个内容分类。")] string Topic,
        [property: Range(1, 100_000, ErrorMessage = "人次在1到10万之间。")] int Count);

    public sealed record Request(
        DateOnly HeldOn,
        [property: Range(0, 1_000_000, ErrorMessage = "人数在0到100万之间。")] int Attendance,
        [property: Required(ErrorMessage = "请写活动情况。"), StringLength(2000, ErrorMessage = "最多2000个字。")] string Summary,
        [property: Range(0, 1_000_000, ErrorMessage = "人数在0到100万之间。")] int Useful = 0,
        [property: Range(0, 1_000_000, ErrorMessage = "人数在0到100万之间。")] int NotUseful = 0,
        [property: NoNulls, MaxLength(50, ErrorMessage = "太多了。")] IReadOnlyList<Consulted>? Consultations = null);

    public static async Task<Results<Ok<ActivityView>, ProblemHttpResult>> Handle(Guid id, Request request, CurrentCaller caller, OutreachDb db, LegalClock clock, CancellationToken ct)
    {
        var now = clock.Now();
        if (await db.ActivityAsync(id, ct) is not { } activity) return Readers.NotFound();
        if (!Years.Known(request.HeldOn.Year)) return Acting.Wrong("heldOn", "日期不对。");
        var topics = request.Consultations ?? [];
        if (topics.DistinctBy(each => each.Topic).Count() < topics.Count) return Acting.Wrong("consultations", "同一种内容只写一行。");
        var before = RecordChain.DigestOf(activity);
        if (activity.Hold(new(request.HeldOn, request.Attendance, request.Useful, request.NotUseful, request.Summary), caller, now.Date) is { } refusal) return refusal.ToProblem();

        db.AddRange(topics.Select(each => new ConsultationCount { ActivityId = id, Topic = each.Topic, Count = each.Count }));
        await db.NoteAsync(id, "HoldActivity", caller, now, OutreachLaw.EachOrganTeaches, request, before, activity, ct);
        await db.SaveChangesAsync(ct);
        return TypedResults.Ok(await ActivityView.OfAsync(db, activity, caller, ct));
    }
}
