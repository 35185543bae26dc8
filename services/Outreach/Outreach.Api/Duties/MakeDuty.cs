using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Xinfang.Law;
using Xinfang.ServiceDefaults.Http;
using Xinfang.ServiceDefaults.Organs;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.Outreach.Api.Duties;

/// <summary>列入清单: PUT /duties/{id}. The same id again answers what is there.</summary>
internal static class MakeDuty
{
    public sealed record Request(
        [property: Required(ErrorMessage = "请选责任单位。"), StringLength(20, ErrorMessage = "没有这个单位。")] string Organ,
        [property: Range(Years.First, Years.Last, ErrorMessage = "年份不对。")] int Year,
        [property: Required(ErrorMessage = "请写普法内容。"), StringLength(200, ErrorMessage = "最多200个字。")] string Item,
        [property: Required(ErrorMessage = "请写法律法规。"), StringLength(300, ErrorMessage = "最多300个字。")] string LegalText,
        [property: Required(ErrorMessage = "请写普法对象。"), StringLength(200, ErrorMessage = "最多200个字。")] string Audience,
        [property: Required(ErrorMessage = "请写工作措施。"), StringLength(1000, ErrorMessage = "最多1000个字。")] string Measures,
        [property: Required(ErrorMessage = "请写责任科室或者岗位。"), StringLength(100, ErrorMessage = "最多100个字。")] string Owner,
        DateOnly DueOn,
        [property: Required(ErrorMessage = "请写拿什么证明完成。"), StringLength(500, ErrorMessage = "最多500个字。")] string Evidence);

    public static async Task<Results<Ok<DutyView>, ProblemHttpResult>> Handle(Guid id, Request request, CurrentCaller caller, OutreachDb db, LegalClock clock, CancellationToken ct)
    {
        var now = clock.Now();
        if (id.Version != 7) return Acting.NotVersion7();
        if (await db.Set<DutyItem>().AsNoTracking().SingleOrDefaultAsync(item => item.Id == id, ct) is { } known) return TypedResults.Ok(DutyView.Of(known, caller, now.Date));
        if (Organs.Find(request.Organ) is not { } organ || !Organs.OfDistrict.Contains(organ)) return Acting.Wrong("organ", "没有这个单位，请从名单里选。");
        var terms = new DutyTerms(request.Item, request.LegalText, request.Audience, request.Measures, request.Owner, request.DueOn, request.Evidence);
        if (DutyItem.Make(id, organ.Code, request.Year, terms).Refused(out var refusal, out var made)) return refusal.ToProblem();

        db.Add(made);
        await db.NoteAsync(id, "MakeDuty", caller, now, OutreachLaw.EachOrganTeaches, terms, null, made, ct);
        db.Tell(made, now);
        await db.SaveChangesAsync(ct);
        return TypedResults.Ok(DutyView.Of(made, caller, now.Date));
    }
}
