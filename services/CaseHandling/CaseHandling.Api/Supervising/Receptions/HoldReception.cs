using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using Xinfang.CaseHandling.Domain.Supervising;
using Xinfang.Law;
using Xinfang.ServiceDefaults.Http;
using Xinfang.ServiceDefaults.Organs;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.CaseHandling.Api.Supervising.Receptions;

/// <summary>记录接访: POST /supervision/reception-days/{day}/minutes. What is to be done becomes a task of the organ it names.</summary>
internal static class HoldReception
{
    public sealed record Entry(
        [property: StringLength(2000, ErrorMessage = "最多2000个字。")] string Text,
        Guid? PetitionId = null,
        [property: StringLength(1000, ErrorMessage = "最多1000个字。")] string? FollowUp = null,
        [property: StringLength(20, ErrorMessage = "没有这个单位。")] string? Organ = null,
        DateOnly? DueOn = null);

    public sealed record Request([property: NoNulls, MaxLength(50, ErrorMessage = "最多50人。")] IReadOnlyList<Entry>? Entries = null);

    public static async Task<Results<Ok<ReceptionView>, ProblemHttpResult>> Handle(
        Guid day, Request request, CurrentCaller caller, CaseHandlingDb db, LegalClock clock, CancellationToken ct)
    {
        if (await db.OpenFiledAsync(db.ReceptionsFor(caller), day, ct) is not { } found) return Problems.NotFound();
        var (now, person) = (clock.Now(), caller.Person());
        List<ReceptionEntry> entries = [.. (request.Entries ?? []).Select(each => new ReceptionEntry(each.Text.Trim(), each.PetitionId, each.FollowUp, each.Organ, each.DueOn))];

        if (found.Hold(person, entries, code => Organs.Find(code) is not null, now).Refused(out var refusal, out _)) return refusal.ToProblem();

        foreach (var entry in entries.Where(entry => entry is { Organ: not null, FollowUp: not null, DueOn: not null }))
        {
            if (FollowUp.Set(FollowUpSource.Reception, found.Id, entry.FollowUp!, entry.Organ!, entry.DueOn.GetValueOrDefault(), entry.PetitionId, null, person, now).Refused(out refusal, out var task))
                return refusal.ToProblem();
            db.Add(task);
        }
        await db.CommitAsync(ct);
        return TypedResults.Ok(await ReceptionView.OfAsync(found, db, caller, now, ct));
    }
}
