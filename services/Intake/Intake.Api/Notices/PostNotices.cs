using Microsoft.EntityFrameworkCore;
using Xinfang.Intake.Domain;
using Xinfang.Law;
using Xinfang.ServiceDefaults.Http;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.Intake.Api.Notices;

/// <summary>寄出: POST /notices/print-lists/{list}/posting, with the number of each registered letter. What is not named stays on the list.</summary>
internal static class PostNotices
{
    /// <param name="RegisteredMail">Null for an ordinary letter.</param>
    public sealed record Item(Guid Id, string? RegisteredMail = null);

    public sealed record Request(DateOnly On, IReadOnlyList<Item> Letters);

    public sealed record Response(int Posted, int Left);

    public static async Task<IResult> Handle(Guid list, Request request, CurrentCaller caller, IntakeDb db, LegalClock clock, CancellationToken ct)
    {
        var now = clock.Now();
        var notices = await db.Notices.Where(n => n.PrintList == list).ToDictionaryAsync(n => n.Id, ct);
        if (notices.Count == 0 || request.Letters.Any(letter => letter is null || !notices.ContainsKey(letter.Id))) return Refusals.NoticeUnknown.ToProblem();
        if (request.Letters.Count == 0) return Refusals.NoticeNotToPrint.ToProblem();

        foreach (var letter in request.Letters)
        {
            var notice = notices[letter.Id];
            if (notice.Post(letter.RegisteredMail, request.On, caller.Account, now) is { } refusal) return refusal.ToProblem();
            var petition = (await db.Petitions.FindAsync([notice.PetitionId], ct))!;
            await db.RecordAsync(petition, petition.Digest(), "PostNotice", caller.Account, caller.Organ, now.At, NoticeCauses.Basis(notice.Cause),
                new { cause = notice.Cause, on = request.On, registeredMail = notice.RegisteredMail }, ct);
        }
        await db.SaveChangesAsync(ct);
        return TypedResults.Ok(new Response(request.Letters.Count, notices.Values.Count(notice => notice.State is NoticeState.Printed)));
    }
}
