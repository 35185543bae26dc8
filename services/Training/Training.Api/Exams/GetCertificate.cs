using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Xinfang.Documents.Rendering;
using Xinfang.Law;
using Xinfang.ServiceDefaults.Http;
using Xinfang.ServiceDefaults.Organs;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.Training.Api.Exams;

/// <summary>合格证明: GET /sittings/{id}/certificate.pdf, of an attempt that was passed. The name is the token's and is kept nowhere.</summary>
internal static class GetCertificate
{
    public static async Task<Results<FileContentHttpResult, ProblemHttpResult>> Handle(Guid id, HttpResponse response, CurrentCaller caller, TrainingDb db, CertificateFonts fonts, CancellationToken ct)
    {
        if (await GetSitting.Mine(db, id, caller, ct) is not { } sitting) return Refusals.NotFound.ToProblem();
        if (sitting is not { Passed: true, HandedInAt: { } at }) return Refusals.NotPassed.ToProblem();
        if (fonts.Faces() is not { } faces) return CertificateFonts.Missing();
        var exam = await db.Exams.AsNoTracking().SingleAsync(each => each.Id == sitting.ExamId, ct);
        var paper = PaperOf(exam.Plan.Title, caller.Name, Organs.Find(caller.Organ)?.Name ?? "", sitting.Percent!.Value, Moment.DateIn(at), id);
        response.Headers.CacheControl = "no-store";
        return TypedResults.File(PdfFile.Of(paper, faces), PdfFile.ContentType, "certificate.pdf");
    }

    internal static Documents.Rendering.Paper PaperOf(string exam, string name, string organ, decimal percent, DateOnly on, Guid sitting) => new()
    {
        Layout = PaperLayout.Notice,
        Issuer = Organs.Find(Organs.Office)!.Name,
        Title = "培训考试合格证明",
        Paragraphs = [new($"{organ}{name}于{ChineseDates.WithYear(on)}参加“{exam}”，得{percent:0.#}分（百分制），成绩合格。"), new("特此证明。")],
        Date = on,
        Note = $"核对码：{sitting:N}",
    };
}

/// <summary>The faces of certificates, opened when the first is asked for.</summary>
internal sealed partial class CertificateFonts(ILogger<CertificateFonts> log) : IDisposable
{
    private SharedFonts? _shared;

    /// <summary>The faces; null when the machine has none.</summary>
    public PaperFonts? Faces() => LazyInitializer.EnsureInitialized(ref _shared, () => new(LogMissing)).Faces();

    public static ProblemHttpResult Missing() => Problems.Of("document.fonts-missing", "这台服务器没有装中文字体，暂时不能生成PDF。", StatusCodes.Status503ServiceUnavailable);

    public void Dispose() => _shared?.Dispose();

    [LoggerMessage(Level = LogLevel.Error, Message = "No certificate can be written: the fonts are missing")]
    private partial void LogMissing(Exception exception);
}
