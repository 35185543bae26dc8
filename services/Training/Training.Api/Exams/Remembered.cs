using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Caching.Memory;
using Xinfang.Training.Api.Bank;

namespace Xinfang.Training.Api.Exams;

/// <summary>What of an attempt never changes: whose it is, until when, and what is asked in which order.</summary>
internal sealed record Sheet(Guid Id, string Account, DateTimeOffset EndsAt, IReadOnlyList<Guid> Questions);

/// <summary>
/// Sheets and questions of attempts, kept in memory: what has been asked is replaced by versions and never changed, so nothing here grows old. An answer then costs
/// one statement. Whether the attempt still runs is no part of it and is asked of the database with every answer.
/// </summary>
internal sealed class Remembered : IDisposable
{
    private const int MostSheets = 5000, MostQuestions = 5000;

    private static readonly MemoryCacheEntryOptions One = new() { Size = 1, SlidingExpiration = TimeSpan.FromHours(1) };

    private readonly MemoryCache _sheets = new(new MemoryCacheOptions { SizeLimit = MostSheets }), _questions = new(new MemoryCacheOptions { SizeLimit = MostQuestions });

    public async Task<Sheet?> SheetAsync(TrainingDb db, Guid id, CancellationToken ct)
    {
        if (_sheets.TryGetValue(id, out Sheet? known)) return known;
        if (await db.Sittings.AsNoTracking().SingleOrDefaultAsync(sitting => sitting.Id == id, ct) is not { } found) return null;
        return _sheets.Set(id, new Sheet(id, found.Account, found.EndsAt, [.. found.Sheet.Items.Select(item => item.Question)]), One);
    }

    public async Task<IReadOnlyDictionary<Guid, Question>> QuestionsAsync(TrainingDb db, IReadOnlyList<Guid> ids, CancellationToken ct)
    {
        var known = new Dictionary<Guid, Question>();
        foreach (var id in ids)
            if (_questions.TryGetValue(id, out Question? question)) known[id] = question!;
        if (ids.Where(id => !known.ContainsKey(id)).ToList() is { Count: > 0 } missing)
            foreach (var question in await db.Questions.AsNoTracking().Where(question => missing.Contains(question.Id)).ToListAsync(ct)) known[question.Id] = _questions.Set(question.Id, question, One);
        return known;
    }

    public void Dispose()
    {
        _sheets.Dispose();
        _questions.Dispose();
    }
}
