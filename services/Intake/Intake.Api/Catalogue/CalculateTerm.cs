using Microsoft.AspNetCore.Http.HttpResults;
using Xinfang.Law;
using Xinfang.ServiceDefaults.Http;

namespace Xinfang.Intake.Api.Catalogue;

/// <summary>期限计算: GET /calculator lists the terms, GET /calculator/{term}?from=2026-03-11 computes one with its sum. For everybody; the gateway counts requests.</summary>
internal static class CalculateTerm
{
    public sealed record Choice(string Code, string Name, string Length, string Question, string Basis, bool Policy);

    public sealed record Response(
        string Code, string Name, DateOnly From, DateOnly StrictDueOn, DateOnly DueOn, bool Provisional, bool Policy, string Basis,
        string Calendar, IReadOnlyList<DerivationLine> Derivation);

    private static readonly IReadOnlyList<Choice> Choices =
        [.. Calculator.All.Select(each => new Choice(each.Term.Code, each.Term.Name, each.Term.Length, each.Question, each.Term.Basis.ToString(), each.Term.Policy))];

    public static void MapCalculator(this IEndpointRouteBuilder app)
    {
        app.MapGet("/calculator", () => TypedResults.Ok(Choices)).WithTags("Catalogue").AllowAnonymous();
        app.MapGet("/calculator/{term}", Handle).WithTags("Catalogue").AllowAnonymous();
    }

    public static Results<Ok<Response>, ProblemHttpResult> Handle(LegalClock clock, string term, DateOnly from, int extensionDays = 0, int hearingDays = 0)
    {
        if (Calculator.Compute(clock.Now(), term, from, extensionDays, hearingDays).Refused(out var refusal, out var due)) return refusal.ToProblem();
        return TypedResults.Ok(new Response(
            due.Term.Code, due.Term.Name, due.From, due.StrictDueOn, due.DueOn, due.Provisional, due.Term.Policy, due.Basis, due.CalendarVersion, due.Derivation));
    }
}
