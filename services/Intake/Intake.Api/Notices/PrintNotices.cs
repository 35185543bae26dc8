using Microsoft.EntityFrameworkCore;
using Xinfang.Intake.Domain;
using Xinfang.Law;
using Xinfang.ServiceDefaults.Http;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.Intake.Api.Notices;

/// <summary>
/// 打印清单: PUT /notices/print-lists/{list}, with an id made by the client. Puts the letters that wait onto one list; again, the same list. That an
/// address was opened for it stands in the record of each petition.
/// </summary>
internal static class PrintNotices
{
    private const int Most = 50;

    public sealed record Response(Guid Id, int Letters, bool More);

    public static async Task<IResult> Handle(Guid list, CurrentCaller caller, IntakeDb db, LegalClock clock, CancellationToken ct)
    {
        if (await db.Notices.CountAsync(n => n.PrintList == list, ct) is > 0 and var known) return TypedResults.Ok(new Response(list, known, false));
        var waiting = await db.Notices.Where(n => n.State == NoticeState.Waiting && n.Way == NoticeWay.Post).OrderBy(n => n.Id).Take(Most + 1).ToListAsync(ct);
        if (waiting.Count == 0) return Refusals.NoticeNotToPrint.ToProblem();

        var now = clock.Now();
        var printed = 0;
        foreach (var notice in waiting.Take(Most))
        {
            var petition = (await db.Petitions.FindAsync([notice.PetitionId], ct))!;
            if (petition.Sealed)
            {
                notice.Withhold(now.At);
                continue;
            }
            if (notice.Print(list, caller.Account) is { } refusal) return refusal.ToProblem();
            await db.RecordAsync(petition, petition.Digest(), "PrintNotice", caller.Account, caller.Organ, now.At, NoticeCauses.Basis(notice.Cause), new { cause = notice.Cause }, ct);
            printed++;
        }
        await db.SaveChangesAsync(ct);
        return printed == 0 ? Refusals.NoticeNotToPrint.ToProblem() : TypedResults.Ok(new Response(list, printed, waiting.Count > Most));
    }
}
