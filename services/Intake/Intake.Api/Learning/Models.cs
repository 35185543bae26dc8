using System.Collections.Concurrent;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Xinfang.Intake.Api.Persistence;
using Xinfang.Intake.Recognition.Categories;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.Intake.Api.Learning;

/// <summary>The versions in use, opened once and kept. Which are in use is asked of the database each time, so that all replicas answer alike.</summary>
internal sealed partial class Models(PersonalData people, ILogger<Models> log)
{
    /// <summary>The keyword lexicon.</summary>
    public const int Lexicon = 0;

    private readonly ConcurrentDictionary<Question, Opened> _opened = [];

    /// <summary>A version ready to be asked.</summary>
    /// <param name="Examples">How many decisions it learnt from.</param>
    public sealed record Opened(int Version, int Examples, Categorizer Categorizer);

    /// <summary>The version in use by question; what is missing is answered by the lexicon.</summary>
    public async Task<IReadOnlyDictionary<Question, Opened>> InUseAsync(IntakeDb db, CancellationToken ct)
    {
        Dictionary<Question, Opened> answer = [];
        foreach (var (question, version) in await VersionsAsync(db, ct))
            if (version is not Lexicon && await OpenAsync(db, question, version, ct) is { } opened) answer[question] = opened;
        return answer;
    }

    /// <summary>Which version is in use, by question.</summary>
    public static async Task<IReadOnlyDictionary<Question, int>> VersionsAsync(IntakeDb db, CancellationToken ct)
    {
        // The newest row of each of four questions, each by its index; a grouping would read all of them.
        var newest = Enum.GetValues<Question>().Select(question => db.ModelUses.Where(u => u.Question == question).OrderByDescending(u => u.Position).Take(1)).Aggregate((all, one) => all.Concat(one));
        return await newest.AsNoTracking().ToDictionaryAsync(u => u.Question, u => u.Version, ct);
    }

    public async Task<Opened?> OpenAsync(IntakeDb db, Question question, int version, CancellationToken ct)
    {
        if (_opened.TryGetValue(question, out var known) && known.Version == version) return known;
        if (await db.RecognitionModels.AsNoTracking().SingleOrDefaultAsync(m => m.Question == question && m.Version == version, ct) is not { } row) return null;
        try
        {
            return _opened[question] = new(version, row.Examples, Categorizer.Read(people.DecryptBytes(row.Content, row.Id)));
        }
        catch (Exception e) when (e is CryptographicException or InvalidDataException)
        {
            LogUnreadable(question, version, e); // the lexicon answers instead, and the office works on
            return null;
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Version {Version} of what was learnt for {Question} does not open")]
    private partial void LogUnreadable(Question question, int version, Exception exception);
}
