using Microsoft.EntityFrameworkCore;
using Xinfang.Intake.Api.Persistence;
using Xinfang.Intake.Domain;
using Xinfang.Law;
using Xinfang.ServiceDefaults.Http;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.Intake.Api.Notices;

/// <summary>What a clerk does with one notice: load, decide, record, save, answer.</summary>
internal static class NoticeActs
{
    public static async Task<IResult> DoAsync(
        Guid id, CurrentCaller caller, IntakeDb db, PersonalData people, Moment now, string act, Func<Notice, Petition, Addressee, Refusal?> decide, Func<Notice, object> facts, CancellationToken ct)
    {
        if (await db.Notices.FindAsync([id], ct) is not { } notice || await db.Petitions.FindAsync([notice.PetitionId], ct) is not { } petition) return Refusals.NoticeUnknown.ToProblem();
        var addressee = Addressee.Decrypted(db.Entry(notice).Property<byte[]>(NoticeMapping.Addressee).CurrentValue, people, notice.PetitionId.Value);
        if (decide(notice, petition, addressee) is { } refusal) return refusal.ToProblem();
        await db.RecordAsync(petition, petition.Digest(), act, caller.Account, caller.Organ, now.At, NoticeCauses.Basis(notice.Cause), facts(notice), ct);
        await db.SaveChangesAsync(ct);
        return TypedResults.Ok((await NoticeView.OfAsync(db, [notice], people, ct))[0]);
    }
}

/// <summary>重发: POST /notices/{id}/retry</summary>
internal static class RetryNotice
{
    public static Task<IResult> Handle(Guid id, CurrentCaller caller, IntakeDb db, PersonalData people, LegalClock clock, CancellationToken ct)
    {
        var now = clock.Now();
        return NoticeActs.DoAsync(id, caller, db, people, now, "RetryNotice", (notice, _, _) => notice.Retry(caller.Account, now), notice => new { cause = notice.Cause }, ct);
    }
}

/// <summary>改为邮寄: POST /notices/{id}/letter</summary>
internal static class ChangeNoticeToPost
{
    public static Task<IResult> Handle(Guid id, CurrentCaller caller, IntakeDb db, PersonalData people, LegalClock clock, CancellationToken ct) =>
        NoticeActs.DoAsync(id, caller, db, people, clock.Now(), "ChangeNoticeToPost",
            (notice, petition, addressee) => notice.ChangeToPost(petition.Sealed, addressee.Address is not null, caller.Account), notice => new { cause = notice.Cause }, ct);
}

/// <summary>人工处理: POST /notices/{id}/resolution</summary>
internal static class ResolveNotice
{
    public sealed record Request(NoticeResolution Resolution, DateOnly On);

    public static Task<IResult> Handle(Guid id, Request request, CurrentCaller caller, IntakeDb db, PersonalData people, LegalClock clock, CancellationToken ct)
    {
        var now = clock.Now();
        return NoticeActs.DoAsync(id, caller, db, people, now, "ResolveNotice", (notice, _, _) => notice.Resolve(request.Resolution, request.On, caller.Account, now),
            notice => new { cause = notice.Cause, resolution = request.Resolution, on = request.On }, ct);
    }
}

/// <summary>送达回证: POST /notices/{id}/receipt, when it has come back, or the letter has.</summary>
internal static class ReceiveNotice
{
    public sealed record Request(DateOnly On, bool Returned = false);

    public static Task<IResult> Handle(Guid id, Request request, CurrentCaller caller, IntakeDb db, PersonalData people, LegalClock clock, CancellationToken ct)
    {
        var now = clock.Now();
        return NoticeActs.DoAsync(id, caller, db, people, now, "ReceiveNotice", (notice, _, _) => notice.Receive(request.Returned, request.On, caller.Account, now),
            notice => new { cause = notice.Cause, returned = request.Returned, on = request.On }, ct);
    }
}
