using Microsoft.EntityFrameworkCore;
using Xinfang.Intake.Api.Persistence;
using Xinfang.Law;
using Xinfang.ServiceDefaults.Http;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.Intake.Api.Learning;

/// <summary>换用版本: POST /recognition/{question}/use. The head goes back to an earlier version, to a later one, or to the lexicon (0). Until a newly learnt one is better again.</summary>
internal static class UseModel
{
    private static readonly Refusal UnknownQuestion = new("recognition.question", "没有这一种提示。", PetitionRegulations.Registration, RefusalKind.Invalid);
    private static readonly Refusal UnknownVersion = new("recognition.version", "没有这一版。", PetitionRegulations.Registration, RefusalKind.Invalid);
    private static readonly Refusal InUse = new("recognition.in-use", "正在用的就是这一版。", PetitionRegulations.Registration);

    public sealed record Request(int Version);

    public sealed record Response(Question Question, int Version, DateTimeOffset At);

    public static async Task<IResult> Handle(string question, Request request, CurrentCaller caller, IntakeDb db, LegalClock clock, CancellationToken ct)
    {
        if (!Enum.GetNames<Question>().Contains(question) || !Enum.TryParse<Question>(question, out var asked)) return UnknownQuestion.ToProblem();
        if (request.Version is not Models.Lexicon && !await db.RecognitionModels.AnyAsync(m => m.Question == asked && m.Version == request.Version, ct)) return UnknownVersion.ToProblem();
        if ((await Models.VersionsAsync(db, ct)).GetValueOrDefault(asked, Models.Lexicon) == request.Version) return InUse.ToProblem();

        var now = clock.Now();
        db.ModelUses.Add(new ModelUse { Question = asked, Version = request.Version, By = caller.Account, At = now.At });
        await db.SaveChangesAsync(ct);
        return TypedResults.Ok(new Response(asked, request.Version, now.At));
    }
}
