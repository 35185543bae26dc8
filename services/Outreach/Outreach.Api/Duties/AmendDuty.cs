using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using Xinfang.Law;
using Xinfang.ServiceDefaults.Http;
using Xinfang.ServiceDefaults.Persistence;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.Outreach.Api.Duties;

/// <summary>修改清单: POST /duties/{id}/amendment, with the version that was read (If-Match). A new term is reminded of anew.</summary>
internal static class AmendDuty
{
    public sealed record Request(
        [property: Required(ErrorMessage = "请写普法内容。"), StringLength(200, ErrorMessage = "最多200个字。")] string Item,
        [property: Required(ErrorMessage = "请写法律法规。"), StringLength(300, ErrorMessage = "最多300个字。")] string LegalText,
        [property: Required(ErrorMessage = "请写普法对象。"), StringLength(200, ErrorMessage = "最多200个字。")] string Audience,
        [property: Required(ErrorMessage = "请写工作措施。"), StringLength(1000, ErrorMessage = "最多1000个字。")] string Measures,
        [property: Required(ErrorMessage = "请写责任科室或者岗位。"), StringLength(100, ErrorMessage = "最多100个字。")] string Owner,
        DateOnly DueOn,
        [property: Required(ErrorMessage = "请写拿什么证明完成。"), StringLength(500, ErrorMessage = "最多500个字。")] string Evidence);

    public static async Task<Results<Ok<DutyView>, ProblemHttpResult>> Handle(
        Guid id, Request request, HttpRequest http, CurrentCaller caller, OutreachDb db, LegalClock clock, CancellationToken ct)
    {
        var now = clock.Now();
        if (await db.DutyAsync(id, caller, ct) is not { } item) return Readers.NotFound();
        if (item.Refuses(DutyAct.Amend, caller) is { } shut) return shut.ToProblem();
        if (ETags.Refuses(http, db.VersionOf(item)) is { } stale) return stale;
        var before = RecordChain.DigestOf(item);
        var terms = new DutyTerms(request.Item, request.LegalText, request.Audience, request.Measures, request.Owner, request.DueOn, request.Evidence);
        if (item.Amend(terms, caller) is { } refusal) return refusal.ToProblem();

        await db.NoteAsync(id, "AmendDuty", caller, now, OutreachLaw.EachOrganTeaches, terms, before, item, ct);
        db.Tell(item, now);
        await db.SaveChangesAsync(ct);
        return TypedResults.Ok(DutyView.Of(item, caller, now.Date));
    }
}
