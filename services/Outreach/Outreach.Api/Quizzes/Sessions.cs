using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Xinfang.Documents.Checks;
using Xinfang.Law;
using Xinfang.Outreach.Api.Library;
using Xinfang.ServiceDefaults.Http;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.Outreach.Api.Quizzes;

/// <summary>A session as the desk sees it.</summary>
internal sealed record SessionView(string Code, Guid MaterialId, string Title, string Place, Guid? ActivityId, DateOnly From, DateOnly Until);

/// <summary>开一场: PUT /quiz-sessions/{code}. The same again changes nothing.</summary>
internal static class OpenSession
{
    private static readonly Refusal Dates = new("quiz.dates", "最后一天不能早于第一天，一场最长一年。", Kind: RefusalKind.Invalid);
    private static readonly Refusal Taken = new("quiz.code-taken", "这个场次代码已经用过，请换一个。");
    private static readonly Refusal Code = new("quiz.code", "场次代码用4到16个小写字母、数字。", Kind: RefusalKind.Invalid);
    private static readonly Refusal NoQuestions = new("quiz.no-questions", "这份资料没有发布，或者没有题目，开不了测验。");

    public sealed record Request(
        Guid MaterialId,
        [property: Required(ErrorMessage = "请填写地点。"), StringLength(40, MinimumLength = 2, ErrorMessage = "地点2到40个字。")] string? Place,
        DateOnly From, DateOnly Until, Guid? ActivityId = null);

    public static async Task<Results<Ok<SessionView>, ProblemHttpResult>> Handle(string code, Request request, CurrentCaller caller, OutreachDb db, CancellationToken ct)
    {
        if (code.Length is < 4 or > 16 || code.Any(letter => letter is not ((>= 'a' and <= 'z') or (>= '0' and <= '9')))) return Code.ToProblem();
        if (request.Until < request.From || request.Until.DayNumber - request.From.DayNumber > 366) return Dates.ToProblem();
        if (Anonymity.Find(request.Place) is { Count: > 0 } found) return Library.Refusals.PersonalDataIn(found).ToProblem();
        if (await db.MaterialAsync(request.MaterialId, ct) is not { } material) return LibraryProblems.NotFound();
        if (material.PublicVersion?.Content.Questions is not { Count: > 0 }) return NoQuestions.ToProblem();
        if (await db.Set<QuizSession>().SingleOrDefaultAsync(each => each.Code == code, ct) is { } known)
            return known.MaterialId == request.MaterialId && known.Place == request.Place && known.From == request.From && known.Until == request.Until
                ? TypedResults.Ok(Of(known, material.Title)) : Taken.ToProblem();

        var session = new QuizSession { Code = code, MaterialId = material.Id, Place = request.Place!, ActivityId = request.ActivityId, From = request.From, Until = request.Until, OpenedBy = caller.Account };
        db.Add(session);
        await db.SaveChangesAsync(ct);
        return TypedResults.Ok(Of(session, material.Title));
    }

    public static SessionView Of(QuizSession session, string title) => new(session.Code, session.MaterialId, title, session.Place, session.ActivityId, session.From, session.Until);
}

/// <summary>GET /quiz-sessions?after=&amp;limit=, the newest first.</summary>
internal static class ListSessions
{
    private sealed record PageKey(DateOnly From, string Code);

    public static async Task<Results<Ok<Page<SessionView>>, ProblemHttpResult>> Handle(OutreachDb db, CancellationToken ct, string? after = null, int? limit = null)
    {
        if (!Cursor.TryRead<PageKey>(after, out var last)) return Cursor.Invalid();
        var sessions = db.Set<QuizSession>().AsNoTracking();
        if (last is not null) sessions = sessions.Where(session => EF.Functions.LessThan(ValueTuple.Create(session.From, session.Code), ValueTuple.Create(last.From, last.Code)));
        var take = Cursor.Limit(limit);
        var found = await sessions.OrderByDescending(session => session.From).ThenByDescending(session => session.Code).Take(take + 1).ToListAsync(ct);
        var page = Page<QuizSession>.Of(found, take, session => new PageKey(session.From, session.Code));
        var ids = page.Items.Select(session => session.MaterialId).Distinct().ToList();
        var titles = await db.Set<Material>().Where(material => ids.Contains(material.Id)).ToDictionaryAsync(material => material.Id, material => material.Title, ct);
        return TypedResults.Ok(new Page<SessionView>([.. page.Items.Select(session => OpenSession.Of(session, titles[session.MaterialId]))], page.Next));
    }
}

/// <summary>The QR code to hang up: GET /quiz-sessions/{code}/{Before or After}.svg</summary>
internal static class ReadSessionCode
{
    public static async Task<Results<ContentHttpResult, ProblemHttpResult>> Handle(string code, string phase, Media.PrintDesk desk, OutreachDb db, CancellationToken ct)
    {
        if (phase is not (nameof(QuizPhase.Before) or nameof(QuizPhase.After))) return QuizProblems.SessionClosed();
        var slug = await (from session in db.Set<QuizSession>() join material in db.Set<Material>() on session.MaterialId equals material.Id where session.Code == code select material.Slug).SingleOrDefaultAsync(ct);
        if (slug is null) return QuizProblems.SessionClosed();
        var address = $"{desk.Site}/law/{slug}/quiz?at={code}&phase={(phase is nameof(QuizPhase.Before) ? "before" : "after")}";
        return TypedResults.Content(Media.QrSvg.Of(address, "xmlns=\"http://www.w3.org/2000/svg\" width=\"600\" height=\"600\""), "image/svg+xml");
    }
}
