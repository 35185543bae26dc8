using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Xinfang.Law;
using Xinfang.ServiceDefaults.Http;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.Insight.Api.Governance.Meetings;

/// <summary>召集会议: PUT /governance/meetings/{id}. The same id again answers what is there. A meeting that was held before may be entered afterwards.</summary>
internal static class CallMeeting
{
    public sealed record Request(
        MeetingKind Kind,
        [property: Required(ErrorMessage = "请写会议名称。"), StringLength(100, ErrorMessage = "最多100个字。")] string Title,
        DateOnly On,
        [property: Required(ErrorMessage = "请写地点。"), StringLength(100, ErrorMessage = "最多100个字。")] string Place,
        [property: Required(ErrorMessage = "请写主持人的职务。"), StringLength(50, ErrorMessage = "最多50个字。")] string Chair,
        [property: Required(ErrorMessage = "请选参会单位。"), MinLength(1, ErrorMessage = "至少选一个单位。"), MaxLength(60, ErrorMessage = "最多60个单位。"), NoNulls] IReadOnlyList<string>? Organs,
        [property: Required(ErrorMessage = "请写议题。"), MinLength(1, ErrorMessage = "至少写一个议题。"), MaxLength(MeetingFlow.MostPoints, ErrorMessage = "最多20个议题。"), NoNulls] IReadOnlyList<string>? Agenda);

    public static async Task<Results<Ok<MeetingView>, ProblemHttpResult>> Handle(Guid id, Request request, CurrentCaller caller, InsightDb db, LegalClock clock, CancellationToken ct)
    {
        var now = clock.Now();
        if (id.Version != 7) return Acting.NotVersion7();
        if (await db.Set<Meeting>().AsNoTracking().SingleOrDefaultAsync(each => each.Id == id, ct) is { } known) return TypedResults.Ok(MeetingView.Of(known, caller));
        if (!Enum.IsDefined(request.Kind)) return Acting.Wrong("kind", "没有这种会议，请从名单里选。");
        if (!Sane.Day(request.On)) return Acting.Wrong("on", "日期不对。");
        if (!request.Organs!.All(Shared.Known)) return Acting.Wrong("organs", "有的单位不在名单里。");
        if (request.Agenda!.Any(each => each.Trim().Length is 0 or > 200)) return Acting.Wrong("agenda", "每个议题写1到200个字。");
        if (Meeting.Call(id, new(request.Kind, request.Title, request.On, request.Place, request.Chair, request.Organs!, request.Agenda!), caller).Refused(out var refusal, out var called)) return refusal.ToProblem();

        db.Add(called);
        await db.NoteAsync(id, "CallMeeting", caller, now, called.Basis, request, null, called, ct);
        await db.SaveChangesAsync(ct);
        return TypedResults.Ok(MeetingView.Of(called, caller));
    }
}
