using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Xinfang.CaseHandling.Api.Documents;
using Xinfang.CaseHandling.Domain;
using Xinfang.CaseHandling.Domain.Supervising;
using Xinfang.Documents.Rendering;
using Xinfang.Law;
using Xinfang.ServiceDefaults.Http;
using Xinfang.ServiceDefaults.Organs;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.CaseHandling.Api.Supervising;

/// <summary>
/// 督办函 (D-15) and 三项建议书 (D-16) as files: GET …/letter.docx and .pdf. Written anew from what was filed, which no later act changes, for whoever may
/// see the thing itself.
/// </summary>
internal static class LetterFiles
{
    public static async Task<Results<FileContentHttpResult, ProblemHttpResult>> SupervisionWord(Guid supervision, HttpResponse response, CurrentCaller caller, CaseHandlingDb db, CancellationToken ct) =>
        await SupervisionAsync(supervision, caller, db, ct) is { } paper ? Word(paper, response) : Problems.NotFound();

    public static async Task<Results<FileContentHttpResult, ProblemHttpResult>> SupervisionPdf(
        Guid supervision, HttpResponse response, CurrentCaller caller, CaseHandlingDb db, DocumentFonts fonts, CancellationToken ct) =>
        await SupervisionAsync(supervision, caller, db, ct) is { } paper ? Pdf(paper, response, fonts) : Problems.NotFound();

    public static async Task<Results<FileContentHttpResult, ProblemHttpResult>> ProposalWord(Guid proposal, HttpResponse response, CurrentCaller caller, CaseHandlingDb db, CancellationToken ct) =>
        await ProposalAsync(proposal, caller, db, ct) is { } paper ? Word(paper, response) : Problems.NotFound();

    public static async Task<Results<FileContentHttpResult, ProblemHttpResult>> ProposalPdf(
        Guid proposal, HttpResponse response, CurrentCaller caller, CaseHandlingDb db, DocumentFonts fonts, CancellationToken ct) =>
        await ProposalAsync(proposal, caller, db, ct) is { } paper ? Pdf(paper, response, fonts) : Problems.NotFound();

    /// <summary>The letter; null before it is sent.</summary>
    private static async Task<Paper?> SupervisionAsync(Guid id, CurrentCaller caller, CaseHandlingDb db, CancellationToken ct)
    {
        if (await db.OpenFiledAsync(db.SupervisionsFor(caller), id, ct) is not { OpenedOn: { } on } found) return null;
        var of = await db.Petitions.AsNoTracking().Where(petition => petition.Id == found.PetitionId)
            .Select(petition => new { petition.Number, petition.ReceivedOn, petition.AcceptedOn }).SingleAsync(ct);
        return new SupervisionLetterPaper(
            Letters.NameOf(Organs.Office), found.LetterNumber, Letters.NameOf(found.Organ), of.Number ?? "",
            $"{ChineseDates.WithYear(of.ReceivedOn)}收到{(of.AcceptedOn is { } accepted && accepted <= on ? $"，{ChineseDates.WithYear(accepted)}受理" : "")}。{FactOf(found)}。{Letters.Ended(found.File.Remark)}",
            $"{SupervisingWords.Of(found.Cause)}。依据：{PetitionRegulations.Supervision}。", [.. found.File.Demands.Select(Letters.Ended)],
            found.File.LetterDueOn ?? found.DueOn.GetValueOrDefault(), $"{Organs.Find(Organs.Office)!.ShortName}，{Organs.Find(Organs.Office)!.Phone}", on).Paper();
    }

    /// <summary>The proposal; unsigned, without number and date, a draft.</summary>
    private static async Task<Paper?> ProposalAsync(Guid id, CurrentCaller caller, CaseHandlingDb db, CancellationToken ct)
    {
        if (await db.OpenFiledAsync(db.ProposalsFor(caller), id, ct) is not { } found) return null;
        var number = await db.NumberOfAsync(found.PetitionId, ct);
        var paper = new ProposalPaper(
            Letters.NameOf(Organs.Office), found.Number, SupervisingWords.Of(found.Kind)[..^2], Letters.NameOf(found.Addressee),
            $"信访事项（编号：{number}）反映出以下问题：{Letters.Ended(found.File.Problem)}{(found.File.Consequences is { } consequences ? $"\n造成的后果：{Letters.Ended(consequences)}" : "")}",
            $"{PetitionRegulations.Proposals}。", Letters.Ended(found.File.Advice), found.DueOn, found.IssuedOn).Paper();
        return paper with { Mark = found.Status switch { ProposalStatus.Drafted => "草稿", ProposalStatus.Withdrawn => "没有发出", _ => null } };
    }

    private static string FactOf(Supervision found) => Supervisions.SupervisionView.TriggerOf(found);

    private static FileContentHttpResult Word(Paper paper, HttpResponse response) => File(WordFile.Of(paper), WordFile.ContentType, paper, "docx", response);

    private static Results<FileContentHttpResult, ProblemHttpResult> Pdf(Paper paper, HttpResponse response, DocumentFonts fonts) =>
        fonts.Faces() is { } faces ? File(PdfFile.Of(paper, faces), PdfFile.ContentType, paper, "pdf", response) : DocumentFonts.Missing();

    private static FileContentHttpResult File(byte[] bytes, string type, Paper paper, string format, HttpResponse response)
    {
        response.Headers.CacheControl = "no-store";
        return TypedResults.File(bytes, type, $"{paper.Title}.{format}");
    }
}
