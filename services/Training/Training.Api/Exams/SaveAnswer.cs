using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Xinfang.Law;
using Xinfang.ServiceDefaults.Http;
using Xinfang.ServiceDefaults.Persistence;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.Training.Api.Exams;

/// <summary>
/// 保存一道题的答案: PUT /sittings/{id}/answers/{number}. What is answered here is on disk. The same answer sent again changes nothing; another one
/// on top of a revision that is no longer the last is refused, because a second window has answered meanwhile.
/// </summary>
internal static class SaveAnswer
{
    /// <param name="Revision">The revision that the window shows; 0 where there was no answer.</param>
    /// <param name="Keys">A, B … as on the sheet; all of them, in order, where steps are put in order.</param>
    public sealed record Request(
        [property: Range(0, 100000, ErrorMessage = "版本不对。")] int Revision,
        [property: MaxLength(8, ErrorMessage = "最多8个。"), NoNulls] IReadOnlyList<string>? Keys = null,
        DateOnly? Day = null,
        [property: StringLength(2000, ErrorMessage = "最多2000个字。")] string? Text = null);

    public sealed record Response(int Number, int Revision, DateTimeOffset SavedAt, int SecondsLeft);

    public static async Task<Results<Ok<Response>, ProblemHttpResult>> Handle(
        Guid id, int number, Request request, CurrentCaller caller, TrainingDb db, Remembered remembered, LegalClock clock, CancellationToken ct)
    {
        var now = clock.Now().At;
        if (await remembered.SheetAsync(db, id, ct) is not { } sheet || sheet.Account != caller.Account || number < 1 || number > sheet.Questions.Count) return Refusals.NotFound.ToProblem();

        var asked = sheet.Questions[number - 1];
        var question = (await remembered.QuestionsAsync(db, sheet.Questions, ct))[asked];
        var options = request.Keys is { } keys ? SittingView.OptionsOf(keys, Drawing.Options(question.Content.Options.Count, asked, id)) : null;
        var given = new Given(question.Kind is Bank.QuestionKind.Multiple ? options?.Order().ToList() : options, request.Day, request.Text?.Trim());
        if (options is null != request.Keys is null || !Marking.Fits(question.Kind, question.Content.Options.Count, given)) return Refusals.NoSuchAnswer.ToProblem();

        if (await WriteAsync(db, id, number, asked, given, request.Revision, now, ct) is { } revision)
            return TypedResults.Ok(new Response(number, revision, now, (int)Math.Ceiling((sheet.EndsAt - now).TotalSeconds)));

        // Not written: over, handed in, sent twice, or answered in another window.
        if ((await GetSitting.Mine(db, id, caller, ct))!.RefusesAnswers(now) is { } late) return late.ToProblem();
        var saved = await db.Answers.AsNoTracking().SingleOrDefaultAsync(answer => answer.SittingId == id && answer.Number == number, ct);
        return saved?.Given.Same(given) is true
            ? TypedResults.Ok(new Response(number, saved.Revision, saved.SavedAt, (int)Math.Ceiling((sheet.EndsAt - now).TotalSeconds)))
            : Refusals.ChangedInAnotherTab.ToProblem();
    }

    /// <summary>One statement: it holds the sitting for share, so that handing in waits for it or it sees that it was handed in.</summary>
    private static async Task<int?> WriteAsync(TrainingDb db, Guid sitting, int number, Guid question, Given given, int seen, DateTimeOffset now, CancellationToken ct)
    {
        var written = await db.Database.SqlQuery<int>($"""
            with running as (select id from sitting where id = {sitting} and handed_in_at is null and ends_at > {now} for share)
            insert into sitting_answer (sitting_id, number, question_id, given, revision, saved_at)
            select id, {number}, {question}, {JsonColumn.Write(given)}::jsonb, {seen + 1}, {now} from running
            where {seen} = 0 or exists (select from sitting_answer where sitting_id = {sitting} and number = {number})
            on conflict (sitting_id, number) do update set given = excluded.given, revision = excluded.revision, saved_at = excluded.saved_at
            where sitting_answer.revision = {seen}
            returning revision as "Value"
            """).ToListAsync(ct);
        return written.Count == 1 ? written[0] : null;
    }
}
