using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Xinfang.Law;
using Xinfang.Outreach.Api.Library;
using Xinfang.ServiceDefaults.Http;

namespace Xinfang.Outreach.Api.Quizzes;

/// <summary>
/// 交卷: PUT /texts/{name}/quiz/sheets/{id}, under an id (version 7) that came with the page. Only sums are kept; the same sheet counts once. Against floods: a
/// sheet handed in within three seconds of its making is answered and not counted, and a session takes no more than so many in an hour.
/// </summary>
internal static class AnswerQuiz
{
    /// <summary>Sheets that are counted for one session within an hour. 本区设定: more than any hall holds.</summary>
    public const int MostInAnHour = 600;

    private static readonly TimeSpan Quickest = TimeSpan.FromSeconds(3), Longest = TimeSpan.FromHours(6);

    /// <param name="Answers">Place of the answer chosen, for each question.</param>
    public sealed record Request(
        QuizPhase Phase,
        [property: Range(1, int.MaxValue)] int Version,
        [property: Required(ErrorMessage = "请回答每一道题。"), MinLength(1, ErrorMessage = "请回答每一道题。"), MaxLength(5, ErrorMessage = "最多5道题。")] IReadOnlyList<int>? Answers,
        [property: StringLength(16, ErrorMessage = "没有这一场。")] string? Session = null);

    public sealed record Told(string Text, int Chosen, int Right, string Answer, string Why);

    /// <param name="Counted">False when the sheet was counted before, or came too quickly.</param>
    public sealed record Response(int Right, int Asked, bool Counted, IReadOnlyList<Told> Questions);

    public static async Task<Results<Ok<Response>, ProblemHttpResult>> Handle(string name, Guid id, Request request, OutreachDb db, LegalClock clock, CancellationToken ct)
    {
        var now = clock.Now();
        if (await db.ShownAsync(name, now.Date, ct) is not var (material, current)) return QuizProblems.NoQuiz();
        var version = current.Number == request.Version ? current
            : await db.Set<MaterialVersion>().AsNoTracking().SingleOrDefaultAsync(each => each.MaterialId == material.Id && each.Number == request.Version && each.ReleasedAt != null, ct);
        if (version?.Content.Questions is not { Count: > 0 } questions) return QuizProblems.NoQuiz();
        if (request.Answers!.Count != questions.Count || request.Answers.Zip(questions).Any(pair => pair.First < 0 || pair.First >= pair.Second.Options!.Count))
            return Problems.Invalid(new Dictionary<string, string[]> { ["answers"] = ["请回答每一道题，从给出的选项里选。"] });
        var session = request.Session ?? "";
        if (session.Length > 0 && !await db.Set<QuizSession>().AnyAsync(each => each.Code == session && each.MaterialId == material.Id && each.From <= now.Date && each.Until >= now.Date, ct))
            return QuizProblems.SessionClosed();

        var right = questions.Select((question, i) => request.Answers[i] == question.Right).ToList();
        var counted = IsTimely(id, now.At) && await CountAsync(db, id, material.Id, version.Number, session, request.Phase, right, now.At, ct);
        return TypedResults.Ok(new Response(right.Count(each => each), right.Count, counted,
            [.. questions.Select((question, i) => new Told(question.Text!, request.Answers[i], question.Right, question.Options![question.Right], question.Why!))]));
    }

    // RFC 9562 §5.7: the first 48 bits of a version 7 id are its time in milliseconds.
    private static bool IsTimely(Guid id, DateTimeOffset now)
    {
        if (id.Version != 7) return false;
        Span<byte> bytes = stackalloc byte[16];
        id.TryWriteBytes(bytes, bigEndian: true, out _);
        var made = DateTimeOffset.FromUnixTimeMilliseconds((long)(System.Buffers.Binary.BinaryPrimitives.ReadUInt64BigEndian(bytes) >> 16));
        return now - made is var age && age >= Quickest && age <= Longest;
    }

    /// <summary>One statement per table, in one transaction: two replicas count side by side.</summary>
    private static async Task<bool> CountAsync(OutreachDb db, Guid sheet, Guid material, int version, string session, QuizPhase phase, List<bool> right, DateTimeOffset at, CancellationToken ct)
    {
        if (await db.Set<QuizSheet>().CountAsync(each => each.Session == session && each.At > at.AddHours(-1), ct) >= MostInAnHour) return false;
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        if (await db.Database.ExecuteSqlAsync($"insert into quiz_sheet (id, session, at) values ({sheet}, {session}, {at}) on conflict do nothing", ct) == 0) return false;
        foreach (var (question, good) in right.Select((good, i) => (i, good)).Prepend((-1, right.TrueForAll(each => each))))
            await db.Database.ExecuteSqlAsync($"""
                insert into quiz_count (material_id, version, session, phase, question, asked, "right") values ({material}, {version}, {session}, {phase.ToString()}, {question}, 1, {(good ? 1 : 0)})
                on conflict (material_id, version, session, phase, question) do update set asked = quiz_count.asked + 1, "right" = quiz_count."right" + excluded."right"
                """, ct);
        await db.Database.ExecuteSqlAsync($"delete from quiz_sheet where at < {at.AddDays(-1)}", ct);
        await transaction.CommitAsync(ct);
        return true;
    }
}
