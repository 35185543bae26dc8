using Microsoft.EntityFrameworkCore;
using Npgsql;
using Xinfang.Intake.Api.Petitions;
using Xinfang.Law;
using Xinfang.ServiceDefaults.Http;
using Xinfang.ServiceDefaults.Security;

namespace Xinfang.Intake.Api.Desk;

/// <summary>
/// 批量转送: POST /petitions/forwarding. Several petitions to one organ, each decided for itself with a reason of its own and a result of its own:
/// what is refused of one keeps none of the others.
/// </summary>
internal static class ForwardPetitions
{
    private const int Most = 50;

    private static readonly Refusal HowMany = new("petition.batch-size", "一次选1到50件，每件只选一次。", PetitionRegulations.Forwarding, RefusalKind.Invalid);

    private static readonly Refusal Changed = new("petition.changed-meanwhile", "刚才有别人改了这个事项，请刷新后再办。");

    public sealed record Item(Guid Id, string Reason = "");

    public sealed record Request(string Organ, IReadOnlyList<Item?> Items);

    /// <param name="LetterNumber">Of the letter, when it was forwarded.</param>
    /// <param name="Code">Why it was not.</param>
    public sealed record Result(Guid Id, bool Forwarded, string? LetterNumber = null, bool Late = false, string? Code = null, string? Reason = null, string? Basis = null);

    public sealed record Response(IReadOnlyList<Result> Items);

    public static async Task<IResult> Handle(Request request, CurrentCaller caller, IServiceScopeFactory scopes, CancellationToken ct)
    {
        var items = request.Items.OfType<Item>().ToList(); // JSON can say null where the type cannot
        if (request.Items.Count is < 1 or > Most || items.DistinctBy(item => item.Id).Count() != request.Items.Count) return HowMany.ToProblem();
        var results = new List<Result>(items.Count);
        foreach (var item in items) results.Add(await ForwardAsync(item, request.Organ, caller, scopes, ct));
        return TypedResults.Ok(new Response(results));
    }

    private static async Task<Result> ForwardAsync(Item item, string organ, CurrentCaller caller, IServiceScopeFactory scopes, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope(); // a context of its own: what one leaves half done is nobody else's
        try
        {
            var outcome = await scope.ServiceProvider.GetRequiredService<Forwarding>().ForwardAsync(item.Id, new(organ, item.Reason), caller, ct);
            return outcome.Refused(out var refusal, out var answer) ? Refused(item, refusal) : new(item.Id, true, answer.LetterNumber, answer.Late);
        }
        catch (DbUpdateException e) when (e is DbUpdateConcurrencyException || e.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation })
        {
            return Refused(item, Changed);
        }
    }

    private static Result Refused(Item item, Refusal refusal) => new(item.Id, false, Code: refusal.Code, Reason: refusal.Message, Basis: refusal.Basis?.ToString());
}
