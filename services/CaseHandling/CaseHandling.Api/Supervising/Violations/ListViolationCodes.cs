using Microsoft.AspNetCore.Http.HttpResults;
using Xinfang.CaseHandling.Domain.Supervising;

namespace Xinfang.CaseHandling.Api.Supervising.Violations;

/// <summary>The codes of articles 42 to 46: GET /supervision/violations/codes.</summary>
internal static class ListViolationCodes
{
    public sealed record Item(string Code, string Words, string Basis);

    public static Ok<IReadOnlyList<Item>> Handle() =>
        TypedResults.Ok<IReadOnlyList<Item>>([.. ViolationCode.All.Select(code => new Item(code.Code, code.Words, code.Basis.ToString()))]);
}
