using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Xinfang.ServiceDefaults.Http;

namespace Xinfang.Training.Api.Study;

/// <summary>定职级: PUT /trainees/{account}/rank, which sets the yearly hours.</summary>
internal static class SetRank
{
    public sealed record Request([property: StringLength(40, ErrorMessage = "最多40个字。")] string Rank);

    public sealed record Response(string Account, string Rank, decimal Hours);

    public static async Task<Results<Ok<Response>, ProblemHttpResult>> Handle(string account, Request request, TrainingDb db, CancellationToken ct)
    {
        if (Obligations.All.All(each => each.Rank != request.Rank)) return Problems.Invalid(new Dictionary<string, string[]> { ["rank"] = ["请从名单里选职级。"] });
        if (await db.Trainees.SingleOrDefaultAsync(each => each.Account == account, ct) is not { } trainee) return Refusals.NotFound.ToProblem();
        trainee.Rank = request.Rank;
        await db.SaveChangesAsync(ct);
        return TypedResults.Ok(new Response(account, trainee.Rank, Obligations.Of(trainee.Rank).Hours));
    }
}
