using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using Xinfang.Identity.Api.Accounts;
using Xinfang.ServiceDefaults.Http;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.Identity.Api.People;

/// <summary>授予职责: POST /account/people/{account}/duties, by the security administrator: all the duties the person has from now on. A token of before is good for half an hour at most.</summary>
internal static class GrantDuties
{
    public sealed record Request([property: Required(ErrorMessage = "请写职责；一项也不给就写空的列表。"), MaxLength(20, ErrorMessage = "最多20项。"), NoNulls] string[]? Duties = null);

    public static async Task<Results<Ok<PersonView>, ProblemHttpResult>> Handle(string account, Request request, CurrentCaller caller, IdentityDb db, TimeProvider time, CancellationToken ct)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(ct);
        if (await db.OpenAsync(account, ct) is not { } person) return AccountRefusals.NotFound.ToProblem();
        if (person.Name == caller.Account) return AccountRefusals.Oneself.ToProblem();
        if (person.Disabled) return AccountRefusals.HasLeft.ToProblem();
        string[] duties = [.. DutyRules.OpenTo(person.Organ).Where(request.Duties!.Contains), .. request.Duties!.Except(DutyRules.OpenTo(person.Organ), StringComparer.Ordinal)];
        if (DutyRules.Refuses(duties, person.Organ) is { } refusal) return refusal.ToProblem();
        if (await db.RefusesLosingAsync(person, person.Duties.Except(duties, StringComparer.Ordinal), ct) is { } last) return last.ToProblem();

        person.Duties = duties;
        db.Note(person, AccountEventKind.DutiesSet, time.GetUtcNow(), caller.Account, string.Join(',', duties));
        await db.SaveChangesAsync(ct);
        await transaction.CommitAsync(ct);
        return TypedResults.Ok(PersonView.Of(person));
    }
}
