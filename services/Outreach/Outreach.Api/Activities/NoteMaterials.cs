using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Xinfang.Law;
using Xinfang.Outreach.Api.Catalogue;
using Xinfang.ServiceDefaults.Http;
using Xinfang.ServiceDefaults.Persistence;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.Outreach.Api.Activities;

/// <summary>登记发放资料: POST /activities/{id}/materials, the whole list each time, so that a repeat changes nothing.</summary>
internal static class NoteMaterials
{
    public sealed record Line(
        [property: Required(ErrorMessage = "请选种类。"), StringLength(20, ErrorMessage = "没有这一种。")] string Kind,
        [property: Range(0, 1_000_000, ErrorMessage = "数量在0到100万之间。")] int Issued,
        [property: Range(0, 1_000_000, ErrorMessage = "数量在0到100万之间。")] int Returned = 0);

    public sealed record Request([property: NoNulls, MaxLength(20, ErrorMessage = "太多了。")] IReadOnlyList<Line> Lines);

    public static async Task<Results<Ok<ActivityView>, ProblemHttpResult>> Handle(Guid id, Request request, CurrentCaller caller, OutreachDb db, LegalClock clock, CancellationToken ct)
    {
        if (await db.ActivityAsync(id, ct) is not { } activity) return Readers.NotFound();
        if (activity.Refuses(ActivityAct.NoteMaterials, caller) is { } shut) return shut.ToProblem();
        if (Wrong(request.Lines) is { } wrong) return wrong;

        db.RemoveRange(await db.Set<MaterialIssue>().Where(each => each.ActivityId == id).ToListAsync(ct));
        // A row that is there and one of the same key cannot be followed at once.
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        await db.SaveChangesAsync(ct);
        db.AddRange(request.Lines.Where(line => line.Issued > 0).Select(line => new MaterialIssue { ActivityId = id, Kind = line.Kind, Issued = line.Issued, Returned = line.Returned }));
        await db.NoteAsync(id, "NoteMaterials", caller, clock.Now(), OutreachLaw.EachOrganTeaches, request, RecordChain.DigestOf(activity), activity, ct);
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return TypedResults.Ok(await ActivityView.OfAsync(db, activity, caller, ct));
    }

    private static ProblemHttpResult? Wrong(IReadOnlyList<Line> lines) =>
        !lines.All(line => MaterialKinds.Knows(line.Kind)) ? Acting.Wrong("lines", "没有这一种资料，请从名单里选。")
        : lines.DistinctBy(line => line.Kind).Count() < lines.Count ? Acting.Wrong("lines", "同一种资料只写一行。")
        : lines.Any(line => line.Returned > line.Issued) ? Acting.Wrong("lines", "收回的不能比发出的多。")
        : null;
}
