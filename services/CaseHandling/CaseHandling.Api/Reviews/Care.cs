using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using Xinfang.CaseHandling.Domain;
using Xinfang.CaseHandling.Domain.Reviews;
using Xinfang.Law;
using Xinfang.ServiceDefaults.Http;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.CaseHandling.Api.Reviews;

/// <summary>终结后的帮扶: GET /petitions/{id}/care. Ended is null while no recheck has ended the petition.</summary>
internal static class ReadCare
{
    public sealed record MeasureView(CareKind Kind, string KindText, DateOnly On, string Note, string By);

    public sealed record Response(DateOnly? EndedOn, string? ContactPerson, string? ContactPhone, IReadOnlyList<MeasureView> Measures, string Basis);

    public static async Task<Results<Ok<Response>, ProblemHttpResult>> Handle(Guid id, CurrentCaller caller, CaseHandlingDb db, CancellationToken ct)
    {
        if (await db.OpenAsync(id, caller, ct) is not { } petition) return Problems.NotFound();
        var care = await db.OpenCareAsync(petition.Id, ct);
        return TypedResults.Ok(new Response(care?.EndedOn, care?.File.ContactPerson, care?.File.ContactPhone,
            [.. (care?.File.Measures ?? []).Select(each => new MeasureView(each.Kind, CareWords.Of(each.Kind), each.On, each.Note, each.By))], PetitionRegulations.CareAfterFinal.ToString()));
    }
}

/// <summary>确定联系人: POST /petitions/{id}/care/contact</summary>
internal static class NameCareContact
{
    public sealed record Request(
        [property: StringLength(50, ErrorMessage = "最多50个字。")] string? Person = null,
        [property: StringLength(30, ErrorMessage = "最多30个字。")] string? Phone = null);

    public sealed record Response(string ContactPerson);

    public static async Task<Results<Ok<Response>, ProblemHttpResult>> Handle(
        Guid id, Request request, CurrentCaller caller, CaseHandlingDb db, LegalClock clock, CancellationToken ct)
    {
        if (await db.OpenAsync(id, caller, ct) is not { } petition) return Problems.NotFound();
        if (CareAfterEnd.Refuses(caller.Actor(), petition.Organ) is { } notAllowed) return notAllowed.ToProblem();
        if (await db.OpenCareAsync(petition.Id, ct) is not { } care) return Caring.NotEnded.ToProblem();

        if (care.NameContact(caller.Actor(), request.Person ?? "", request.Phone ?? "").Refused(out var refusal, out var named)) return refusal.ToProblem();

        await db.RecordCareAsync(petition, "CareNameContact", caller.Actor(), clock.Now(), named, ct);
        await db.CommitAsync(ct);
        return TypedResults.Ok(new Response(care.File.ContactPerson!));
    }
}

/// <summary>记录疏导、走访、帮扶: POST /petitions/{id}/care/measures</summary>
internal static class GiveCare
{
    public sealed record Request(
        [property: Required(ErrorMessage = "请选做了什么。")] CareKind? Kind = null,
        [property: Required(ErrorMessage = "请写哪天。")] DateOnly? On = null,
        [property: StringLength(3000, ErrorMessage = "最多3000个字。")] string? Note = null);

    public sealed record Response(int Measures);

    public static async Task<Results<Ok<Response>, ProblemHttpResult>> Handle(
        Guid id, Request request, CurrentCaller caller, CaseHandlingDb db, LegalClock clock, CancellationToken ct)
    {
        if (await db.OpenAsync(id, caller, ct) is not { } petition) return Problems.NotFound();
        if (CareAfterEnd.Refuses(caller.Actor(), petition.Organ) is { } notAllowed) return notAllowed.ToProblem();
        if (await db.OpenCareAsync(petition.Id, ct) is not { } care) return Caring.NotEnded.ToProblem();
        var now = clock.Now();

        if (care.Give(caller.Actor(), request.Kind.GetValueOrDefault(), request.On.GetValueOrDefault(), request.Note ?? "", now).Refused(out var refusal, out var given)) return refusal.ToProblem();

        await db.RecordCareAsync(petition, "CareGive", caller.Actor(), now, given, ct);
        await db.CommitAsync(ct);
        return TypedResults.Ok(new Response(care.File.Measures.Count));
    }
}

internal static class Caring
{
    public static readonly Refusal NotEnded = new("care.not-ended", "这件事还没有复核终结，帮扶记在办理里。", PetitionRegulations.CareAfterFinal);
}
