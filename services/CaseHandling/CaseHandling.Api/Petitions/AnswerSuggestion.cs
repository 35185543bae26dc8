using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using Xinfang.CaseHandling.Api.Documents;
using Xinfang.CaseHandling.Domain;
using Xinfang.Contracts.CaseHandling.V1;
using Xinfang.Law;
using Xinfang.ServiceDefaults.Http;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.CaseHandling.Api.Petitions;

/// <summary>答复建议: POST /petitions/{id}/answer. Adopted, in part, not, or noted, with the reply, the reason and the measure (art. 29); issues 建议答复书.</summary>
internal static class AnswerSuggestion
{
    public sealed record Request(
        SuggestionOutcome? Adoption = null,
        [property: StringLength(10000, ErrorMessage = "最多10000个字。")] string? Reply = null,
        bool Reward = false,
        [property: StringLength(2000, ErrorMessage = "最多2000个字。")] string? Reason = null,
        [property: StringLength(2000, ErrorMessage = "最多2000个字。")] string? Measure = null,
        DateOnly? MeasureDueOn = null);

    public sealed record Response(PetitionStatus Status, DateOnly AnsweredOn, bool InTime, SuggestionOutcome Adoption, DocumentView Document);

    public static async Task<Results<Ok<Response>, ProblemHttpResult>> Handle(
        Guid id, Request request, CurrentCaller caller, HttpRequest http, CaseHandlingDb db, Dossiers dossiers, LegalClock clock, CancellationToken ct)
    {
        if (await db.OpenAsync(id, caller, ct) is not { } petition) return Problems.NotFound();
        var now = clock.Now();

        if (petition.Refuses(Act.AnswerSuggestion, caller.Actor(), now) is { } closed) return closed.ToProblem();
        if (request.Adoption is not { } adoption) return Refusals.AnswerWithoutAdoption.ToProblem();
        if (petition.AnswerSuggestion(caller.Actor(), new(adoption, request.Reply ?? "", request.Reward, request.Reason, request.Measure, request.MeasureDueOn), now).Refused(out var refusal, out var answered))
            return refusal.ToProblem();
        if (await dossiers.ReadAsync(id, http, ct) is not { } dossier) return Dossiers.Unavailable();

        var (reply, body) = SuggestionReply.Write(petition, answered, dossier);
        await db.IssueAsync(reply, body, ct);
        await db.RecordAsync(petition, Act.AnswerSuggestion, caller.Actor(), now, answered, ct, reply);
        db.Publish(id, new PetitionDecided
        {
            PetitionId = id,
            Organ = petition.Organ,
            DecidedAt = now.At,
            Supported = 0,
            Explained = 0,
            NotSupported = 0,
            Adoption = answered.Adoption.ToString(),
            MeasureDueOn = answered.MeasureDueOn,
            InTime = answered.InTime,
            DocumentId = reply.Id,
            DocumentNumber = reply.Number,
        });
        await db.CommitAsync(ct);
        return TypedResults.Ok(new Response(petition.Status, answered.On, answered.InTime, answered.Adoption, DocumentView.Of(reply)));
    }
}
